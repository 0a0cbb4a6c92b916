"""``python -m seed``: migrate the database, then fill it, or take the made-up rows out again."""

import argparse
import sys

from sqlalchemy import Connection, Engine

from data_access import freshness
from data_access.engine import (
    DatabaseFault,
    DatabaseProblem,
    create_file,
    database_url,
    reading,
    using,
    writing,
)
from data_access.identity import IdentityKeyProblem, ensure_key
from data_access.upgrade import upgrade
from seed.fill import DatabaseHoldsRecords, fill_facts, holds_records
from seed.lines import FactsUnreadable
from seed.sample import drop_sample, fill_sample

REFUSED = 1
LEFT = "The database holds records; it was left as it is."


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 when it is done, 1 with one sentence on standard error when not."""
    options = _options(arguments)
    try:
        print(_drop() if options.drop_sample else _seed(options))
    except (DatabaseProblem, DatabaseHoldsRecords, FactsUnreadable, IdentityKeyProblem) as problem:
        print(problem, file=sys.stderr)
        return REFUSED
    except DatabaseFault as fault:
        print(f"The database refused a statement and nothing was stored: {fault}.", file=sys.stderr)
        return REFUSED
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m seed",
        description="Migrate the database, then fill in the documented facts and a made-up "
        "sample of round IV, marked as such on every screen.",
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--facts-only", action="store_true", help="fill in the documented facts alone"
    )
    what.add_argument(
        "--drop-sample", action="store_true", help="remove the made-up rows and leave the rest"
    )
    parser.add_argument(
        "--if-empty", action="store_true", help="leave a database with records as it is"
    )
    options = parser.parse_args(arguments)
    if options.drop_sample and options.if_empty:
        parser.error("argument --if-empty: not allowed with argument --drop-sample")
    return options


def _seed(options: argparse.Namespace) -> str:
    url = database_url()
    create_file(url)
    with using(url) as engine:
        upgrade(engine)
        with reading(engine) as connection:
            ensure_key(connection)
        if options.facts_only:
            return _fill_facts(engine, if_empty=options.if_empty)
        with writing(engine) as connection:
            return _fill_all(connection, if_empty=options.if_empty)


def _fill_facts(engine: Engine, *, if_empty: bool) -> str:
    try:
        with writing(engine) as connection:
            filled = fill_facts(connection)
    except DatabaseHoldsRecords:
        if not if_empty:
            raise
        return LEFT
    return "The facts were filled in." if filled else "The facts are in place already."


def _fill_all(connection: Connection, *, if_empty: bool) -> str:
    freshness.take_turn(connection)
    if if_empty and holds_records(connection):
        return LEFT
    facts, sample = fill_facts(connection), fill_sample(connection)
    if facts:
        return "The facts and the made-up sample were filled in."
    if sample:
        return "The made-up sample was added to the facts."
    return "The facts and the made-up sample are in place already."


def _drop() -> str:
    with using(database_url()) as engine:
        upgrade(engine)
        with writing(engine) as connection:
            dropped = drop_sample(connection)
    removed = f"{dropped.removed} made-up rows were removed"
    if not dropped.removed and not dropped.kept:
        return "The database holds no made-up rows."
    if dropped.kept:
        return f"{removed}; {dropped.kept} stayed, because other records refer to them."
    return f"{removed}; the rest was left as it is."


if __name__ == "__main__":
    raise SystemExit(main())
