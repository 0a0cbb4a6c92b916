"""Towns with open cases and no mediator in the next round, as a list to be handed over."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from data_access import caseloads
from data_access.caseloads import BETWEEN, HandOver
from data_access.filters import Filters
from data_access.rules import Look
from pages.caseloads import labels
from pages.shared import data, looks, reach, tables
from pages.shared.vocabulary import AREAS, MISSING
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]
STATES: dict[str, str] = {
    HandOver.NO_MEDIATOR: mark("no mediator"),
    HandOver.PARTLY: mark("a mediator in part of its land"),
    HandOver.NEXT_UNKNOWN: mark("not known yet"),
    HandOver.NO_PLACE: mark("not to be told: the post has no town"),
    reach.HIDDEN: mark("hidden from your role"),
}


def show(words: Words, chosen: Filters) -> None:
    """Whose cases nobody goes on with, in a table to be taken along, and the cases behind it."""
    st.subheader(words.say("To be handed over"), anchor=False)
    if chosen.round is None:
        st.markdown(words.say("Choose one round to see which of its towns are to be handed over."))
        return
    (after,) = data.frame(caseloads.next_round, chosen).to_dict("records")
    towns = _seen(data.frame(caseloads.hand_over, chosen), after)
    st.markdown(labels.told(words, _told(words, towns, after), towns))
    if without := int(after["posts_without_place"]):
        said = words.count(
            "Of {n} post of round {round} the town is not stated: it may be one of these.",
            "Of {n} posts of round {round} the towns are not stated: they may be among these.",
            without,
            round=after["next"],
        )
        st.caption(safe(said))
    if not towns.empty:
        # A round's own list says nothing of its mediators: the places stand as they were.
        placed = replace(chosen, look=Look.WAS) if chosen.look is Look.REPORTED else chosen
        where = labels.note(words, towns, chosen=placed)
        note = f"{_when(words, after)} {where}".strip()
        _table(words, towns, note)
        _cases(words, data.frame(caseloads.hand_over_cases, chosen), note)


def _seen(towns: pd.DataFrame, after: Row) -> pd.DataFrame:
    """The towns; of those beyond the reader's role nobody can say that they have no mediator."""
    place = towns["place"].str.removeprefix("either:")
    judged = towns["state"].isin([HandOver.NO_MEDIATOR, HandOver.PARTLY])
    hidden = [
        is_judged and not reach.sees_place(after["next"], code)
        for code, is_judged in zip(place, judged, strict=True)
    ]
    return towns.assign(state=towns["state"].mask(pd.Series(hidden, dtype=bool), reach.HIDDEN))


def _told(words: Words, towns: pd.DataFrame, after: Row) -> str:
    """How many towns and families, and of which round nobody can tell."""
    if towns.empty:
        return words.say(
            "As {day} ends, no case is open in a town without a mediator in the next round.",
            day=words.date(after["day"]),
        )
    texts = [_when(words, after), _next(words, after)]
    if number := int((towns["state"] == HandOver.NO_MEDIATOR).sum()):
        texts.append(
            words.count(
                "{n} town has open cases and no mediator in round {round}.",
                "{n} towns have open cases and no mediator in round {round}.",
                number,
                round=after["next"],
            )
        )
    return " ".join(filter(None, texts))


def _when(words: Words, after: Row) -> str:
    return words.say(
        "Counted are the cases of round {round} that are open as {day} ends.",
        day=words.date(after["day"]),
        round=after["round"],
    )


def _next(words: Words, after: Row) -> str:
    """That nobody can tell yet, where that is so."""
    if after["next"] is None:
        return words.say(
            "No round after {round} is entered, so nobody can tell yet where there will be no "
            "mediator.",
            round=after["round"],
        )
    if after["posts"]:
        return ""
    if reach.is_limited():
        return words.say("Your role sees no post of round {round}.", round=after["next"])
    return words.say(
        "No mediator's post of round {round} is recorded, so nobody can tell yet where there will "
        "be no mediator.",
        round=after["next"],
    )


def _table(words: Words, towns: pd.DataFrame, note: str) -> None:
    headings = {
        "town": words.say("Place"),
        "state": words.say("In the next round"),
        "open_cases": words.say("Open cases"),
        "families": words.say("Families"),
        "posts": words.say("Posts"),
    }
    rows = pd.DataFrame(
        [
            {
                "town": _place(words, row),
                "state": words.code(STATES, row["state"]),
                **{name: words.number(int(row[name])) for name in list(headings)[2:]},
            }
            for row in towns.to_dict("records")
        ],
        columns=list(headings),
    )
    tables.show(rows, headings)
    tables.download(words, rows, headings, note)


def _cases(words: Words, cases: pd.DataFrame, note: str) -> None:
    headings = {
        "town": words.say("Place"),
        "family": words.say("Family"),
        "opened": words.say("Opened"),
        "needs": words.say("Areas of need"),
    }
    rows = [
        {
            "town": _place(words, row),
            "family": row["family"],
            "opened": words.period(row["opened_on"], None, "day"),
            "needs": _needs(words, row["needs"]),
        }
        for row in cases.to_dict("records")
    ]
    st.caption(safe(words.say("Behind the list: each open case by its family's number.")))
    tables.behind(words, pd.DataFrame(rows, columns=list(headings)), headings, note)


def _needs(words: Words, needs: str | None) -> str:
    if needs is None:
        return words.code(MISSING, "not_stated")
    return ", ".join(words.code(AREAS, area) for area in needs.split(BETWEEN))


def _place(words: Words, row: Row) -> str:
    name = looks.called(words, row["place"], words.pick(row, "name") or None)
    return name[:1].upper() + name[1:]
