"""What families in care are told apart by, and what each slice is called."""

import pandas as pd

from data_access.caseloads import By
from data_access.rules import latvian_key
from pages.caseloads import labels
from pages.shared import choices, looks
from pages.shared.vocabulary import AREAS
from pages.shared.words import Words, mark

NOT_STATED = "not_stated"
"""The slice of places, or areas, that nobody stated."""

SLICES: dict[str, str] = {
    By.ALL: mark("All together"),
    By.POST: mark("Post"),
    By.PLACE: mark("Place"),
    By.AREA: mark("Area of need"),
}
MORE: dict[str, str] = {
    By.POST: mark(
        "A family with several mediators counts at each of their posts, so these may add up to "
        "more than all together."
    ),
    By.PLACE: mark(
        "A family with mediators in several places counts in each of them, so these may add up to "
        "more than all together."
    ),
    By.AREA: mark(
        "A family may need several things and counts in each area, so these may add up to more "
        "than all together."
    ),
}
"""Why the slices may add up to more than there are families."""


def chosen(words: Words) -> By:
    """Draw the choice of what tells the slices apart, and return what is chosen."""
    named = {by.value: words.code(SLICES, by) for by in By}
    return By(choices.choice("slice", words.say("Families in care by"), named, By.ALL.value))


def one(words: Words, named: dict[str, str]) -> str:
    """Draw the choice of one of the slices, and return its code."""
    label = words.say("Month by month")
    return choices.choice("part", label, named, next(iter(named)), as_list=True)


def names(words: Words, by: By, answer: pd.DataFrame, posts: pd.DataFrame) -> dict[str, str]:
    """The slices with their names in the order shown, those of posts without a case among them."""
    if by is By.AREA:
        return {code: _capital(words.code(AREAS, code)) for code in answer["slice"]}
    if by is By.POST:
        return {str(post): name for post, name in labels.of_posts(words, posts).items()}
    places = dict(zip(posts["stands_at"], posts["stands_name"], strict=True))
    named = {code: _capital(looks.called(words, code, name)) for code, name in places.items()}
    kinds = [code for code, name in places.items() if not name]
    return dict(sorted(named.items(), key=lambda it: (it[0] in kinds, latvian_key(it[1]))))


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
