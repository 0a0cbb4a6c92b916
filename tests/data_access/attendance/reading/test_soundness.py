"""Letters that were damaged before a file came here: told by row, put right where asked."""

from collections.abc import Mapping

import pytest

from data_access.attendance.problems import ProblemCode
from data_access.attendance.reading.soundness import sound
from data_access.files.grid import Damage, FileKind, Grid, Opened

WELL = [["Vārds", "Uzvārds"], ["Jānis", "Bērziņš"], ["Līga", "Ozoliņa"], ["Ģirts", "Šmits"]]
LOST = [["Vārds", "Uzvārds"], ["J?nis", "B?rzi?š"], ["Līga", "Ozoliņa"]]


def misread(text: str) -> str:
    """UTF-8 as a program shows it that takes each byte for a letter of Western Europe."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


MISREAD = [[misread(cell) for cell in row] for row in WELL]


def opened(*sheets: list[list[str]], kind: FileKind = FileKind.XLSX) -> Opened:
    return Opened(kind, tuple(Grid(str(at), rows) for at, rows in enumerate(sheets)))


def wrong_in(*sheets: list[list[str]], repair: bool = False) -> Mapping[int, ProblemCode]:
    whole = opened(*sheets)
    return sound(whole, whole.sheets, repair=repair)[1]


def test_what_is_well_stays_as_it_is() -> None:
    whole = opened(WELL, [["Anna?", "Kāpēc?"]])
    grids, wrong = sound(whole, whole.sheets, repair=True)
    assert ([grid.rows for grid in grids], wrong) == ([WELL, [["Anna?", "Kāpēc?"]]], {})


def test_lost_letters_cannot_be_brought_back() -> None:
    for repair in (False, True):
        assert wrong_in(LOST, repair=repair) == {2: ProblemCode.LETTERS_LOST}


def test_misread_letters_wait_until_somebody_asks_for_them_to_be_put_right() -> None:
    assert wrong_in(MISREAD) == dict.fromkeys(range(1, 5), ProblemCode.MOJIBAKE)
    whole = opened(MISREAD)
    (grid,), wrong = sound(whole, whole.sheets, repair=True)
    assert wrong == {}
    assert grid.rows == WELL


def test_rows_of_later_sheets_are_numbered_on() -> None:
    assert wrong_in(WELL, LOST) == {len(WELL) + 2: ProblemCode.LETTERS_LOST}


@pytest.mark.parametrize(
    ("damage", "code"),
    [(Damage.LOST, ProblemCode.LETTERS_LOST), (Damage.MOJIBAKE, ProblemCode.MOJIBAKE)],
)
def test_of_a_text_the_process_that_opened_it_has_told(damage: Damage, code: ProblemCode) -> None:
    rows = (Grid("", LOST),)
    told = Opened(FileKind.TEXT, rows, "utf-8", damage=damage, damaged_rows=(2,))
    assert sound(told, rows, repair=False) == (list(rows), {2: code})
    mended = Opened(FileKind.TEXT, rows, "utf-8", damage=damage, damaged_rows=(2,), repaired=True)
    assert sound(mended, rows, repair=True) == (list(rows), {})
