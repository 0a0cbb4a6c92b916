"""A heading with a comma of its own, unquoted, is put together again."""

import pytest

from data_access.attendance.reading.rejoining import rejoined
from tests.data_access.attendance.reading.lines import table

WHOLE = ("Anna Ozola;KM", "Jānis Bērziņš;LM")
APART = ("Anna;Ozola;KM", "Jānis;Bērziņš;LM")


def test_a_heading_of_whole_names_is_one() -> None:
    found = rejoined(table("Vārds;uzvārds;Iestāde", *WHOLE))
    assert found.headings == ["Vārds, uzvārds", "Iestāde", ""]
    assert [role and role.value for role in found.roles] == ["full_name", "institution", None]


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        ("Vārds;uzvārds;Iestāde", APART),
        ("Vārds;Uzvārds;Iestāde", ("Anna;Ozola", "Jānis;Bērziņš")),
        ("Vārds;Iestāde;Amats", WHOLE),
        ("Vārds, uzvārds;Iestāde", WHOLE),
        ("Vārds;uzvārds;Iestāde", ()),
    ],
)
def test_other_headings_stay(headings: str, rows: tuple[str, ...]) -> None:
    one = table(headings, *rows)
    assert rejoined(one) is one
