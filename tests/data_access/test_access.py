"""Who may ask: nobody, unless a role grants it, whatever the question."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

import data_access
from data_access import access
from data_access.access import OPERATOR, AccessRefused, Reader, Right, may, require
from data_access.rules import Role
from tests.data_access.readers import COORDINATOR, READER, STRANGER

Function = Callable[..., Any]

LEFT_OUT = ("data_access.migrations", "data_access.__main__", access.__name__)
# How fresh the data are is no secret; whoever writes says that they change, and what was done.
# What only an upkeep function calls, once it has asked, names what it needs and asks nobody again.
WITHOUT_READER = {
    f"data_access.{name}"
    for name in (
        *("frames.ask", "freshness.current", "freshness.take_turn", "freshness.advance"),
        *("audit.chain.append", "audit.heads.export_afterwards", "identity.file.ensure_key"),
        *("caseloads.gaps.gaps_by_post", "caseloads.next_round.following"),
        *(f"caseloads.in_hours.{name}" for name in ("contacts_in", "families_in")),
        *("caseloads.slices.slices", "caseloads.worked.worked", "monthly.counted.counted_for_good"),
        *("codes.free_code", "codes.numbered_code", "sources.number_of"),
        *("referring.tables_with", "mediators.outside.require_gaps_within"),
        *(f"mediators.families.{name}" for name in ("numbered", "add", "let_go")),
        "mediators.outside.require_records_within",
        *("territory.carrying.renew", "territory.divisions.in_force_today"),
        *(f"standings.{name}" for name in ("renew", "clear", "history_of", "histories")),
        *(f"recommendations.steps.{name}" for name in ("entry_of", "held_on", "is_own")),
        "recommendations.steps.require_of_others",
        *("reviewing.groups.sitting_of", "reviewing.given.given"),
        *(f"recommendations.seeing.{name}" for name in ("newest_of", "require_seen")),
        *(f"recommendations.keeping.addressing.{name}" for name in ("put", "role_of")),
        *(f"recommendations.keeping.carrying.{name}" for name in ("is_in", "require_carried_on")),
        *(f"recommendations.keeping.linking.{name}" for name in ("untie_all", "require_in_order")),
        "recommendations.keeping.linking.require_no_circle",
        "recommendations.keeping.columns.stood_of",
        *(f"recommendations.keeping.rows.{name}" for name in ("named", "round_of")),
        *(f"recommendations.keeping.wording.{name}" for name in ("take_away", "latest")),
        *("institutions.keeping.current", "attendance.lying.lying"),
        *(f"attendance.contacts.{name}" for name in ("hold", "learn", "forget")),
        *("attendance.contacts.of_newcomers", "attendance.asking.among"),
        *(f"attendance.bulk.{name}" for name in ("insert_rows", "update_rows")),
        *(f"attendance.days.{name}" for name in ("add_days", "inherit_days", "take_days_back")),
        *(f"attendance.marks.{name}" for name in ("strip", "marked")),
        *(f"attendance.taking_out.{name}" for name in ("take_out", "bring_back")),
        "attendance.taking_out.brought_and_taken_out",
        *(f"attendance.handing_on.{name}" for name in ("hand_on", "heir_of", "inherit")),
        *(
            f"attendance.raising.{name}"
            for name in ("raise_status", "lower_again", "raise_again", "as_brought")
        ),
        *(f"attendance.aliases.{name}" for name in ("add_alias", "drop_aliases")),
        *(f"attendance.leaving.{name}" for name in ("let_go", "who_are", "awaited_persons")),
        *("attendance.storing.store", "attendance.filling.fill_in"),
        *(f"monthly.needs.{name}" for name in ("add_needs", "change_needs", "needs_of")),
        *("monthly.needs.put_back", "monthly.removing.remove", "monthly.sealing.keyring_of"),
        *("monthly.touched.require_untouched", "monthly.writing.write"),
        "monthly.writing_cases.add",
        *(f"rotation.anew.{name}" for name in ("seal_anew", "let_go", "one_of_each")),
        "rotation.anew.everything_sealed",
        # Who is asking is found out by these, before there is anybody to ask.
        *(f"accounts.readers.{name}" for name in ("reader_of", "known_places")),
        *(f"accounts.local.{name}" for name in ("operator_of", "persona_of")),
        *(f"accounts.local.{name}" for name in ("open_operator", "open_personas")),
        *("accounts.local.close_personas", "freshness.is_made_up"),
        *("door.postgresql.narrow", "door.sqlite.narrow", "engine.opening.afterwards"),
        *(f"engine.roles.{name}" for name in ("take", "missing", "may_make", "may_own")),
    )
}
QUESTIONS = {
    "data_access.rounds.listed.listed",
    "data_access.activities.listed.listed",
    "data_access.recommendations.entries.listed",
    "data_access.recommendations.register.register",
    "data_access.recommendations.history.history",
    "data_access.recommendations.claiming.claim",
    "data_access.recommendations.confirming.decide",
    "data_access.overview.compared",
    "data_access.freshness.holdings",
    "data_access.attendance.check.check",
    "data_access.attendance.record.record",
    "data_access.attendance.undoing.undo",
    "data_access.attendance.rows.rows",
    "data_access.attendance.by_hand.by_hand",
    "data_access.figures.reported.reported",
    "data_access.figures.recorded.recorded",
    "data_access.figures.gaps.answer_gap",
    "data_access.figures.summary.summary",
}


def modules() -> Iterator[ModuleType]:
    """Every module of the data layer."""
    for found in pkgutil.walk_packages(data_access.__path__, "data_access."):
        if not found.name.startswith(LEFT_OUT):
            yield importlib.import_module(found.name)


def functions(module: ModuleType) -> Iterator[Function]:
    """The public functions that a module itself defines."""
    for name, function in inspect.getmembers(module, inspect.isfunction):
        if function.__module__ == module.__name__ and not name.startswith("_"):
            yield function


def asks_for(function: Function, name: str) -> bool:
    return name in inspect.signature(function).parameters


def path(function: Function) -> str:
    return f"{function.__module__}.{function.__name__}"


def refuses_strangers(function: Function) -> bool:
    """Whether a reader without roles is refused before anything else is even looked at."""
    unusable = dict.fromkeys(inspect.signature(function).parameters, object())
    try:
        function(**unusable | {"reader": STRANGER})
    except AccessRefused:
        return True
    except Exception:  # noqa: BLE001 - whatever else it does, it has not refused
        return False
    return False


def with_reader() -> list[Function]:
    return [f for module in modules() for f in functions(module) if asks_for(f, "reader")]


def test_the_walk_finds_the_questions() -> None:
    assert {path(function) for function in with_reader()} >= QUESTIONS


@pytest.mark.parametrize("function", with_reader(), ids=path)
def test_a_reader_without_roles_is_refused(function: Function) -> None:
    assert refuses_strangers(function)


def test_whatever_takes_a_connection_asks_who_is_reading() -> None:
    found = {
        path(function)
        for module in modules()
        for function in functions(module)
        if asks_for(function, "connection") and not asks_for(function, "reader")
    }
    assert found <= WITHOUT_READER


def answers_anybody(connection: object, reader: Reader) -> str:
    return f"{connection} for {reader.who}"


def answers_first(connection: Any, reader: Reader, filters: object) -> None:
    connection.execute(filters)
    require(reader, Right.READ_FIGURES)


def asks_at_once(connection: Any, reader: Reader, filters: object) -> None:
    require(reader, Right.READ_FIGURES)
    connection.execute(filters)


def test_the_walk_notices_a_function_that_does_not_ask() -> None:
    decoys = [answers_anybody, answers_first, asks_at_once]
    module: Any = SimpleNamespace(**{f.__name__: f for f in decoys}, __name__=__name__)
    found = [f for f in functions(module) if asks_for(f, "reader")]
    assert {f.__name__ for f in found if not refuses_strangers(f)} == {
        "answers_anybody",
        "answers_first",
    }
    assert len(found) == len(decoys)


def test_a_right_is_had_through_any_role_that_grants_it() -> None:
    both = Reader.with_roles("test:both", Role.AUDITOR, Role.COORDINATOR)
    assert [may(reader, Right.ANSWER_GAPS) for reader in (READER, COORDINATOR, both)] == [
        *(False, True, True)
    ]
    assert may(READER, Right.READ_FIGURES)


@pytest.mark.parametrize("right", list(Right))
def test_who_has_no_role_has_no_right(right: Right) -> None:
    assert not may(STRANGER, right)
    assert not may(Reader.with_roles("test:unknown", "nobody"), right)  # type: ignore[arg-type]
    assert may(OPERATOR, right) is (right is not Right.CONFIRM)


def test_only_a_coordinator_answers_gaps() -> None:
    granted = {role for role in Role if may(Reader.with_roles("test", role), Right.ANSWER_GAPS)}
    assert granted == {Role.COORDINATOR}


def test_a_refusal_names_the_right_and_not_who_asked() -> None:
    with pytest.raises(AccessRefused, match="answer_gaps") as caught:
        require(READER, Right.ANSWER_GAPS)
    assert READER.who not in str(caught.value)
    require(COORDINATOR, Right.ANSWER_GAPS)
