"""What a heading gets wrong of its column, and what stands in columns that no heading names."""

from collections.abc import Callable, Sequence

from data_access.attendance.reading import dates, marks, sources
from data_access.attendance.reading.content import (
    OFTEN,
    Content,
    is_body,
    is_category,
    is_contact,
    is_mark,
    is_phone,
    is_status,
    is_time,
)
from data_access.attendance.reading.heading_rows import NUMBERED
from data_access.attendance.reading.roles import ColumnRole as Role
from data_access.attendance.reading.sheet import Source
from data_access.rules import fold

DayOf = Callable[[str], bool]
FORMS = (Source.MICROSOFT_FORMS, Source.GOOGLE_FORMS)
WEAK = (None, Role.SIGNATURE, Role.STATUS, Role.OTHER, Role.NUMBER)


def mended(
    role: Role | None,
    heading: str,
    content: Content,
    source: Source,
    is_day: DayOf,
    *,
    has_action: bool,
) -> Role | None:
    """The role of a column whose heading alone gets it wrong."""
    if heading and role in WEAK and (marks.day_number(heading) is not None or is_day(heading)):
        return Role.DAY
    if role in (None, Role.STATUS, Role.OTHER) and _is_of_absence(heading, content):
        return Role.ABSENT
    if role is Role.STAMP and has_action:
        return Role.JOIN
    is_of_order = source is Source.EVENTBRITE and "event" not in fold(heading)
    if role is Role.START and (source in FORMS or is_of_order):
        return Role.STAMP
    return (
        _of_presence(heading, content, source)
        if role is Role.STATUS
        else _by_content(role, heading, content, source)
    )


def _is_of_absence(heading: str, content: Content) -> bool:
    """Whether a column is for those alone who did not come: nothing in it says "present"."""
    return sources.is_absence(heading) and not any(map(sources.says_present, content.texts))


def _of_presence(heading: str, content: Content, source: Source) -> Role:
    is_only_how = source in sources.ONLY_REGISTERED and content.share(sources.says_how) == 1
    if sources.is_announced(fold(heading)) or is_only_how:
        return Role.OTHER
    if content.is_mostly(is_time):
        return Role.JOIN
    if content.filled and not content.share(is_status):
        return Role.CATEGORY if content.share(is_category) >= OFTEN else Role.STATUS
    return Role.STATUS


def _by_content(role: Role | None, heading: str, content: Content, source: Source) -> Role | None:
    """A role that what stands in the column contradicts."""
    if not content.filled:
        return role
    if role is None and _is_of_day(heading, content):
        return Role.DAY
    if role in (Role.CATEGORY, Role.INSTITUTION, Role.PLACE):
        return _of_words(role, heading, content)
    if role in (Role.EMAIL, Role.PHONE) and not content.share(is_contact):
        return role if source is Source.TEMPLATE else None
    if role is Role.FULL_NAME and content.is_mostly(marks.is_line_number):
        return Role.NUMBER
    return role


def _is_of_day(heading: str, content: Content) -> bool:
    """Whether marks stand under a day, a number of one, or a part of one."""
    if marks.PART_OF_DAY.match(fold(heading)):
        return content.share(marks.is_sign) == 1
    is_day = bool(NUMBERED.match(heading)) or dates.find_days(heading) is not None
    return is_day and content.is_mostly(is_mark)


def _of_words(role: Role, heading: str, content: Content) -> Role | None:
    """A column that says from where somebody is: crosses under it tick what the heading says."""
    if role is Role.CATEGORY:
        return role if content.share(is_category) else Role.INSTITUTION
    return None if is_category(heading) and content.share(marks.is_sign) == 1 else role


def told_by_content(
    roles: Sequence[Role | None], headings: Sequence[str], contents: Sequence[Content]
) -> list[Role | None]:
    """Columns without a word that is known: what stands in them says it."""
    return [
        role or (_told(content, heading) if content.filled else None)
        for role, heading, content in zip(roles, headings, contents, strict=True)
    ]


def _told(content: Content, heading: str) -> Role | None:
    if content.is_mostly(lambda text: "@" in text):
        return Role.EMAIL
    if not any(content.texts):
        return Role.PERSONAL_CODE
    if content.is_mostly(is_phone):
        return Role.PHONE
    if content.is_mostly(is_category) and not heading:
        return Role.CATEGORY
    if content.is_mostly(marks.is_line_number):
        return Role.NUMBER
    return Role.INSTITUTION if not heading and content.is_mostly(is_body) else None
