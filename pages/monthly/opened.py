"""The report that is looked at: opened anew for each state of the data, and decided about."""

import datetime as dt
from dataclasses import dataclass, field

from data_access import monthly
from data_access.access import Reader
from data_access.clock import today
from data_access.filters import Filters
from data_access.monthly import Draft, Problem
from pages.monthly import refusals, upload
from pages.monthly.known import Posts
from pages.monthly.register import Register
from pages.monthly.steps import Step
from pages.shared import data, desk, once, outcome

LOOKED = "monthly-looked"


@dataclass(frozen=True)
class Looked:
    """What recording a report would do, as of a revision of it, and until when it waits."""

    revision: int
    delete_on: dt.date
    is_made_up: bool
    draft: Draft = field(repr=False)


@dataclass(frozen=True)
class Opened:
    """A report that waits, and what answers need to know: posts, and the institutions there are."""

    number: int
    looked: Looked
    posts: Posts = field(repr=False)
    register: Register = field(repr=False)

    @property
    def draft(self) -> Draft:
        """What recording it would do."""
        return self.looked.draft

    @property
    def name(self) -> str:
        """What its widgets are called by."""
        return f"monthly-{self.number}"

    def key(self, problem: Problem, answer: str) -> str:
        """A widget's name: codes and numbers alone."""
        where = "-".join(str(part) for part in (problem.part, problem.row, problem.column))
        return f"{self.name}-{where}-{problem.code}-{answer}"

    def take(self, step: Step) -> None:
        """One more decision, stored at once; the second half of a double click does nothing."""
        revision, decisions = self.looked.revision, step(self.draft.decisions)
        if once.is_repeated(self.name, revision):
            return
        try:
            data.tell(lambda c, reader: monthly.decide(c, reader, self.number, decisions, revision))
        except refusals.KINDS as refused:
            outcome.refuse(upload.PLACE, refused, refusals.sentence)
            return
        once.done(self.name, revision)
        outcome.forget()


def look(number: int) -> Looked:
    """The report as it stands; asked once for each state of the data.

    Refuses as ``monthly.opened`` does.
    """
    key = (number, data.version().number, data.reader().who, today())
    kept: tuple[object, Looked | None] = desk.here().get(LOOKED, (None, None))
    if kept[0] == key and kept[1] is not None:
        return kept[1]
    found = data.match(lambda connection, reader: _look(connection, reader, number))
    desk.here()[LOOKED] = (key, found)
    return found


def _look(connection: data.Asking, reader: Reader, number: int) -> Looked:
    found = monthly.opened(connection, reader, number)
    waiting = monthly.waiting(connection, reader, Filters())
    (row,) = waiting[waiting["report"] == number].to_dict("records")
    until, is_made_up = row["delete_on"].date(), bool(row["is_made_up"])
    return Looked(found.revision, until, is_made_up, found.draft)
