"""Files stored in the register, and taken back again."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from data_access import schema, standings
from data_access.access import AccessRefused, Grant, Reader
from data_access.filters import Filters
from data_access.recommendations import importing, keeping
from data_access.recommendations.importing import Decisions, Draft, Outcome
from data_access.rules import RecommendationLinkKind, Role
from data_access.upkeep import ChangedMeanwhile
from tests.data_access.readers import COORDINATOR
from tests.data_access.recommendations.importing.files import (
    HEADINGS,
    ROW,
    a_csv,
    contents,
    opened,
    plant,
)
from tests.data_access.register import address, an_entry, link, report

FILE = a_csv(
    (*ROW, "IV-01"),
    ("IV-01", "", "Second wording", "Second wording", "LM", "2027", ""),
    headings=(*HEADINGS, "Aizstāj"),
)
UNDECIDED = importing.UNDECIDED


def read(connection: Connection, content: bytes = FILE, **decided: Any) -> Draft:
    return importing.check(connection, COORDINATOR, opened(content), Decisions(**decided))


def stored(connection: Connection, content: bytes = FILE, **decided: Any) -> int:
    draft = read(connection, content, **decided)
    return importing.store(connection, COORDINATOR, draft, draft.decisions)


def standing(connection: Connection, entry: int) -> str:
    table = schema.recommendation_standing.c
    today = select(table.status).where(table.recommendation_id == entry, table.until.is_(None))
    return str(connection.scalars(today).one())


def test_entries_are_added_and_changed_with_what_follows(connection: Connection) -> None:
    entries = plant(connection)
    number = stored(connection)
    table, version = schema.recommendation, schema.recommendation_version.c
    added = connection.execute(select(table).where(table.c.reference == "IV-90")).mappings().one()
    assert (added["origin"], added["deadline_date_precision"]) == ("upload", "half_year")
    wordings = select(version.text_lv, version.reason).order_by(version.recommendation_id)
    texts = connection.execute(wordings.where(version.reason == "imported")).all()
    assert [text for text, _ in texts] == ["Second wording", "Vākt pieredzi."]
    assert standing(connection, entries["IV-01"]) == "superseded"
    assert standing(connection, entries["V-01"]) == "proposed"
    kept = connection.execute(select(schema.register_import)).mappings().one()
    assert (kept["id"], kept["entries"], len(kept["sha256"])) == (number, 2, 64)
    assert importing.imports(connection, COORDINATOR, Filters())["entries"].tolist() == [2]


def test_a_file_taken_back_leaves_everything_as_it_was(connection: Connection) -> None:
    entries = plant(connection)
    address(connection, entries["IV-01"], _body(connection, "km"))
    link(connection, entries["V-01"], entries["IV-01"])
    standings.renew(connection)
    before = contents(connection)
    number = stored(connection)
    assert contents(connection) != before
    assert importing.undo(connection, COORDINATOR, number) == 2
    assert contents(connection) == before
    with pytest.raises(importing.ImportUndone):
        importing.undo(connection, COORDINATOR, number)
    with pytest.raises(importing.ImportUnknown):
        importing.undo(connection, COORDINATOR, number + 1)


def _body(connection: Connection, code: str) -> int:
    body = schema.institution.c
    return int(connection.scalars(select(body.id).where(body.code == code)).one())


def _reported(connection: Connection, numbers: dict[str, int]) -> None:
    report(connection, numbers["IV-90"], dt.date(2026, 1, 1), "in_progress")


def _linked(connection: Connection, numbers: dict[str, int]) -> None:
    link(connection, numbers["V-01"], numbers["IV-90"])


def _changed(connection: Connection, _numbers: dict[str, int]) -> None:
    stored(connection, a_csv((*ROW[:5], "2029")))


@pytest.mark.parametrize("happen", [_reported, _linked, _changed])
def test_what_happened_since_is_not_taken_back(connection: Connection, happen: Any) -> None:
    plant(connection)
    number = stored(connection)
    table = schema.recommendation.c
    listed = connection.execute(select(table.reference, table.id))
    happen(connection, {str(reference): int(entry) for reference, entry in listed})
    stands = contents(connection)
    with pytest.raises(importing.TouchedSince) as refused:
        importing.undo(connection, COORDINATOR, number)
    assert refused.value.references == ("IV-90",)
    assert contents(connection) == stands


def test_an_entry_of_a_file_is_removed_and_its_import_says_so(connection: Connection) -> None:
    plant(connection)
    number = stored(connection)
    keeping.unlink(connection, COORDINATOR, "IV-90", RecommendationLinkKind.REPLACES, "iv-01")
    revision = select(schema.recommendation.c.revision).filter_by(reference="IV-90")
    keeping.remove(connection, COORDINATOR, "IV-90", connection.scalars(revision).one())
    stands = contents(connection)
    with pytest.raises(importing.TouchedSince) as refused:
        importing.undo(connection, COORDINATOR, number)
    assert refused.value.gone == 1
    assert contents(connection) == stands


def test_the_same_file_is_told_and_not_stored_twice_by_accident(connection: Connection) -> None:
    plant(connection)
    content = a_csv(ROW, ("IV-91", *ROW[1:]))
    stored(connection, content, left_out=frozenset({3}))
    again = read(connection, content)
    assert again.known is not None
    assert [row.outcome for row in again.rows] == [Outcome.SAME, Outcome.NEW]
    with pytest.raises(importing.FileKnown):
        importing.store(connection, COORDINATOR, again, again.decisions)
    stored(connection, content, again=True)
    with pytest.raises(importing.NothingToStore):
        stored(connection, content, again=True)


def test_nothing_is_stored_where_a_row_waits_or_the_register_moved_on(
    connection: Connection,
) -> None:
    plant(connection)
    before = contents(connection)
    with pytest.raises(importing.NotStorable) as refused:
        stored(connection, a_csv(ROW, ("IV-91", "IX", *ROW[2:])))
    assert refused.value.rows == (3,)
    draft = read(connection)
    assert contents(connection) == before
    stored(connection, a_csv(("IV-01", "", "Third wording", "Third", "", "")))
    with pytest.raises(ChangedMeanwhile):
        importing.store(connection, COORDINATOR, draft, UNDECIDED)


def test_a_right_that_ends_at_a_round_stores_no_row_beyond_it(connection: Connection) -> None:
    plant(connection)
    round_ = schema.round.c
    number = connection.scalars(select(round_.id).where(round_.code == "V")).one()
    limited = Reader("test:limited", frozenset({Grant(Role.COORDINATOR, round=number)}))
    draft = importing.read(connection, limited, a_csv(ROW), "x")
    with pytest.raises(AccessRefused):
        importing.store(connection, limited, draft, UNDECIDED)


def test_the_templates_hold_headings_and_an_example_that_is_left_out(known: Connection) -> None:
    for template in (importing.template, importing.template_csv):
        draft = read(known, template(known, COORDINATOR, Filters()))
        assert {problem.code for problem in draft.problems} == {"example_left_out", "no_rows"}
        assert set(draft.table.columns) == set(importing.columns.HEADINGS)


def test_the_register_as_a_file_changes_nothing(made_up: Connection) -> None:
    draft = read(made_up, importing.register_csv(made_up, COORDINATOR, Filters()))
    assert set(draft.counts) == {Outcome.SAME}
    assert draft.counts[Outcome.SAME] > 9


TEXTS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1)


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_whatever_is_stored_is_read_back_from_the_register(
    connection: Connection, texts: list[str]
) -> None:
    with connection.begin_nested() as turn:
        entries = plant(connection)
        for at, text in enumerate(texts):
            round_ = select(schema.recommendation.c.round_id).filter_by(id=entries["IV-01"])
            number = an_entry(connection, int(connection.scalars(round_).one()), f"IV-5{at}")
            wording = schema.recommendation_version
            these = wording.update().where(wording.c.recommendation_id == number)
            connection.execute(these.values(text_lv=text.strip()))
        content = importing.register_csv(connection, COORDINATOR, Filters())
        assert set(read(connection, content).counts) == {Outcome.SAME}
        turn.rollback()


def test_a_thousand_rows_are_looked_at_in_one_go(connection: Connection) -> None:
    plant(connection)
    rows = [(f"IV-{number}", *ROW[1:]) for number in range(100, 1100)]
    assert read(connection, a_csv(*rows)).counts == {Outcome.NEW: 1000}
