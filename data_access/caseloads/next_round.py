"""The round that follows another, and in which towns it has mediators."""

from dataclasses import dataclass, replace

import pandas as pd
from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.caseloads.selection import last_day
from data_access.caseloads.towns import towns_of
from data_access.filters import Filters
from data_access.frames import DAY, WHOLE, WORD, frame
from data_access.rules import Look

NEXT_ROUND = {"round": WORD, "day": DAY, "next": WORD, "posts": WHOLE, "posts_without_place": WHOLE}


@dataclass(frozen=True)
class Following:
    """The next round, None where none is known, and the place of each of its posts."""

    code: str | None
    places: tuple[str, ...] = ()

    @property
    def towns(self) -> frozenset[str]:
        """The places that are towns of the look."""
        return frozenset(place for place in self.places if is_town(place))


def next_round(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row, of the chosen round; none where no round is chosen. Columns: NEXT_ROUND.

    ``day`` is the round's end: the last day of its posts, or today where that is earlier. ``next``
    is the round that follows by number among those that are known, missing where none does;
    ``posts`` are its posts that the reader sees, be their days stated or not, and
    ``posts_without_place`` those of them in no town.
    """
    require(reader, Right.READ_CASELOADS)
    if filters.round is None:
        return frame([], NEXT_ROUND)
    found = following(connection, filters)
    row = {
        "round": filters.round,
        "day": last_day(connection, reader, whole_round(filters)),
        "next": found.code,
        "posts": len(found.places),
        "posts_without_place": sum(not is_town(place) for place in found.places),
    }
    return frame([row], NEXT_ROUND)


def following(connection: Connection, filters: Filters) -> Following:
    """The round after the chosen one, with its posts as they stand in the look."""
    round_ = schema.round.c
    ordinal = select(round_.ordinal).where(round_.code == filters.round).scalar_subquery()
    after = select(round_.code).where(round_.ordinal > ordinal).order_by(round_.ordinal).limit(1)
    code = connection.execute(after).scalar()
    if code is None:
        return Following(None)
    towns = towns_of(replace(whole_round(filters), round=code))
    return Following(code, tuple(connection.scalars(select(towns.c.place))))


def whole_round(filters: Filters) -> Filters:
    """The chosen round without days, in a look that tells where posts are.

    A round's own list says nothing of its mediators, so "as reported" is taken for "as it was".
    """
    look = Look.WAS if filters.look is Look.REPORTED else filters.look
    return Filters(round=filters.round, look=look)


def is_town(place: str) -> bool:
    """Whether a place of the look is on the map; a kind of place beside it has no division."""
    return ":" in place
