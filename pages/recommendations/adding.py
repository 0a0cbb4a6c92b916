"""An entry added by hand: its wording, whom it addresses, by when, and what it comes after."""

import streamlit as st

from data_access.access import Reader, Right
from data_access.filters import Filters
from data_access.recommendations import keeping
from data_access.recommendations.deadlines import Deadline
from data_access.rules import Precision
from pages.recommendations import deadlines, kept, narrowing
from pages.shared import data, forms, reach, sources
from pages.shared.data import Values
from pages.shared.fields import Field, Kind
from pages.shared.vocabulary import LINK_KINDS
from pages.shared.words import Words, mark, safe

FORM = "entry-add"
DOING = "do"
UNSAID = mark("Say how it stands to the earlier entry. Nothing was stored.")


class LinkUnsaid(ValueError):
    """An earlier entry is named, and not how this one stands to it."""


def is_asked_for(doing: str) -> bool:
    """Whether the address asks for a form instead of the list."""
    return bool(st.query_params.get(DOING) == doing)


def offer(words: Words) -> None:
    """Links to adding an entry and to changing many, for whoever keeps records."""
    if not kept.may_keep():
        return
    named = {"add": words.say("Add an entry"), "bulk": words.say("Change many entries")}
    with st.container(horizontal=True):
        for doing, label in named.items():
            address = narrowing.address(do=doing)
            st.page_link("recommendations/page.py", label=label, query_params=address)


def show(words: Words, chosen: Filters) -> None:
    """The form for an entry of the chosen round."""
    back(words)
    st.title(words.say("Add an entry"), anchor=False)
    if not kept.may_keep():
        st.info(words.say("Entries are kept by the coordinators."))
        return
    if chosen.round is None:
        st.info(words.say("Choose one round beside this page: an entry belongs to the round."))
        return
    if not reach.may_in(Right.KEEP_RECORDS, chosen.round):
        st.info(words.say("Your role keeps no records of this round. Choose another one."))
        return
    st.markdown(safe(words.say("Round {code}. * marks what has to be stated.", code=chosen.round)))
    _form(words, chosen.round)
    sources.add(words)


def back(words: Words) -> None:
    """The way back to the list."""
    st.page_link(
        "recommendations/page.py",
        label=words.say("← All recommendations"),
        query_params=narrowing.address(),
    )


def _form(words: Words, round_: str) -> None:
    name = f"{FORM}-{round_}"
    known = deadlines.precision(words, name, Deadline())
    fields = [
        *deadlines.fields(words, known),
        *kept.texts(),
        *kept.particulars(words, round_, {}),
        *_hanging(words, round_),
    ]
    (offered,) = [list(each.options) for each in fields if each.name == "place"]
    forms.edit(
        words,
        name,
        fields,
        {"kind": "recommendation", "area": "not_stated", "place": next(iter(offered), None)},
        lambda connection, reader, values: _store(connection, reader, round_, known, values),
        submit=words.say("Add the entry"),
        refusals={**kept.REFUSALS, LinkUnsaid: UNSAID},
        keep=False,
        done=forms.ADDED,
    )


def _hanging(words: Words, round_: str) -> list[Field]:
    named = kept.bodies(words)
    links = {"": words.say("none"), **{code: words.code(LINK_KINDS, code) for code in LINK_KINDS}}
    free = data.ask(_next, Filters(round=round_))
    number = words.say("Left empty, it is the next free one: {reference}.", reference=free)
    return [
        Field("lead", mark("Lead"), Kind.CHOICES, named),
        Field("supporting", mark("Supporting"), Kind.CHOICES, named),
        Field("link", mark("How it stands to an earlier entry"), Kind.CHOICE, links),
        Field("earlier", mark("Number of the earlier entry")),
        Field("reference", mark("Number of the entry"), help=number),
    ]


def _next(connection: data.Asking, reader: Reader, filters: Filters) -> str:
    return keeping.next_reference(connection, reader, str(filters.round))


def _store(
    connection: data.Asking, reader: Reader, round_: str, known: Precision, values: Values
) -> None:
    """The entry; the reader goes to its page."""
    stated = deadlines.taken(known, values)
    link, earlier = stated.pop("link"), stated.pop("earlier")
    if earlier and not link:
        raise LinkUnsaid("An earlier entry is named without a kind of link.")
    links = [(link, (earlier or "").strip())] if link else []
    supporting = [code for code in stated["supporting"] if code not in stated["lead"]]
    hanging = {"round": round_, "links": links, "supporting": supporting}
    reference = keeping.add(connection, reader, stated | hanging)
    st.query_params.pop(DOING, None)
    st.query_params["recommendation"] = reference
