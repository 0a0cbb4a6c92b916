"""The one change made of many entries: choosing it, and how it reads before and after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from data_access.recommendations.deadlines import Deadline, DeadlineUnusable
from data_access.recommendations.keeping import Change, What
from data_access.rules import AddresseeRole
from pages.recommendations import deadlines, kept
from pages.shared import data, fields, sources
from pages.shared.fields import Field, Kind
from pages.shared.recommendations import deadline
from pages.shared.vocabulary import ADDRESSEE_ROLES, AREAS
from pages.shared.words import Words, mark, safe

Row = Mapping[Any, Any]
CHANGES = {
    "area": mark("Area"),
    "lead": mark("An institution leads"),
    "supporting": mark("An institution supports"),
    "nobody": mark("An institution is taken off"),
    "deadline": mark("Deadline"),
    "carried": mark("Carried into a round"),
    "not_carried": mark("Not carried into a round"),
    "source": mark("Source"),
}
PARTS = {"lead": AddresseeRole.LEAD, "supporting": AddresseeRole.SUPPORTING, "nobody": None}


@dataclass(frozen=True)
class Known:
    """What is known of the entries beside their rows: addressees by entry, and rounds."""

    words: Words
    named: Mapping[str, Sequence[Row]]
    carried: pd.DataFrame


def choose(words: Words) -> Change | None:
    """The change that is filled in; None while something is missing."""
    code = st.selectbox(
        words.say("What changes"),
        list(CHANGES),
        format_func=lambda code: words.code(CHANGES, code),
        key="bulk-what",
    )
    if code in PARTS:
        body = _choice(words, "institution", words.say("Institution"), kept.bodies(words))
        return body and Change(What.ADDRESSEE, PARTS[code], of=body)
    if code in {"carried", "not_carried"}:
        of = _choice(words, "round", words.say("Round"), data.round_titles())
        return of and Change(What.CARRIED, code == "carried", of=of)
    if code == "deadline":
        return _deadline(words)
    if code == "source":
        return _source(words)
    areas = {area: words.code(AREAS, area) for area in AREAS}
    area = _choice(words, "area", words.say("Area"), areas)
    return area and Change(What.AREA, area)


def told(words: Words, change: Change) -> str:
    """What stands from now on."""
    match change.what:
        case What.AREA:
            return words.code(AREAS, change.value)
        case What.DEADLINE:
            return deadline(words, change.value.columns)
        case What.ADDRESSEE:
            return _part(words, change.value)
        case What.CARRIED:
            return words.say("carried") if change.value else words.say("not carried")
        case What.SOURCE:
            code, where = change.value or (None, None)
            return _cited(words, sources.names(words).get(str(code)), where)


def stands(known: Known, row: Row, change: Change) -> str:
    """What stands in the entry now."""
    words, reference = known.words, row["reference"]
    match change.what:
        case What.AREA:
            return words.code(AREAS, row["area"])
        case What.DEADLINE:
            return deadline(words, row)
        case What.ADDRESSEE:
            of = [to for to in known.named.get(reference, ()) if to["institution"] == change.of]
            return _part(words, of[0]["role"] if of else None)
        case What.CARRIED:
            rounds = known.carried.loc[known.carried["reference"] == reference, "round"]
            is_there = change.of in set(rounds)
            return words.say("carried") if is_there else words.say("not carried")
        case What.SOURCE:
            return _cited(words, words.pick(row, "source"), row["locator"])


def _part(words: Words, role: str | None) -> str:
    return words.say("not addressed") if role is None else words.code(ADDRESSEE_ROLES, role)


def _cited(words: Words, title: str | None, where: str | None) -> str:
    return ", ".join(part for part in (title, where) if part) or words.say("not stated")


def _choice(words: Words, name: str, label: str, options: Mapping[str, str]) -> Any:
    return st.selectbox(
        label,
        list(options),
        index=None,
        format_func=lambda code: options.get(code, str(code)),
        placeholder=words.say("Choose"),
        key=f"bulk-{name}",
    )


def _deadline(words: Words) -> Change | None:
    known = deadlines.precision(words, "bulk", Deadline())
    drawn = deadlines.fields(words, known)
    for each in drawn:
        fields.draw(words, each, f"bulk-{known}-{each.name}")
    held = {each.name: st.session_state[f"bulk-{known}-{each.name}"] for each in drawn}
    if any(value is None for value in held.values()):
        return None
    try:
        return Change(What.DEADLINE, deadlines.taken(known, held)["deadline"])
    except DeadlineUnusable:
        st.warning(safe(words.say(str(kept.REFUSALS[DeadlineUnusable]))))
        return None


def _source(words: Words) -> Change | None:
    named = {"": words.say("not stated"), **sources.names(words)}
    code = _choice(words, "source", words.say("Source"), named)
    where = Field("locator", mark("Where in the source"), Kind.LINE)
    fields.draw(words, where, "bulk-locator")
    if code is None:
        return None
    stated = st.session_state["bulk-locator"].strip() or None
    return Change(What.SOURCE, (code, stated) if code else None)
