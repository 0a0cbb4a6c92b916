"""Rounds side by side: what comes on each mediator and month, and why that misleads."""

from decimal import Decimal

import pytest
from sqlalchemy import Connection

from data_access.access import AccessRefused
from data_access.caseloads import ROUNDS, rounds
from data_access.filters import Filters
from tests.data_access.answers import records
from tests.data_access.people import a_figure, a_round
from tests.data_access.readers import READER, STRANGER

PARTS = ("round", "mediators", "months", "families")
RATES = ("round", "per_mediator", "per_mediator_month", "quality")
AGAINST = ("against", "months_before", "per_mediator_change", "per_mediator_month_change")
ALL = Filters()


def asked(
    connection: Connection, *columns: str, filters: Filters = ALL
) -> list[tuple[object, ...]]:
    return records(rounds(connection, READER, filters), *columns)


def state(connection: Connection, code: str, *values: int | None, **more: object) -> int:
    """A round of which a document states mediators, months of mediation and families."""
    round_id = a_round(connection, code)
    for figure, value in zip(
        ("mediators", "service_months", "mediator_families"), values, strict=True
    ):
        if value is not None:
            a_figure(connection, round_id, figure, value, **more)
    return round_id


def test_rounds_two_three_and_four_stand_with_what_the_documents_make_of_them(
    known: Connection,
) -> None:
    assert asked(known, *PARTS) == [
        *(("II", 5, 7, 134), ("III", 4, 8, 125), ("IV", 5, 10, 128)),
    ]
    assert asked(known, *RATES) == [
        ("II", Decimal("26.8"), Decimal("3.83"), "exact"),
        ("III", Decimal("31.3"), Decimal("3.91"), "exact"),
        ("IV", Decimal("25.6"), Decimal("2.56"), "exact"),
    ]
    assert asked(known, *AGAINST) == [
        *((None,) * 4, ("II", 7, 17, 2), ("III", 8, -18, -34)),
    ]
    assert asked(known, "is_made_up") == [(False,)] * 3


def test_each_part_has_its_own_citation(known: Connection) -> None:
    (of_round,) = rounds(known, READER, Filters(round="IV")).to_dict("records")
    assert of_round["months_locator"] == "Atbalsts romu mediatora darbībai pašvaldībās"
    assert of_round["months_note_en"] == "From September 2019 to June 2020."
    assert of_round["families_note_en"] is None
    assert of_round["mediators_source_en"].startswith("Slides shown")
    assert (of_round["families_quality"], of_round["families_qualifier"]) == ("exact", "exact")


def test_a_missing_part_is_missing_in_the_rates_and_never_divided_by(
    connection: Connection,
) -> None:
    state(connection, "II", 4, None, 10)
    state(connection, "III", None, 6, 10)
    state(connection, "IV", 0, 6, 10)
    state(connection, "V", 3, 0, 0)
    state(connection, "VI", None, None, None)
    state(connection, "VII", 3, 2, 0)
    assert asked(connection, *RATES) == [
        ("II", Decimal("2.5"), None, "not_stated"),
        ("III", None, None, "not_stated"),
        ("IV", None, None, "exact"),
        ("V", Decimal("0.0"), None, "exact"),
        ("VII", Decimal("0.0"), Decimal("0.00"), "exact"),
    ]
    assert asked(connection, "months", "months_quality")[0] == (None, "not_stated")
    assert asked(connection, *AGAINST) == [(None,) * 4] * 5


def test_a_change_is_from_the_nearest_round_that_has_both_rates_unless_that_was_none(
    connection: Connection,
) -> None:
    state(connection, "II", 2, 4, 8)
    state(connection, "III", 9, None, 90)
    state(connection, "IV", 4, 8, 9)
    state(connection, "V", 1, 1, 0)
    state(connection, "VI", 1, 1, 5)
    assert asked(connection, *AGAINST) == [
        (None,) * 4,
        (None,) * 4,
        # 2.25 after 4 is 43.75 % less; 0.28125 after 1 is 71.875 % less.
        ("II", 4, -44, -72),
        ("IV", 8, -100, -100),
        ("V", 1, None, None),
    ]


def test_rates_are_rounded_half_up_from_the_figures_themselves(connection: Connection) -> None:
    state(connection, "II", 4, 2, 25)
    assert asked(connection, *RATES) == [("II", Decimal("6.3"), Decimal("3.13"), "exact")]


def test_only_what_is_reported_of_the_round_and_leads_counts(connection: Connection) -> None:
    round_id = state(connection, "IV", 5, 10, 128)
    a_figure(connection, round_id, "mediators", 9, is_leading=False)
    a_figure(connection, round_id, "service_months", 99, kind="planned")
    a_figure(connection, round_id, "families", 149)
    assert asked(connection, *PARTS) == [("IV", 5, 10, 128)]


def test_the_round_asked_for_stands_alone_and_without_a_change(known: Connection) -> None:
    assert asked(known, "round", *AGAINST, filters=Filters(round="IV")) == [("IV", *(None,) * 4)]


def test_made_up_figures_say_so(connection: Connection) -> None:
    state(connection, "III", 4, 8, 125)
    round_id = state(connection, "IV", 5, 10, None)
    a_figure(connection, round_id, "mediator_families", 128, origin="sample")
    assert asked(connection, "round", "is_made_up") == [("III", False), ("IV", True)]


def test_the_promised_columns_are_kept_and_strangers_are_refused(connection: Connection) -> None:
    for number, code in enumerate(("III", "IV")):
        answer = rounds(connection, READER, ALL)
        assert len(answer) == number
        assert {str(name): str(kind) for name, kind in answer.dtypes.items()} == ROUNDS
        state(connection, code, 5, 10, 128)
    with pytest.raises(AccessRefused):
        rounds(connection, STRANGER, ALL)
