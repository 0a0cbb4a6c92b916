"""``python -m data_access``: the questions and the upkeep, from the command line."""

import argparse
import json
import sys
from collections.abc import Callable

from data_access.access import OPERATOR
from data_access.engine import (
    DatabaseFault,
    DatabaseProblem,
    create_file,
    database_url,
    reading,
    using,
)
from data_access.figures.summary import RoundUnknown, as_table, summary
from data_access.identity import IdentityKeyProblem, ensure_key
from data_access.upgrade import check, upgrade

REFUSED = 1


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0, or 1 with one sentence on standard error."""
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], str] = options.run
    try:
        print(run(options))
    except (DatabaseProblem, RoundUnknown, IdentityKeyProblem) as problem:
        print(problem, file=sys.stderr)
        return REFUSED
    except DatabaseFault as fault:
        print(f"The database refused a statement and nothing was stored: {fault}.", file=sys.stderr)
        return REFUSED
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data_access")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    figures = commands.add_parser("figures", help="a round's reported and recorded figures")
    figures.add_argument("--round", required=True, help="the round's code, such as IV")
    figures.add_argument("--json", action="store_true", help="for programs instead of people")
    figures.set_defaults(run=_figures)
    migrate = commands.add_parser("migrate", help="bring the database's schema up to date")
    migrate.set_defaults(run=_migrate)
    return parser


def _figures(options: argparse.Namespace) -> str:
    with using() as engine:
        check(engine)
        with reading(engine) as connection:
            found = summary(connection, OPERATOR, options.round)
    return json.dumps(found, ensure_ascii=False, indent=2) if options.json else as_table(found)


def _migrate(_options: argparse.Namespace) -> str:
    url = database_url()
    create_file(url)
    with using(url) as engine:
        changed = upgrade(engine)
        with reading(engine) as connection:
            ensure_key(connection)
    return "The schema was brought up to date." if changed else "The schema is up to date."


if __name__ == "__main__":
    raise SystemExit(main())
