"""What posts and their days are called on this screen; nothing tells whose a post is."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data_access.filters import Filters
from pages.shared.posts import called, told_apart
from pages.shared.vocabulary import ROW_ORIGINS
from pages.shared.words import Words

Row = Mapping[Any, Any]
Labels = dict[int, str]


def of_posts(words: Words, posts: pd.DataFrame, chosen: Filters) -> Labels:
    """Each post by its place; with its round where there are several, numbered where they share."""
    rows = posts.to_dict("records")
    named = {int(row["id"]): called(words, row, chosen) for row in rows}
    if posts["round"].nunique() > 1:
        named = {int(row["id"]): f"{named[int(row['id'])]}, {row['round']}" for row in rows}
    return told_apart(words, named)


def held(words: Words, row: Row) -> str:
    """The days of a post or of a gap, as exactly as they are known."""
    first, last = row["starts_on"], row["ends_on"]
    precision = row.get("date_precision", "day")
    if not pd.isna(first) and pd.isna(last):
        return words.say("from {day}", day=words.period(first, first, precision))
    return words.period(first, last, precision)


def hours(words: Words, value: Any) -> str:
    """A number of hours, or that it is not stated."""
    return words.say("not stated") if pd.isna(value) else words.number(float(value))


def hours_a_week(words: Words, row: Row) -> str:
    """``20 hours a week``, or that they are not stated."""
    if pd.isna(row["hours_per_week"]):
        return words.say("hours a week not stated")
    return words.say("hours a week: {n}", n=words.number(float(row["hours_per_week"])))


def stands_in(words: Words, row: Row, named: Labels) -> str:
    """For whom a post stands in; empty for one that stands in for none."""
    if pd.isna(row["substitutes"]):
        return ""
    # The other post may lie beyond the reader's role.
    other = named.get(int(row["substitutes"]), words.say("another post"))
    return words.say("stands in for {post}", post=other)


def came_from(words: Words, row: Row) -> str:
    """Where a row comes from."""
    return words.code(ROW_ORIGINS, row["origin"])


def made_up(words: Words, *answers: pd.DataFrame) -> str:
    """A sentence where rows of the sample are among the answers; else nothing."""
    if not any(bool(answer["is_made_up"].any()) for answer in answers):
        return ""
    return words.say(
        "Made up, wholly or in part: rows of the sample are shown here. They show how the screen "
        "works and say nothing of a real town, mediator or family."
    )
