"""Mediators' posts by the place where they serve: no screen tells one by who holds it."""

from collections import Counter
from collections.abc import Mapping
from typing import TypeVar

from pages.shared.words import Words

Post = TypeVar("Post", int, str)


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
