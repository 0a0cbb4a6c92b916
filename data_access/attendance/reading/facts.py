"""What a file says of its activity: title, days, how many people; from the rows above its lists."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from data_access.attendance.reading import dates, marks
from data_access.attendance.reading.roles import OF_A_CALL, is_exact, role_of
from data_access.attendance.reading.roles import ColumnRole as Role
from data_access.attendance.reading.tables import Row, Table
from data_access.rules import fold

KEYED = re.compile(r"^\s*([^:]{2,40}?)\s*[:\u2013]\s*(\S.*)$")
DIGITS = re.compile(r"\d+")
MOST_BESIDE = 2
"""So many texts in a row above a list may be titles beside each other."""
LEAST_TITLE, LONGEST_TITLE = 6, 250
GENERIC = re.compile(
    r"^(dalibnieku|apmekletaju|registracijas|participant|attend|sign[- ]?in|lista obecn|список"
    r"|dalyviu|registr|saraksts|projekt|project|проект|eiropas savien|lidzfinans|summary"
    r"|meeting summary|kopsavilkums|report|parskats|webinar report|meeting report|generated"
    r"|page \d|lapa \d|\d+\. |kulturas ministrija|latvijas republikas|www|http|e-mail|tel"
    r"|aizpild|ludzu|please|instruk|uzmanib|attendee details|host details|panelist|other attended"
    r"|vieta|datums|laiks|organiz|date|place|time|adrese|sheet\d|lapa\d|responses|atbildes)"
)
OTHER_DAY = re.compile(
    r"^#|eksport|export|generated|rikojum|apstiprinat|pieteik[st]|deadline|lidz kuram|izdruk"
    r"|printed"
    r"|versija|version|sagatavot|created|aktualizet|noteikum|ligum"
)
"""Lines whose day is that of something else: an order, an export, the last day to apply."""
PLACE_LINE = re.compile(r"^(vieta|norises vieta|place|venue|adrese|location|место|miejsce)\b")


@dataclass
class Facts:
    """What was found, from the surest place to the least sure one; dates stay text until read."""

    titles: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    dated_lines: list[str] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def texts(self) -> str:
        """Everything above the lists, folded, to recognise a source by."""
        return fold(" | ".join(self.lines))


def facts_of(above: Iterable[Row], calls: Iterable[Table]) -> Facts:
    """What the rows above a list say, and the tables that name nobody."""
    found = Facts()
    for _, row in above:
        told = [cell for cell in row if cell]
        found.lines += told
        pairs = list(_pairs(told))
        for label, value in pairs:
            _note(found, role_of(label), value)
        if len(told) == 1 or (len(told) <= MOST_BESIDE and not pairs):
            for line in (line for cell in told for line in cell.split("\n")):
                _read_line(found, line.strip())
    for table in calls:
        found.lines += [heading for heading in table.headings if heading]
        for _, row in table.body[:1]:
            for role, value in zip(table.roles, row, strict=False):
                _note(found, role, value)
    return found


def _pairs(told: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Labels with their values: in two cells beside each other, or in one with a colon."""
    labelled = len(told) > 1 and role_of(told[0]) in OF_A_CALL and is_exact(told[0])
    if labelled and not is_exact(told[1]):
        yield told[0], " ".join(told[1:])
        return
    for cell in told:
        for line in cell.split("\n"):
            keyed = KEYED.match(line)
            if keyed and is_exact(keyed[1]):
                yield keyed[1], keyed[2]


def _note(found: Facts, role: Role | None, value: str) -> None:
    if not value:
        return
    if role is Role.TOPIC and LEAST_TITLE <= len(value) <= LONGEST_TITLE:
        found.titles.insert(0, value)
    elif role in (Role.START, Role.END):
        found.dates.append(value)
    elif role is Role.TOTAL and (numbers := DIGITS.findall(value)) and len(numbers) == 1:
        found.totals.append(int(numbers[0]))


def _read_line(found: Facts, text: str) -> None:
    """A line of its own above the list: a title, or one with a date in it."""
    if (total := marks.total_of([text])) is not None:
        found.totals.append(total)
    keyed = KEYED.match(text)
    if keyed and is_exact(keyed[1]):
        return
    told = fold(text)
    if not PLACE_LINE.match(told) and not OTHER_DAY.search(told):
        found.dated_lines.append(text)
    found_day = dates.find_days(text)
    says_more = found_day is None or any(map(str.isalpha, found_day.rest))
    if (
        says_more
        and not OTHER_DAY.search(told)
        and not GENERIC.match(told)
        and LEAST_TITLE <= len(text) <= LONGEST_TITLE
    ):
        found.titles.append(text)
