"""What refuses to be stored, recorded or undone of a monthly report; nothing was stored then."""

import datetime as dt
from collections.abc import Sequence

from data_access.monthly.report import Problem


class FileRefused(ValueError):
    """The file cannot be taken in, and another one has to come; ``problems`` say why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("The file cannot be taken in as a monthly report.")
        self.problems = tuple(problems)


class FileKnown(ValueError):
    """The same file came in before, at ``at``, and is recorded.

    Not ``is_recorded``: it waits, and the right does not let the reader open it.
    """

    def __init__(self, at: dt.datetime, *, is_recorded: bool) -> None:
        super().__init__("The same file came in before.")
        self.at, self.is_recorded = at, is_recorded


class TooManyWaiting(RuntimeError):
    """So many reports wait already, ``most``, that some have to be decided first."""

    def __init__(self, most: int) -> None:
        super().__init__("Too many monthly reports wait already.")
        self.most = most


class ReportUnknown(LookupError):
    """There is no such report, or none any more."""


class NotWaiting(RuntimeError):
    """The report does not wait: somebody recorded or undid it, or its time is over."""


class NotRecorded(RuntimeError):
    """The report is not recorded, so that there is nothing to undo."""


class NotFromFile(RuntimeError):
    """The report did not come as a file, so that nothing says what it brought."""


class QuestionsOpen(ValueError):
    """``count`` questions about the report are not answered yet."""

    def __init__(self, count: int) -> None:
        super().__init__("Questions about the report are open.")
        self.count = count


class MonthRecorded(ValueError):
    """The post's month is recorded already: by report ``number``, at ``at``."""

    def __init__(self, number: int, at: dt.datetime) -> None:
        super().__init__("The month is recorded already.")
        self.number, self.at = number, at


class TouchedSince(RuntimeError):
    """What the report brought or changed was changed since, or something else rests on it.

    ``families`` are the families' numbers; ``cases``, ``contacts`` and ``trainings`` say how many
    others were changed or taken away.
    """

    def __init__(
        self, families: Sequence[str] = (), *, cases: int = 0, contacts: int = 0, trainings: int = 0
    ) -> None:
        super().__init__("What the report brought was changed since, or something rests on it.")
        self.families, self.cases = tuple(families), cases
        self.contacts, self.trainings = contacts, trainings
