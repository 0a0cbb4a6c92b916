"""Trainings and supervision on screen: those of a round, those of a post, and their upkeep."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access import mediators
from data_access.filters import Filters
from data_access.mediators import trainings
from pages.mediators import kept, labels
from pages.shared import data, reach, tables
from pages.shared.fields import Field, Kind
from pages.shared.vocabulary import TRAINING_KINDS
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]
AT_MOST = 15


def of_round(words: Words, chosen: Filters, named: labels.Labels) -> None:
    """Every training of the round's mediators, each by the place of the post."""
    st.header(words.say("Trainings and supervision"), anchor=False)
    found = data.frame(mediators.trainings_of_posts, chosen)
    if found.empty:
        nothing = words.say("No training or supervision is recorded in the selection.")
        st.markdown(safe(f"{nothing} {reach.beyond(words)}"))
    else:
        rows = found.to_dict("records")
        table = pd.DataFrame([_line(words, row) | {"post": _post(row, named)} for row in rows])
        headings = {"when": words.say("When"), "post": words.say("Post")} | _headings(words)
        tables.show_first(words, table, headings, AT_MOST)
        further = headings | {"origin": words.say("Where from")}
        tables.download(words, table, further, labels.made_up(words, found))
    if chosen.start or chosen.end:
        st.caption(words.say("What has no stated day is left out by the chosen days."))


def of_post(words: Words, post: Row) -> None:
    """What the mediator of the post took part in, in its round; forms for whoever keeps it."""
    st.header(words.say("Trainings and supervision"), anchor=False)
    found = data.frame(mediators.trainings_of_posts, Filters(round=str(post["round"])))
    rows = found[found["holder"] == post["holder"]].to_dict("records")
    if rows:
        headings = {"when": words.say("When")} | _headings(words)
        tables.show(pd.DataFrame([_line(words, row) for row in rows]), headings)
    else:
        st.markdown(words.say("No training or supervision is recorded."))
    if kept.is_kept(post):
        _keep(words, int(post["id"]), rows)


def _keep(words: Words, post: int, rows: list[Row]) -> None:
    with st.expander(words.say("Add a training or supervision"), key=f"training-add-{post}-open"):
        kept.add(
            words,
            f"training-add-{post}",
            _fields(words),
            {},
            lambda connection, reader, values: trainings.add(connection, reader, post, values),
            submit=words.say("Add the training"),
        )
    kept.removed(words, "training")
    if not rows:
        return
    named = {int(row["id"]): _name(words, row) for row in rows}
    row = kept.chosen(words, "training", words.say("Correct one training"), rows, named)
    if row is not None:
        with st.container(border=True):
            kept.correct(
                words,
                "training",
                _fields(words),
                row,
                change=trainings.change,
                remove=trainings.remove,
                submit=words.say("Store the training"),
                label=words.say("Remove the training"),
            )


def _fields(words: Words) -> list[Field]:
    kinds = {code: words.code(TRAINING_KINDS, code) for code in TRAINING_KINDS}
    return [
        Field("kind", mark("Kind"), Kind.CHOICE, kinds, required=True),
        Field("held_on", mark("Day"), Kind.DAY, help=mark("Left empty, the date is not stated.")),
        Field("hours", mark("Hours"), Kind.HOURS),
        kept.institution_field(words),
    ]


def _headings(words: Words) -> dict[str, str]:
    return {
        "kind": words.say("Kind"),
        "hours": words.say("Hours"),
        "institution": words.say("Institution"),
    }


def _line(words: Words, row: Row) -> dict[str, str]:
    day = row["held_on"]
    return {
        "when": words.period(day, day, "day"),
        "kind": words.code(TRAINING_KINDS, row["kind"]),
        "hours": labels.hours(words, row["hours"]),
        "institution": words.pick(row, "institution") or words.say("not stated"),
        "origin": labels.came_from(words, row),
    }


def _name(words: Words, row: Row) -> str:
    line = _line(words, row)
    return f"{line['when']}, {line['kind']}"


def _post(row: Row, named: labels.Labels) -> str:
    return named[int(row["post"])]
