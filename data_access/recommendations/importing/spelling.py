"""What an entry says, as a cell of a file writes it: read back, it says the same."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from data_access.attendance.columns import Said
from data_access.recommendations.importing import columns as c
from data_access.recommendations.importing.deadlines import spelled, spelled_day

Names = Mapping[str, Mapping[str, tuple[str, str]]]
LANGUAGES = ("lv", "en")
BETWEEN = "; "


def spell(names: Names, column: str, value: Any, language: str = "lv") -> str:
    """The text of a cell; empty for what is not stated. ``names`` as in ``standing.Register``."""
    write = WAYS.get(column)
    if write is not None:
        return write(names, value, language)
    if value in (None, "not_stated"):
        return ""
    said = WORDS.get(column, {}).get(value)
    return _in(language, said) if said else _named(names.get(column, {}), value, language)


def _several(names: Names, codes: Sequence[str], language: str) -> str:
    return BETWEEN.join(_named(names[c.LEAD], code, language) for code in codes)


def _named(names: Mapping[str, tuple[str, str]], code: str, language: str) -> str:
    found = names.get(code)
    return code if found is None else found[LANGUAGES.index(language)]


def _in(language: str, said: Said) -> str:
    return said.lv if language == "lv" else said.en


WAYS: Mapping[str, Callable[[Names, Any, str], str]] = {
    **dict.fromkeys(c.ROLES, _several),
    **dict.fromkeys(c.LINKS, lambda _names, references, _language: BETWEEN.join(references)),
    c.DEADLINE: lambda _names, when, _language: spelled(when),
    c.MADE_ON: lambda _names, day, _language: spelled_day(day),
}
WORDS: Mapping[str, Mapping[str, Said]] = {
    **{
        column: {code.value: said for code, said in words.items()}
        for column, words in c.VOCABULARIES.items()
    },
    c.PLACE: c.PLACE_WORDS,
}
