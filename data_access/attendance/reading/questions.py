"""What somebody has to decide about a whole file, and what they have to know of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from data_access.attendance.problems import Problem, ProblemCode
from data_access.attendance.reading import sources
from data_access.attendance.reading.activity import ActivityFacts
from data_access.attendance.reading.decisions import Decisions, Means
from data_access.attendance.reading.finding import Found, List
from data_access.attendance.reading.listed import Listing
from data_access.attendance.reading.presence import is_there
from data_access.attendance.reading.roles import ColumnRole as Role
from data_access.attendance.reading.sheet import Part, Source
from data_access.attendance.reading.soundness import is_put_right
from data_access.files.grid import Grid, Opened
from data_access.rules import fold

SAYS_WHO_CAME = (Role.STATUS, Role.CHECK_IN, Role.JOIN, Role.DAY, Role.ACTION)


@dataclass(frozen=True)
class Asked:
    """A file as far as it was understood, of which questions are asked."""

    found: Found
    parts: Sequence[Part]
    chosen: Sequence[List]
    decisions: Decisions
    listing: Listing
    activity: ActivityFacts

    def problems(self) -> list[Problem]:
        """The questions that stand in the way of all rows, and what is to be known of the file."""
        told = [Problem(code, found=figure) for code, holds, figure in self._questions() if holds]
        return self._nothing() + told

    def _nothing(self) -> list[Problem]:
        """Why there is nobody."""
        if self.listing.rows:
            return []
        nothing = not any(row for _, row in self.found.above)
        empty = bool(self.found.lists) or self.found.is_empty or nothing
        return [Problem(ProblemCode.NO_ROWS if empty else ProblemCode.NO_NAMES)]

    def _questions(self) -> Iterable[tuple[ProblemCode, bool, int | None]]:
        decided, listing, activity = self.decisions, self.listing, self.activity
        several = bool(self.parts) and decided.part is None
        yield ProblemCode.SEVERAL_PARTS, several, len(self.parts)
        rivals = any(one.layout.rivals for one in self.chosen)
        yield ProblemCode.SEVERAL_NAME_COLUMNS, rivals, None
        yield ProblemCode.HEADINGS_GUESSED, any(one.layout.guessed for one in self.chosen), None
        unclear = activity.is_ambiguous and decided.date_order is None
        yield ProblemCode.DATE_ORDER, unclear, None
        open_ = decided.means is None and bool(listing.rows) and self._may_not_have_come()
        yield ProblemCode.ATTENDED_OR_REGISTERED, open_, listing.unsigned or None
        undated = not (activity.days or activity.is_ambiguous)
        yield ProblemCode.DATE_UNKNOWN, bool(listing.rows) and undated, None
        yield ProblemCode.PERSONAL_CODE, bool(listing.codes), listing.codes

    def _may_not_have_come(self) -> bool:
        """Whether the file leaves open who of its people came."""
        if self.listing.unsigned:
            return True
        if any(_marks_nobody(one) or _may_mark(one) for one in self.chosen):
            return True
        return any(
            not one.layout.of(*SAYS_WHO_CAME)
            and (one.source in sources.ONLY_REGISTERED or _is_announced(one))
            for one in self.chosen
        )


def _marks_nobody(one: List) -> bool:
    """Whether columns of days hold no mark of presence, or one of presence holds nothing: blanks
    may mean that all were there."""
    days, stated = one.layout.of(Role.DAY), one.layout.of(Role.STATUS)
    if days:
        return not any(map(is_there, _cells(one, days)))
    is_told = bool(one.layout.of(Role.JOIN, Role.CHECK_IN, Role.ACTION, Role.ABSENT))
    if not stated or is_told or one.source is Source.TEMPLATE or _are_shifted(one):
        return False
    return not any(_cells(one, stated))


def _are_shifted(one: List) -> bool:
    """Whether cells stand beyond the headings: those before them may stand under others."""
    width = len(one.table.headings)
    return any(any(row[width:]) for _, row in one.table.body)


def _may_mark(one: List) -> bool:
    """Whether a column says yes of some and no of others, and nothing says that it is not of who
    came. Several such columns are of something else: rooms, meals, consents."""
    if one.layout.of(*SAYS_WHO_CAME, Role.SIGNATURE, Role.ABSENT):
        return False
    told = [
        at
        for at in one.layout.of(None, Role.OTHER)
        if one.layout.headings[at] and _is_yes_or_no(list(filter(None, _cells(one, (at,)))))
    ]
    return len(told) == 1 and one.layout.roles[told[0]] is None


def _is_yes_or_no(told: Sequence[str]) -> bool:
    means = {sources.status_word(text) for text in told}
    return means == set(Means) and not any(map(sources.says_how, told))


def _cells(one: List, columns: Sequence[int]) -> Iterator[str]:
    return (row[at] for _, row in one.table.body for at in columns if at < len(row))


def _is_announced(one: List) -> bool:
    told = [text for _, row in one.table.above for text in row if text]
    told += [heading for heading in one.layout.headings if heading]
    return sources.is_announced(fold(" | ".join([one.grid.name, *told])))


def of_letters(
    opened: Opened, damaged: Mapping[int, ProblemCode], listing: Listing, decisions: Decisions
) -> list[Problem]:
    """Rows whose letters were damaged before the file came here, and a guess that is none."""
    problems = []
    if not opened.is_certain:
        problems.append(Problem(ProblemCode.ENCODING_UNCERTAIN, value=opened.encoding))
    found = [
        Problem(damaged[row.number], row.number)
        for row in listing.rows
        if row.number in damaged and not is_put_right(row.cells, decisions.of_row(row.number).cells)
    ]
    if damaged and not listing.rows:
        found = [Problem(code, min(damaged)) for code in sorted(set(damaged.values()))]
    return problems + found


def of_hidden(opened: Opened, visible: Sequence[Grid]) -> list[Problem]:
    """Sheets that hold something and that nobody sees."""
    return [
        Problem(ProblemCode.HIDDEN_SHEET)
        for grid in opened.sheets
        if grid not in visible and any(map(any, grid.rows))
    ]
