"""The families that a report of a post may speak of, and their cases there."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, or_, select, true

from data_access import schema
from data_access.access import Reader, Right, may_at, require
from data_access.monthly import columns as c
from data_access.monthly.cases import Case, Family
from data_access.monthly.cells import new_family
from data_access.monthly.counted import counted_for_good
from data_access.rules import Area, ClosingReason, Referrer, latvian_key

AREAS = {area: at for at, area in enumerate(Area)}


@dataclass(frozen=True)
class Families:
    """Those within reach by how their numbers fold, and the cases at the post by family."""

    known: Mapping[str, tuple[Family, ...]] = field(repr=False)
    cases: Mapping[int, tuple[Case, ...]] = field(repr=False)

    @classmethod
    def of(cls, connection: Connection, reader: Reader, post: int) -> "Families":
        """As the database has them; of whoever is limited, the families of posts within reach."""
        require(reader, Right.KEEP_RECORDS)
        family = schema.family
        rows = connection.execute(select(family).where(_within(connection, reader))).mappings()
        counted = counted_for_good(connection)
        families = {
            row["id"]: Family(
                row["id"], row["code"], row["size"], row["children"], row["id"] in counted
            )
            for row in rows
        }
        known: defaultdict[str, list[Family]] = defaultdict(list)
        for one in families.values():
            known[_key(one.code)].append(one)
        cases: defaultdict[int, list[Case]] = defaultdict(list)
        for case in _cases(connection, post, families):
            cases[case.family.number].append(case)
        return cls(
            {key: tuple(alike) for key, alike in known.items()},
            {number: tuple(some) for number, some in cases.items()},
        )

    def find(self, text: str) -> Family | None:
        """The family of a number as it is written, or else of the only one that folds alike."""
        alike = self.known.get(_key(text), ())
        exact = [family for family in alike if family.code == text]
        found = exact or list(alike)
        return found[0] if len(found) == 1 else None

    def open_before(self, month: dt.date) -> list[Case]:
        """The cases in care as the month before ended, by the families' numbers."""
        every = (case for cases in self.cases.values() for case in cases)
        found = [case for case in every if case.is_open_before(month)]
        return sorted(found, key=lambda case: (latvian_key(case.family.code), case.number))

    def codes_at_post(self) -> Iterable[str]:
        """The numbers of families that the post has had."""
        return [cases[0].family.code for cases in self.cases.values()]


def _key(text: str) -> str:
    """A number as it is recognised; one that looks like a new family's as that is."""
    return new_family(text) or c.key(text)


def _within(connection: Connection, reader: Reader) -> ColumnElement[bool]:
    """Families that somebody may know of: of posts, and of support, where the right reaches."""
    if may_at(reader, Right.KEEP_RECORDS):
        return true()
    family, post, cases = schema.family, schema.mediator_post, schema.mediation_case
    support = schema.family_support
    posts = connection.execute(select(post.c.id, post.c.round_id, post.c.municipality_id))
    reached = [
        row.id
        for row in posts
        if may_at(reader, Right.KEEP_RECORDS, round_=row.round_id, municipality=row.municipality_id)
    ]
    rounds = [
        number
        for number in connection.scalars(select(schema.round.c.id))
        if may_at(reader, Right.KEEP_RECORDS, round_=number)
    ]
    served = select(cases.c.family_id).where(cases.c.mediator_post_id.in_(reached))
    supported = select(support.c.family_id).where(support.c.round_id.in_(rounds))
    return or_(family.c.id.in_(served), family.c.id.in_(supported))


def _cases(connection: Connection, post: int, families: Mapping[int, Family]) -> Iterable[Case]:
    needs: defaultdict[int, list[Area]] = defaultdict(list)
    for need in connection.execute(_needs(post)):
        needs[need.mediation_case_id].append(Area(need.area))
    table = schema.mediation_case
    statement = select(table).where(table.c.mediator_post_id == post).order_by(table.c.id)
    for row in connection.execute(statement).mappings():
        yield Case(
            row["id"],
            families[row["family_id"]],
            row["opened_on"],
            row["closed_on"],
            ClosingReason(row["closing_reason"]),
            Referrer(row["referred_by"]),
            tuple(sorted(needs[row["id"]], key=AREAS.__getitem__)),
        )


def _needs(post: int) -> Select[Any]:
    need, cases = schema.case_need, schema.mediation_case
    return (
        select(need.c.mediation_case_id, need.c.area)
        .join_from(need, cases)
        .where(cases.c.mediator_post_id == post, need.c.area != Area.NOT_STATED)
    )
