"""The upkeep of posts: adding, correcting, substitution, and taking one away."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, update

from data_access import schema, upkeep
from data_access.access import AccessRefused
from data_access.activities import RoundUnknown
from data_access.mediators import (
    GapsLeftOutside,
    HoursUnusable,
    PostUnknown,
    RecordsLeftOutside,
    StillReferredTo,
    SubstitutesElsewhere,
    SubstitutesInCircle,
    SubstitutesItself,
    posts,
)
from data_access.periods import DaysUnusable
from data_access.places import PlaceUnknown
from data_access.rounds import RoundClosed
from tests.data_access.mediators.rows import (
    JANUARY,
    JUNE,
    MARCH,
    MOMENT,
    approve,
    close,
    every,
    row_of,
    told,
)
from tests.data_access.people import (
    a_case,
    a_contact,
    a_family,
    a_mediator,
    a_post,
    a_round,
    add,
)
from tests.data_access.readers import COORDINATOR, READER

Post = dict[str, Any]
NOTHING: Post = {}


def post_of(connection: Connection, number: int) -> Post:
    return row_of(connection, schema.mediator_post, number)


def code_of(connection: Connection, post: int) -> str:
    mediator = post_of(connection, post)["mediator_id"]
    return str(row_of(connection, schema.mediator, mediator)["code"])


def test_a_new_mediator_gets_a_neutral_code_that_nobody_had(connection: Connection) -> None:
    a_round(connection, "V")
    first = posts.add(connection, COORDINATOR, "V", NOTHING)
    codes = [code_of(connection, first)]
    posts.remove(connection, COORDINATOR, first, 1)
    codes += [
        code_of(connection, posts.add(connection, COORDINATOR, "V", NOTHING)) for _ in range(2)
    ]
    assert len(set(codes)) == 3
    assert all(code.removeprefix("mediator-").isdecimal() for code in codes)
    found = post_of(connection, first + 1)
    assert (found["place_kind"], found["date_precision"]) == ("not_stated", "not_stated")
    assert (found["hours_per_week"], found["origin"]) == (None, "entered")


def test_a_post_is_held_by_whoever_holds_another(connection: Connection) -> None:
    a_round(connection, "V")
    earlier, decoy = (a_post(connection, a_round(connection, code)) for code in ("III", "IV"))
    before = every(connection, schema.mediator)
    added = posts.add(connection, COORDINATOR, "V", {"holder": earlier})
    assert code_of(connection, added) == code_of(connection, earlier) != code_of(connection, decoy)
    assert every(connection, schema.mediator) == before
    with pytest.raises(PostUnknown):
        posts.add(connection, COORDINATOR, "V", {"holder": added + 1})


def test_a_post_is_added_with_its_days_its_place_and_its_hours(known: Connection) -> None:
    stated = {"starts_on": JANUARY, "ends_on": JUNE, "precision": "month", "hours_per_week": 37.5}
    number = posts.add(known, COORDINATOR, "IV", stated | {"place": "2009:LV-VEN"})
    found = post_of(known, number)
    assert (found["starts_on"], found["ends_on"]) == (JANUARY, JUNE)
    assert (found["date_precision"], found["hours_per_week"]) == ("month", 37.5)
    assert ("municipality_id", None, "2009:LV-VEN") in told(known, number, "municipality_id")


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"starts_on": JUNE, "ends_on": JANUARY}, DaysUnusable),
        ({"ends_on": JANUARY}, DaysUnusable),
        ({"place": "2009:LV-NOWHERE"}, PlaceUnknown),
        ({"hours_per_week": 0.0}, HoursUnusable),
        ({"hours_per_week": 168.5}, HoursUnusable),
        ({"substitutes": 999}, PostUnknown),
    ],
)
def test_a_post_that_does_not_fit_is_refused(
    connection: Connection, values: Post, refusal: type[Exception]
) -> None:
    post = a_post(connection, a_round(connection))
    with pytest.raises(refusal):
        posts.add(connection, COORDINATOR, "IV", values)
    with pytest.raises(refusal):
        posts.change(connection, COORDINATOR, post, 1, values)
    assert [row["id"] for row in every(connection, schema.mediator_post)] == [post]
    assert not every(connection, schema.change)


def test_hours_fit_a_week_to_the_last(connection: Connection) -> None:
    a_round(connection)
    number = posts.add(connection, COORDINATOR, "IV", {"hours_per_week": 168})
    assert post_of(connection, number)["hours_per_week"] == 168
    posts.change(connection, COORDINATOR, number, 1, {"hours_per_week": None})
    assert post_of(connection, number)["hours_per_week"] is None


def test_a_round_that_nobody_knows_is_refused(connection: Connection) -> None:
    a_round(connection, "IV")
    with pytest.raises(RoundUnknown):
        posts.add(connection, COORDINATOR, "V", NOTHING)


def test_a_post_stands_in_for_another_one_of_its_round_alone(connection: Connection) -> None:
    four, five = a_round(connection, "IV"), a_round(connection, "V")
    first, second, third = (a_post(connection, four) for _ in range(3))
    elsewhere = a_post(connection, five)

    def stand_in(post: int, other: int | None, revision: int = 1) -> None:
        posts.change(connection, COORDINATOR, post, revision, {"substitutes": other})

    with pytest.raises(SubstitutesItself):
        stand_in(first, first)
    with pytest.raises(SubstitutesElsewhere):
        stand_in(first, elsewhere)
    with pytest.raises(SubstitutesElsewhere):
        posts.add(connection, COORDINATOR, "V", {"substitutes": first})
    stand_in(second, first)
    stand_in(third, second)
    for other in (second, third):
        with pytest.raises(SubstitutesInCircle):
            stand_in(first, other)
    added = posts.add(connection, COORDINATOR, "IV", {"substitutes": third})
    assert post_of(connection, added)["substitutes_post_id"] == third
    stand_in(second, None, 2)
    stand_in(first, third)
    assert post_of(connection, first)["substitutes_post_id"] == third


def test_a_correction_changes_what_it_names_and_tells_it(connection: Connection) -> None:
    post, decoy = (a_post(connection, r, JANUARY) for r in [a_round(connection)] * 2)
    before, beside = post_of(connection, post), post_of(connection, decoy)
    posts.change(connection, COORDINATOR, post, 1, {"hours_per_week": 10.0, "ends_on": JUNE})
    after = post_of(connection, post)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"hours_per_week", "ends_on", "revision"}
    lines = told(connection, post, "hours_per_week", "ends_on")
    assert set(lines) == {("hours_per_week", None, "10.0"), ("ends_on", None, "2020-06-30")}
    assert post_of(connection, decoy) == beside


def test_the_second_of_two_editors_is_told(connection: Connection) -> None:
    post = a_post(connection, a_round(connection))
    posts.change(connection, COORDINATOR, post, 1, {"hours_per_week": 10})
    attempts: tuple[Callable[[], object], ...] = (
        lambda: posts.change(connection, COORDINATOR, post, 1, {"hours_per_week": 20}),
        lambda: posts.remove(connection, COORDINATOR, post, 1),
    )
    for attempt in attempts:
        with pytest.raises(upkeep.ChangedMeanwhile):
            attempt()
    assert post_of(connection, post)["hours_per_week"] == 10


def test_new_days_leave_no_gap_of_the_post_outside(connection: Connection) -> None:
    round_id = a_round(connection)
    post, decoy = (a_post(connection, round_id, JANUARY, JUNE) for _ in range(2))
    day = dt.date(2020, 3, 2)
    add(connection, schema.post_gap, mediator_post_id=post, starts_on=day, ends_on=MARCH)
    add(connection, schema.post_gap, mediator_post_id=decoy, starts_on=JUNE)
    for days in (
        {"ends_on": MARCH - dt.timedelta(days=1)},
        {"starts_on": day + dt.timedelta(days=1)},
    ):
        with pytest.raises(GapsLeftOutside) as refused:
            posts.change(connection, COORDINATOR, post, 1, days | {"despite_records": True})
        assert refused.value.number == 1
    posts.change(connection, COORDINATOR, post, 1, {"starts_on": day, "ends_on": MARCH})
    posts.change(connection, COORDINATOR, post, 2, {"starts_on": None, "ends_on": None})
    assert post_of(connection, post)["date_precision"] == "not_stated"


def records_of(connection: Connection, post: int, day: dt.date) -> None:
    """A case, a contact and a recorded month of the day, and what counts nowhere."""
    a_case(connection, a_family(connection), post, day)
    a_case(connection, a_family(connection), post)
    a_contact(connection, post, day)
    a_contact(connection, post)
    month = {"mediator_post_id": post, "month": day.replace(day=1), "received_at": MOMENT}
    add(connection, schema.monthly_report, status="recorded", recorded_at=MOMENT, **month)
    add(connection, schema.monthly_report, status="waiting", **month)


def test_new_days_leave_records_outside_only_where_that_is_confirmed(
    connection: Connection,
) -> None:
    round_id = a_round(connection)
    post, decoy = (a_post(connection, round_id, JANUARY, JUNE) for _ in range(2))
    opened = dt.date(2020, 5, 4)
    records_of(connection, post, opened)
    records_of(connection, decoy, JUNE)
    ends: Post = {"ends_on": dt.date(2020, 4, 30)}
    with pytest.raises(RecordsLeftOutside) as refused:
        posts.change(connection, COORDINATOR, post, 1, ends)
    assert (refused.value.cases, refused.value.contacts, refused.value.reports) == (1, 1, 1)
    with pytest.raises(RecordsLeftOutside) as refused:
        posts.change(connection, COORDINATOR, post, 1, {"ends_on": opened - dt.timedelta(days=1)})
    assert (refused.value.cases, refused.value.contacts, refused.value.reports) == (1, 1, 0)
    with pytest.raises(RecordsLeftOutside) as refused:
        posts.change(connection, COORDINATOR, post, 1, {"starts_on": JUNE})
    assert (refused.value.cases, refused.value.contacts, refused.value.reports) == (1, 1, 1)
    posts.change(connection, COORDINATOR, post, 1, {"starts_on": opened, "ends_on": opened})
    despite: Post = {"starts_on": JANUARY, "despite_records": True}
    posts.change(connection, COORDINATOR, post, 2, ends | despite)
    assert post_of(connection, post)["ends_on"] == ends["ends_on"]
    posts.change(connection, COORDINATOR, post, 3, ends | {"hours_per_week": 8})
    assert post_of(connection, post)["hours_per_week"] == 8


def test_a_bare_post_is_removed_and_its_history_stays(connection: Connection) -> None:
    a_round(connection, "V")
    decoy = a_mediator(connection)
    number = posts.add(connection, COORDINATOR, "V", {"hours_per_week": 20})
    code = code_of(connection, number)
    assert code in {row["code"] for row in every(connection, schema.mediator)}
    posts.remove(connection, COORDINATOR, number, 1)
    assert every(connection, schema.mediator_post) == []
    assert [row["id"] for row in every(connection, schema.mediator)] == [decoy]
    found = upkeep.removed(connection, COORDINATOR, "mediator_post", ("round_id", "V"))
    lines = zip(found["column_name"], found["old_value"], found["new_value"], strict=True)
    assert ("round_id", "V", None) in set(lines)
    assert set(found["subject_id"]) == {number}


def test_a_mediator_who_has_another_post_stays(connection: Connection) -> None:
    a_round(connection, "V")
    kept = posts.add(connection, COORDINATOR, "V", NOTHING)
    other = posts.add(connection, COORDINATOR, "V", {"holder": kept})
    posts.remove(connection, COORDINATOR, other, 1)
    assert len(every(connection, schema.mediator)) == 1
    assert [row["id"] for row in every(connection, schema.mediator_post)] == [kept]


@pytest.mark.parametrize("origin", ["fact", "sample", "upload"])
def test_what_did_not_come_by_hand_is_not_removed(connection: Connection, origin: str) -> None:
    post = a_post(connection, a_round(connection), origin=origin)
    with pytest.raises(upkeep.NotByHand):
        posts.remove(connection, COORDINATOR, post, 1)


def test_what_is_referred_to_is_not_removed_and_says_by_what(connection: Connection) -> None:
    round_id = a_round(connection)
    hung, bare = a_post(connection, round_id), a_post(connection, round_id)
    a_case(connection, a_family(connection), hung)
    a_contact(connection, hung)
    add(connection, schema.post_gap, mediator_post_id=hung, starts_on=JANUARY)
    add(connection, schema.monthly_report, mediator_post_id=hung, received_at=MOMENT)
    a_post(connection, round_id, substitutes_post_id=hung)
    stated = {"scope": "post", "figure": "service_months", "value": 8}
    add(connection, schema.reported_figure, mediator_post_id=hung, **stated)
    with pytest.raises(StillReferredTo) as refused:
        posts.remove(connection, COORDINATOR, hung, 1)
    assert set(refused.value.tables) == {
        *("mediation_case", "contact", "post_gap", "monthly_report", "mediator_post"),
        "reported_figure",
    }
    posts.remove(connection, COORDINATOR, bare, 1)


def test_a_post_stays_while_it_alone_says_where_a_training_belongs(connection: Connection) -> None:
    four, five = a_round(connection, "IV"), a_round(connection, "V")
    mediator = a_mediator(connection)
    post = a_post(connection, four, mediator=mediator)
    a_post(connection, five, mediator=mediator)
    add(connection, schema.mediator_training, mediator_id=mediator, round_id=four)
    with pytest.raises(StillReferredTo) as refused:
        posts.remove(connection, COORDINATOR, post, 1)
    assert refused.value.tables == ("mediator_training",)
    a_post(connection, four, mediator=mediator)
    posts.remove(connection, COORDINATOR, post, 1)


@pytest.mark.parametrize("shut", [close, approve])
def test_a_closed_round_keeps_its_posts_and_another_does_not(
    connection: Connection, shut: Callable[[Connection, int], None]
) -> None:
    closed, open_ = a_round(connection, "IV"), a_round(connection, "V")
    kept, free = a_post(connection, closed), a_post(connection, open_)
    shut(connection, closed)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: posts.add(connection, COORDINATOR, "IV", NOTHING),
        lambda: posts.change(connection, COORDINATOR, kept, 1, {"hours_per_week": 5}),
        lambda: posts.remove(connection, COORDINATOR, kept, 1),
    )
    for attempt in attempts:
        with pytest.raises(RoundClosed):
            attempt()
    posts.change(connection, COORDINATOR, free, 1, {"hours_per_week": 5})
    held = posts.add(connection, COORDINATOR, "V", {"holder": kept})
    assert code_of(connection, held) == code_of(connection, kept)


def test_who_only_reads_changes_nothing(connection: Connection) -> None:
    post = a_post(connection, a_round(connection))
    attempts: tuple[Callable[[], object], ...] = (
        lambda: posts.add(connection, READER, "IV", NOTHING),
        lambda: posts.change(connection, READER, post, 1, {"hours_per_week": 5}),
        lambda: posts.remove(connection, READER, post, 1),
    )
    for attempt in attempts:
        with pytest.raises(AccessRefused):
            attempt()


def test_a_post_that_is_gone_is_told(connection: Connection) -> None:
    post = a_post(connection, a_round(connection))
    posts.remove(connection, COORDINATOR, post, 1)
    with pytest.raises(upkeep.RowUnknown):
        posts.change(connection, COORDINATOR, post, 1, {"hours_per_week": 5})


def test_a_part_of_a_municipality_stays_while_the_municipality_does(known: Connection) -> None:
    place = {"place": "2009:LV-VEN"}
    number = posts.add(known, COORDINATOR, "IV", place)
    unit = every(known, schema.territorial_unit)[0]["id"]
    of_post = schema.mediator_post.c.id == number
    known.execute(update(schema.mediator_post).where(of_post).values(territorial_unit_id=unit))
    posts.change(known, COORDINATOR, number, 1, place | {"hours_per_week": 3})
    assert post_of(known, number)["territorial_unit_id"] == unit
    posts.change(known, COORDINATOR, number, 2, {"place": None})
    found = post_of(known, number)
    assert (found["place_kind"], found["territorial_unit_id"]) == ("not_stated", None)
