"""What hangs on an entry, in forms: addressees, links to earlier entries, later rounds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from data_access import recommendations
from data_access.access import Reader
from data_access.filters import Filters
from data_access.recommendations import keeping
from pages.recommendations import kept
from pages.shared import data, forms
from pages.shared.data import Store, Values
from pages.shared.fields import Field, Kind
from pages.shared.vocabulary import ADDRESSEE_ROLES, LINK_KINDS
from pages.shared.words import Words, mark

Row = Mapping[Any, Any]


@dataclass(frozen=True)
class _Change:
    """A form that puts something to an entry, or takes it off."""

    name: str
    fields: Sequence[Field]
    store: Store
    submit: str
    done: str = forms.STORED


def show(words: Words, row: Row, chosen: Filters) -> None:
    """A form for each sort of thing, each with another one to take it off again."""
    reference = str(row["reference"])
    _draw(words, words.say("Whom it addresses"), _addressees(words, reference, chosen))
    _draw(words, words.say("Links to earlier entries"), _links(words, reference, chosen))
    _draw(words, words.say("Carried into later rounds"), _rounds(words, row, chosen))


def _draw(words: Words, heading: str, changes: Sequence[_Change]) -> None:
    with st.expander(heading, key=f"{changes[0].name}-open"):
        for each in changes:
            if not all(field.options or field.kind is Kind.LINE for field in each.fields):
                forms.outcome(words, each.name)
                continue
            forms.edit(
                words,
                each.name,
                each.fields,
                {},
                each.store,
                submit=each.submit,
                refusals=kept.REFUSALS,
                keep=False,
                done=each.done,
            )


def _addressees(words: Words, reference: str, chosen: Filters) -> list[_Change]:
    rows = data.frame(recommendations.addressees, chosen).to_dict("records")
    parts = {str(row["institution"]): row["role"] for row in rows}
    named = {
        str(row["institution"]): (
            f"{words.pick(row, 'name')} ({words.code(ADDRESSEE_ROLES, row['role'])})"
        )
        for row in rows
    }
    roles = {role: words.code(ADDRESSEE_ROLES, role) for role in ADDRESSEE_ROLES}

    def back(connection: data.Asking, reader: Reader, code: str) -> None:
        if code in parts:
            keeping.address(connection, reader, reference, code, parts[code])
        else:
            keeping.unaddress(connection, reader, reference, code)

    def put(connection: data.Asking, reader: Reader, values: Values) -> None:
        code = values["institution"]
        keeping.address(connection, reader, reference, code, values["role"])
        kept.note_undo(reference, lambda c, r: back(c, r, code))

    def off(connection: data.Asking, reader: Reader, values: Values) -> None:
        code = values["institution"]
        keeping.unaddress(connection, reader, reference, code)
        kept.note_undo(reference, lambda c, r: back(c, r, code))

    body = Field("institution", mark("Institution"), Kind.CHOICE, kept.bodies(words), required=True)
    part = Field("role", mark("Its part"), Kind.CHOICE, roles, required=True)
    gone = Field("institution", mark("Whom to take off"), Kind.CHOICE, named, required=True)
    return [
        _Change(f"addressee-{reference}", [body, part], put, words.say("Store the addressee")),
        _Change(f"addressee-off-{reference}", [gone], off, words.say("Take the addressee off")),
    ]


def _links(words: Words, reference: str, chosen: Filters) -> list[_Change]:
    linked = data.frame(recommendations.links, chosen)
    rows = linked[~linked["is_later"].astype(bool)].to_dict("records")
    named = {
        f"{row['kind']} {row['other']}": f"{words.code(LINK_KINDS, row['kind'])} {row['other']}"
        for row in rows
    }
    kinds = {code: words.code(LINK_KINDS, code) for code in LINK_KINDS}

    def tie(connection: data.Asking, reader: Reader, values: Values) -> None:
        kind, earlier = values["kind"], values["earlier"]
        keeping.link(connection, reader, reference, kind, earlier)
        kept.note_undo(reference, lambda c, r: keeping.unlink(c, r, reference, kind, earlier))

    def untie(connection: data.Asking, reader: Reader, values: Values) -> None:
        kind, _, earlier = values["link"].partition(" ")
        keeping.unlink(connection, reader, reference, kind, earlier)
        kept.note_undo(reference, lambda c, r: keeping.link(c, r, reference, kind, earlier))

    stands = Field("kind", mark("This entry"), Kind.CHOICE, kinds, required=True)
    other = Field("earlier", mark("Number of the earlier entry"), required=True)
    gone = Field("link", mark("Which link to take away"), Kind.CHOICE, named, required=True)
    return [
        _Change(
            f"link-{reference}", [stands, other], tie, words.say("Store the link"), forms.ADDED
        ),
        _Change(f"link-off-{reference}", [gone], untie, words.say("Take the link away")),
    ]


def _rounds(words: Words, row: Row, chosen: Filters) -> list[_Change]:
    reference, titles = str(row["reference"]), data.round_titles()
    carried = set(data.frame(recommendations.carried, chosen)["round"])
    codes = list(titles)
    later = codes[codes.index(str(row["round"])) + 1 :] if row["round"] in codes else []

    def carry(connection: data.Asking, reader: Reader, values: Values) -> None:
        code = values["round"]
        keeping.carry(connection, reader, reference, code)
        kept.note_undo(reference, lambda c, r: keeping.uncarry(c, r, reference, code))

    def uncarry(connection: data.Asking, reader: Reader, values: Values) -> None:
        code = values["round"]
        keeping.uncarry(connection, reader, reference, code)
        kept.note_undo(reference, lambda c, r: keeping.carry(c, r, reference, code))

    into = {code: titles[code] for code in later if code not in carried}
    from_ = {code: titles[code] for code in later if code in carried}
    to = Field("round", mark("Into which round"), Kind.CHOICE, into, required=True)
    gone = Field("round", mark("Out of which round"), Kind.CHOICE, from_, required=True)
    return [
        _Change(
            f"carry-{reference}", [to], carry, words.say("Carry it into the round"), forms.ADDED
        ),
        _Change(f"carry-off-{reference}", [gone], uncarry, words.say("Do not carry it there")),
    ]
