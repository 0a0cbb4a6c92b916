"""Every wording of an entry, with what changed in each, and everything else changed by hand."""

import difflib
import re
from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from data_access.access import Reader
from data_access.filters import Filters
from data_access.recommendations import keeping
from pages.recommendations import kept
from pages.shared import data, history, sources
from pages.shared.vocabulary import (
    ADDRESSEE_ROLES,
    AREAS,
    LINK_KINDS,
    PLACE_KINDS,
    PRECISIONS,
    RECOMMENDATION_KINDS,
    WORDED,
)
from pages.shared.words import Words, mark, safe

Row = Mapping[Any, Any]

HISTORY = {
    **{name: label for name, label in kept.LABELS.items() if name not in {"activity", "place"}},
    "reference": mark("Number of the entry"),
    "round_id": mark("Round"),
    "activity_id": kept.LABELS["activity"],
    "place_kind": kept.LABELS["place"],
    "municipality_id": mark("Municipality"),
    "deadline_date_precision": mark("How exactly the deadline is known"),
    "deadline_starts_on": mark("Deadline from"),
    "deadline_ends_on": mark("Deadline until"),
    "source_id": mark("Source"),
    "locator": mark("Where in the source"),
    "addressee": mark("Addressee"),
    keeping.LINK: mark("Link"),
    keeping.CARRIED: mark("Carried into a later round"),
}
CODES = {
    "kind": RECOMMENDATION_KINDS,
    "area": AREAS,
    "place_kind": PLACE_KINDS,
    "deadline_date_precision": PRECISIONS,
}


def show(words: Words, chosen: Filters) -> None:
    """Folded away: the wordings side by side, the latest first, then the changes."""
    found = data.frame(_versions, chosen)
    worded = found[found["number"].notna()].to_dict("records")
    with st.expander(words.say("Versions of this entry"), key="entry-versions"):
        if len(worded) > 1:
            st.caption(
                words.say("Crossed out: no longer there. Bold: new. All else stayed as it was.")
            )
        for newer, older in zip(worded, [*worded[1:], None], strict=True):
            _wording(words, newer, older)
        _changes(words, found[found["column_name"].notna()])


def _versions(connection: data.Asking, reader: Reader, filters: Filters) -> pd.DataFrame:
    return keeping.versions(connection, reader, str(filters.recommendation))


def _wording(words: Words, newer: Row, older: Row | None) -> None:
    number = words.say("Wording {number}", number=int(newer["number"]))
    told = [number, words.moment(newer["changed_at"]), newer["changed_by"], _reason(words, newer)]
    st.markdown(f"**{safe(' · '.join(str(part) for part in told if part))}**")
    if older is None:
        for name in kept.TEXTS:
            st.markdown(safe(newer[name]))
        return
    for name in kept.TEXTS:
        before, after = _marked(str(older[name]), str(newer[name]))
        left, right = st.columns(2)
        with left:
            st.caption(safe(words.say("Wording {number}", number=int(older["number"]))))
            st.markdown(before)
        with right:
            st.caption(safe(number))
            st.markdown(after)


def _reason(words: Words, version: Row) -> Any:
    """The platform's own reason in the reader's language, any other as it was typed."""
    reason = version["reason"]
    return words.code(WORDED, reason) if reason in WORDED else reason


def _marked(before: str, after: str) -> tuple[str, str]:
    """Both as Markdown: what went is crossed out, what came is bold."""
    old, new = (re.findall(r"\S+", text) for text in (before, after))
    left: list[str] = []
    right: list[str] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        went, came = safe(" ".join(old[a:b])), safe(" ".join(new[c:d]))
        left += [] if not went else [went if kind == "equal" else f"~~{went}~~"]
        right += [] if not came else [came if kind == "equal" else f"**{came}**"]
    return " ".join(left), " ".join(right)


def _changes(words: Words, changes: pd.DataFrame) -> None:
    """What else was changed by hand, the latest first; nothing for whoever reads no records."""
    if changes.empty:
        return
    heading = words.say("Changed by hand")
    st.markdown(f"**{safe(heading)}**")
    bodies, roles = kept.bodies(words), ADDRESSEE_ROLES
    names = {
        "source_id": sources.names(words),
        "addressee": {
            f"{role}: {code}": f"{name} ({words.code(roles, role)})"
            for code, name in bodies.items()
            for role in roles
        },
        keeping.LINK: _links(words, changes),
    }
    st.markdown(history.lines(words, changes, HISTORY, (CODES, names), names_who=True))


def _links(words: Words, changes: pd.DataFrame) -> dict[str, str]:
    of_links = changes[changes["column_name"] == keeping.LINK]
    told = {*of_links["old_value"], *of_links["new_value"]} - {None}
    parts = {text: text.partition(": ") for text in told}
    return {
        text: f"{words.code(LINK_KINDS, kind)} {other}" for text, (kind, _, other) in parts.items()
    }
