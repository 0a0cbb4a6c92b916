"""What posts are called, how long they were held, and whether their rows are made up."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data_access.filters import Filters
from pages.shared import looks, reach
from pages.shared.posts import called, told_apart
from pages.shared.vocabulary import MISSING
from pages.shared.words import Words, safe

Row = Mapping[Any, Any]
Labels = dict[int, str]


def placed(words: Words, posts: pd.DataFrame, chosen: Filters) -> pd.DataFrame:
    """The posts with what each one's place is ``called`` in the look."""
    return posts.assign(called=[called(words, row, chosen) for row in posts.to_dict("records")])


def of_posts(words: Words, posts: pd.DataFrame) -> Labels:
    """Each post by its place; with its round, and with a number, where others share the place.

    Nothing else names a post: what a mediator is called, or the code they go by, tells who it is.
    """
    rows = posts.to_dict("records")
    named = list(posts["called"])
    if posts["round"].nunique() > 1:
        named = [f"{name}, {row['round']}" for name, row in zip(named, rows, strict=True)]
    numbers = [int(row["post"]) for row in rows]
    return told_apart(words, dict(zip(numbers, named, strict=True)))


def with_months(words: Words, posts: pd.DataFrame) -> Labels:
    """Each post by its place, and the months of service beside it."""
    labels = of_posts(words, posts)
    held = dict(zip(posts["post"], posts["months"], strict=True))
    return {post: f"{label} · {service(words, held[post])}" for post, label in labels.items()}


def months(words: Words, posts: pd.DataFrame) -> Labels:
    """The months of service of each post as a number, or that they are not stated."""
    return {
        int(row["post"]): words.code(MISSING, "not_stated")
        if pd.isna(row["months"])
        else words.number(int(row["months"]))
        for row in posts.to_dict("records")
    }


def service(words: Words, months: Any) -> str:
    """``10 months of service``, or that they are not stated."""
    if months is None or pd.isna(months):
        return words.say("months of service not stated")
    return words.count("{n} month of service", "{n} months of service", int(months))


def month(words: Words, day: pd.Timestamp) -> str:
    """A month by its name or number, with its year."""
    return words.period(day, day, "month")


def value(totals: pd.DataFrame, figure: str) -> int | None:
    """One of the totals; None where it is missing."""
    found = totals.loc[totals["figure"] == figure, "value"].iloc[0]
    return None if pd.isna(found) else int(found)


def note(words: Words, *answers: pd.DataFrame, chosen: Filters | None = None) -> str:
    """What goes along with a table: whose posts these are, and what is made up.

    Of a table with places, ``chosen`` says where they stand.
    """
    where = looks.said(words, chosen) if chosen else ""
    return " ".join(filter(None, (reach.own_posts(words), where, made_up(words, *answers))))


def made_up(words: Words, *answers: pd.DataFrame) -> str:
    """A sentence where any row behind the answers belongs to the sample; else nothing."""
    if not any(bool(answer["is_made_up"].any()) for answer in answers):
        return ""
    return words.say(
        "Made up, wholly or in part: rows of the sample are behind these numbers. They show how "
        "the screen works and say nothing of a real town, mediator or family."
    )


def told(words: Words, text: str, *answers: pd.DataFrame) -> str:
    """A text, and that what it speaks of is made up where it is, as Markdown."""
    if not made_up(words, *answers):
        return safe(text)
    short = words.say("Made up, wholly or in part.")
    return f"{safe(text)} **{safe(short)}**"


def made_up_in_short(words: Words, *answers: pd.DataFrame) -> str:
    """The same for within a picture."""
    return words.say("Made-up numbers (sample)") if made_up(words, *answers) else ""
