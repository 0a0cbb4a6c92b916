"""The institutions that a report may name, by the register; made-up ones for a made-up post."""

from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.institutions.names import InstitutionNames, Known
from data_access.monthly import columns as c
from data_access.monthly.report import Code
from data_access.monthly.unclear import Unclear, like
from data_access.monthly.vocabularies import NOTHING
from data_access.rules import Origin, latvian_key

UNSAID = frozenset(map(c.key, NOTHING.every()))


@dataclass(frozen=True)
class Bodies:
    """Institutions by code: their rows, their Latvian names, and all names they go by."""

    numbers: dict[str, int]
    titles: dict[str, str]
    names: InstitutionNames = field(repr=False)

    @classmethod
    def of(cls, connection: Connection, reader: Reader, *, made_up: bool) -> "Bodies":
        """Those of the register, and of the sample where the post belongs to it."""
        require(reader, Right.KEEP_RECORDS)
        names = InstitutionNames.of(connection, reader)
        table = schema.institution
        numbers, titles = {}, {}
        for row in connection.execute(select(table)).mappings():
            is_sample = row["origin"] == Origin.SAMPLE
            if is_sample and not made_up:
                continue
            numbers[row["code"]], titles[row["code"]] = row["id"], row["name_lv"]
            if is_sample:
                for name in (row["name_lv"], row["name_en"], row["abbreviation"]):
                    names.learn(Known(row["code"], name or "", row["kind"]))
        return cls(numbers, titles, names)

    @property
    def offered(self) -> list[str]:
        """Their names, in Latvian order."""
        return sorted(self.titles.values(), key=latvian_key)

    def find(self, text: str) -> int | None:
        """The row of the institution that a text names; None where it says that none is stated.

        Raises Unclear, with the names that could be meant.
        """
        if c.key(text) in UNSAID:
            return None
        codes = {text} if text in self.numbers else self.names.find(text)
        if len(codes) == 1:
            return self.numbers[next(iter(codes))]
        if codes:
            others = sorted((self.titles[code] for code in codes), key=latvian_key)
            raise Unclear(Code.INSTITUTION_SHARED, tuple(others))
        raise Unclear(Code.INSTITUTION_UNKNOWN, like(text, self.titles.values()))
