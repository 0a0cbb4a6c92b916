"""How far the reader's role reaches: told in a sentence, and asked of one round or place."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from data_access import access, territory
from data_access.access import Right
from data_access.accounts import limits
from data_access.filters import Filters
from data_access.rules import Figure, Look, Quality, Stands
from pages.shared import data
from pages.shared.vocabulary import MISSING
from pages.shared.words import Words

Row = Mapping[Any, Any]
Holds = Callable[[pd.DataFrame], "pd.Series[bool]"]
LIMITS_OF = {
    Right.READ_FIGURES: limits.where_read,
    Right.KEEP_RECORDS: limits.where_kept,
    Right.ANSWER_GAPS: limits.where_answered,
}
"""The questions that tell how far a right reaches."""

HIDDEN = "hidden"
"""The quality of a figure that the reader's role does not see: neither zero nor without rows."""


def limitation(words: Words) -> str:
    """Which rounds and municipalities the reader sees alone; empty where there is no such limit."""
    if not is_limited():
        return ""
    named = ", ".join(_named(words, data.frame(limits.where_read, Filters())))
    if access.is_limited(data.reader(), Right.READ_PUBLISHED):
        return words.say(
            "Your role reaches only this: {limits}. Activities and recorded figures shown here "
            "are not the whole round's.",
            limits=named,
        )
    return words.say(
        "Your role reaches records of this alone: {limits}. Recorded figures shown here are not "
        "the whole round's.",
        limits=named,
    )


def own_posts(words: Words) -> str:
    """That a mediator sees their own posts; empty for whoever sees others' as well."""
    if data.may(Right.READ_FIGURES):
        return ""
    return words.say("You see your own posts alone: the totals here are not the whole round's.")


def hidden(words: Words) -> str:
    """What stands in the place of recorded figures for whoever does not see them."""
    return words.say(
        "Recorded figures are hidden from your role. That says nothing of how many there are: "
        "hidden is neither zero nor “no rows yet”."
    )


def beyond(words: Words) -> str:
    """What an empty screen does not say, for whoever sees some places or rounds alone."""
    if not is_limited():
        return ""
    return words.say("What lies beyond your role is hidden, so there may be more.")


def recorded(words: Words) -> str:
    """The heading of recorded figures, with what narrows them."""
    if is_limited() or not data.may(Right.READ_FIGURES):
        return words.say("Recorded, as far as your role sees")
    return words.say("Recorded")


def as_far_as_seen(words: Words, text: str, right: Right = Right.READ_FIGURES) -> str:
    """A count or a heading, marked as a part where the reader sees a part."""
    if not is_limited(right):
        return text
    return words.say("{text} (as far as your role sees)", text=text)


def nothing(words: Words, text: str, right: Right = Right.READ_FIGURES) -> str:
    """That there is nothing, or, for whoever sees a part, that nothing of it is seen."""
    if not is_limited(right):
        return text
    return words.say("Your role sees none of it; there may be more beyond your role.")


def no_rows(words: Words) -> str:
    """What stands in the place of a recorded figure without rows."""
    if is_limited():
        return words.say("no rows that your role sees")
    return words.code(MISSING, Quality.NO_DATA)


def is_limited(right: Right = Right.READ_FIGURES) -> bool:
    """Whether the reader sees recorded figures of some rounds or municipalities alone."""
    return access.is_limited(data.reader(), right)


def sees_figures(round_: str | None) -> bool:
    """Whether the reader sees any recorded figure of the round, or of any where none is chosen."""
    return _has(Right.READ_FIGURES, round_, lambda found: found["place"].notna())


def sees_place(round_: str | None, place: str) -> bool:
    """Whether the reader sees recorded figures of the municipality (``<division>:<iso>``)."""
    return _has(Right.READ_FIGURES, round_, lambda found: found["place"] == place)


def seen_on_map(filters: Filters, *, ever: bool = False) -> Callable[[str], bool]:
    """Whether the reader sees all recorded figures of a place of the look's map, or beside it.

    On today's map a municipality has the records of every municipality with land there; who sees
    some of them alone would take a part for the whole. ``ever``: of what is asked of every round,
    and in any look of all land.
    """
    if sees_every_place(filters.round) and not (ever and is_limited()):
        return lambda _place: True
    found = data.frame(limits.where_read, Filters())
    chosen = (filters.round is None) | (found["round"] == filters.round)
    own = set(found.loc[found["round"].isna() | (chosen & (not ever)), "place"])
    shared: set[str] = set()
    if ever or filters.look is Look.TODAY:
        land = data.frame(territory.shared_land, Filters())
        shared = set(land.loc[~land["place"].isin(own), "there"])

    def sees(place: str) -> bool:
        _, either, recorded = place.rpartition(f"{Stands.EITHER}:")
        return recorded in own and bool(either or place not in shared)

    return sees


def sees_every_place(round_: str | None) -> bool:
    """Whether no municipality is hidden: records that lie in none are then seen as well."""
    return _has(Right.READ_FIGURES, round_, lambda found: found["place"].isna())


def may_at(right: Right, round_: str, place: str | None = None) -> bool:
    """Whether the reader has the right for a record of the round that lies in the municipality.

    ``place`` is ``<division>:<iso>``; what lies in no municipality is reached by whoever is not
    limited to some.
    """
    return _has(right, round_, lambda found: found["place"] == place)


def may_in(right: Right, round_: str) -> bool:
    """Whether the reader has the right for some record of the round, wherever it lies."""
    return _has(right, round_, lambda found: found["place"].notna())


def without_support(totals: pd.DataFrame, round_: str | None) -> pd.DataFrame:
    """Figures in which families supported without a mediator are hidden from whoever lacks them.

    Such support belongs to no municipality and to no mediator, so that a total of families would
    silently be one of those with mediators. ``totals``: figure, value and quality.
    """
    if sees_every_place(round_):
        return totals
    of_all = totals["figure"] == Figure.FAMILIES
    shown = totals.assign(value=totals["value"].mask(of_all))
    return shown.assign(quality=totals["quality"].mask(of_all, HIDDEN))


def _has(right: Right, round_: str | None, lies_there: Holds) -> bool:
    """Whether one of the roles that carry the right reaches the round, and there."""
    if not data.may(right):
        return False
    if not access.is_limited(data.reader(), right):
        return True
    found = data.frame(LIMITS_OF[right], Filters())
    of_round = found["round"].isna() | (round_ is None) | (found["round"] == round_)
    return bool((of_round & (found["place"].isna() | lies_there(found))).any())


def _named(words: Words, found: pd.DataFrame) -> list[str]:
    """What a role reaches, each place under its latest name."""
    shown = found[found["place"].isna() | found["is_latest"].fillna(value=False)]
    return list(dict.fromkeys(_name(words, row) for row in shown.to_dict("records")))


def _name(words: Words, row: Row) -> str:
    code = "" if row["round"] is None else words.say("round {code}", code=row["round"])
    if row["place"] is None:
        return code
    return f"{row['name']} ({code})" if code else str(row["name"])
