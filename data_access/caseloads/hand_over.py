"""Towns whose open cases nobody goes on with: no mediator serves them in the next round."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, func, select

from data_access.access import Reader, Right, require
from data_access.caseloads.next_round import Following, following, is_town, whole_round
from data_access.caseloads.selection import cases_of, last_day
from data_access.caseloads.towns import towns_of
from data_access.filters import Filters
from data_access.frames import FLAG, WHOLE, WORD, frame
from data_access.rules import Stands, latvian_key
from data_access.territory import shared_land

PLACES = {"place": WORD, "name_lv": WORD, "name_en": WORD}
HAND_OVER = PLACES | {
    "state": WORD,
    "posts": WHOLE,
    "open_cases": WHOLE,
    "families": WHOLE,
    "is_made_up": FLAG,
}
EITHER = f"{Stands.EITHER}:"

Row = dict[str, Any]
Land = Mapping[tuple[str, str], bool]
"""Two places with land in common, and whether all land of the first lies in the second."""


class HandOver(StrEnum):
    """Why a town's open cases have nobody to go on with them, or why that is not known.

    ``partly``: a post of the next round is in a municipality that has part of the town's land.
    """

    NO_MEDIATOR = "no_mediator"
    PARTLY = "partly"
    NEXT_UNKNOWN = "next_unknown"
    NO_PLACE = "no_place"


def hand_over(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row a place with cases open at the chosen round's end and no mediator in the next round.

    In the Latvian order of names, those without one last; without a chosen round there is no row.
    Columns: HAND_OVER. Cases are open as ``next_round``'s ``day`` ends, those of no stated opening
    too; the chosen days change nothing. ``place`` is the code in the look (territory.code_of), as
    ``whole_round`` has it; where the next round's posts lie in another division, towns are compared
    by their land. ``state`` is HandOver: what is in no town can never be matched and is
    ``no_place``; where the next round is not known or the reader sees no post of it, towns are
    ``next_unknown``.
    """
    require(reader, Right.READ_CASELOADS)
    if filters.round is None:
        return frame([], HAND_OVER)
    then, day = following(connection, filters), last_day(connection, reader, whole_round(filters))
    rows = [dict(row) for row in connection.execute(_places(filters, day)).mappings()]
    land = _land(connection, reader, {row["place"] for row in rows}, then.towns)
    stated = [row | {"state": _state(row["place"], then, land)} for row in rows]
    left = [row | {"is_made_up": row["sample"] > 0} for row in stated if row["state"]]
    return frame(sorted(left, key=_by_name), HAND_OVER)


def _state(place: str, then: Following, land: Land) -> str | None:
    """Why a place is to be handed over; None where a mediator of the next round is there."""
    if not is_town(place):
        return HandOver.NO_PLACE.value
    if not then.places:
        return HandOver.NEXT_UNKNOWN.value
    if place in then.towns:
        return None
    shared = [there for there in then.towns if (_bare(place), _bare(there)) in land]
    either = place.startswith(EITHER)
    for there in shared:
        if land[_bare(place), _bare(there)] and not either and not there.startswith(EITHER):
            return None
    return (HandOver.PARTLY if shared else HandOver.NO_MEDIATOR).value


def _land(connection: Connection, reader: Reader, places: set[str], towns: frozenset[str]) -> Land:
    """What places share with towns of another division; nothing is asked where none is."""
    ours, theirs = ({_bare(place) for place in found} for found in (places, towns))
    divisions = {place.partition(":")[0] for place in ours | theirs if is_town(place)}
    if len(divisions) <= 1:
        return {}
    found = shared_land(connection, reader, Filters())
    found = found[found["place"].isin(ours) & found["there"].isin(theirs)]
    pairs = zip(found["place"], found["there"], found["is_whole"], strict=True)
    return {(place, there): bool(is_whole) for place, there, is_whole in pairs}


def _bare(place: str) -> str:
    """``<division>:<iso>`` of a place, be it certain or one of several."""
    return place.removeprefix(EITHER)


def _places(filters: Filters, day: dt.date) -> Select[*tuple[Any, ...]]:
    """Each place with open cases."""
    cases, towns = cases_of(whole_round(filters), day), towns_of(whole_round(filters))
    return (
        select(
            towns.c.place,
            towns.c.name_lv,
            func.max(towns.c.name_en).label("name_en"),
            func.count(cases.c.post.distinct()).label("posts"),
            func.count().label("open_cases"),
            func.count(cases.c.family_id.distinct()).label("families"),
            func.max(cases.c.made_up + towns.c.made_up).label("sample"),
        )
        .join_from(cases, towns, towns.c.post == cases.c.post)
        .where(cases.c.is_open == 1)
        .group_by(towns.c.place, towns.c.name_lv)
    )


def _by_name(row: Row) -> tuple[object, ...]:
    return not is_town(row["place"]), latvian_key(row["name_lv"] or ""), row["place"]
