"""The upkeep of activities on screen: adding one, correcting it, taking it away, its history."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from data_access import activities, institutions, places, rounds
from data_access.access import Right
from data_access.filters import Filters
from data_access.rules import PlaceKind
from pages.shared import data, forms, history, placing, reach, sources
from pages.shared.fields import Field, Kind
from pages.shared.figures import citation
from pages.shared.vocabulary import ACTIVITY_KINDS, AREAS, PART_NAMES, PLACE_KINDS, REFERRING
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]

LABELS = {
    "title_lv": mark("Title in Latvian"),
    "title_en": mark("Title in English"),
    "kind": mark("Kind"),
    "area": mark("Area"),
    "starts_on": mark("First day"),
    "ends_on": mark("Last day"),
    "place": mark("Place"),
    "place_name_lv": mark("Name of the place in Latvian"),
    "place_name_en": mark("Name of the place in English"),
    "measure": mark("Line of the round's list"),
    "outcome_lv": mark("Outcome in Latvian"),
    "outcome_en": mark("Outcome in English"),
}
HISTORY = {
    **{name: label for name, label in LABELS.items() if name not in {"place", "measure"}},
    "place_kind": LABELS["place"],
    "municipality_id": mark("Municipality"),
    "measure_id": LABELS["measure"],
    "source_id": mark("Source"),
    "locator": mark("Where in the source"),
    "institution": mark("Institution"),
    "document": mark("Document"),
}
CODES = {"kind": ACTIVITY_KINDS, "area": AREAS, "place_kind": PLACE_KINDS}
HELP = {
    "title_lv": mark("No names of persons: the title is shown to everybody."),
    "title_en": mark("Left empty, the Latvian title stands in its place."),
    "starts_on": mark("Left empty, the date is not stated."),
    "place_name_lv": mark("For places that are no municipality, such as a town abroad."),
}
KINDS = {
    "kind": Kind.CHOICE,
    "area": Kind.CHOICE,
    "starts_on": Kind.DAY,
    "ends_on": Kind.DAY,
    "place": Kind.CHOICE,
    "measure": Kind.CHOICE,
    "outcome_lv": Kind.TEXT,
    "outcome_en": Kind.TEXT,
}
NONE = ""
REMOVED = "activity-removed"


def _still_referred_to(words: Words, refusal: activities.StillReferredTo) -> str:
    named = ", ".join(words.code(REFERRING, table) for table in refusal.tables)
    return words.say(
        "Still tied to this activity: {list}. Take them off first; nothing was removed.",
        list=named,
    )


REFUSALS: forms.Refusals = {
    activities.RoundUnknown: mark("This round is gone: somebody removed it. Nothing was stored."),
    activities.StillReferredTo: _still_referred_to,
}


def add(words: Words, chosen: Filters) -> None:
    """A form for an activity of the chosen round, while that takes any."""
    forms.outcome(words, REMOVED)
    code = chosen.round
    if code is None or not reach.may_in(Right.KEEP_RECORDS, code):
        return
    if _is_closed(code):
        st.caption(words.say("The round is closed: no activity is added to it."))
        return
    fields = _fields(words, Filters(round=code), None)
    with st.expander(words.say("Add an activity"), key=f"activity-add-{code}-open"):
        forms.edit(
            words,
            f"activity-add-{code}",
            fields,
            {"area": "not_stated", "place": _first_place(fields)},
            lambda connection, reader, values: _open(
                activities.add(connection, reader, code, values)
            ),
            submit=words.say("Add the activity"),
            refusals=REFUSALS,
            keep=False,
        )


def correct(words: Words, row: Row, chosen: Filters) -> None:
    """A form filled with the activity."""
    if is_kept(row):
        with st.expander(words.say("Correct this activity"), key="activity-open"):
            _say_citation(words, row)
            code, revision = str(row["code"]), int(row["revision"])
            forms.edit(
                words,
                f"activity-{code}",
                _fields(words, chosen, row),
                row | {"measure": _position(row["measure"])},
                lambda connection, reader, values: activities.change(
                    connection, reader, code, revision, values
                ),
                submit=words.say("Store the activity"),
                refusals=REFUSALS,
            )
            _remove(words, row)


def removed(words: Words, chosen: Filters) -> None:
    """What activities of the round said that were removed by hand."""
    if chosen.round is not None:
        names = {"source_id": sources.names(words)}
        belonged = ("round_id", chosen.round)
        history.show_removed(words, "activity", belonged, HISTORY, CODES, names=names)


def changes(words: Words, row: Row) -> None:
    """What was changed by hand in the activity, and what was put to it and taken off."""
    municipalities = data.frame(places.municipalities, Filters(activity=row["code"]))
    names = {
        "source_id": sources.names(words),
        "municipality_id": dict(zip(municipalities["place"], municipalities["name"], strict=True)),
        "institution": _parts(words),
    }
    history.show(words, "activity", int(row["id"]), HISTORY, CODES, names=names)


def is_kept(row: Row) -> bool:
    """Whether the activity takes changes by hand: by this reader, and while its round is open."""
    return _may_change(row) and not _is_closed(str(row["round"]))


def say_how_it_stands(words: Words, row: Row) -> None:
    """That it was just added, that a title stands in one language alone, that it stays as it is."""
    forms.outcome(words, f"activity-add-{row['round']}")
    if row["title_lv"] == row["title_en"] and words.language == "en":
        st.caption(words.say("No English title is known: the Latvian one stands in its place."))
    if _may_change(row) and _is_closed(str(row["round"])):
        st.caption(words.say("The round is closed: this activity stays as it is."))


def _may_change(row: Row) -> bool:
    return reach.may_at(Right.KEEP_RECORDS, str(row["round"]), str(row["place"]))


def _remove(words: Words, row: Row) -> None:
    if row["origin"] != "entered":
        return
    code, revision = str(row["code"]), int(row["revision"])
    st.caption(
        words.say("An activity that was entered by hand can be removed while nothing hangs on it.")
    )
    forms.button(
        words,
        REMOVED,
        words.say("Remove this activity"),
        lambda connection, reader, _: activities.remove(connection, reader, code, revision),
        refusals=REFUSALS,
        after=lambda: st.query_params.pop("activity", None),
    )


def _is_closed(code: str) -> bool:
    (row,) = data.frame(rounds.listed, Filters(round=code)).to_dict("records")
    return rounds.state_of(row) in {rounds.RoundState.CLOSED, rounds.RoundState.APPROVED}


def _say_citation(words: Words, row: Row) -> None:
    if row["source"]:
        text = words.say(
            "What stands here cites “{source}”. If another document says otherwise, name that "
            "one as the source.",
            source=citation(words, row),
        )
        st.caption(safe(text))


def _fields(words: Words, chosen: Filters, row: Row | None) -> list[Field]:
    options = {
        "kind": {code: words.code(ACTIVITY_KINDS, code) for code in _kinds()},
        "area": {code: words.code(AREAS, code) for code in reversed(AREAS)},
        "place": _places(words, chosen, row),
        "measure": _measures(words, chosen, row),
    }
    plain = [
        Field(
            name,
            label,
            KINDS.get(name, Kind.LINE),
            options.get(name, {}),
            required=name in {"title_lv", "kind"},
            help=HELP.get(name, ""),
        )
        for name, label in LABELS.items()
    ]
    return [*plain, *sources.citation(words)]


def _kinds() -> list[str]:
    return [code for code in ACTIVITY_KINDS if code != "measure"]


def _places(words: Words, chosen: Filters, row: Row | None) -> dict[str, str]:
    """The kinds of places beside the map, then the municipalities of the division of the day.

    Only those where the reader may keep activities of the round.
    """
    if row is None:
        return placing.offered(words, chosen, str(chosen.round))
    stood = (str(row["place"]), words.pick(row, "place"))
    return placing.offered(words, chosen, str(row["round"]), stood)


def _first_place(fields: Sequence[Field]) -> str:
    """Where a new activity is until somebody says where: nowhere stated, if that is offered."""
    (places_offered,) = [list(field.options) for field in fields if field.name == "place"]
    return next(iter(places_offered), PlaceKind.NOT_STATED.value)


def _measures(words: Words, chosen: Filters, row: Row | None) -> dict[str, str]:
    code = chosen.round if row is None else str(row["round"])
    found = data.frame(rounds.statements, Filters(round=code))
    lines = found[found["kind"] == "measure"].to_dict("records")
    named = {_position(line["position"]): words.pick(line, "text") for line in lines}
    return {NONE: words.say("none"), **named}


def _position(value: Any) -> str:
    return NONE if pd.isna(value) else str(int(value))


def _open(code: str) -> None:
    """Go to the page of an activity that was added, where the rest of it is filled in."""
    st.query_params["activity"] = code


def _parts(words: Words) -> dict[str, str]:
    """Every part of every institution, as the history keeps it and as people read it."""
    rows = data.frame(institutions.listed, Filters()).to_dict("records")
    return {
        f"{part}: {row['code']}": f"{words.pick(row, 'name')}, {words.code(PART_NAMES, part)}"
        for row in rows
        for part in PART_NAMES
    }
