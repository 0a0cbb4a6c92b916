"""Entries of the register kept by hand: added, corrected, taken away."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from data_access import recommendations, rounds, schema, upkeep
from data_access.access import AccessRefused, Grant, Reader
from data_access.clock import today
from data_access.filters import Filters
from data_access.institutions import InstitutionUnknown
from data_access.recommendations import EntryUnknown, keeping
from data_access.recommendations.deadlines import Deadline, DeadlineUnusable
from data_access.recommendations.keeping import add, edit, remove
from data_access.rules import Precision, Role
from data_access.sources import SourceUnknown
from data_access.upkeep import ChangedMeanwhile, NotByHand
from tests.data_access.answers import records
from tests.data_access.attendance.lists import close
from tests.data_access.contents import changed, held
from tests.data_access.people import a_municipality, a_round, an_activity, at
from tests.data_access.readers import COORDINATOR, READER
from tests.data_access.register import a_body, an_entry, link, report

MAY = dt.date(2020, 5, 5)
ASKED: dict[str, Any] = {"round": "V", "text_lv": "Rīkot kursus.", "text_en": "Hold courses."}


@pytest.fixture
def five(connection: Connection) -> int:
    """Round V with two entries, a decoy among them, and round VI after it."""
    five = a_round(connection, "V")
    a_round(connection, "VI")
    an_entry(connection, five, "V-01", origin="fact")
    an_entry(connection, five, "V-x")
    return five


def stored(connection: Connection, reference: str) -> dict[str, Any]:
    answer = recommendations.register(connection, READER, Filters(recommendation=reference))
    (found,) = answer.to_dict("records")
    return {str(name): value for name, value in found.items()}


def refuses(connection: Connection, kind: type[Exception], **values: Any) -> None:
    before = held(connection)
    with pytest.raises(kind), connection.begin_nested():
        add(connection, COORDINATOR, ASKED | values)
    assert set(changed(before, held(connection))) <= {"data_version"}


def test_an_entry_is_added_under_the_next_free_reference(connection: Connection, five: int) -> None:
    assert keeping.next_reference(connection, READER, "V") == "V-02"
    assert [add(connection, COORDINATOR, ASKED) for _ in range(2)] == ["V-02", "V-03"]
    found = stored(connection, "V-03")
    assert (found["text_lv"], found["text_en"]) == ("Rīkot kursus.", "Hold courses.")
    assert (found["kind"], found["area"], found["origin"]) == (
        *("recommendation", "not_stated"),
        "entered",
    )
    assert (found["status"], found["lateness"]) == ("proposed", "no_deadline")
    assert keeping.next_reference(connection, READER, "VI") == "VI-01"


def test_an_entry_is_added_with_all_that_is_known_of_it(known: Connection) -> None:
    a_body(known, "a")
    a_body(known, "b")
    told: dict[str, Any] = {
        "kind": "undertaking",
        "area": "health",
        "place": "2009:LV-VEN",
        "made_on": MAY,
        "source": "deck",
        "locator": "5. slaids",
        "activity": "iv-talsi",
        "deadline": Deadline.in_half_year(2021, 2),
        "lead": ["a"],
        "supporting": ["b"],
        "links": [("replaces", "IV-01")],
    }
    reference = add(known, COORDINATOR, ASKED | told | {"round": "IV"})
    found = stored(known, reference)
    assert reference == "IV-10"
    for name in ("kind", "area", "source", "locator", "activity"):
        assert found[name] == told[name]
    assert (found["place_lv"], found["made_on"].date()) == ("Ventspils", MAY)
    assert found["deadline_ends_on"].date() == dt.date(2021, 12, 31)
    of = recommendations.addressees(known, READER, Filters(recommendation=reference))
    assert records(of, "institution", "role") == [("a", "lead"), ("b", "supporting")]
    assert stored(known, "IV-01")["status"] == "superseded"
    assert stored(known, "IV-02")["status"] == "proposed"


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"text_en": " "}, keeping.NotInBothLanguages),
        ({"reference": "v-X"}, keeping.ReferenceTaken),
        ({"reference": "V 2?"}, keeping.ReferenceUnusable),
        ({"made_on": today() + dt.timedelta(days=1)}, keeping.MadeAhead),
        ({"made_on": MAY, "deadline": Deadline.in_month(2020, 4)}, keeping.DeadlineBeforeMade),
        ({"round": "IX"}, keeping.RoundUnknown),
        ({"activity": "elsewhere"}, keeping.ActivityElsewhere),
        ({"source": "nothing"}, SourceUnknown),
        ({"lead": ["nobody"]}, InstitutionUnknown),
        ({"links": [("repeats", "V-77")]}, EntryUnknown),
    ],
)
def test_what_does_not_fit_is_refused(
    connection: Connection, five: int, values: dict[str, Any], kind: type[Exception]
) -> None:
    an_activity(connection, a_round(connection, "IV"), code="elsewhere")
    refuses(connection, kind, **values)


def test_a_deadline_ends_on_the_day_made_at_the_earliest(connection: Connection, five: int) -> None:
    add(connection, COORDINATOR, ASKED | {"made_on": MAY, "deadline": Deadline.in_month(2020, 5)})
    assert stored(connection, "V-02")["deadline_date_precision"] == Precision.MONTH


@pytest.mark.parametrize(
    ("deadline", "span"),
    [
        (Deadline.on_day(MAY), ("day", MAY, None)),
        (Deadline.in_month(2024, 2), ("month", dt.date(2024, 2, 1), dt.date(2024, 2, 29))),
        (Deadline.in_half_year(2021, 1), ("half_year", dt.date(2021, 1, 1), dt.date(2021, 6, 30))),
        (Deadline.in_year(2021), ("year", dt.date(2021, 1, 1), dt.date(2021, 12, 31))),
        (Deadline.horizon(2021, 2027), ("horizon", dt.date(2021, 1, 1), dt.date(2027, 12, 31))),
        (Deadline(), ("not_stated", None, None)),
    ],
)
def test_a_deadline_bounds_what_was_named(deadline: Deadline, span: tuple[Any, ...]) -> None:
    assert (deadline.precision.value, deadline.first, deadline.last) == span
    assert Deadline.of(deadline.columns) == deadline


def test_what_is_no_deadline_is_refused() -> None:
    with pytest.raises(DeadlineUnusable):
        Deadline.in_month(2021, 13)
    with pytest.raises(DeadlineUnusable):
        Deadline.in_half_year(2021, 3)
    with pytest.raises(DeadlineUnusable):
        Deadline.horizon(2027, 2021)
    with pytest.raises(DeadlineUnusable):
        Deadline.in_year(20210)


def test_an_entry_is_corrected_and_put_back(connection: Connection, five: int) -> None:
    values = {"area": "health", "made_on": MAY, "deadline": Deadline.in_year(2021)}
    edited = edit(connection, COORDINATOR, "V-01", 1, values)
    found = stored(connection, "V-01")
    assert (found["area"], found["deadline_date_precision"], edited.revision) == (
        *("health", "year"),
        2,
    )
    assert stored(connection, "V-x")["area"] == "not_stated"
    edit(connection, COORDINATOR, "V-01", edited.revision, edited.stood)
    found = stored(connection, "V-01")
    assert (found["area"], found["deadline_date_precision"]) == ("not_stated", "not_stated")


def test_the_later_of_two_is_told(connection: Connection, five: int) -> None:
    edit(connection, COORDINATOR, "V-01", 1, {"area": "health"})
    with pytest.raises(ChangedMeanwhile):
        edit(connection, COORDINATOR, "V-01", 1, {"area": "housing"})
    assert stored(connection, "V-01")["area"] == "health"


def test_where_entries_stand_follows_the_day_made(connection: Connection, five: int) -> None:
    old, new = (an_entry(connection, five, name) for name in ("V-50", "V-51"))
    link(connection, new, old)
    day = dt.date(2021, 1, 1)
    edit(connection, COORDINATOR, "V-51", 1, {"made_on": day})
    assert stored(connection, "V-50")["stands_since"].date() == day
    with pytest.raises(keeping.LinkBackwards):
        edit(connection, COORDINATOR, "V-50", 1, {"made_on": dt.date(2021, 1, 2)})


def test_an_entry_goes_to_another_round_with_no_activity_of_the_old_one(
    connection: Connection, five: int
) -> None:
    an_activity(connection, five, code="of-five")
    edit(connection, COORDINATOR, "V-01", 1, {"activity": "of-five"})
    with pytest.raises(keeping.ActivityElsewhere):
        edit(connection, COORDINATOR, "V-01", 2, {"round": "VI"})
    edit(connection, COORDINATOR, "V-01", 2, {"round": "VI", "activity": None})
    assert stored(connection, "V-01")["round"] == "VI"


def test_an_approved_round_gains_and_loses_no_entry_and_keeps_what_follows_it_up(
    connection: Connection, five: int
) -> None:
    add(connection, COORDINATOR, ASKED)
    close(connection, "V")
    add(connection, COORDINATOR, ASKED)
    approved = {
        "approved_at": dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        "approved_by_id": schema.round.c.closed_by_id,
    }
    connection.execute(update(schema.round).where(schema.round.c.id == five).values(approved))
    with pytest.raises(rounds.RoundApproved):
        add(connection, COORDINATOR, ASKED)
    with pytest.raises(rounds.RoundApproved):
        remove(connection, COORDINATOR, "V-02", 1)
    with pytest.raises(rounds.RoundApproved):
        edit(connection, COORDINATOR, "V-02", 1, {"round": "VI"})
    edit(connection, COORDINATOR, "V-02", 1, {"round": "V", "area": "health"})
    keeping.carry(connection, COORDINATOR, "V-02", "VI")


def test_an_entry_of_which_nothing_was_said_is_taken_away(
    connection: Connection, five: int
) -> None:
    a_body(connection, "a")
    old = an_entry(connection, five, "V-50")
    more = {"lead": ["a"], "links": [("replaces", "V-50")]}
    reference = add(connection, COORDINATOR, ASKED | more)
    keeping.carry(connection, COORDINATOR, reference, "VI")
    assert stored(connection, "V-50")["status"] == "superseded"
    remove(connection, COORDINATOR, reference, 1)
    assert recommendations.listed(connection, READER, Filters(recommendation=reference)).empty
    assert stored(connection, "V-50")["status"] == "proposed"
    gone = upkeep.removed(connection, COORDINATOR, "recommendation", ("round_id", "V"))
    assert ("reference", reference) in records(gone, "column_name", "old_value")
    said = select(schema.change.c.old_value).where(
        schema.change.c.subject_table == "recommendation_version",
        schema.change.c.column_name == "text_lv",
        schema.change.c.new_value.is_(None),
    )
    assert connection.scalars(said).all() == [ASKED["text_lv"]]
    assert old


def test_what_was_said_of_or_came_otherwise_stays(connection: Connection, five: int) -> None:
    with pytest.raises(NotByHand):
        remove(connection, COORDINATOR, "V-01", 1)
    reference = add(connection, COORDINATOR, ASKED)
    number = int(stored(connection, reference)["id"])
    link(connection, an_entry(connection, five, "V-60"), number, "narrows")
    with pytest.raises(keeping.SpokenOf) as told:
        remove(connection, COORDINATOR, reference, 1)
    assert told.value.tables == ("recommendation_link",)
    said = add(connection, COORDINATOR, ASKED)
    report(connection, int(stored(connection, said)["id"]), MAY, "accepted")
    with pytest.raises(keeping.SpokenOf) as told:
        remove(connection, COORDINATOR, said, 1)
    assert told.value.tables == ("progress_report",)


def test_who_is_limited_keeps_what_their_role_reaches(connection: Connection, five: int) -> None:
    here, there = a_municipality(connection), a_municipality(connection, "Jelgava")
    an_entry(connection, five, "V-70", **at(here))
    an_entry(connection, five, "V-71", **at(there))
    grant = Grant(Role.COORDINATOR, municipalities=frozenset({here}))
    limited = Reader("test:limited", frozenset({grant}))
    edit(connection, limited, "V-70", 1, {"area": "health"})
    for attempt in (
        lambda: edit(connection, limited, "V-71", 1, {"area": "health"}),
        lambda: edit(connection, limited, "V-70", 2, {"place": "online"}),
        lambda: keeping.link(connection, limited, "V-70", "replaces", "V-71"),  # type: ignore[arg-type]
        lambda: add(connection, limited, ASKED),
        lambda: edit(connection, READER, "V-70", 2, {"area": "housing"}),
    ):
        with pytest.raises(AccessRefused):
            attempt()
    assert stored(connection, "V-71")["area"] == "not_stated"
