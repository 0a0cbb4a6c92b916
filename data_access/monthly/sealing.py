"""A report that waits, sealed: its cells and what was decided of them, as one text."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection

from data_access.identity import Keyring, open_keyring
from data_access.monthly.report import Code, Decisions, Part, Problem, Sheets
from data_access.rotation.anew import one_of_each

Plain = dict[str, Any]


class Kept(NamedTuple):
    """What is kept of a report that waits."""

    sheets: Sheets
    decisions: Decisions


def keyring_of(connection: Connection) -> Keyring:
    """The key for names. Refuses a missing one, and that of another database (IdentityKeyProblem).

    Whoever writes takes the turn first: the keys are new ones after a rotation.
    """
    keyring = open_keyring()
    for sealed in one_of_each(connection):
        keyring.unseal(sealed)
    return keyring


def sealed(keyring: Keyring, kept: Kept) -> bytes:
    """The report as it is stored."""
    plain = {"sheets": _of_sheets(kept.sheets), "decisions": _of_decisions(kept.decisions)}
    return keyring.seal(json.dumps(plain, ensure_ascii=False, separators=(",", ":")))


def unsealed(keyring: Keyring, stored: bytes) -> Kept:
    """The report that was sealed. Refuses what other keys sealed (IdentityKeyProblem)."""
    plain = json.loads(keyring.unseal(bytes(stored)))
    return Kept(_sheets(plain["sheets"]), _decisions(plain["decisions"]))


def _of_sheets(sheets: Sheets) -> Plain:
    return {
        "head": dict(sheets.head),
        "rows": {
            part: {row: dict(cells) for row, cells in rows.items()}
            for part, rows in sheets.rows.items()
        },
        "problems": [[p.code, p.part, p.row, p.column, p.value, p.others] for p in sheets.problems],
        "absent": [[part, column] for part, column in sheets.absent],
    }


def _sheets(plain: Plain) -> Sheets:
    return Sheets(
        head=plain["head"],
        rows={Part(part): _numbered(rows) for part, rows in plain["rows"].items()},
        problems=tuple(map(_problem, plain["problems"])),
        absent=frozenset((Part(part), column) for part, column in plain["absent"]),
    )


def _numbered(rows: Mapping[str, Mapping[str, str]]) -> dict[int, Mapping[str, str]]:
    """Rows by their numbers, which JSON keeps as texts."""
    return {int(row): cells for row, cells in rows.items()}


def _problem(told: Sequence[Any]) -> Problem:
    code, part, row, column, value, others = told
    known = Code(code) if code in set(Code) else code
    return Problem(known, part and Part(part), row, column, value, tuple(others))


def _of_decisions(decisions: Decisions) -> Plain:
    return {
        "cells": [[*at, text] for at, text in decisions.cells.items()],
        "left_out": [[part, row] for part, row in decisions.left_out],
        "accepted": [list(one) for one in decisions.accepted],
    }


def _decisions(plain: Plain) -> Decisions:
    return Decisions(
        cells={(Part(part), row, column): text for part, row, column, text in plain["cells"]},
        left_out=frozenset((Part(part), row) for part, row in plain["left_out"]),
        accepted=frozenset(
            (Code(code), Part(part), row, column) for code, part, row, column in plain["accepted"]
        ),
    )
