"""Families new and closed by month: moves are neither, breaks are both, and days cut months."""

import datetime as dt

import pytest
from sqlalchemy import Connection

from data_access.access import AccessRefused
from data_access.caseloads import FLOWS, By, care_days, flows
from data_access.filters import Filters
from data_access.rules import Look
from tests.data_access.answers import records
from tests.data_access.caseloads.walked import Case, plant
from tests.data_access.people import a_case, a_family, a_need, a_post, a_round, at, of_sample
from tests.data_access.readers import READER, STRANGER
from tests.data_access.test_looks import KANDAVA, TUKUMS, number_of

IV = Filters(round="IV")


def day(month: int, number: int = 1, year: int = 2020) -> dt.date:
    return dt.date(year, month, number)


def counted(
    connection: Connection, by: By = By.ALL, filters: Filters = IV
) -> dict[str, list[tuple[int, int, int, int]]]:
    """By slice: of each month how many there were, came, went and are."""
    columns = ("slice", "at_start", "opened", "closed", "at_end")
    found: dict[str, list[tuple[int, int, int, int]]] = {}
    for code, *numbers in records(flows(connection, READER, filters, by), *columns):
        found.setdefault(code, []).append(tuple(numbers))
    return found


def test_a_family_that_moves_between_mediators_is_one_family(connection: Connection) -> None:
    moved = day(2, 10)
    posts = plant(connection, [Case(0, 0, day(1, 5), moved), Case(0, 2, moved)])
    stays = [(0, 1, 0, 1), (1, 0, 0, 1), (1, 0, 0, 1), (1, 0, 0, 1)]
    assert counted(connection) == {"all": stays}
    left = [(0, 1, 0, 1), (1, 0, 1, 0), (0, 0, 0, 0), (0, 0, 0, 0)]
    came = [(0, 0, 0, 0), (0, 1, 0, 1), (1, 0, 0, 1), (1, 0, 0, 1)]
    by_post = {posts[post]: rows for post, rows in counted(connection, By.POST).items()}
    assert by_post == {"0": left, "2": came}


def test_one_that_moves_within_a_town_is_one_there(connection: Connection) -> None:
    plant(connection, [Case(0, 0, day(1, 5), day(2, 10)), Case(0, 1, day(2, 10), day(3, 1))])
    valka = [(0, 1, 0, 1), (1, 0, 0, 1), (1, 0, 1, 0), (0, 0, 0, 0)]
    assert counted(connection, By.PLACE) == {"2009:LV-VLK": valka}


def test_a_family_that_comes_back_after_a_break_is_new_again(connection: Connection) -> None:
    plant(connection, [Case(0, 0, day(1, 5), day(2, 10)), Case(0, 1, day(2, 11))])
    rows = [(0, 1, 0, 1), (1, 1, 1, 1), (1, 0, 0, 1), (1, 0, 0, 1)]
    assert counted(connection) == {"all": rows}


def test_a_long_case_outlasts_a_short_one_within_it(connection: Connection) -> None:
    cases = [Case(0, 0, day(1, 5), day(4, 1)), Case(0, 1, day(1, 9), day(1, 20))]
    plant(connection, [*cases, Case(0, 2, day(3, 3), day(3, 4))])
    rows = [(0, 1, 0, 1), (1, 0, 0, 1), (1, 0, 0, 1), (1, 0, 1, 0)]
    assert counted(connection) == {"all": rows}


def test_a_family_counts_in_each_area_that_its_cases_need(connection: Connection) -> None:
    health, both = frozenset({"health"}), frozenset({"health", "housing"})
    cases = [Case(0, 0, day(1), day(2, 5), health), Case(0, 1, day(2), day(3, 5), both)]
    plant(connection, [*cases, Case(1, 0, day(4)), Case(2, 0, None, areas=health)])
    assert counted(connection, By.AREA) == {
        "health": [(0, 1, 0, 1), (1, 0, 0, 1), (1, 0, 1, 0), (0, 0, 0, 0)],
        "housing": [(0, 0, 0, 0), (0, 1, 0, 1), (1, 0, 1, 0), (0, 0, 0, 0)],
        "not_stated": [(0, 0, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0), (0, 1, 0, 1)],
    }
    assert list(counted(connection, By.AREA)) == ["health", "housing", "not_stated"]


def test_what_was_before_the_first_month_is_there_as_it_begins(connection: Connection) -> None:
    long_ago = [Case(0, 0, day(3, 1, 2019)), Case(1, 0, day(3, 1, 2019), day(12, 31, 2019))]
    plant(connection, [*long_ago, Case(2, 0, day(5, 1))])
    assert counted(connection) == {"all": [(1, 0, 0, 1)] * 4}


