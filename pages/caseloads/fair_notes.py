"""What stands around the rates: what is divided by what, what an interval is, what is left out."""

from collections.abc import Mapping
from typing import Any

from data_access.filters import Filters
from pages.shared.words import Words

Row = Mapping[Any, Any]


def intro(words: Words, whole: Row) -> str:
    """What is divided by what."""
    number = whole["hours"]
    hours = (
        words.count("{n} hour", "{n} hours", int(number))
        if number == int(number)
        else words.say("{n} hours", n=words.number(number))
    )
    return words.say(
        "Contacts, and families of which a case was opened, for each 100 hours that mediators "
        "worked: {hours} in {months}. Counted are those months alone of which a recorded report "
        "states hours. Places stand by name, not by size.",
        hours=hours,
        months=words.count("{n} month of service", "{n} months of service", int(whole["months"])),
    )


def meaning(words: Words, *, several: bool) -> str:
    """What an interval is, and what it leaves out."""
    texts = [
        words.say(
            "The line through a dot is the exact 95 % Poisson interval: rates at which chance "
            "alone could well have brought the number counted, if each contact or family came "
            "independently of the others. Contacts do not: talks with one family come in a "
            "series, so the real uncertainty is larger than the line."
        )
    ]
    if several:
        texts.append(
            words.say(
                "The upright mark is the rate of all places together, each place itself among "
                "them. Of twenty places about one lies outside by chance, even where all work "
                "alike: that is a reason to ask, not a verdict on a mediator."
            )
        )
    return " ".join(texts)


def left_out(words: Words, whole: Row, chosen: Filters) -> str:
    """Months that are in no rate, each kind by itself."""
    kinds = {
        "months_without": words.count(
            "Of {n} month of service no hours are stated: it is in no rate.",
            "Of {n} months of service no hours are stated: they are in no rate.",
            int(whole["months_without"]),
        ),
        "months_zero": words.count(
            "The report of {n} month states zero hours: it is in no rate.",
            "The reports of {n} months state zero hours: they are in no rate.",
            int(whole["months_zero"]),
        ),
        "posts_undated": words.count(
            "Of {n} post the days are not stated, so nobody can tell which of its months are "
            "missing.",
            "Of {n} posts the days are not stated, so nobody can tell which of their months are "
            "missing.",
            int(whole["posts_undated"]),
        ),
    }
    texts = [text for name, text in kinds.items() if whole[name]]
    if chosen.start or chosen.end:
        texts.append(words.say("Months that the chosen days cut are left out."))
    return " ".join(texts)
