"""A coordinator of Rīga is answered as though nothing had ever been recorded in Jelgava.

Every question is asked before and after records of Jelgava are planted, and has to answer the same.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pandas as pd
import pytest
from sqlalchemy import Connection, select

from data_access import accounts, schema
from data_access.access import Reader, Right, may
from data_access.door import Door
from data_access.engine import writing
from data_access.filters import Filters
from tests.data_access.access.asking import Function, asked, looks, name_of
from tests.data_access.access.rights import right_for
from tests.data_access.accounts.grants import place_number
from tests.data_access.door.planted import plant, told
from tests.data_access.people import a_person, attends
from tests.data_access.test_access import with_reader
from tests.provide.databases import Shelf

CODE = "in-jelgava"
CHOSEN = {
    "everything": Filters(),
    "jelgava": Filters(round="IV", place="2009:LV-JEL", activity=CODE),
}
INSTEAD = {"search.found": {"text": CODE}}
TOLD_TO_OTHERS = {
    *("activities.listed.documents", "activities.listed.further_places"),
    *("activities.listed.institutions", "activities.listed.listed", "attendance.rows.rows"),
    *("attendance.uploads.last_upload", "attendance.uploads.uploads", "caseloads.months.months"),
    *("caseloads.needs.needs", "caseloads.open_cases.open_cases", "caseloads.posts.posts"),
    *("caseloads.contacted.contacted", "caseloads.lengths.lengths", "caseloads.quiet.quiet"),
    *("caseloads.care.in_care", "caseloads.flows.flows"),
    *("caseloads.reasons.reasons", "caseloads.results.results", "caseloads.unmet.unmet"),
    *("caseloads.loads.loads", "caseloads.missing.missing", "caseloads.summary.summary"),
    *("caseloads.rates.rates", "caseloads.rounds_recorded.rounds_recorded"),
    *("caseloads.totals.totals", "coverage.behind.attended_from", "coverage.behind.held_at"),
    *("coverage.behind.posts_at", "coverage.counted.activities", "coverage.counted.people"),
    *("coverage.counted.posts", "coverage.places.places", "figures.kept.kept"),
    *("coverage.counted.families", "coverage.since.last_held"),
    *("figures.recorded.recorded", "figures.reported.of_activity", "figures.summary.summary"),
    *("freshness.holdings", "institutions.listed.appearances", "overview.changed_by_hand"),
    *(f"mediators.belonging.{name}" for name in ("families", "gaps", "trainings")),
    *("mediators.listed.listed", "mediators.supported.supported", "monthly.reports.reports"),
    *("overview.reached", "overview.timeline", "participants.answer.breakdown", "search.found"),
}
"""What changes for whoever sees everything: for Rīga it would change as well, unguarded."""

Answers = dict[tuple[str, str], object]


@dataclass(frozen=True)
class Told:
    """What one reader was answered before there was anything of Jelgava, and after."""

    before: Answers
    after: Answers

    def differing(self) -> set[str]:
        return {
            name
            for name, chosen in self.before
            if not same(self.before[name, chosen], self.after[name, chosen])
        }


NO_RECORDS = ("attendance.template.", "recommendations.importing.template.template", "reached.")


def questions(reader: Reader) -> list[Function]:
    """Every question of the reader's, but for files to fill in, which hold no records."""
    return [
        function
        for function in with_reader()
        if looks(function)
        and may(reader, Right(right_for(name_of(function))))
        and not name_of(function).startswith(NO_RECORDS)
        # An entry to be kept lies beyond who keeps Rīga alone, be there records of Jelgava or not.
        and name_of(function) != "recommendations.keeping.rows.current"
    ]


def same(one: object, other: object) -> bool:
    if isinstance(one, pd.DataFrame):
        return isinstance(other, pd.DataFrame) and one.equals(other)
    return one == other


def answers(door: Door, persona: str) -> Answers:
    with door.matching() as connection:
        reader = accounts.persona_of(connection, persona)
    assert reader is not None
    with door.asking(reader) as connection:
        return {
            (name_of(question), name): asked(
                question,
                connection,
                reader,
                **{"filters": filters} | INSTEAD.get(name_of(question), {}),
            )
            for question in questions(reader)
            for name, filters in CHOSEN.items()
        }


def of_jelgava(connection: Connection) -> None:
    """Records of every kind in Jelgava, and somebody of Jelgava wherever Rīga met."""
    jelgava, riga = (place_number(connection, f"2009:LV-{iso}") for iso in ("JEL", "RIX"))
    round_ = schema.round.c
    fourth = connection.execute(select(round_.id).where(round_.code == "IV")).scalar_one()
    plant(connection, fourth, jelgava, {riga}, code=CODE)
    activity = schema.activity.c
    for meeting in connection.scalars(select(activity.id).where(activity.municipality_id == riga)):
        came = attends(connection, a_person(connection), meeting, municipality=jelgava)
        told(connection, "attendance", came)


@pytest.fixture(scope="module")
def told_to(shelf: Shelf) -> Iterator[dict[str, Told]]:
    """What a coordinator of Rīga was told, and one of everywhere."""
    personas = ("coordinator-riga", "coordinator")
    with shelf.copy("sample") as url, ExitStack() as afterwards:
        door = Door(url)
        afterwards.callback(door.dispose)
        with writing(door.application) as connection:
            accounts.open_personas(connection)
        before = {persona: answers(door, persona) for persona in personas}
        with writing(door.application) as connection:
            of_jelgava(connection)
        yield {persona: Told(before[persona], answers(door, persona)) for persona in personas}


def test_a_coordinator_of_riga_is_told_the_same_by_every_question(
    told_to: dict[str, Told],
) -> None:
    assert told_to["coordinator-riga"].differing() == set()


def test_whoever_sees_everything_is_told_of_jelgava(told_to: dict[str, Told]) -> None:
    assert told_to["coordinator"].differing() >= TOLD_TO_OTHERS


def test_a_coordinator_of_riga_is_told_of_riga(told_to: dict[str, Told]) -> None:
    people = told_to["coordinator-riga"].before["attendance.rows.rows", "everything"]
    assert isinstance(people, pd.DataFrame)
    assert len(people)
