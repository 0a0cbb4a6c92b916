"""A division of municipalities put into the database, or taken out while no record names it."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, delete, insert, literal, select, update

from data_access import audit, freshness, schema
from data_access.access import OPERATOR
from data_access.rules import Origin, fold
from data_access.territory import carrying
from seed.reform.planned import Plan, day_before, figures
from seed.reform.present import ReformRefused

OF_THE_LAND = (
    schema.carried_land,
    schema.division_outline,
    schema.succession,
    schema.unit_membership,
    schema.municipality_alias,
)
"""What belongs to a division and goes with it; any other row names it."""

ENTERED = {"origin": Origin.ENTERED.value}


def add(connection: Connection, found: Plan) -> None:
    """Store the division, its municipalities, their units, and from what they came."""
    told, before = found.told, found.present.division
    code = {"code": told.division, "valid_from": told.begins, "legal_basis": told.legal_basis}
    division = _number(connection, schema.division, **code, **ENTERED)
    _end(connection, before["id"], day_before(told))
    numbers = {
        iso: _number(
            connection,
            schema.municipality,
            division_id=division,
            iso=iso,
            name=one.name,
            name_folded=fold(one.name),
            is_city=one.is_city,
            valid_from=told.begins,
            **ENTERED,
        )
        for iso, one in sorted(found.listed.municipalities.items())
    }
    connection.execute(insert(schema.unit_membership), list(_memberships(found, numbers)))
    connection.execute(insert(schema.succession), list(_successions(found, numbers)))
    _keep_aliases(connection, found, numbers)
    connection.execute(
        insert(schema.division_outline).values(
            division_id=division,
            topology=found.map.text,
            attribution_lv=told.attribution_lv.strip(),
            attribution_en=told.attribution_en.strip(),
        )
    )
    _tell(connection, "division.added", division, figures(found))


def drop(connection: Connection, code: str) -> None:
    """Take the latest division out again, if it was added and no record names it.

    Refuses any other one (ReformRefused).
    """
    division = schema.division
    latest = select(division).order_by(division.c.valid_from.desc()).limit(1)
    found = connection.execute(latest).one_or_none()
    if found is None or found.code != code:
        raise ReformRefused(f"{code} is not the latest division: only that can be taken out.")
    if found.origin != Origin.ENTERED:
        raise ReformRefused(f"The division {code} came with the documented facts and stays.")
    if named_by := sorted(set(_named_by(connection, found.id))):
        raise ReformRefused(
            f"The division {code} stays: its municipalities are named by rows of "
            f"{', '.join(named_by)}."
        )
    connection.execute(delete(schema.carried_land))
    for table in (*OF_THE_LAND, schema.municipality):
        for column, numbers in _references(table, found.id):
            connection.execute(delete(table).where(column.in_(numbers)))
    connection.execute(delete(division).where(division.c.id == found.id))
    before = connection.execute(latest).one_or_none()
    if before is not None:
        _go_on(connection, before.id, before.valid_to)
    _tell(connection, "division.dropped", found.id, {"division": code})


def _named_by(connection: Connection, division: int) -> Iterator[str]:
    """The tables with a row that names the division or a municipality of it."""
    for table in schema.metadata.sorted_tables:
        if table not in {*OF_THE_LAND, schema.municipality}:
            for column, numbers in _references(table, division):
                if connection.execute(select(column).where(column.in_(numbers)).limit(1)).first():
                    yield table.name


def _references(table: Table, division: int) -> Iterator[tuple[Column[int], Select[tuple[int]]]]:
    """The columns that name a division or municipalities, with the numbers they would have."""
    municipality = schema.municipality
    numbers = {
        schema.division: select(schema.division.c.id).where(schema.division.c.id == division),
        municipality: select(municipality.c.id).where(municipality.c.division_id == division),
    }
    for column in table.columns:
        for key in column.foreign_keys:
            if key.column.table in numbers:
                yield column, numbers[key.column.table]


def _number(connection: Connection, table: Table, **values: Any) -> int:
    added = insert(table).values(**values).returning(table.c.id)
    return int(connection.execute(added).scalar_one())


def _end(connection: Connection, division: int, last: Any) -> None:
    """The division ends, and with it those of its municipalities that still are."""
    for table, mine in _spans(division):
        connection.execute(
            update(table).where(mine, table.c.valid_to.is_(None)).values(valid_to=last)
        )


def _go_on(connection: Connection, division: int, last: Any) -> None:
    for table, mine in _spans(division):
        connection.execute(
            update(table).where(mine, table.c.valid_to == last).values(valid_to=None)
        )


def _spans(division: int) -> Iterator[tuple[Table, Any]]:
    yield schema.division, schema.division.c.id == division
    yield schema.municipality, schema.municipality.c.division_id == division


def _memberships(found: Plan, numbers: dict[str, int]) -> Iterator[dict[str, int]]:
    for code, iso in sorted(found.listed.homes.items()):
        unit = found.present.units[code].number
        yield {"territorial_unit_id": unit, "municipality_id": numbers[iso]}


def _successions(found: Plan, numbers: dict[str, int]) -> Iterator[dict[str, Any]]:
    for (before, after), share in found.shares.items():
        yield {
            "predecessor_id": found.present.municipalities[before].number,
            "successor_id": numbers[after],
            "effective_on": found.told.begins,
            "share_of_area": share,
            "legal_basis": found.told.legal_basis,
            **ENTERED,
        }


def _keep_aliases(connection: Connection, found: Plan, numbers: dict[str, int]) -> None:
    """Whatever keeps its code and its name keeps the other forms of its name."""
    alias = schema.municipality_alias
    old, new = found.present.municipalities, found.listed.municipalities
    for iso, number in numbers.items():
        if iso in old and old[iso].name == new[iso].name:
            kept = select(literal(number), alias.c.name, alias.c.name_folded).where(
                alias.c.municipality_id == old[iso].number
            )
            names = ("municipality_id", "name", "name_folded")
            connection.execute(insert(alias).from_select(names, kept))


def _tell(connection: Connection, action: str, division: int, details: dict[str, Any]) -> None:
    """What follows from any change of divisions, and that it happened."""
    carrying.renew(connection)
    freshness.advance(connection)
    audit.append(connection, OPERATOR.who, action, subject=("division", division), details=details)