def test_days_asked_for_cut_the_first_and_the_last_month(connection: Connection) -> None:
    plant(connection, [Case(0, 0, day(2, 9), day(3, 21)), Case(1, 0, day(2, 10), day(3, 20))])
    chosen = Filters("IV", day(2, 10), day(3, 20))
    assert counted(connection, filters=chosen) == {"all": [(1, 1, 0, 2), (2, 0, 1, 1)]}
    rows = records(flows(connection, READER, chosen), "month", "starts_on", "ends_on")
    assert [tuple(value.date() for value in row) for row in rows] == [
        (day(2), day(2, 10), day(2, 29)),
        (day(3), day(3), day(3, 20)),
    ]


def test_the_days_run_from_the_month_of_the_first_post_to_the_last_day(
    connection: Connection,
) -> None:
    round_id = a_round(connection)
    undated = a_post(connection, round_id)
    a_case(connection, a_family(connection), undated, day(3, 9))
    assert care_days(connection, READER, Filters("IV", end=day(5, 5))) == (day(3), day(5, 5))
    a_post(connection, round_id, day(2, 8), day(6, 7))
    a_post(connection, a_round(connection, "V"), day(1), day(12))
    assert care_days(connection, READER, IV) == (day(2), day(6, 7))
    assert care_days(connection, READER, Filters("IV", day(3, 3), day(4, 4))) == (
        day(3, 3),
        day(4, 4),
    )
    assert care_days(connection, READER, Filters("IV", end=day(1, 31))) is None
    assert care_days(connection, READER, Filters("IV", activity="x")) is None


def test_a_round_without_a_dated_post_or_case_has_no_days(connection: Connection) -> None:
    a_case(connection, a_family(connection), a_post(connection, a_round(connection)))
    a_post(connection, a_round(connection, "V"), day(1), day(2))
    assert care_days(connection, READER, IV) is None
    assert flows(connection, READER, IV).empty


def test_undated_cases_are_in_no_month(connection: Connection) -> None:
    posts = plant(connection, [Case(0, 0, None), Case(0, 0, None, day(2, 2)), Case(1, 1, day(3))])
    assert counted(connection)["all"][-1] == (1, 0, 0, 1)
    assert [posts[post] for post in counted(connection, By.POST)] == ["1"]


def test_municipalities_that_are_one_today_are_one_slice_there(known: Connection) -> None:
    round_id = a_round(known, "VI")
    family = a_family(known)
    for name, opened, closed in (
        (KANDAVA, day(1, 5), day(2, 10)),
        (TUKUMS, day(2, 1), day(3, 10)),
    ):
        post = a_post(known, round_id, day(1), day(3, 31), **at(number_of(known, name)))
        a_case(known, family, post, opened, closed)
    was = records(flows(known, READER, Filters("VI"), By.PLACE), "slice", "name")
    assert list(dict.fromkeys(was)) == [("2009:LV-043", KANDAVA), ("2009:LV-099", TUKUMS)]
    today = Filters("VI", look=Look.TODAY)
    rows = [(0, 1, 0, 1), (1, 0, 0, 1), (1, 0, 1, 0)]
    assert counted(known, By.PLACE, today) == {"2025:LV-099": rows}


def test_46_families_of_the_sample_are_in_care_at_the_end(made_up: Connection) -> None:
    rows = counted(made_up)["all"]
    assert (len(rows), rows[0][0], rows[-1]) == (10, 0, (56, 0, 10, 46))
    at_posts = counted(made_up, By.POST).values()
    assert sum(months[-1][3] for months in at_posts) == 46


@pytest.mark.parametrize("what", ["family", "case", "post", "need"])
def test_slices_are_made_up_where_any_row_behind_them_is(connection: Connection, what: str) -> None:
    origin = of_sample(what, "family", "case", "post", "need")
    round_id = a_round(connection)
    post = a_post(connection, round_id, day(1), day(1, 31), **origin["post"])
    case = a_case(connection, a_family(connection, **origin["family"]), post, day(1),
                  **origin["case"])  # fmt: skip
    a_need(connection, case, "health", **origin["need"])
    real = a_case(connection, a_family(connection), a_post(connection, round_id, day(1)), day(1))
    a_need(connection, real, "housing")
    said = {by: list(flows(connection, READER, IV, by)["is_made_up"]) for by in By}
    assert {by: any(flags) for by, flags in said.items()} == {
        By.ALL: what in {"family", "case"},
        By.POST: what != "need",
        By.PLACE: what != "need",
        By.AREA: what != "post",
    }
    assert not all(said[By.POST])


def test_the_promised_columns_are_kept_and_strangers_are_refused(connection: Connection) -> None:
    for number in (0, 4):
        answer = flows(connection, READER, IV)
        assert len(answer) == number
        assert {str(name): str(kind) for name, kind in answer.dtypes.items()} == FLOWS
        if not number:
            plant(connection, [Case(0, 0, day(1))])
    for question in (flows, care_days):
        with pytest.raises(AccessRefused):
            question(connection, STRANGER, IV)
