"""``python -m data_access audit``: the verdict, a head to keep, or a sentence on what is wrong."""

import json

import pytest
from sqlalchemy import Engine

from data_access import audit
from data_access.__main__ import main
from data_access.audit import Break, Fault
from tests.conftest import written_out
from tests.data_access.audit.log import edit, owning, remove, write
from tests.data_access.command_lines import Said, call, run
from tests.provide.databases import SqliteShelf
from tests.provide.postgresql import free_port

ENTRIES = 3
OTHER_HASH = "f" * 64


def tamper(engine: Engine) -> None:
    """The tail cut, for good."""
    with owning(engine) as connection:
        remove(connection, ENTRIES)
        connection.commit()


def ask(engine: Engine, *arguments: str) -> Said:
    """What the command says, called in this process."""
    return call(main, "audit", *arguments, url=written_out(engine.url))


def test_a_whole_log_is_said_to_be_whole_and_with_what_it_was_compared(engine: Engine) -> None:
    heads = write(engine, ENTRIES)
    file = audit.heads_file(engine.url)
    said = run("data_access", "audit", "verify", url=written_out(engine.url))
    assert said == Said(
        0,
        f"The audit log is whole: {ENTRIES} entries.\nHead: {heads[-1]}\n"
        f"Exported heads that agree with it: {ENTRIES} in {file}.\n",
        "",
    )


def test_without_a_heads_file_it_says_so_and_does_not_fail(engine: Engine) -> None:
    write(engine, ENTRIES)
    audit.heads_file(engine.url).unlink()
    said = ask(engine, "verify")
    assert (said.code, said.problem) == (0, "")
    assert "No exported heads were compared" in said.out


def test_a_cut_tail_is_one_sentence(engine: Engine) -> None:
    heads = write(engine, ENTRIES)
    tamper(engine)
    sentence = "The audit log's tail was cut: entry 3 is missing"
    assert ask(engine, "verify").refusal().startswith(sentence)
    audit.heads_file(engine.url).unlink()
    assert ask(engine, "verify").code == 0
    assert ask(engine, "verify", "--head", str(heads[-1])).refusal().startswith(sentence)


def test_for_programs_the_verdict_is_json_whole_or_not(engine: Engine) -> None:
    heads = write(engine, ENTRIES)
    whole = json.loads(ask(engine, "verify", "--json").out)
    assert (whole["whole"], whole["entries"], whole["compared"]) == (True, ENTRIES, ENTRIES)
    assert whole["head"] == {"sequence": ENTRIES, "hash": heads[-1].hash}
    tamper(engine)
    said = ask(engine, "verify", "--json")
    names = ("whole", "fault", "number", "other")
    assert said.code == 1
    assert [json.loads(said.out)[name] for name in names] == [False, "cut", ENTRIES, ENTRIES]
    assert len(said.problem.splitlines()) == 1


def test_the_head_is_printed_to_be_kept_and_compared_with_later(engine: Engine) -> None:
    heads = write(engine, ENTRIES)
    assert ask(engine, "head") == Said(0, f"{heads[-1]}\n", "")
    assert ask(engine, "verify", "--head", str(heads[0])).code == 0
    assert "Entry 1 " in ask(engine, "verify", "--head", f"1 {OTHER_HASH}").refusal()


def test_an_empty_log_is_whole_and_has_no_head(engine: Engine) -> None:
    assert ask(engine, "verify").out.startswith("The audit log is empty.\n")
    assert "there is no head to keep yet" in ask(engine, "head").refusal()


def test_an_edited_entry_is_named(engine: Engine) -> None:
    write(engine, ENTRIES)
    with owning(engine) as connection:
        edit(connection, 2, actor="test:other")
        connection.commit()
    assert ask(engine, "verify").refusal().startswith("Entry 2 of the audit log was edited")


@pytest.mark.parametrize("head", ["", "3", "3 0123", f"x {OTHER_HASH}"])
def test_what_is_no_head_is_refused(sqlite_shelf: SqliteShelf, head: str) -> None:
    with sqlite_shelf.copy("migrated") as url:
        sentence = call(main, "audit", "verify", "--head", head, url=written_out(url)).refusal()
    assert sentence.startswith("A head is a number")


def test_a_database_that_does_not_answer_is_a_sentence() -> None:
    url = f"postgresql://platform@127.0.0.1:{free_port()}/platform"
    for command in ("verify", "head"):
        assert "does not answer" in call(main, "audit", command, url=url).refusal()


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        (Break(Fault.MISSING, 2, 4), "Entry 2 of the audit log is missing: the next one is 5."),
        (
            Break(Fault.OUT_OF_ORDER, 2, 7),
            "The audit log is out of order: entry 2 was written as 7.",
        ),
        (
            Break(Fault.OUT_OF_ORDER, 0),
            "The audit log is out of order: entry 0 was written as another number, or never.",
        ),
    ],
)
def test_a_sentence_names_the_first_number_and_what_is_wrong(broken: Break, sentence: str) -> None:
    assert audit.sentence_of(broken) == sentence


@pytest.mark.parametrize("fault", list(Fault))
def test_there_is_a_sentence_for_every_fault(fault: Fault) -> None:
    assert " 8" in audit.sentence_of(Break(fault, 8, 9))
