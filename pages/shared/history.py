"""The history of an entry: what was changed by hand, the latest first."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from data_access.access import Right, may
from pages.shared import data
from pages.shared.words import Words, safe

Vocabularies = Mapping[str, Mapping[str, str]]
Spelling = Callable[[Words, str], str]

SPELLINGS: Mapping[str, Spelling] = {
    "_on": lambda words, text: words.date(dt.date.fromisoformat(text)),
    "_at": lambda words, text: words.moment(dt.datetime.fromisoformat(text)),
    "_cents": lambda words, text: words.money(int(text)),
}
"""How a column's values are written, by the end of its name."""


def show(
    words: Words,
    table: str,
    row: int,
    fields: Mapping[str, str],
    vocabularies: Vocabularies | None = None,
    *,
    names: Vocabularies | None = None,
) -> None:
    """Every change of the row; ``fields`` name its columns, ``vocabularies`` the codes in them.

    ``names`` hold codes with what they are called as it stands: sources, places. Columns that
    ``fields`` does not name are the platform's own and are left out. Whoever may not read records
    is shown nothing.
    """
    if not may(data.reader(), Right.READ_RECORDS):
        return
    changes, known = data.history(table, row), (vocabularies or {}, names or {})
    told = lines(words, changes, fields, known)
    with st.expander(words.say("History of changes"), key=f"history-{table}-{row}"):
        st.markdown(told or words.say("Nothing was changed by hand."))


def show_removed(
    words: Words,
    table: str,
    belonged: tuple[str, str],
    fields: Mapping[str, str],
    vocabularies: Vocabularies | None = None,
    *,
    names: Vocabularies | None = None,
) -> None:
    """What rows said that were removed by hand; nothing where none was.

    ``belonged`` as in ``upkeep.removed``, the rest as in ``show``.
    """
    if not may(data.reader(), Right.READ_RECORDS):
        return
    changes = data.removed(table, belonged)
    if changes.empty:
        return
    known = (vocabularies or {}, names or {})
    rows = changes.groupby("subject_id", sort=False)
    heading = words.say("Removed by hand: {number}", number=words.number(rows.ngroups))
    with st.expander(heading, key=f"removed-{table}"):
        for number, of_one in rows:
            name = words.say("No. {number}", number=number)
            st.markdown(f"**{safe(name)}**")
            st.markdown(lines(words, of_one, fields, known))


def lines(
    words: Words,
    changes: pd.DataFrame,
    fields: Mapping[str, str],
    known: tuple[Vocabularies, Vocabularies],
    *,
    names_who: bool = False,
) -> str:
    """A list in Markdown, a line for each change of a named column; ``known`` as in ``show``."""
    named = changes[changes["column_name"].isin(list(fields))].to_dict("records")
    told = [(_line(words, change, fields, known), change["changed_by"]) for change in named]
    return "\n".join(f"- {safe(f'{line} · {who}' if names_who else line)}" for line, who in told)


def _line(
    words: Words,
    change: Mapping[Any, Any],
    fields: Mapping[str, str],
    known: tuple[Vocabularies, Vocabularies],
) -> str:
    return words.say(
        "{moment}, {field}: {before} → {after}",
        moment=words.moment(change["changed_at"]),
        field=_beginning_small(words.code(fields, change["column_name"])),
        before=_value(words, change, "old_value", known),
        after=_value(words, change, "new_value", known),
    )


def _value(
    words: Words,
    change: Mapping[Any, Any],
    which: str,
    known: tuple[Vocabularies, Vocabularies],
) -> str:
    value, column, (vocabularies, names) = change[which], change["column_name"], known
    if value is None:
        return words.say("nothing")
    if value in vocabularies.get(column, {}):
        return words.code(vocabularies[column], value)
    if value in names.get(column, {}):
        return names[column][value]
    spell = next((how for end, how in SPELLINGS.items() if column.endswith(end)), None)
    return str(value) if spell is None else spell(words, value)


def _beginning_small(label: str) -> str:
    """A label within a sentence; one that begins with an abbreviation stays as it is."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
