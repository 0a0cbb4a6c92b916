"""Which municipalities of a division have a part of what was another municipality's land."""

from functools import cache

from sqlalchemy import ColumnElement, FromClause, Table, case, func, select

from data_access import schema

SEPARATOR = "; "


@cache
def known_as(table: Table, name: str) -> FromClause:
    """The table under another name, made once: its columns take longer than a small question."""
    return table.alias(name)


def names_of_parts(
    recorded: FromClause, division: ColumnElement[int], is_before: ColumnElement[bool]
) -> ColumnElement[str]:
    """The names in the division, "; " between them, of all that have a part of ``recorded``.

    In no order, and each as often as it has units there. ``is_before``: the record is from before
    a part left the municipality within its own division, so that its land is that of both.
    """
    gained, gainer = known_as(schema.succession, "gained"), known_as(schema.municipality, "gainer")
    land, same = known_as(schema.unit_membership, "land"), known_as(schema.unit_membership, "same")
    sharer = known_as(schema.municipality, "sharer")
    names = (
        select(func.aggregate_strings(sharer.c.name, SEPARATOR))
        .join_from(land, same, land.c.territorial_unit_id == same.c.territorial_unit_id)
        .join(sharer, same.c.municipality_id == sharer.c.id)
        .where(sharer.c.division_id == division)
        .correlate_except(land, same, sharer, gained, gainer)
    )
    own = names.where(land.c.municipality_id == recorded.c.id).scalar_subquery()
    more = (
        names.join(gainer, land.c.municipality_id == gainer.c.id)
        .join(gained, gained.c.successor_id == gainer.c.id)
        .where(gained.c.predecessor_id == recorded.c.id)
        .where(gainer.c.division_id == recorded.c.division_id)
        .scalar_subquery()
    )
    return case((is_before, func.coalesce(own + SEPARATOR + more, own)), else_=own)
