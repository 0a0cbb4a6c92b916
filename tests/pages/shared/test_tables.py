"""What a table hands over is the same to a person, a screen reader and a spreadsheet."""

import csv
import io

import pandas as pd
from streamlit.testing.v1 import AppTest

from pages.shared.tables import as_csv

NOBODY_OPENED = """
from pages.shared import tables
from pages.shared.words import Words

def rows():
    raise AssertionError("nobody opened the table")

tables.behind(Words("en"), rows, {"name": "Name"})
"""
HEADINGS = {"name": "Nosaukums", "value": "Ziņots"}


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def test_a_file_has_headings_rows_and_its_source() -> None:
    table = pd.DataFrame({"name": ["Rīga; pilsēta"], "value": ["230"], "hidden": ["x"]})
    assert rows_of(as_csv(table, HEADINGS, "Avots: prezentācija")) == [
        ["Nosaukums", "Ziņots"], ["Rīga; pilsēta", "230"], [], ["Avots: prezentācija"],
    ]  # fmt: skip


def test_a_spreadsheet_reads_no_cell_as_a_formula() -> None:
    table = pd.DataFrame({"name": ['=HYPERLINK("x")', "@SUM(A1)"], "value": ["+371 2", "-1"]})
    names = [row[0] for row in rows_of(as_csv(table, HEADINGS))[1:]]
    assert names == ['\'=HYPERLINK("x")', "'@SUM(A1)"]
    assert rows_of(as_csv(table, HEADINGS))[1][1] == "+371 2"


def test_a_spreadsheet_is_told_that_the_letters_are_utf8() -> None:
    assert as_csv(pd.DataFrame(columns=["name", "value"]), HEADINGS).startswith(b"\xef\xbb\xbf")


def test_a_folded_table_is_not_made() -> None:
    screen = AppTest.from_string(NOBODY_OPENED, default_timeout=30).run()
    assert not screen.exception
    (folded,) = screen.expander
    assert folded.label == "Table"
    assert not screen.table
