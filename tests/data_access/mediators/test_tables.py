"""A line of an earlier report's table: a post with figures that stay reported ones."""

from typing import Any

import pytest
from sqlalchemy import Connection

from data_access import schema
from data_access.caseloads import posts as caseloads_of_posts
from data_access.figures import CitationMissing, kept
from data_access.filters import Filters
from data_access.mediators import NothingStated, add_line, listed
from data_access.rounds import RoundClosed
from tests.data_access.answers import records
from tests.data_access.mediators.rows import JANUARY, JUNE, close, every
from tests.data_access.people import a_round
from tests.data_access.readers import COORDINATOR, READER

LINE: dict[str, Any] = {
    "place": "2009:LV-VEN",
    "starts_on": JANUARY,
    "ends_on": JUNE,
    "precision": "month",
    "service_months": 8,
    "mediator_families": 31,
    "qualifier": "about",
    "source": "km-rounds",
    "locator": "Platforma III",
}
OF_THREE = Filters(round="III")


def test_a_line_becomes_a_post_with_its_reported_figures(known: Connection) -> None:
    before = records(kept(known, READER, OF_THREE), "subject", "figure", "value")
    post = add_line(known, COORDINATOR, "III", LINE)
    assert records(listed(known, COORDINATOR, OF_THREE), "id", "place", "figures") == [
        (post, "2009:LV-VEN", 2)
    ]
    found = kept(known, READER, OF_THREE)
    of_post = found[found["subject"] == f"post:{post}"]
    columns = ("figure", "value", "kind", "qualifier", "source", "locator", "origin")
    cited = ("reported", "about", "km-rounds", "Platforma III", "entered")
    assert records(of_post, *columns) == [
        ("service_months", 8, *cited),
        ("mediator_families", 31, *cited),
    ]
    others = found[found["subject"] != f"post:{post}"]
    assert records(others, "subject", "figure", "value") == before


def test_nothing_recorded_is_made_of_what_is_reported(known: Connection) -> None:
    add_line(known, COORDINATOR, "III", LINE)
    (row,) = caseloads_of_posts(known, READER, OF_THREE).to_dict("records")
    assert row["months"] == 6
    assert all(value is None or value != value for value in (row["families"], row["cases"]))  # noqa: PLR0124
    assert every(known, schema.family) == every(known, schema.mediation_case) == []


def test_a_line_without_a_figure_or_its_document_stores_nothing(known: Connection) -> None:
    nothing = LINE | {"service_months": None, "mediator_families": None}
    with pytest.raises(NothingStated):
        add_line(known, COORDINATOR, "III", nothing)
    assert not every(known, schema.mediator_post)
    with pytest.raises(CitationMissing):
        add_line(known, COORDINATOR, "III", LINE | {"source": None})


def test_zero_families_are_a_figure(known: Connection) -> None:
    post = add_line(
        known, COORDINATOR, "III", LINE | {"service_months": None, "mediator_families": 0}
    )
    found = kept(known, READER, OF_THREE)
    of_post = found[found["subject"] == f"post:{post}"]
    assert records(of_post, "figure", "value") == [("mediator_families", 0)]


def test_a_closed_round_takes_no_line(connection: Connection) -> None:
    close(connection, a_round(connection, "III"))
    with pytest.raises(RoundClosed):
        add_line(connection, COORDINATOR, "III", {"service_months": 8})
