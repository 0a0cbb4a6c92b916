"""Whether somebody of a row came: by a word, a time, a mark, a signature, the kind of list."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence

from data_access.attendance.columns import STATUS
from data_access.attendance.reading import marks, sources
from data_access.attendance.reading.cells import cell, first
from data_access.attendance.reading.decisions import Decisions, Means
from data_access.attendance.reading.finding import List
from data_access.attendance.reading.layout import Layout
from data_access.attendance.reading.names import NameKind, kind_of
from data_access.attendance.reading.roles import ColumnRole as Role
from data_access.attendance.reading.sheet import Source
from data_access.attendance.reading.tables import Row
from data_access.rules import fold

SAID = {Means.ATTENDED: "Attended", Means.REGISTERED: "Registered"}
NO_TIME = frozenset({"", "-", "--", "n/a"})
NO_TIME_AT_ALL = re.compile(r"^[0:.,]*0[0:.,]*\s*(?:\D*)$")
"""Nobody is there for no minute, unless a call shows when they joined."""
REGISTRATION = re.compile(r"regist|approv|apstiprin")
SHORTEST = 2
LOOKED_AT = 300
Days = Mapping[int, tuple[dt.date, ...]]


class Presence:
    """The columns that speak of it, and what each row says in them."""

    def __init__(
        self,
        one: List,
        days: Days,
        decisions: Decisions,
        usual: Iterable[int],
    ) -> None:
        layout, source, rows = one.layout, one.source, one.table.body
        self.source, self.days = source, days
        self.words = decisions.words.get(STATUS, {})
        self.decided = decisions.means
        self.checked = layout.of(Role.CHECK_IN)
        self.absent = layout.of(Role.ABSENT)
        self.day_columns = layout.of(Role.DAY)
        self.joined = layout.of(Role.JOIN)
        self.lasted = () if self.joined else layout.of(Role.DURATION)
        self.waited = layout.of(Role.WAITING)
        self.stating = _stating(layout)
        self.remarks = layout.of(None, Role.OTHER, Role.JOB, Role.SIGNATURE)
        self.doubtful = tuple(
            at for at in layout.of(None, Role.OTHER)
            if sources.tells_of_absence(layout.headings[at])
        )  # fmt: skip
        self.yes_only = source is not Source.TEMPLATE and _is_yes_only(rows, self.stating)
        self.is_way = bool(self.stating) and all(
            sources.says_how(layout.headings[at]) for at in self.stating
        )
        self.may_lack = not self.yes_only and _is_kept(rows, self.stating)
        self.signs = _signs(rows, layout.of(Role.SIGNATURE), tuple(usual))
        registered = source in sources.ONLY_REGISTERED or bool(layout.of(Role.STAMP))
        self.usual = Means.REGISTERED if registered else Means.ATTENDED
        self._known: dict[str, str] = {}

    def of(self, row: Sequence[str]) -> tuple[str, bool]:
        """The word for whether the person came, and whether only a missing signature says no."""
        if self.stating and not (self.checked or self.absent):
            text = cell(row, self.stating[0])
            known = self._known.get(text) if len(self.stating) == 1 else None
            if known is not None:
                return known, False
        stated = self._stated(row)
        if self.is_way and stated == SAID[Means.REGISTERED]:
            return SAID[self.decided or Means.REGISTERED], True
        if stated is not None:
            if len(self._known) < LOOKED_AT and len(self.stating) == 1 and not self.absent:
                self._known[cell(row, self.stating[0])] = stated
            return stated, False
        means = self._marked(row)
        if means is None and self.may_lack:
            means, is_unsigned = Means.REGISTERED, True
        else:
            is_unsigned = means is Means.REGISTERED and bool(self.signs)
        if is_unsigned:
            means = self.decided or means
        return SAID[means or self.decided or self.usual], is_unsigned

    def _stated(self, row: Sequence[str]) -> str | None:
        """By a column that says it in a word; the word itself where it is not known."""
        if self.checked:
            text = first(row, self.checked)
            no = text in NO_TIME or sources.status_word(text) is Means.REGISTERED
            return SAID[Means.REGISTERED if no else Means.ATTENDED]
        if any(is_noted(cell(row, at)) for at in self.absent):
            return SAID[Means.REGISTERED]
        told = [text for at in self.stating if (text := cell(row, at))]
        if any(sources.status_word(text) is Means.ATTENDED for text in told):
            return SAID[Means.ATTENDED]
        if told:
            means = sources.status_word(told[0])
            return SAID[means] if means else told[0]
        if self.stating and self.yes_only:
            return SAID[Means.REGISTERED]
        return "" if self.stating and self.source is Source.TEMPLATE else None

    def _marked(self, row: Sequence[str]) -> Means | None:
        """By marks, signatures or the time of joining; None where nothing speaks of it."""
        if self.day_columns:
            there = any(self._is_there(cell(row, at)) for at in self.day_columns)
        elif self.joined:
            only_waited = marks.marked(first(row, self.waited)) is True
            there = first(row, self.joined) not in NO_TIME and not only_waited
        elif self.signs:
            there = _has_signed(row, self.signs)
        else:
            return None
        return Means.ATTENDED if there else Means.REGISTERED

    def attended_days(self, row: Sequence[str]) -> tuple[tuple[dt.date, ...], str]:
        """The days on which somebody was there; a mark that nobody understands beside them."""
        found: list[dt.date] = []
        for at in self.day_columns:
            text = cell(row, at)
            there = self._is_there(text)
            if there:
                found += self.days.get(at, ())
            elif there is None:
                return (), text
        return tuple(sorted(set(found))), ""

    def _is_there(self, text: str) -> bool | None:
        """Whether a mark says so: as somebody decided, by the table of marks, as a signature."""
        decided = self.words.get(fold(text)) if text and self.words else None
        if decided is not None:
            return decided == Means.ATTENDED
        told = marks.marked(text)
        return True if told is None and is_signature(text) else told

    def notes_absence(self, row: Sequence[str], remark: str) -> bool:
        """Whether something beside somebody who counts may say that they did not come."""
        if remark and sources.tells_of_absence(remark):
            return True
        for at in self.remarks:
            text = cell(row, at)
            if text and sources.tells_of_absence(text):
                return True
        if any(is_noted(cell(row, at)) for at in self.doubtful):
            return True
        if any(NO_TIME_AT_ALL.match(cell(row, at)) for at in self.lasted):
            return True
        return len(self.stating) > 1 and self._disagree(row)

    def _disagree(self, row: Sequence[str]) -> bool:
        """Whether of several columns one says yes and another no."""
        told = [text for at in self.stating if (text := cell(row, at))]
        yes = any(sources.status_word(text) is Means.ATTENDED for text in told)
        return yes and any(
            marks.marked(text) is False or sources.tells_of_absence(text) for text in told
        )


def _stating(layout: Layout) -> tuple[int, ...]:
    """The columns that state whether somebody came; that they had registered, says less."""
    columns = layout.of(Role.STATUS)
    if not layout.of(Role.JOIN):
        return columns
    return tuple(at for at in columns if not REGISTRATION.search(fold(layout.headings[at])))


def _is_yes_only(rows: Sequence[Row], columns: Sequence[int]) -> bool:
    """Whether the column of presence is ticked or left blank, and never says no."""
    told = {first(row, columns) for _, row in rows[:LOOKED_AT]} - {""}
    if any(map(sources.says_how, told)):
        return False
    return bool(told) and all(sources.status_word(text) is Means.ATTENDED for text in told)


def _is_kept(rows: Sequence[Row], columns: Sequence[int]) -> bool:
    """Whether the column of presence is filled in for most, or says yes of some: of whom it says
    nothing is a question. One that but notes who did not come says by its blanks who came."""
    told = [first(row, columns) for _, row in rows[:LOOKED_AT]]
    means = [sources.status_word(text) for text in told if text]
    is_usual = 2 * len(means) >= len(told) and any(one is None for one in means)
    return is_usual or Means.ATTENDED in means


def _signs(
    rows: Sequence[Row], columns: tuple[int, ...], usual: tuple[int, ...]
) -> tuple[int, ...]:
    """The columns of marks or signatures, where some people have one and some have none."""
    if not columns:
        return ()
    told = any(_has_signed(row, columns) and all(cell(row, at) for at in usual) for _, row in rows)
    return columns if told else ()


def _has_signed(row: Sequence[str], columns: Sequence[int]) -> bool:
    """Whether anything that may be a signature stands there, and no dash or excuse."""
    told = [text for at in columns if (text := cell(row, at))]
    return any(
        marks.marked(text) is not False and not sources.tells_of_absence(text) for text in told
    )


def is_noted(text: str) -> bool:
    """Whether anything stands in a column for those who did not come."""
    return bool(text) and marks.marked(text) is not False


def is_there(text: str) -> bool:
    """Whether a mark or a signature says that somebody was there."""
    told = marks.marked(text)
    return bool(told) or (told is None and is_signature(text))


def is_signature(text: str) -> bool:
    """Whether a cell holds somebody's signature or initials typed in, not a remark."""
    is_text = len(text) > SHORTEST and not any(map(str.isdigit, text))
    return is_text and kind_of(text) is NameKind.PERSON and text[:1].isupper()
