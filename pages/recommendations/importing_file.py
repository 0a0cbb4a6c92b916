"""A file of entries opened once, and read by other letters where its own leave a doubt."""

from dataclasses import dataclass, field

import streamlit as st

from data_access.files.grid import Choices
from data_access.recommendations import importing
from data_access.recommendations.importing import Code, Table
from pages.shared import desk
from pages.shared.words import Words

OPENED = "register-import-opened"
AS_IT_IS, REPAIRED = "as-it-is", "repaired"


@dataclass(frozen=True)
class Given:
    """A file that was chosen: its bytes go no further than they have to."""

    content: bytes = field(repr=False)
    digest: str


def read(words: Words, given: Given) -> Table:
    """The file's rows, by the letters that somebody chose where that is asked."""
    return _letters(words, given, _opened(words, given, Choices()))


def _opened(words: Words, given: Given, choices: Choices) -> Table:
    """The file as it is read by these choices; opened once for each."""
    key = (given.digest, choices)
    kept: tuple[object, Table | None] = desk.here().get(OPENED, (None, None))
    if kept[0] == key and kept[1] is not None:
        return kept[1]
    with st.spinner(words.say("Reading the file …")):
        table = importing.read_table(given.content, "", choices)
    desk.here()[OPENED] = (key, table)
    return table


def _letters(words: Words, given: Given, table: Table) -> Table:
    """The file read by other letters, where its own leave a doubt."""
    codes = {problem.code for problem in table.problems}
    if not codes & {Code.ENCODING_UNCERTAIN, Code.MOJIBAKE}:
        return table
    named = {AS_IT_IS: words.say("as they are"), REPAIRED: words.say("repaired")}
    ways = [REPAIRED, AS_IT_IS] if Code.MOJIBAKE in codes else [table.encoding, *table.candidates]
    way = st.selectbox(
        words.say("How the letters are read"),
        list(filter(None, ways)),
        index=None,
        format_func=lambda code: named.get(code, code),
        placeholder=words.say("Choose"),
        key=f"register-letters-{given.digest[:12]}",
    )
    if way is None:
        return table
    by_way = {REPAIRED: Choices(repair=True), AS_IT_IS: Choices(encoding=table.encoding)}
    return _opened(words, given, by_way.get(way, Choices(encoding=way)))
