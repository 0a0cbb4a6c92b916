"""One row after another written into the register, and what stood there kept beside the import."""

import datetime as dt
from typing import Any

from sqlalchemy import Connection, Table, insert, select, update

from data_access import places, schema
from data_access.access import Reader
from data_access.recommendations.importing import columns as c
from data_access.recommendations.importing.judging import CheckedRow
from data_access.recommendations.importing.standing import NEW, Entry, Register, Stated
from data_access.recommendations.keeping import carrying, linking, wording
from data_access.recommendations.keeping.linking import LINK as TIE
from data_access.recommendations.keeping.rows import require_kept
from data_access.recommendations.marking import ADDRESSEE
from data_access.rules import RecommendationLinkKind
from data_access.upkeep import Hand

IMPORTED = "imported"
"""The reason of a wording that came with a file."""
ENTRY, VERSION = schema.recommendation, schema.recommendation_version
TO, LINK = schema.recommendation_addressee, schema.recommendation_link
AS_SAID = (c.KIND, c.AREA, c.MADE_ON, c.LOCATOR)
PLACE_NAMES = {"territorial_unit_id": None, "place_name_lv": None, "place_name_en": None}
Stood = dict[str, Any]
"""What an entry was: ``columns`` that changed, the number of the ``wording`` that came, and of the
tables of what it has several of the rows that are ``gone`` and what tells those that ``came``."""


