"""A list without known headings: what is a title, what are words over columns, what is a person."""

import pytest

from data_access.attendance.reading.headless import headless
from tests.data_access.attendance.reading.lines import numbered

CASES: dict[str, tuple[tuple[str, ...], str, list[int], list[int]]] = {
    "people alone": (("Anna Ozola", "Jānis Bērziņš", "Ilze Kalniņa"), "", [], [1, 2, 3]),
    "people under a title": (
        ("Seminārs Talsos 22.07.2020.", "Anna Ozola", "Jānis Bērziņš"), "", [1], [2, 3],
    ),
    "people and their employers": (
        ("Anna Ozola;KM;a@x.lv", "Jānis Bērziņš;LM;j@x.lv"), "", [], [1, 2],
    ),
    "words nobody knows over columns": (
        ("Kas;Adresīte", "Anna Ozola;a@x.lv", "Jānis Bērziņš;j@x.lv"), "Kas;Adresīte", [], [2, 3],
    ),
    "a title and such words": (
        ("Semināra ļaudis", "Kas;Adresīte;No kurienes", "Anna Ozola;a@x.lv;KM",
         "Jānis Bērziņš;j@x.lv;LM"), "Kas;Adresīte;No kurienes", [1], [3, 4],
    ),
    "the first person is no heading": (
        ("Anna Ozola;26123456", "Jānis Bērziņš;26123457"), "", [], [1, 2],
    ),
    "numbered people": (("1;Anna Ozola", "2;Jānis Bērziņš"), "", [], [1, 2]),
    "nothing": ((), "", [], []),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_list_without_headings(case: str) -> None:
    lines, headings, above, body = CASES[case]
    found = headless(0, numbered(*lines))
    assert ";".join(found.headings) == headings
    assert [number for number, _ in found.above] == above
    assert [number for number, _ in found.body] == body
    assert set(found.roles) <= {None}
