"""The upkeep of posts on screen: adding one, correcting it, taking it away, its history."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access import mediators, places
from data_access.filters import Filters
from data_access.mediators import posts
from data_access.rules import PlaceKind
from pages.mediators import kept, labels, spelling
from pages.mediators.wording import HELP, NONE, POST, PRECISIONS, PRECISIONS_STOOD
from pages.shared import data, history, placing
from pages.shared.data import Values
from pages.shared.fields import Field, Kind
from pages.shared.vocabulary import PLACE_KINDS
from pages.shared.words import Words, mark

Row = dict[Any, Any]

KINDS = {"starts_on": Kind.DAY, "ends_on": Kind.DAY, "hours_per_week": Kind.HOURS}
HISTORY = {
    **{name: label for name, label in POST.items() if name not in {"place", "precision"}},
    "date_precision": POST["precision"],
    "place_kind": POST["place"],
    "municipality_id": mark("Municipality"),
    "substitutes_post_id": POST["substitutes"],
    "gap": mark("Gap"),
    "training": mark("Training"),
}
CODES = {"date_precision": PRECISIONS_STOOD, "place_kind": PLACE_KINDS}


def add(words: Words, chosen: Filters, named: labels.Labels) -> None:
    """A form for a post of the chosen round, while that takes any."""
    kept.removed(words, "post")
    code = chosen.round
    if code is None or not kept.may_add(code):
        return
    holder = Field(
        "holder",
        mark("Who holds it"),
        Kind.CHOICE,
        _holders(words),
        help=mark("No name is kept here: a mediator who is new gets a neutral code."),
    )
    fields = [holder, *fields_of(words, code, None, named)]
    with st.expander(words.say("Add a post"), key=f"post-add-{code}-open"):
        kept.add(
            words,
            f"post-add-{code}",
            fields,
            {"precision": "day"},
            lambda connection, reader, values: _open(
                posts.add(connection, reader, code, numbered(values))
            ),
            submit=words.say("Add the post"),
        )


def correct(words: Words, row: Row, named: labels.Labels) -> None:
    """A form filled with the post, and its removal."""
    number, revision = int(row["id"]), int(row["revision"])
    despite = Field(
        "despite_records",
        mark("The days hold although records of the post lie outside them"),
        Kind.FLAG,
    )
    with st.expander(words.say("Correct this post"), key=f"post-{number}-open"):
        kept.edit(
            words,
            f"post-{number}",
            [*fields_of(words, str(row["round"]), row, named), despite],
            _stood(row),
            lambda connection, reader, values: posts.change(
                connection, reader, number, revision, numbered(values)
            ),
            submit=words.say("Store the post"),
        )
    with st.expander(words.say("Remove this post"), key=f"post-remove-{number}-open"):
        kept.take_away(
            words,
            "post",
            row,
            lambda connection, reader, _: posts.remove(connection, reader, number, revision),
            label=words.say("Remove the post"),
        )


def fields_of(words: Words, code: str, row: Row | None, named: labels.Labels) -> list[Field]:
    """The fields of a post of the round; ``named`` are the posts that it can stand in for."""
    stood = ("", "") if row is None else (str(row["place"]), words.pick(row, "place"))
    nowhere = [PlaceKind.NOT_STATED.value]
    none = {NONE: words.say("no other post")}
    others = {str(n): name for n, name in named.items() if row is None or n != row["id"]}
    options = {
        "place": placing.offered(words, Filters(round=code), code, stood, nowhere),
        "precision": {name: words.code(PRECISIONS, name) for name in PRECISIONS},
        "substitutes": none | others,
    }
    return [
        Field(
            name,
            label,
            KINDS.get(name, Kind.CHOICE),
            options.get(name, {}),
            help=HELP.get(name, ""),
        )
        for name, label in POST.items()
    ]


def numbered(values: Values) -> Values:
    """The values with other posts as numbers."""
    named = {name: values[name] for name in ("holder", "substitutes") if name in values}
    return values | {name: None if v is None else int(v) for name, v in named.items()}


def changes(words: Words, row: Row, named: labels.Labels) -> None:
    """What was changed by hand in the post, its gaps and its mediator's trainings among it."""
    number = int(row["id"])
    found = places.municipalities
    towns = data.frame(found, Filters(round=str(row["round"])))
    names = spelling.names(words, data.history("mediator_post", number), named)
    names["municipality_id"] = dict(zip(towns["place"], towns["name"], strict=True))
    history.show(words, "mediator_post", number, HISTORY, CODES, names=names)


def removed(words: Words, chosen: Filters, named: labels.Labels) -> None:
    """What posts of the round said that were removed by hand."""
    if chosen.round is None:
        return
    belonged = ("round_id", chosen.round)
    towns = data.frame(places.municipalities, Filters(round=chosen.round))
    names = spelling.names(words, data.removed("mediator_post", belonged), named)
    names["municipality_id"] = dict(zip(towns["place"], towns["name"], strict=True))
    history.show_removed(words, "mediator_post", belonged, HISTORY, CODES, names=names)


def _stood(row: Row) -> Row:
    substitutes = row["substitutes"]
    other: Any = NONE if pd.isna(substitutes) else str(int(substitutes))
    return row | {"precision": row["date_precision"], "substitutes": other}


def _holders(words: Words) -> dict[str, str]:
    """Whoever is new here, then the mediators there are: each by the latest post."""
    every = Filters()
    found = data.frame(mediators.listed, every)
    named = labels.of_posts(words, found, every)
    latest = {int(row["holder"]): int(row["id"]) for row in found.to_dict("records")}
    return {NONE: words.say("a mediator who is new here")} | {
        str(post): words.say("whoever holds {post}", post=named[post]) for post in latest.values()
    }


def _open(number: int) -> None:
    """Go to the page of a post that was added, where the rest of it is filled in."""
    st.query_params["post"] = str(number)
