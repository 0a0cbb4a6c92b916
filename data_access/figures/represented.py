"""Of which divisions the recorded municipalities are, and what is counted in none of them."""

import pandas as pd
from sqlalchemy import Connection, case, distinct, func, or_, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.counting import attended
from data_access.filters import Filters
from data_access.frames import WHOLE, WORD, ask
from data_access.rules import PlaceKind, Stands

REPRESENTED = {"division": WORD, "municipalities": WHOLE, "attendances": WHOLE}


def represented(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row a division with its municipalities that people came from, the oldest first.

    Columns: REPRESENTED. The municipalities add up to the recorded figure: land that has people in
    two divisions counts in both, and once on today's map. The last row, without a division, is of
    the attendances that are in no municipality of the look, because they may lie in one of several
    or are not on the round's list; without any there is no such row.
    """
    require(reader, Right.READ_FIGURES)
    rows, municipality, division = attended(filters), schema.municipality, schema.division
    is_placed = rows.c.place_kind == PlaceKind.MUNICIPALITY
    code = case((is_placed, division.c.code)).label("division")
    statement = (
        select(
            code,
            func.count(distinct(case((is_placed, rows.c.municipality_id)))).label("municipalities"),
            func.count().label("attendances"),
        )
        .join_from(rows, municipality, rows.c.municipality_id == municipality.c.id, isouter=True)
        .join(division, municipality.c.division_id == division.c.id, isouter=True)
        .where(or_(is_placed, rows.c.place_kind.in_([*Stands])))
        .group_by(code)
        .order_by(func.max(case((is_placed, 1), else_=0)).desc(), func.min(division.c.valid_from))
    )
    return ask(connection, statement, REPRESENTED)
