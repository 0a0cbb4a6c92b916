"""The caseloads where something is missing: no record, no number, no post, no round."""

import pytest
from sqlalchemy import URL, Engine

from data_access.engine import writing
from tests.data_access.people import a_family, a_round, support
from tests.pages.caseloads import cells, charts, drawing, plant, table, telling
from tests.pages.conftest import Visit, shown

SIGNS = {"contacts": ["–"], "families": ["–", "?"], "persons": ["–"]}
MONTHS = {
    "contacts": ["1", "no records", "1"],
    "families": ["1", "no records", "not stated"],
    "persons": ["2", "no records", "0"],
}


@pytest.fixture
def planted_url(engine: Engine, migrated_url: URL) -> URL:
    """A database with the rows of ``plant`` and no made-up one."""
    with writing(engine) as connection:
        plant(connection)
    return migrated_url


@pytest.mark.parametrize("measure", MONTHS)
def test_a_month_without_a_record_is_no_zero_and_a_zero_none_without_a_record(
    planted_url: URL, visit: Visit, measure: str
) -> None:
    screen = visit(planted_url, "caseloads", lang="en", show=measure)
    january, february, march = MONTHS[measure]
    told = f"January 2020 {january}, February 2020 {february}, March 2020 {march}"
    assert f"Valka · 3 months of service: {told}." in telling(screen, "by post and month")
    drawn = cells(screen, drawing(screen, "by post and month"))
    of_valka = drawn[drawn["label"].str.startswith("Valka")]
    missing = of_valka["value"].isna()
    assert list(of_valka["column"]) == ["2020-01", "2020-02", "2020-03"]
    assert list(of_valka.loc[missing, "sign"]) == SIGNS[measure]
    assert "– no records of this month; ? contacts recorded" in shown(screen)
    assert ("1 contact of these months names no family" in shown(screen)) is (measure == "families")


@pytest.mark.parametrize("words", ["by post and month", "Open cases by post"])
def test_the_first_head_of_a_grid_stands_over_its_column(
    planted_url: URL, visit: Visit, words: str
) -> None:
    screen = visit(planted_url, "caseloads", lang="en")
    layers = charts(screen)[drawing(screen, words)]["layer"]
    axes = [layer["encoding"]["x"].get("axis") for layer in layers if "x" in layer["encoding"]]
    # A first head that is flush begins in the middle of its column and runs into the next one.
    assert [axis["labelFlush"] for axis in axes if axis] == [False] * 4


def test_open_cases_stand_by_how_long_they_have_been_open(planted_url: URL, visit: Visit) -> None:
    screen = visit(planted_url, "caseloads", lang="en", to="2020-06-30", since="2020-01-01")
    assert "Cases open as 30 June 2020 ends: 1." in shown(screen)
    rows = {row[0]: tuple(row[1:]) for row in table(screen, "over 6 months")}
    assert rows["Ainaži"] == ("6", "no rows yet", "no rows yet", "no rows yet", "no rows yet")
    assert rows["Valka"] == ("3", "0", "1", "0", "0")
    assert rows["All posts"] == ("9", "0", "1", "0", "0")


def test_undated_cases_are_open_for_nobody_knows_how_long(planted_url: URL, visit: Visit) -> None:
    lengths = table(visit(planted_url, "caseloads", lang="en"), "opening not stated")
    assert [row[-1] for row in lengths] == ["no rows yet", "0", "1", "1"]


def test_a_round_without_posts_says_what_will_come_and_shows_what_is_reported(
    facts_url: URL, visit: Visit
) -> None:
    for language, expected in (("lv", "mēneša pārskati"), ("en", "come in as monthly reports")):
        screen = visit(facts_url, "caseloads", lang=language)
        assert expected in shown(screen)
        assert not screen.metric
    assert [row[1:] for row in table(screen, "Reported")] == [
        [number, "no rows yet"] for number in ("149", "5", "10", "128")
    ]


def test_days_without_any_post_say_what_to_change(planted_url: URL, visit: Visit) -> None:
    screen = visit(planted_url, "caseloads", lang="en", since="2019-01-01", to="2019-02-01")
    assert "Clear the days from and to" in shown(screen)
    assert "monthly reports" not in shown(screen)
    assert not charts(screen)


def test_days_that_cut_a_month_say_so(planted_url: URL, visit: Visit) -> None:
    cut = visit(planted_url, "caseloads", lang="en", since="2020-01-01", to="2020-03-30")
    assert "counts in part" in shown(cut)
    whole = visit(planted_url, "caseloads", lang="en", since="2020-01-01", to="2020-03-31")
    assert "counts in part" not in shown(whole)


def test_an_empty_database_says_what_to_do(migrated_url: URL, visit: Visit) -> None:
    assert "python -m seed" in shown(visit(migrated_url, "caseloads", lang="en"))


def test_support_alone_is_shown_as_families_without_posts(
    engine: Engine, migrated_url: URL, visit: Visit
) -> None:
    with writing(engine) as connection:
        support(connection, a_family(connection), a_round(connection))
    screen = visit(migrated_url, "caseloads", lang="en")
    assert "monthly reports" in shown(screen)
    beside = {row[0]: row[2] for row in table(screen, "Reported")}
    assert beside["Families supported"] == "1"
    assert beside["Families with mediators"] == "no rows yet"
