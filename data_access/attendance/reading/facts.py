"""What a file says of its activity: title, days, how many people; from the rows above its lists."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from data_access.attendance.reading import dates, marks
from data_access.attendance.reading.content import has_given, is_whole_name
from data_access.attendance.reading.roles import OF_A_CALL, is_exact, role_of
from data_access.attendance.reading.roles import ColumnRole as Role
from data_access.attendance.reading.tables import Row, Table
from data_access.rules import fold

KEYED = re.compile(r"^\s*([^:]{2,40}?)\s*[:\u2013]\s*(\S.*)$")
DIGITS = re.compile(r"\d+")
INITIAL = re.compile(r"(?:^|\s)[^\W\d_a-zāčēģīķļņōŗšūž]\. ?[^\W\d_a-zāčēģīķļņōŗšūž]\w+$")
LONGEST_NAME = 4
MOST_BESIDE = 2
"""So many texts in a row above a list may be titles beside each other."""
MOST_OF_PAIR = 5
"""A label and a value that commas took apart; more texts than that are headings of a table."""
LEAST_TITLE, LONGEST_TITLE = 6, 250
GENERIC = re.compile(
    r"^(dalibnieku|apmekletaju|registracijas|participant|attend|sign[- ]?in|lista obecn|список"
    r"|dalyviu|registr|saraksts|projekt|project|проект|eiropas savien|lidzfinans|summary"
    r"|meeting summary|kopsavilkums|report|parskats|webinar report|meeting report|generated"
    r"|page \d|lapa \d|\d+\. |kulturas ministrija|latvijas republikas|www|http|e-mail|tel"
    r"|apstiprinu|labdien|norise\b|norisinas"
    r"|aizpild|ludzu|please|instruk|uzmanib|attendee details|host details|panelist|other attended"
    r"|vieta|datums|laiks|organiz|date|place|time|adrese|sheet\d|lapa\d|responses|atbildes)"
)
OTHER_DAY = re.compile(
    r"^#|eksport|export|generated|rikojum|apstiprinat|pieteik[st]|deadline|lidz kuram|izdruk"
    r"|printed"
    r"|versija|version|sagatavot|created|aktualizet|noteikum|ligum"
)
"""Lines whose day is that of something else: an order, an export, the last day to apply."""
STREET = re.compile(
    r"^[^:]{0,40}\b(?:iela|bulvaris|bulvari|prospekts|laukums|gatve|soseja|krastmala|street"
    r"|улица|ulica|gatve)\b.{0,12}\d"
)
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
        pairs = list(labelled(told))
        if len(told) == MOST_BESIDE and told[1].isdecimal() and not pairs:
            told = [" ".join(told)]
        for label, value in pairs:
            _note(found, role_of(label), value)
        is_alone = len(told) <= MOST_BESIDE and not pairs and not _is_of_another(told[0])
        if len(told) == 1 or is_alone:
            for line in (line for cell in told for line in cell.split("\n")):
                _read_line(found, line.strip())
    for table in calls:
        found.lines += [heading for heading in table.headings if heading]
        is_of_parts = len(table.body) > 1
        for _, row in table.body[:1]:
            for role, value in zip(table.roles, row, strict=False):
                if not (is_of_parts and role is Role.TOTAL):
                    _note(found, role, value)
    return found


def labelled(told: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Labels with their values: in two cells beside each other, or in one with a colon."""
    is_pair = 1 < len(told) <= MOST_OF_PAIR and role_of(told[0]) in OF_A_CALL
    if is_pair and is_exact(told[0]) and not is_exact(told[1]):
        yield told[0], " ".join(told[1:])
        return
    for cell in told:
        for line in cell.split("\n"):
            keyed = KEYED.match(line)
            if keyed and is_exact(keyed[1]):
                yield keyed[1], keyed[2]


def _is_of_another(label: str) -> bool:
    """Whether what stands beside the label is of something else: "Report generated", a code."""
    told = fold(label)
    return is_exact(label) or bool(OTHER_DAY.search(told) or PLACE_LINE.match(told))


def _numbers(value: str) -> list[str]:
    """Its numbers but for those of its parts."""
    return DIGITS.findall(marks.PARTS.sub("", fold(value)))


def _names_somebody(text: str) -> bool:
    """Whether a line is but somebody's name, or an office with a name whose given part is short."""
    is_short = len(text.split()) <= LONGEST_NAME
    return INITIAL.search(text) is not None or (
        is_short and is_whole_name(text) and has_given(text)
    )


def _note(found: Facts, role: Role | None, value: str) -> None:
    if not value:
        return
    if role is Role.TOPIC and LEAST_TITLE <= len(value) <= LONGEST_TITLE:
        found.titles.insert(0, value)
    elif role in (Role.START, Role.END):
        found.dates.append(value)
    elif role is Role.TOTAL and (numbers := _numbers(value)) and len(numbers) == 1:
        found.totals.append(int(numbers[0]))


def _read_line(found: Facts, text: str) -> None:
    """A line of its own above the list: a title, or one with a date in it."""
    if (total := marks.total_of([text])) is not None:
        found.totals.append(total)
        return
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
        and not (GENERIC.match(told) or STREET.match(told) or marks.is_section(text.rstrip(": ")))
        and not _names_somebody(text)
        and LEAST_TITLE <= len(text) <= LONGEST_TITLE
    ):
        found.titles.append(text)
