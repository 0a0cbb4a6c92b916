"""``caseloads``: a round's mediators, families and contacts at the command line."""

import argparse
import json
from collections.abc import Iterator
from typing import Any

from data_access.access import OPERATOR
from data_access.caseloads.summary import Caseloads, summary
from data_access.engine import reading, using
from data_access.upgrade import check

UNLIKE = (
    "Rounds of unlike length are not to be compared by these alone: a family counts once however "
    "long it stays, so that families for each mediator grow with the period, and those for each "
    "mediator and month sink with it."
)
MADE_UP = "Made up, wholly or in part: rows of the sample are behind the recorded figures."


def add_to(commands: Any) -> None:
    """The command among the others."""
    parser = commands.add_parser("caseloads", help="a round's mediators, families and contacts")
    parser.add_argument("--round", required=True, help="the round's code, such as IV")
    parser.add_argument("--json", action="store_true", help="for programs instead of people")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> str:
    """What the command prints. Raises RoundUnknown where no round has the code."""
    with using() as engine:
        check(engine)
        with reading(engine) as connection:
            found = summary(connection, OPERATOR, options.round)
    return json.dumps(found, ensure_ascii=False, indent=2) if options.json else as_text(found)


def as_text(found: Caseloads) -> str:
    """The same as lines; a figure without a number says why."""
    lines = [f"Round {found['round']}, as {found['last_day']} ends"]
    if found["is_made_up"]:
        lines.append(MADE_UP)
    sides = (("Reported", found["reported"]), ("Recorded", found["recorded"]))
    for title, figures in sides:
        lines += ["", title]
        lines += [_line(name, _written(found, title, name)) for name in figures]
    lines += ["", "Reports of months missing", *_missing(found)]
    return "\n".join([*lines, "", "Families for each mediator, as reported", *_rounds(found)])


def _written(found: Caseloads, title: str, name: str) -> str:
    value = found["reported" if title == "Reported" else "recorded"][name]
    if value is not None:
        return str(value)
    is_stated_nowhere = title == "Reported" or name in found["not_stated"]
    return "not stated" if is_stated_nowhere else "no rows yet"


def _line(name: str, written: str) -> str:
    return f"  {name:<30}{written:>12}"


def _missing(found: Caseloads) -> Iterator[str]:
    if found["months_missing"] is None:
        yield _line("months", "no month of a post is known")
        return
    yield _line("months", str(found["months_missing"]))
    for one in found["missing"]:
        yield f"    {one['month']}, post {one['post']}, {one['place'] or 'place not stated'}"


def _rounds(found: Caseloads) -> Iterator[str]:
    names = ("mediators", "months", "families", "per_mediator", "per_mediator_month")
    yield f"  {'round':<8}" + "".join(f"{name:>20}" for name in names)
    for code, row in found["rounds"].items():
        cells = ("not stated" if row[name] is None else str(row[name]) for name in names)
        yield f"  {code:<8}" + "".join(f"{cell:>20}" for cell in cells)
    yield f"  {UNLIKE}"