class Writing:
    """Writes rows that were checked just now, under the same turn of writers."""

    def __init__(
        self, connection: Connection, reader: Reader, hand: Hand, register: Register
    ) -> None:
        self._connection, self._reader, self._hand = connection, reader, hand
        self._register, self._numbers = register, dict(register.numbers)
        self._stood: dict[int, Stood | None] = {}
        self._links: list[tuple[int, CheckedRow]] = []
        self._let_go: set[int] = set()

    @property
    def touched(self) -> set[int]:
        """The entries that were written, and those that one of them had replaced until now."""
        return {*self._stood, *self._let_go}

    def write(self, row: CheckedRow) -> None:
        """One entry without its links, which may lead to entries that are not written yet."""
        said = row.said if row.entry else NEW | row.said
        if row.entry is None:
            number = self._add(row.reference, said)
            self._stood[number] = None
            self._numbers[row.reference] = number
        else:
            number = row.entry.number
            changed = {column: said[column] for column in row.changes}
            self._stood[number] = self._change(row.entry, changed)
        self._links.append((number, row))

    def note(self, import_: int) -> None:
        """Write the links, and put down what stood and at which revision each entry is now."""
        for number, row in self._links:
            self._link(number, row)
            if row.orders:
                linking.require_in_order(self._connection, number)
        revisions = dict.fromkeys(self._stood, 1)
        for _, row in self._links:
            if row.entry is not None:
                revisions[row.entry.number] = self._revise(row.entry)
        rows = [
            {
                "register_import_id": import_,
                "recommendation_id": number,
                "stood": stood,
                "revision": revisions[number],
            }
            for number, stood in self._stood.items()
        ]
        self._connection.execute(insert(schema.register_import_entry), rows)

    def _add(self, reference: str, said: Stated) -> int:
        columns = self._columns(said, None)
        require_kept(self._reader, columns)
        number = self._hand.add(ENTRY, reference=reference, **columns)
        self._word(number, 1, said)
        for role in c.ROLES:
            for code in said[role]:
                self._address(number, role, code)
        return number

    def _change(self, entry: Entry, said: Stated) -> Stood:
        columns = self._columns(said, entry)
        after = {**entry.row, **columns}
        require_kept(self._reader, entry.row)
        require_kept(self._reader, after)
        if c.ROUND in said:
            carrying.require_carried_on(self._connection, after)
        self._hand.change(ENTRY, entry.number, entry.row["revision"], **columns)
        stood = {n: _plain(entry.row[n]) for n, v in columns.items() if entry.row[n] != v}
        version = None
        if any(column in said for column in c.TEXTS):
            version = entry.version + 1
            self._word(entry.number, version, entry.said | said)
        kept: Stood = {"columns": stood, "wording": version, "gone": {}, "came": {}}
        roles = [role for role in c.ROLES if role in said]
        for role in roles:
            for code in set(entry.said[role]) - set(said[role]):
                self._take_off(entry, role, code, kept)
        for role in roles:
            for code in sorted(set(said[role]) - set(entry.said[role])):
                self._address(entry.number, role, code)
                _came(kept, TO, {"institution_id": self._register.institutions[code]})
        return kept

    def _columns(self, said: Stated, entry: Entry | None) -> dict[str, Any]:
        """The entry's own columns for what is said."""
        found = {name: said[name] for name in AS_SAID if name in said}
        if c.ROUND in said:
            found["round_id"] = self._register.rounds[said[c.ROUND]]["id"]
        if c.SOURCE in said:
            found["source_id"] = self._register.sources.get(said[c.SOURCE])
        if c.DEADLINE in said:
            found |= said[c.DEADLINE].columns
        if c.PLACE in said:
            named = {} if entry is None else PLACE_NAMES
            found |= places.columns_of(self._connection, self._reader, said[c.PLACE]) | named
        return found

    def _word(self, entry: int, number: int, said: Stated) -> None:
        wording.store(self._hand, entry, number, {name: said[name] for name in c.TEXTS}, IMPORTED)

    def _address(self, entry: int, role: str, code: str) -> None:
        body = self._register.institutions[code]
        row = {"recommendation_id": entry, "institution_id": body, "role": role}
        self._hand.attach(TO, (ENTRY, entry), ADDRESSEE, f"{role}: {code}", **row)

    def _take_off(self, entry: Entry, role: str, code: str, kept: Stood) -> None:
        body = self._register.institutions[code]
        these = (TO.c.recommendation_id == entry.number, TO.c.institution_id == body)
        row = self._connection.execute(select(TO).where(*these)).mappings().one()
        kept["gone"].setdefault(TO.name, []).append(dict(row))
        told = f"{role}: {code}"
        self._hand.detach(TO, (ENTRY, entry.number), ADDRESSEE, told, int(row["id"]))

    def _link(self, number: int, row: CheckedRow) -> None:
        said = row.said if row.entry is None else {n: row.said[n] for n in row.changes}
        kept = self._stood[number]
        for kind in (kind for kind in c.LINKS if kind in said):
            before = row.entry.said[kind] if row.entry else ()
            for earlier in set(before) - set(said[kind]):
                self._unlink(number, kind, earlier, kept)
            for earlier in sorted(set(said[kind]) - set(before)):
                to = self._numbers[earlier]
                if kind == RecommendationLinkKind.REPLACES:
                    self._require_replaceable(to)
                values = {"recommendation_id": number, "earlier_id": to, "kind": kind}
                self._hand.attach(LINK, (ENTRY, number), TIE, f"{kind}: {earlier}", **values)
                _came(kept, LINK, {"earlier_id": to, "kind": kind})

    def _require_replaceable(self, number: int) -> None:
        """What is replaced is superseded, so the right has to reach it as well."""
        found = self._connection.execute(select(ENTRY).where(ENTRY.c.id == number))
        require_kept(self._reader, found.mappings().one())

    def _unlink(self, number: int, kind: str, earlier: str, kept: Stood | None) -> None:
        to = self._numbers[earlier]
        these = (LINK.c.recommendation_id == number, LINK.c.earlier_id == to, LINK.c.kind == kind)
        row = self._connection.execute(select(LINK).where(*these)).mappings().one()
        if kept is not None:
            kept["gone"].setdefault(LINK.name, []).append(dict(row))
        self._hand.detach(LINK, (ENTRY, number), TIE, f"{kind}: {earlier}", int(row["id"]))
        self._let_go.add(to)

    def _revise(self, entry: Entry) -> int:
        """Count one more change, be it of the wording or the addressees alone."""
        after = int(entry.row["revision"]) + 1
        this = update(ENTRY).where(ENTRY.c.id == entry.number)
        self._connection.execute(this.values(revision=after))
        return after


def _came(kept: Stood | None, table: Table, tells: dict[str, Any]) -> None:
    if kept is not None:
        kept["came"].setdefault(table.name, []).append(tells)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value
