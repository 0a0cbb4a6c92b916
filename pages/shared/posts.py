"""Mediators' posts by the place where they serve: no screen tells one by who holds it."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, TypeVar

from data_access.filters import Filters
from data_access.rules import PlaceKind
from pages.shared import looks
from pages.shared.words import Words

Post = TypeVar("Post", int, str)


def called(words: Words, row: Mapping[Any, Any], chosen: Filters) -> str:
    """What the place of a post is called in the look; ``row`` as ``looks.place`` has it."""
    beside_map = row["place_kind"] != PlaceKind.MUNICIPALITY and words.pick(row, "place")
    name = beside_map or looks.place(words, row, chosen)
    return name[:1].upper() + name[1:]


def told_apart(words: Words, named: Mapping[Post, str]) -> dict[Post, str]:
    """The same names; those that several posts share numbered in the order of the posts."""
    times, told = Counter(named.values()), dict(named)
    seen: Counter[str] = Counter()
    for post in sorted(named):
        name = named[post]
        seen[name] += 1
        if times[name] > 1:
            told[post] = words.say("{place}, post {n}", place=name, n=seen[name])
    return told
