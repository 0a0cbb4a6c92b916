"""What a place is called in a look, in both languages."""

import pytest

from data_access.filters import Filters
from data_access.rules import Look
from pages.shared import looks
from pages.shared.words import Words

KANDAVA, TUKUMS = "Kandavas novads", "Tukuma novads"
AMONG = "Preiļu novads; Krāslavas novads; Preiļu novads"


def row(stands: str, **values: str | None) -> dict[str, str | None]:
    told = {
        "place_kind": "municipality",
        "place_lv": KANDAVA,
        "place_en": KANDAVA,
        "stands": stands,
        "stands_name": KANDAVA,
        "stands_before": None,
        "stands_among": None,
    }
    return told | values


MOVED = row("municipality", stands_name=TUKUMS, stands_before=KANDAVA)
ABROAD = {"place_kind": "abroad", "place_lv": "Viļņa", "place_en": "Vilnius"}


@pytest.mark.parametrize(
    ("look", "stood", "lv", "en"),
    [
        (Look.WAS, row("municipality"), KANDAVA, KANDAVA),
        (
            Look.TODAY,
            MOVED,
            "Tukuma novads (toreiz Kandavas novads)",
            "Tukuma novads (then Kandavas novads)",
        ),
        (
            Look.WAS,
            MOVED,
            "Tukuma novads (ierakstīts kā Kandavas novads)",
            "Tukuma novads (recorded as Kandavas novads)",
        ),
        (
            Look.TODAY,
            row("either", stands_among=AMONG),
            "Kandavas novads (tagad Krāslavas novads vai Preiļu novads)",
            "Kandavas novads (now in Krāslavas novads or Preiļu novads)",
        ),
        (
            Look.WAS,
            row("either", stands_among="A; B; C"),
            "Kandavas novads (var būt A, B vai C)",
            "Kandavas novads (may lie in A, B or C)",
        ),
        (
            Look.TODAY,
            row("either"),
            "Kandavas novads (var ietilpt vienā no vairākām)",
            "Kandavas novads (may lie in one of several)",
        ),
        (
            Look.REPORTED,
            row("unlisted", stands_name=None),
            "Kandavas novads (nav kārtas sarakstā)",
            "Kandavas novads (not on the round's list)",
        ),
        (Look.TODAY, row("abroad", **ABROAD), "Viļņa (ārvalstīs)", "Vilnius (abroad)"),
        (
            Look.TODAY,
            row("online", place_kind="online", place_lv=None, place_en=None),
            "Tiešsaistē",
            "Online",
        ),
    ],
)
def test_a_place_is_called_as_it_stands(
    look: Look, stood: dict[str, str | None], lv: str, en: str
) -> None:
    called = [looks.place(Words(language), stood, Filters(look=look)) for language in ("lv", "en")]
    assert called == [lv, en]


@pytest.mark.parametrize(
    ("code", "name", "expected"),
    [
        ("2025:LV-099", TUKUMS, TUKUMS),
        ("either:2009:LV-001", KANDAVA, "Kandavas novads (may lie in one of several)"),
        ("unlisted", None, "Not on the round's list"),
        ("abroad", None, "Abroad"),
    ],
)
def test_places_of_many_records_are_called_by_their_code(
    code: str, name: str | None, expected: str
) -> None:
    assert looks.called(Words("en"), code, name) == expected


def test_the_usual_look_needs_no_sentence() -> None:
    said = {look: looks.said(Words("en"), Filters(look=look)) for look in Look}
    assert said.pop(Look.WAS) == ""
    assert all(text.startswith("Places ") for text in said.values())
