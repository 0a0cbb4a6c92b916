"""The nine entries of the deck, held against what its slides say."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection

from data_access import recommendations
from data_access.engine import reading
from data_access.filters import Filters
from data_access.recommendations import Sort, Wanted
from data_access.rules import fold
from tests.data_access.answers import records
from tests.data_access.readers import READER
from tests.data_access.rows import opened
from tests.provide.databases import Shelf

EVERY = Filters()
VALKA_VALGA = "Ekspertu sanāksme par romu integrācijas atbalsta pasākumiem Valkā un Valgā"
LITHUANIA = "Ekspertu labās prakses vizīte Lietuvā"
CO_RESPONSIBLE = "Sanāksmes ar valsts līdzatbildīgo iestāžu speciālistiem"
SLIDES = {
    **{f"IV-0{number}": VALKA_VALGA for number in (1, 2, 3, 4)},
    **{f"IV-0{number}": LITHUANIA for number in (5, 6, 7)},
    **{f"IV-0{number}": CO_RESPONSIBLE for number in (8, 9)},
}
SUBSTANCE = {
    "IV-01": ("savstarpēj", "sadarbīb", "integrācij"),
    "IV-02": ("izglītīb", "sociāl", "Valkā", "Valgā"),
    "IV-03": ("sadarb", "pieredz", "mediācij"),
    "IV-04": ("sadarb", "kultūr", "abās pilsētās", "iepazīst"),
    "IV-05": (
        *("ES fond", "2021", "2027", "bezdarbniek", "ilgstoši", "pamatizglītīb"),
        *("kapacitāt", "prasm", "meklēt darbu"),
    ),
    "IV-06": ("darba devēj", "nodarbināt", "diskriminācij", "sociokultūr"),
    "IV-07": ("nevalstisk", "organizācij", "pašvaldīb"),
    "IV-08": ("ministrij", "pamatnostādn", "sociālā atstumtīb", "atbalsta pasākum"),
    "IV-09": ("kopsavilkum", "konsultatīv", "reģionālajiem ekspert", "Eiropas Komisij"),
}


@pytest.fixture(scope="module")
def known(shelf: Shelf) -> Iterator[Connection]:
    """A connection to a database with the facts, in which nothing is written."""
    with shelf.copy("facts") as url, opened(url) as engine, reading(engine) as connection:
        yield connection


def listed(connection: Connection, *columns: str, wanted: Wanted | None = None) -> dict[str, Any]:
    """The entries of the whole register, by their reference."""
    found = recommendations.register(connection, READER, EVERY, wanted or Wanted())
    return {row[0]: row[1:] for row in records(found, "reference", *columns)}


def test_eight_recommend_something_and_one_is_an_undertaking(known: Connection) -> None:
    kinds = listed(known, "kind", "round", "origin")
    assert kinds.pop("IV-09") == ("undertaking", "IV", "fact")
    assert kinds == {name: ("recommendation", "IV", "fact") for name in SLIDES if name != "IV-09"}


def test_each_cites_its_slide_of_the_deck(known: Connection) -> None:
    assert listed(known, "source", "locator") == {
        name: ("deck", slide) for name, slide in SLIDES.items()
    }


def test_one_request_names_whom_it_addresses_and_no_other_entry_does(known: Connection) -> None:
    found = recommendations.addressees(known, READER, EVERY)
    assert set(records(found, "reference", "institution", "role")) == {
        *(("IV-08", ministry, "lead") for ministry in ("izm", "lm", "vm")),
        ("IV-08", "jspa", "supporting"),
    }


def test_none_has_a_deadline_and_the_horizon_is_none(known: Connection) -> None:
    stated = listed(known, "deadline_date_precision", "deadline")
    assert stated.pop("IV-05") == ("horizon", None)
    assert set(stated.values()) == {("not_stated", None)}


def test_all_nine_are_for_the_council_to_settle(known: Connection) -> None:
    unsettled = listed(known, "status", wanted=Wanted(list=Sort.UNSETTLED.value))
    assert unsettled == dict.fromkeys(SLIDES, ("proposed",))


def test_each_says_in_latvian_what_its_slide_says(known: Connection) -> None:
    texts = {name: fold(text) for name, (text,) in listed(known, "text_lv").items()}
    missing = {
        (name, word)
        for name, said in SUBSTANCE.items()
        for word in said
        if fold(word) not in texts[name]
    }
    assert missing == set()
    assert len(set(texts.values())) == len(SLIDES)
