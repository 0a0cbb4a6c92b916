"""The tags and texts of a marked-up file one by one, in time that grows with its length alone."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

TAG = re.compile(r"<(/?)([A-Za-z][\w.-]{0,40}:)?([A-Za-z][\w.-]{0,40})([^<>]{0,20000})>")
ATTRIBUTE = re.compile(
    r"""(?:[\w.-]{1,40}:)?([\w.-]{1,40})\s{0,20}=\s{0,20}("[^"]*"|'[^']*'|[^\s"'>]+)"""
)
HUGE = re.compile(r"&#[xX]?[0-9a-fA-F]{8,}")
"""A character's number that no character has."""
SILENT = frozenset({"script", "style", "title", "template", "noscript", "object", "svg"})
"""What is in these is no text of the page."""


@dataclass(slots=True)
class Tag:
    """A tag by its name in small letters and without prefix; text stands between tags as a str."""

    name: str
    is_end: bool
    text: str = field(default="", repr=False)

    def number(self, name: str, most: int) -> int:
        """An attribute that counts from 1; 1 where it does not."""
        if name not in self.text.lower():
            return 1
        value = self.attributes().get(name, "")
        return max(1, min(int(value[:6]), most)) if value[:6].isdecimal() else 1

    def attributes(self) -> dict[str, str]:
        """Values by names in small letters without prefix."""
        found = ATTRIBUTE.findall(self.text)
        return {name.lower(): unescaped(value.strip("\"'")) for name, value in found}


def without_comments(text: str) -> str:
    """A text without comments; one that does not end is taken for text."""
    return _between(text, "<!--", "-->", lambda _: "")


def with_plain_sections(text: str) -> str:
    """A text whose CDATA sections are texts like any other."""
    return _between(text, "<![CDATA[", "]]>", html.escape)


def _between(text: str, start: str, end: str, become: Callable[[str], str]) -> str:
    """A text in which whatever stands between two marks, and the marks, became something else."""
    parts: list[str] = []
    at = 0
    while True:
        first = text.find(start, at)
        last = text.find(end, first + len(start)) if first >= 0 else -1
        if last < 0:
            return "".join([*parts, text[at:]])
        parts += text[at:first], become(text[first + len(start) : last])
        at = last + len(end)


def pieces(text: str) -> Iterator[Tag | str]:
    """Tags and the texts between them, without what stands in scripts, styles and the like."""
    at = 0
    silent = ""
    for found in TAG.finditer(text):
        name = found[3].lower()
        if silent:
            if name == silent and found[1]:
                silent, at = "", found.end()
            continue
        if found.start() > at:
            yield text[at : found.start()]
        at = found.end()
        if name in SILENT and not found[1] and not found[4].endswith("/"):
            silent = name
            continue
        yield Tag(name, bool(found[1]), found[4])
    if not silent and at < len(text):
        yield text[at:]


def unescaped(text: str) -> str:
    """A text with its entities as the characters they stand for."""
    if "&" not in text:
        return text
    return html.unescape(HUGE.sub("\ufffd", text))
