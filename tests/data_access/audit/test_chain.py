"""Writing down what happened: each entry sealed by the one before it."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import Connection, Engine, select

from data_access import audit, rounds, schema
from data_access.access import Reader
from data_access.engine import writing
from data_access.rounds import Step
from data_access.rules import Role
from tests.data_access.audit.log import AUDITOR, EVENT, entries_of, verdict

KEEPER = Reader.with_roles("test:administrator", Role.ADMINISTRATOR)
FIRST, LAST = dt.date(2026, 1, 10), dt.date(2026, 12, 20)
STEPS = ((Step.OPEN, FIRST), (Step.CLOSE, LAST), (Step.APPROVE, None))


def append_three(connection: Connection) -> None:
    audit.append(connection, "test:one", "first")
    audit.append(connection, "test:two", "second", subject=("upload", 7), reason="Jo tā")
    audit.append(connection, "test:one", "third", details={"b": 1, "a": "ā"})


def test_an_entry_says_who_did_what_to_what_and_why(connection: Connection) -> None:
    append_three(connection)
    _, second, third = entries_of(connection)
    names = ("actor", "action", "subject_table", "subject_id", "reason", "details")
    assert [second[name] for name in names] == ["test:two", "second", "upload", 7, "Jo tā", None]
    assert [third[name] for name in names[2:]] == [None, None, None, {"b": 1, "a": "ā"}]


def test_entries_as_they_are_read_back_make_a_whole_chain(connection: Connection) -> None:
    append_three(connection)
    found = audit.verify(connection, AUDITOR)
    assert (found.entries, found.broken) == (3, None)
    assert found.head == audit.head(connection, AUDITOR)


def test_the_first_entry_follows_from_the_beginning(connection: Connection) -> None:
    append_three(connection)
    first, second, _ = entries_of(connection)
    assert (first["sequence"], first["previous_hash"]) == (1, audit.BEGINNING)
    assert second["previous_hash"] == first["hash"] == audit.hash_of(first)


def test_eight_writers_at_once_make_one_chain(engine: Engine) -> None:
    def write(number: int) -> int:
        with writing(engine) as connection:
            return audit.append(connection, f"test:{number}", "wrote")

    with ThreadPoolExecutor(8) as threads:
        numbers = list(threads.map(write, range(24)))
    assert sorted(numbers) == list(range(1, 25))
    found = verdict(engine)
    assert (found.entries, found.broken, found.compared) == (24, None, 24)


def test_each_step_of_a_round_is_written_down(connection: Connection) -> None:
    number = rounds.add(connection, KEEPER, "VIII", {"title_lv": "Platforma VIII"})
    of_round = schema.round.c.code == "VIII"
    for step, day in STEPS:
        revision = connection.scalars(select(schema.round.c.revision).where(of_round)).one()
        rounds.take(connection, KEEPER, "VIII", revision, step=step, day=day)
    found = entries_of(connection)
    assert [entry["action"] for entry in found] == ["round.open", "round.close", "round.approve"]
    subjects = {(entry["subject_table"], entry["subject_id"], entry["actor"]) for entry in found}
    assert subjects == {("round", number, KEEPER.who)}
    assert connection.execute(select(EVENT.c.details)).scalars().all() == [{"round": "VIII"}] * 3
