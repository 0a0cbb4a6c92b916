"""Sources: adding one that can be cited."""

from typing import Any

import pytest
from sqlalchemy import Connection

from data_access import sources
from data_access.access import AccessRefused
from data_access.filters import Filters
from data_access.sources import AddressUnusable, SourceKnown, SourceUnknown
from tests.data_access.answers import records
from tests.data_access.readers import COORDINATOR, READER, STRANGER

NOTHING: dict[str, Any] = {"title_en": None, "published_on": None, "address": None}


def test_a_source_is_added_and_can_be_cited(connection: Connection) -> None:
    code = sources.add(connection, COORDINATOR, title_lv="Pārskats par V kārtu", **NOTHING)
    assert code == "parskats-par-v-kartu"
    assert sources.number_of(connection, code)
    assert sources.number_of(connection, None) is None
    found = sources.listed(connection, READER, Filters())
    assert records(found, "title_lv", "title_en", "origin") == [
        ("Pārskats par V kārtu", "Pārskats par V kārtu", "entered")
    ]


def test_a_source_of_the_same_title_is_refused(connection: Connection) -> None:
    sources.add(connection, COORDINATOR, title_lv="Pārskats", **NOTHING)
    with pytest.raises(SourceKnown):
        sources.add(connection, COORDINATOR, title_lv="PARSKATS", **NOTHING)


def test_an_address_that_no_browser_opens_is_refused(connection: Connection) -> None:
    address = NOTHING | {"address": "www.km.gov.lv"}
    with pytest.raises(AddressUnusable):
        sources.add(connection, COORDINATOR, title_lv="Pārskats", **address)


def test_a_source_that_nobody_knows_is_refused(known: Connection) -> None:
    with pytest.raises(SourceUnknown):
        sources.number_of(known, "nothing")


def test_who_may_not_neither_reads_nor_adds(connection: Connection) -> None:
    with pytest.raises(AccessRefused):
        sources.listed(connection, STRANGER, Filters())
    with pytest.raises(AccessRefused):
        sources.add(connection, READER, title_lv="Pārskats", **NOTHING)
