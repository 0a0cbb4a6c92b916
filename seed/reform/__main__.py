"""``python -m seed.reform``: the next division of municipalities, from a list and a map."""

import argparse
import datetime as dt
import sys
from pathlib import Path

from sqlalchemy import Connection

from data_access import freshness
from data_access.access import OPERATOR
from data_access.engine import DatabaseFault, DatabaseProblem, reading, using, writing
from data_access.filters import Filters
from data_access.territory import NoOutlines, added_maps, outlines
from data_access.upgrade import check
from seed.lines import FactsUnreadable
from seed.reform import listed, present, stored
from seed.reform.planned import Plan, Told, plan
from seed.reform.present import ReformRefused
from seed.reform.telling import as_text
from seed.topology import MapRefused

REFUSED = 1
REFUSALS = (DatabaseProblem, FactsUnreadable, MapRefused, NoOutlines, ReformRefused)
"""What carries the sentence that says what is wrong."""


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 when it is done, 1 with one sentence on standard error when not."""
    options = _parser().parse_args(arguments)
    try:
        said: str = options.run(options)
    except REFUSALS as problem:
        print(problem, file=sys.stderr)
        return REFUSED
    except DatabaseFault as fault:
        print(f"The database refused a statement and nothing was stored: {fault}.", file=sys.stderr)
        return REFUSED
    sys.stdout.flush()
    sys.stdout.buffer.write(said.encode())
    sys.stdout.flush()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m seed.reform",
        description="Add the division of municipalities that a reform makes, once its list of "
        "territorial units and its map have been checked.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    template = commands.add_parser("template", help="print the list as it is at present")
    template.set_defaults(run=_template)
    for name, run, told in (
        ("check", _check, "say what would be done, and change nothing"),
        ("add", _add, "add the division"),
    ):
        _add_reform(command := commands.add_parser(name, help=told))
        command.set_defaults(run=run)
    drop = commands.add_parser("drop", help="take the division out while no record names it")
    drop.add_argument("division", help="its code, such as 2029")
    drop.set_defaults(run=_drop)
    return parser


def _add_reform(command: argparse.ArgumentParser) -> None:
    command.add_argument("list", type=Path, metavar="LIST.csv", help="the template, edited")
    command.add_argument("map", type=Path, metavar="MAP.json", help="TopoJSON or GeoJSON")
    command.add_argument("--division", required=True, help="its code: the year, such as 2029")
    command.add_argument(
        "--from",
        required=True,
        dest="begins",
        type=dt.date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="its first day",
    )
    for language in ("lv", "en"):
        whose = f"whose boundaries the map shows, as it stands on the map ({language})"
        command.add_argument(f"--attribution-{language}", required=True, metavar="TEXT", help=whose)
    command.add_argument("--legal-basis", metavar="TEXT", help="the law, with its date")


def _template(_options: argparse.Namespace) -> str:
    with using() as engine:
        check(engine)
        with reading(engine) as connection:
            # The mark at the beginning tells office programs that this is UTF-8.
            return f"\ufeff{listed.template(present.read(connection))}"


def _check(options: argparse.Namespace) -> str:
    with using() as engine:
        check(engine)
        with reading(engine) as connection:
            return (
                f"{as_text(_plan(connection, options))}\nNothing was changed: this was a check.\n"
            )


def _add(options: argparse.Namespace) -> str:
    with using() as engine:
        check(engine)
        with writing(engine) as connection:
            freshness.take_turn(connection)
            found = _plan(connection, options)
            stored.add(connection, found)
    return f"{as_text(found)}\nThe division was added.\n"


def _drop(options: argparse.Namespace) -> str:
    with using() as engine:
        check(engine)
        with writing(engine) as connection:
            freshness.take_turn(connection)
            stored.drop(connection, options.division)
    return f"The division {options.division} was taken out again.\n"


def _plan(connection: Connection, options: argparse.Namespace) -> Plan:
    told = Told(
        options.division,
        options.begins,
        options.legal_basis or None,
        options.attribution_lv,
        options.attribution_en,
    )
    latest = present.read(connection)
    code = latest.division["code"]
    old = outlines(code, added_maps(connection, OPERATOR, Filters()).get(code))
    return plan(latest, told, old, (options.list, options.map))


if __name__ == "__main__":
    raise SystemExit(main())
