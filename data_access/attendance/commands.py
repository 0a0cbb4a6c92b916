"""``check-file`` and ``read-table``: an attendance file looked at from the command line."""

import argparse
import csv
import io
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data_access.access import OPERATOR
from data_access.attendance.file_check import READABLE, REFUSED, Found, check_file
from data_access.attendance.reading.recognise import table_in
from data_access.attendance.resolver import Resolver
from data_access.attendance.sentences import sentence
from data_access.engine import DatabaseProblem, reading, using
from data_access.upgrade import check

PARTS = ("accepted", "merged", "skipped", "rejected")
NAMED = "DATABASE_URL"
NO_FILE = "{path} cannot be read: {why}."


@dataclass(frozen=True)
class Said:
    """What a command answers: its exit code, and what goes to standard output and error."""

    code: int
    out: str = ""
    error: str = ""


def add_to(commands: Any) -> None:
    """The two commands among the others."""
    looked = commands.add_parser("check-file", help="who is in an attendance file; nothing stored")
    looked.add_argument("file", type=Path)
    looked.add_argument("--json", action="store_true", help="for programs instead of people")
    looked.set_defaults(answer=_check_file)
    table = commands.add_parser("read-table", help="the table in an attendance file, as UTF-8 CSV")
    table.add_argument("file", type=Path)
    table.set_defaults(answer=_read_table)


def _check_file(options: argparse.Namespace) -> Said:
    return _with(options.file, lambda content, name: _checked(content, name, options.json))


def _checked(content: bytes, name: str, as_json: bool) -> Said:
    try:
        resolver = _resolver()
    except DatabaseProblem as problem:
        return Said(REFUSED, error=str(problem))
    code, found = check_file(content, name, resolver)
    if code == REFUSED:
        return Said(REFUSED, error=" ".join(one["message"] for one in found["problems"]))
    told = json.dumps(found, ensure_ascii=False, indent=2) if as_json else as_text(found)
    return Said(code, told)


def _read_table(options: argparse.Namespace) -> Said:
    return _with(options.file, _table)


def _table(content: bytes, name: str) -> Said:
    found = table_in(content, name)
    if not isinstance(found, list):
        return Said(REFUSED, error=sentence(found))
    width = max(map(len, found))
    text = io.StringIO()
    rows = ([*row, *[""] * (width - len(row))] for row in found)
    csv.writer(text, lineterminator="\n").writerows(rows)
    return Said(READABLE, text.getvalue().removesuffix("\n"))


def _with(path: Path, look: Callable[[bytes, str], Said]) -> Said:
    try:
        content = path.read_bytes()
    except OSError as problem:
        return Said(REFUSED, error=NO_FILE.format(path=path, why=problem.strerror))
    return look(content, path.name)


def _resolver() -> Resolver:
    """The names that the database has; where none is named, those of the documented facts.

    Raises DatabaseProblem where one is named and cannot be asked.
    """
    try:
        with using() as engine:
            check(engine)
            with reading(engine) as connection:
                return Resolver.of(connection, OPERATOR)
    except DatabaseProblem:
        if os.environ.get(NAMED, "").strip():
            raise
        return Resolver.of_facts()


def as_text(found: Found) -> str:
    """The answer for people, without the names: the file has them."""
    counts, activity = found["counts"], found["activity"]
    came = sum(row["status"] == "attended" for row in found["rows"])
    others = len(found["rows"]) - came
    parts = " + ".join(f"{part} {counts[part]}" for part in PARTS)
    people = f"{came} attended, {others} registered only"
    lines = [
        f"{found['source']}, {activity['date'] or 'no date'}: {people}",
        f"rows read {counts['read']} = {parts}",
    ]
    if found["stated_total"] is not None:
        lines.append(f"the file states {found['stated_total']} in total")
    for one in found["problems"]:
        where = "" if one["row"] is None else f"row {one['row']}: "
        lines.append(f"- {where}{one['message']}")
    return "\n".join(lines)
