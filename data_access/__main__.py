"""``python -m data_access``: the questions and the upkeep, from the command line."""

import argparse
import json
import sys
import time
from collections.abc import Callable

from data_access import audit, rotation
from data_access.access import OPERATOR
from data_access.attendance import KeepDaysUnusable
from data_access.attendance import commands as attendance_commands
from data_access.caseloads import commands as caseloads_commands
from data_access.clock import today
from data_access.engine import (
    DatabaseFault,
    DatabaseProblem,
    DatabaseRole,
    create_file,
    database_url,
    reading,
    using,
    writing,
)
from data_access.expiring import delete_due
from data_access.figures.summary import RoundUnknown, as_table, summary
from data_access.identity import IdentityKeyProblem, ensure_key
from data_access.upgrade import check, upgrade

REFUSED = 1
A_SECOND = 1.0
REFUSALS = (
    *(DatabaseProblem, RoundUnknown, IdentityKeyProblem),
    *(audit.LogBroken, audit.HeadUnusable, KeepDaysUnusable),
)
"""What carries the sentence that says what is wrong."""


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0, or 1 with one sentence on standard error."""
    options = _parser().parse_args(arguments)
    if "answer" in options:
        return _say(options.answer(options))
    run: Callable[[argparse.Namespace], str] = options.run
    try:
        print(run(options))
    except REFUSALS as problem:
        print(problem, file=sys.stderr)
        return REFUSED
    except DatabaseFault as fault:
        print(f"The database refused a statement and nothing was stored: {fault}.", file=sys.stderr)
        return REFUSED
    return 0


def _say(said: attendance_commands.Said) -> int:
    """Write the answer down, whatever alphabet the terminal is thought to have."""
    for stream, text in ((sys.stdout, said.out), (sys.stderr, said.error)):
        if text:
            stream.flush()
            stream.buffer.write(f"{text}\n".encode())
            stream.flush()
    return said.code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data_access")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    figures = commands.add_parser("figures", help="a round's reported and recorded figures")
    figures.add_argument("--round", required=True, help="the round's code, such as IV")
    figures.add_argument("--json", action="store_true", help="for programs instead of people")
    figures.set_defaults(run=_figures)
    caseloads_commands.add_to(commands)
    attendance_commands.add_to(commands)
    _add_audit(commands.add_parser("audit", help="what happened: is the record of it whole?"))
    migrate = commands.add_parser("migrate", help="bring the database's schema up to date")
    migrate.set_defaults(run=_migrate)
    due = commands.add_parser("delete-due", help="delete names of rows that waited too long")
    due.set_defaults(run=_delete_due)
    rotate = commands.add_parser("rotate-key", help="new keys for names; everything sealed anew")
    rotate.set_defaults(run=_rotate_key)
    return parser


def _add_audit(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    verify = commands.add_parser("verify", help="read the whole audit log and check it")
    verify.add_argument("--head", help="a head that was kept elsewhere, as 'audit head' prints it")
    verify.add_argument("--json", action="store_true", help="for programs instead of people")
    verify.set_defaults(run=_verify)
    head = commands.add_parser("head", help="the latest number and hash, to be kept elsewhere")
    head.set_defaults(run=_head)


def _figures(options: argparse.Namespace) -> str:
    with using() as engine:
        check(engine)
        with reading(engine) as connection:
            found = summary(connection, OPERATOR, options.round)
    return json.dumps(found, ensure_ascii=False, indent=2) if options.json else as_table(found)


def _verify(options: argparse.Namespace) -> str:
    kept = [] if options.head is None else [audit.head_of(options.head)]
    with using() as engine:
        check(engine)
        with reading(engine, DatabaseRole.APPLICATION) as connection:
            verdict = audit.verify(connection, OPERATOR, kept)
    names = json.dumps(audit.as_names(verdict), indent=2) if options.json else ""
    if verdict.broken is not None:
        sys.stdout.write(names and f"{names}\n")
        raise audit.LogBroken(audit.sentence_of(verdict.broken))
    return names or audit.as_text(verdict)


def _head(_options: argparse.Namespace) -> str:
    with using() as engine:
        check(engine)
        with reading(engine, DatabaseRole.APPLICATION) as connection:
            found = audit.head(connection, OPERATOR)
    if found is None:
        raise audit.HeadUnusable("The audit log is empty: there is no head to keep yet.")
    return str(found)


def _migrate(_options: argparse.Namespace) -> str:
    url = database_url()
    create_file(url)
    with using(url) as engine:
        changed = upgrade(engine)
        with reading(engine) as connection:
            ensure_key(connection)
    return "The schema was brought up to date." if changed else "The schema is up to date."


def _delete_due(_options: argparse.Namespace) -> str:
    with using() as engine:
        check(engine)
        with writing(engine) as connection:
            deleted = delete_due(connection, OPERATOR, today())
    of_lists = f"{deleted.rows} rows that waited for a decision were deleted on their day."
    of_months = f"{deleted.reports} monthly reports that waited were deleted on their day."
    return f"{of_lists}\n{of_months}" if deleted.reports else of_lists


def _rotate_key(_options: argparse.Namespace) -> str:
    told = time.monotonic()

    def tell(done: int, of_all: int) -> None:
        nonlocal told
        if time.monotonic() - told >= A_SECOND:
            told = time.monotonic()
            print(f"{done} of {of_all} rows are sealed anew", file=sys.stderr)

    with using() as engine:
        check(engine)
        return rotation.as_text(rotation.rotate(engine, OPERATOR, tell))


if __name__ == "__main__":
    raise SystemExit(main())
