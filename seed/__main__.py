"""``python -m seed``: migrate the database, then fill it."""

import argparse
import sys

from data_access.engine import (
    DatabaseFault,
    DatabaseProblem,
    create_file,
    database_url,
    using,
    writing,
)
from data_access.upgrade import upgrade
from seed.fill import DatabaseHoldsRecords, fill_facts
from seed.lines import FactsUnreadable

REFUSED = 1


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 when the facts are in place, 1 with one sentence on standard error when not."""
    options = _options(arguments)
    try:
        print(_seed(if_empty=options.if_empty))
    except (DatabaseProblem, DatabaseHoldsRecords, FactsUnreadable) as problem:
        print(problem, file=sys.stderr)
        return REFUSED
    except DatabaseFault as fault:
        print(f"The database refused a statement and nothing was stored: {fault}.", file=sys.stderr)
        return REFUSED
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m seed", description=main.__doc__)
    parser.add_argument(
        "--facts-only", action="store_true", required=True, help="fill in the documented facts"
    )
    parser.add_argument(
        "--if-empty", action="store_true", help="leave a database with records as it is"
    )
    return parser.parse_args(arguments)


def _seed(*, if_empty: bool) -> str:
    url = database_url()
    create_file(url)
    try:
        with using(url) as engine:
            upgrade(engine)
            with writing(engine) as connection:
                filled = fill_facts(connection)
    except DatabaseHoldsRecords:
        if not if_empty:
            raise
        return "The database holds records; it was left as it is."
    return "The facts were filled in." if filled else "The facts are in place already."


if __name__ == "__main__":
    raise SystemExit(main())
