"""What the cells of one row say: codes, days, texts; and what of them is not understood."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from data_access.attendance.problems import ProblemCode
from data_access.clock import today
from data_access.recommendations.deadlines import Deadline
from data_access.recommendations.importing import columns as c
from data_access.recommendations.importing import deadlines
from data_access.recommendations.importing.decisions import Decisions
from data_access.recommendations.importing.problems import Code, Problem
from data_access.recommendations.importing.spelling import spell
from data_access.recommendations.importing.standing import NEW, Entry, Register, Stated
from data_access.rules import fold

UNCLEAR: Mapping[ProblemCode | None, Code] = {
    ProblemCode.PLACE_UNKNOWN: Code.PLACE_UNKNOWN,
    ProblemCode.PLACE_SHARED: Code.PLACE_SHARED,
    ProblemCode.PLACE_NOT_THEN: Code.PLACE_NOT_THEN,
    ProblemCode.INSTITUTION_UNKNOWN: Code.INSTITUTION_UNKNOWN,
    ProblemCode.INSTITUTION_SHARED: Code.INSTITUTION_SHARED,
}


class Unclear(Exception):
    """A cell that is not understood: why, what of it, and what could be meant."""

    def __init__(self, code: Code, text: str, others: tuple[str, ...] = ()) -> None:
        super().__init__(code.value)
        self.code, self.text, self.others = code, text, others


@dataclass
class RowReader:
    """Reads the cells of one row against the register. An empty cell says nothing."""

    register: Register
    decisions: Decisions
    number: int
    entry: Entry | None
    problems: list[Problem] = field(default_factory=list)

    def said(self, cells: Mapping[str, str]) -> Stated:
        """What the cells say by our columns; the day and the round first: places hold on days."""
        found: Stated = {}
        first = (c.MADE_ON, c.ROUND)
        for column in (*first, *(name for name in cells if name not in first)):
            text = cells.get(column, "")
            if column != c.REFERENCE and c.key(text):
                self._read(column, text, found)
        for column in c.LONGEST:
            if len(cells.get(column, "")) > c.LONGEST[column]:
                self._note(Code.TEXT_TOO_LONG, column, cells[column])
        self._twice(found)
        return found

    def _read(self, column: str, text: str, found: Stated) -> None:
        if self.entry is not None and self._says_what_stands(column, text):
            found[column] = self.entry.said[column]
            return
        if column in NEW and column != c.KIND and c.key(text) in c.NOT_STATED:
            found[column] = NEW[column]
            return
        try:
            found[column] = READERS[column](self, text, found)
        except Unclear as unclear:
            self._note(unclear.code, column, unclear.text, unclear.others)

    def _says_what_stands(self, column: str, text: str) -> bool:
        """Whether the cell spells what the entry says already, be its names known today or not."""
        if self.entry is None:
            return False
        entry, stands = self.entry, self.entry.said[column]
        spelled = {spell(self.register.names, column, stands, lang) for lang in ("lv", "en")}
        if column == c.PLACE:
            spelled |= {entry.row[f"place_name_{lang}"] or "" for lang in ("lv", "en")}
        return (
            text in spelled if column in (*c.TEXTS, c.LOCATOR) else fold(text) in map(fold, spelled)
        )

    def _note(
        self, code: Code, column: str | None, text: str = "", others: tuple[str, ...] = ()
    ) -> None:
        self.problems.append(Problem.of(code, self.number, column, text, others))

    def _twice(self, found: Stated) -> None:
        """An institution leads or supports, and not both."""
        before = self.entry.said if self.entry else NEW
        stated = before | found
        lead, supporting = stated[c.LEAD], stated[c.SUPPORTING]
        for code in lead:
            if code in supporting:
                named = spell(self.register.names, c.LEAD, (code,))
                self._note(Code.INSTITUTION_TWICE, c.SUPPORTING, named)

    def _round(self, text: str, _found: Stated) -> str:
        codes = self.register.words[c.ROUND].get(c.key(text), frozenset())
        if len(codes) != 1:
            raise Unclear(Code.ROUND_UNKNOWN, text, tuple(self.register.rounds))
        return next(iter(codes))

    def _source(self, text: str, _found: Stated) -> str:
        codes = self.register.words[c.SOURCE].get(c.key(text), frozenset())
        if len(codes) != 1:
            raise Unclear(Code.SOURCE_UNKNOWN, text, tuple(sorted(codes)))
        return next(iter(codes))

    def _place(self, text: str, found: Stated) -> str:
        before = self.entry.said if self.entry else {}
        made_on = found.get(c.MADE_ON) or before.get(c.MADE_ON)
        round_ = self.register.rounds.get(found.get(c.ROUND) or before.get(c.ROUND) or "", {})
        begun = round_.get("actual_starts_on") or round_.get("planned_starts_on")
        code, unclear = self.register.resolver.place(text, made_on or begun)
        if code is None:
            raise Unclear(UNCLEAR[unclear], text)
        return code

    def _bodies(self, text: str, _found: Stated) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for part in c.parts(text):
            found |= dict.fromkeys(self._body(part))
        return tuple(sorted(found))

    def _body(self, text: str) -> tuple[str, ...]:
        """The institution that a text names; commas stand between several that are all known."""
        decided = self.decisions.institutions.get(fold(text))
        if decided is not None:
            return (decided,) if decided in self.register.institutions else ()
        if text in self.register.institutions:
            return (text,)
        whole = self._stands(text) or self._known(text)
        if whole is not None:
            return (whole,)
        several = [self._stands(part.strip()) or self._known(part) for part in text.split(",")]
        if len(several) > 1 and None not in several:
            return tuple(filter(None, several))
        _, unclear = self.register.resolver.institution(text)
        others = tuple(sorted(self.register.resolver.names.find(text)))
        raise Unclear(UNCLEAR[unclear], text, others)

    def _known(self, text: str) -> str | None:
        codes = self.register.resolver.names.find(text)
        return next(iter(codes)) if len(codes) == 1 else None

    def _stands(self, text: str) -> str | None:
        """An institution that the entry addresses already, under one of its names."""
        bodies = [] if self.entry is None else [b for n in c.ROLES for b in self.entry.said[n]]
        names = self.register.names[c.LEAD]
        return next((b for b in bodies if fold(text) in map(fold, names[b])), None)

    def _deadline(self, text: str, _found: Stated) -> Deadline:
        found = deadlines.deadline(text)
        if found is None:
            is_early = deadlines.is_too_early(text)
            raise Unclear(Code.DAY_TOO_EARLY if is_early else Code.DEADLINE_UNREADABLE, text)
        return found

    def _made_on(self, text: str, _found: Stated) -> dt.date:
        found = deadlines.day(text)
        if deadlines.is_too_early(text):
            raise Unclear(Code.DAY_TOO_EARLY, text)
        if found is None:
            raise Unclear(Code.DAY_UNREADABLE, text)
        if found > today():
            raise Unclear(Code.DAY_AHEAD, text)
        return found

    def _links(self, text: str, _found: Stated) -> tuple[str, ...]:
        return tuple(sorted(c.parts(text.replace(",", ";"))))


def _word(column: str) -> Callable[[RowReader, str, Stated], str]:
    def read(_reader: RowReader, text: str, _found: Stated) -> str:
        code = c.CODE_OF[column].get(c.key(text)) or c.CODE_OF[column].get(text)
        if code is None:
            words = tuple(said.lv for said in c.VOCABULARIES[column].values())
            raise Unclear(Code.WORD_UNKNOWN, text, words)
        return code

    return read


def _text(_reader: RowReader, text: str, _found: Stated) -> str:
    return text


READERS: Mapping[str, Callable[[RowReader, str, Stated], Any]] = {
    c.ROUND: RowReader._round,
    **dict.fromkeys((*c.TEXTS, c.LOCATOR), _text),
    **{column: _word(column) for column in c.VOCABULARIES},
    c.PLACE: RowReader._place,
    **dict.fromkeys(c.ROLES, RowReader._bodies),
    c.DEADLINE: RowReader._deadline,
    c.MADE_ON: RowReader._made_on,
    c.SOURCE: RowReader._source,
    **dict.fromkeys(c.LINKS, RowReader._links),
}
