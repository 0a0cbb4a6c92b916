"""Rows of a file, counted so that what was read equals what became of it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from data_access.attendance.arrivals import Arrival
from data_access.attendance.problems import Problem, ProblemCode
from data_access.attendance.reading import Sheet
from data_access.rules import AttendanceStatus


@dataclass(frozen=True)
class Counts:
    """``read`` rows are the sum of the others.

    ``accepted``: persons who attended and are recorded. ``merged``: further rows of a person.
    ``skipped``: rows left out with a reason, persons of whom the list does not say that they
    attended, and persons who are there already. ``rejected``: rows that wait for a decision.
    """

    read: int
    accepted: int
    merged: int
    skipped: int
    rejected: int

    @classmethod
    def of(cls, sheet: Sheet, arrivals: Collection[Arrival], waiting: Collection[int]) -> "Counts":
        """The counts of a file whose rows are those of the arrivals, or wait."""
        accepted = sum(arrival.counts for arrival in arrivals)
        return cls(
            read=sheet.read_count,
            accepted=accepted,
            merged=sum(len(arrival.rows) - 1 for arrival in arrivals),
            skipped=len(sheet.left_out) + len(arrivals) - accepted,
            rejected=len(waiting),
        )

    @staticmethod
    def attended(arrivals: Iterable[Arrival]) -> int:
        """How many persons of the file attended, those who are there already among them."""
        return sum(arrival.entry.status == AttendanceStatus.ATTENDED for arrival in arrivals)


def total_differs(sheet: Sheet, least: int, most: int) -> list[Problem]:
    """What is said of a total in the file that lies outside of what its rows may come to.

    Once is enough: whoever read the file may have said it already.
    """
    stated = sheet.stated_total
    is_said = any(problem.code is ProblemCode.TOTAL_DIFFERS for problem in sheet.problems)
    if stated is None or is_said or least <= stated <= most:
        return []
    return [Problem(ProblemCode.TOTAL_DIFFERS, most=stated, found=least)]
