"""The names that institutions go by, found again however they are quoted and whatever stands by."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from data_access import documented, schema
from data_access.access import Reader, Right, require
from data_access.rules import InstitutionKind, Origin, fold

QUOTE = '"'
QUOTES = str.maketrans(dict.fromkeys("'`´„“”‟‘’‚‛«»‹›", QUOTE))
BREAKS = re.compile(r"[,;()\n]")
STATE = ("latvijas republikas ", "lr ")
"""What may stand before the name of a state body."""

ASSOCIATION, FOUNDATION, COMPANY, SHARES, ANY = "association", "foundation", "sia", "as", ""
LEGAL_FORMS: Mapping[str, str] = {
    **dict.fromkeys(("biedriba", "biedr", "association"), ASSOCIATION),
    **dict.fromkeys(("nodibinajums", "fonds", "foundation"), FOUNDATION),
    **dict.fromkeys(("sia", "sabiedriba ar ierobezotu atbildibu"), COMPANY),
    **dict.fromkeys(("as", "akciju sabiedriba"), SHARES),
    **dict.fromkeys(("nvo", "ngo", "nevalstiska organizacija", "organizacija"), ANY),
}
"""What an organisation is in law, beside its name; some words say only that it is one."""
_FORM = "(?P<form>" + "|".join(LEGAL_FORMS) + ")"
FORM_BEFORE = re.compile(rf"{_FORM}(\s*[,\"]|\s)\s*(?P<name>.+)")
FORM_AFTER = re.compile(rf"(?P<name>.+?)\s*[,\"]\s*{_FORM}\.?")
PUBLIC = frozenset(
    (
        InstitutionKind.STATE,
        InstitutionKind.MUNICIPAL,
        InstitutionKind.FOREIGN,
        InstitutionKind.INTERNATIONAL,
    )
)
Codes = frozenset[str]
NOBODY: Codes = frozenset()


@dataclass(frozen=True)
class Known:
    """An institution of the register, and one of its names."""

    code: str
    name: str
    kind: str


class InstitutionNames:
    """Whole names, abbreviations and other names alone; a part of a name stands for nothing.

    Quotation marks and the legal form beside a name are put aside, unless they tell two apart.
    """

    def __init__(self, known: Iterable[Known] = ()) -> None:
        self.kinds: dict[str, str] = {}
        self._whole: defaultdict[str, set[str]] = defaultdict(set)
        self._bare: defaultdict[str, set[str]] = defaultdict(set)
        self._forms: defaultdict[str, set[str]] = defaultdict(set)
        self._found: dict[str, Codes] = {}
        for one in known:
            self.learn(one)

    def learn(self, one: Known) -> None:
        """One more name, for the institution of its code."""
        key = _key(one.name)
        form, name = _taken_apart(one.name)
        self.kinds[one.code] = one.kind
        if key:
            self._whole[key].add(one.code)
            self._bare[name].add(one.code)
            self._forms[one.code].update([form] if form else ())
        self._found.clear()

    @classmethod
    def of(cls, connection: Connection, reader: Reader) -> "InstitutionNames":
        """Those of the register; nothing real goes by the name of a made-up institution."""
        require(reader, Right.READ_PUBLISHED)
        institution, alias = schema.institution, schema.institution_alias
        real = institution.c.origin != Origin.SAMPLE
        named = (institution.c.name_lv, institution.c.name_en, institution.c.abbreviation)
        found = [
            Known(code, name, kind)
            for code, kind, *names in connection.execute(
                select(institution.c.code, institution.c.kind, *named).where(real)
            )
            for name in names
            if name
        ]
        others = (
            select(institution.c.code, alias.c.name, institution.c.kind)
            .join_from(alias, institution)
            .where(real, alias.c.origin != Origin.SAMPLE)
        )
        return cls([*found, *(Known(*row) for row in connection.execute(others))])

    @classmethod
    def of_facts(cls) -> "InstitutionNames":
        """Those of the documented facts, without a database."""
        return cls(_documented())

    def find(self, text: str) -> Codes:
        """The codes of the institutions that the text may mean; of several nothing is guessed.

        What follows a comma, or stands in brackets, is a part of the institution before it, or
        names it once more; where it is another institution's name, either may be meant.
        """
        if text not in self._found:
            self._found[text] = self._named(text) or self._named_first(text)
        return self._found[text]

    def _named_first(self, text: str) -> Codes:
        first, *others = BREAKS.split(text)
        codes = self._named(first)
        if not codes:
            return NOBODY
        return codes.union(*(self._named(part) for part in others))

    def _named(self, text: str) -> Codes:
        key = _key(text)
        if key in self._whole:
            return frozenset(self._whole[key])
        for prefix in STATE:
            codes = self._whole.get(key.removeprefix(prefix))
            if codes and key.startswith(prefix):
                return frozenset(c for c in codes if self.kinds[c] == InstitutionKind.STATE)
        form, name = _taken_apart(text)
        return frozenset(code for code in self._bare.get(name, ()) if self._fits(code, form))

    def _fits(self, code: str, form: str | None) -> bool:
        """Whether what a text calls itself in law does not contradict what the register has."""
        if self.kinds[code] in PUBLIC:
            return form is None
        forms = self._forms[code]
        return not form or not forms or form in forms


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Names of different institutions alone, each as it is written first; shorter ones lead."""
    seen = InstitutionNames()
    for name in shorter_first(names):
        if not seen.find(name):
            seen.learn(Known(name, name, InstitutionKind.NOT_STATED))
    return tuple(seen.kinds)


def shorter_first(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, without spaces that say nothing: an institution before its departments."""
    return tuple(sorted(dict.fromkeys(" ".join(name.split()) for name in names), key=len))


def _key(text: str) -> str:
    return " ".join(fold(text).translate(QUOTES).replace(QUOTE, " ").split()).strip(" .,;")


def _taken_apart(text: str) -> tuple[str | None, str]:
    """The legal form before a name, or after it and a comma or a quotation mark; and the name.

    Without them a word like that is a part of the name: "Sporta biedrība".
    """
    plain = fold(text).translate(QUOTES).strip()
    for pattern in (FORM_BEFORE, FORM_AFTER):
        found = pattern.fullmatch(plain)
        if found:
            return LEGAL_FORMS[found["form"]], _key(found["name"])
    return None, _key(text)


def _documented() -> Iterator[Known]:
    kinds = {}
    for row in documented.lines("institution"):
        kinds[row["code"]] = row["kind"]
        for name in (row["name_lv"], row["name_en"], row["abbreviation"]):
            if name:
                yield Known(row["code"], name, row["kind"])
    for row in documented.lines("institution_alias"):
        yield Known(row["institution"], row["name"], kinds[row["institution"]])
