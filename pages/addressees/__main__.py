"""``python -m pages.addressees``: an institution's reminder, from the command line."""

import argparse
import datetime as dt
import sys
from pathlib import Path

from data_access import calendars, freshness, institutions, owed, reviewing, rounds
from data_access.access import OPERATOR
from data_access.clock import today
from data_access.engine import DatabaseFault, DatabaseProblem, reading, using
from data_access.filters import Filters
from data_access.upgrade import check
from pages.addressees.reminders import Reminder, calendar, disclaimers, text
from pages.shared.words import LANGUAGES, Words


class InstitutionUnknown(LookupError):
    """No institution has the code; the message names it."""


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0, or 1 with one sentence on standard error."""
    options = _parser().parse_args(arguments)
    words = Words(options.language)
    try:
        reminder, changed_at = _asked(words, options.institution)
        if options.calendar is not None:
            options.calendar.write_bytes(calendar(words, reminder, changed_at))
    except (DatabaseProblem, InstitutionUnknown, calendars.NoDay) as problem:
        return _refuse(str(problem))
    except DatabaseFault as fault:
        return _refuse(f"The database refused a statement: {fault}.")
    except OSError as problem:
        return _refuse(f"{options.calendar} cannot be written: {problem.strerror}.")
    sys.stdout.flush()
    sys.stdout.buffer.write(text(words, reminder).encode())
    sys.stdout.flush()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m pages.addressees")
    parser.add_argument("--institution", required=True, help="the institution's code, such as lm")
    parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    parser.add_argument("--calendar", type=Path, help="write its days as an iCalendar file, too")
    return parser


def _asked(words: Words, code: str) -> tuple[Reminder, dt.datetime]:
    """The reminder, and the moment of the data version it is made from."""
    with using() as engine:
        check(engine)
        with reading(engine) as connection:
            listed = institutions.listed(connection, OPERATOR, Filters()).to_dict("records")
            found = next((row for row in listed if row["code"] == code), None)
            if found is None:
                raise InstitutionUnknown(f"No institution has the code '{code}'.")
            entries = tuple(owed.owed(connection, OPERATOR, Filters(), code).to_dict("records"))
            told = rounds.listed(connection, OPERATOR, Filters()).to_dict("records")
            met = reviewing.meetings(connection, OPERATOR, Filters()).to_dict("records")
            changed_at = freshness.current(connection).changed_at
    own = disclaimers(words, told, entries)
    return Reminder(found, entries, tuple(met), today(), own), changed_at


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
