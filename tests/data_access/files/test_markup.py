"""A web page or an XML spreadsheet that calls itself a workbook becomes its tables."""

from dataclasses import replace
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.files.grid import Grid
from data_access.files.limits import LIMITS
from data_access.files.markup import grids_of
from data_access.files.problems import FileProblem, Refused


def grids(text: str) -> list[Grid]:
    found = grids_of(text, LIMITS)
    assert isinstance(found, list), found
    return found


def rows(text: str) -> list[list[str]]:
    [grid] = grids(text)
    return grid.rows


def test_a_page_of_a_spreadsheet_is_its_table() -> None:
    page = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><title>Lapa</title>
        <!--[if gte mso 9]><xml><x:Name>L</x:Name></xml><![endif]--><style>td {x:"<table>"}</style>
        </head><body><table border=1><tr height=20><td class=xl65>Vārds<br>
        uzvārds</td><td x:str>Iestāde</td></tr><tr><td>J&#257;nis B&#x113;rzi&ncedil;&scaron;</td>
        <td>SIA &quot;A &amp; B&quot;&nbsp;</td></tr></table>
        <script>if (a<b) "<td>"</script></body>"""
    assert rows(page) == [["Vārds\nuzvārds", "Iestāde"], ["Jānis Bērziņš", 'SIA "A & B"']]


def test_cells_and_rows_need_no_end() -> None:
    assert rows("<TABLE><TR><TH>a<TH>b<TR><TD>1<TD>2") == [["a", "b"], ["1", "2"]]


def test_cells_that_span_are_merged_and_those_below_stand_where_they_should() -> None:
    [grid] = grids(
        "<table><tr><td rowspan=2>N<td colspan=2>Dienas<td>z<tr><td>1.<td>2.<td>w"
        "<tr><td>Anna<td>x<td><td>y</table>"
    )
    assert grid.rows == [["N", "Dienas", "", "z"], ["", "1.", "2.", "w"], ["Anna", "x", "", "y"]]
    assert grid.merged == ((0, 0, 1, 0), (0, 1, 0, 2))


def test_a_table_within_a_layout_stands_for_itself() -> None:
    page = "<table><tr><td>Saraksts<td><table><tr><td>a<td>b</table><tr><td>Kopā</table>"
    assert [grid.rows for grid in grids(page)] == [[["Saraksts", ""], ["Kopā"]], [["a", "b"]]]


def test_a_layout_without_words_is_left_out() -> None:
    assert rows("<table><tr><td> <table><tr><td>a</table></table>") == [["a"]]


def test_text_between_tables_is_rows_above_the_next_and_below_the_last() -> None:
    page = "<h1>Seminārs</h1><p>22.07.2020.<table><tr><td>a</table>x<table><tr><td>b</table>y"
    assert [grid.rows for grid in grids(page)] == [
        [["Seminārs"], ["22.07.2020."], ["a"]],
        [["x"], ["b"], ["y"]],
    ]


BOOK = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><ExcelWorkbook>{book}</ExcelWorkbook>
<Worksheet ss:Name="Lapa &amp; 1"><Table>{rows}</Table><WorksheetOptions>{options}
</WorksheetOptions></Worksheet><Worksheet ss:Name="Otra"><Table/></Worksheet></Workbook>"""


def book(rows: str, options: str = "", book: str = "") -> Grid:
    found = grids(BOOK.format(rows=rows, options=options, book=book))
    assert [grid.name for grid in found] == ["Lapa & 1", "Otra"]
    return found[0]


def data(kind: str, value: str) -> str:
    return f'<Row><Cell><Data ss:Type="{kind}">{value}</Data></Cell></Row>'


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("String", " Jānis &lt;x&gt; ", "Jānis <x>"),
        ("String", "<![CDATA[a <b> & c]]>", "a <b> & c"),
        ("Number", "12.0", "12"),
        ("Number", "12.50", "12.50"),
        ("DateTime", "2020-07-22T00:00:00.000", "2020-07-22"),
        ("DateTime", "2020-07-22T10:05:00.000", "2020-07-22T10:05:00"),
        ("Boolean", "1", "TRUE"),
    ],
)
def test_a_value_is_written_as_in_other_workbooks(kind: str, value: str, text: str) -> None:
    assert book(data(kind, value)).rows == [[text]]


def test_rows_and_cells_stand_where_their_index_says() -> None:
    grid = book(
        '<Row ss:Index="3"><Cell ss:Index="2" ss:MergeAcross="1"><Data ss:Type="String">A</Data>'
        '</Cell><Cell><Data ss:Type="String">B</Data><Comment><ss:Data>C</ss:Data></Comment></Cell>'
        '</Row><Row><Cell/><Cell><ss:Data ss:Type="String"><B>D</B><Font>E</Font></ss:Data></Cell>'
        "</Row>"
    )
    assert grid.rows == [[], [], ["", "A", "", "B"], ["", "DE"]]
    assert grid.merged == ((2, 1, 2, 2),)


def test_errors_and_formulas_never_worked_out_are_told_from_empty_cells() -> None:
    grid = book(
        '<Row><Cell ss:Formula="=1/0"><Data ss:Type="Error">#DIV/0!</Data></Cell>'
        '<Cell ss:Formula="=A1"/><Cell/>'
        '<Cell ss:Formula="=2"><Data ss:Type="Number">2</Data></Cell></Row>'
    )
    assert grid.rows == [["", "", "", "2"]]
    assert grid.unreadable == {(0, 0), (0, 1)}


def test_hidden_sheets_and_the_other_epoch_are_told() -> None:
    grid = book(data("Number", "1"), "<Visible>SheetHidden</Visible>", "<Date1904/>")
    assert (grid.is_hidden, grid.epoch_1904) == (True, True)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<html><body><p>Nav tabulas</body>", FileProblem.NOT_A_TABLE),
        ("<table><tr><td></table>", FileProblem.NOT_A_TABLE),
        ('<!DOCTYPE a [<!ENTITY b "c">]><table><tr><td>&b;</table>', FileProblem.XML_ENTITIES),
        ('<!DOCTYPE x [<!ENTITY b SYSTEM "file:///e">]><Workbook/>', FileProblem.XML_ENTITIES),
        (BOOK.format(rows="", options="", book=""), FileProblem.EMPTY),
        ("<table><tr><td>a</table>" * 51, FileProblem.TOO_MANY_SHEETS),
        ("<table>" * 300, FileProblem.TOO_MANY_CELLS),
        ("<table><tr>" + "<td>x" * 501, FileProblem.TOO_MANY_COLUMNS),
        (
            BOOK.format(rows='<Row ss:Index="999999999"/>', options="", book=""),
            FileProblem.TOO_MANY_ROWS,
        ),
        (
            BOOK.format(rows='<Row><Cell ss:Index="99999"/></Row>', options="", book=""),
            FileProblem.TOO_MANY_COLUMNS,
        ),
    ],
)
def test_what_is_no_table_or_too_large_is_refused(text: str, problem: FileProblem) -> None:
    found = grids_of(text, LIMITS)
    assert isinstance(found, Refused)
    assert found.problem is problem


def test_cells_of_all_tables_together_are_counted() -> None:
    found = grids_of("<table><tr><td>a<td>b</table>" * 3, replace(LIMITS, cells=5))
    assert found == Refused(FileProblem.TOO_MANY_CELLS, {"most": 5})


def test_a_span_past_the_widest_row_ends_with_it() -> None:
    [grid] = grids("<table><tr><td>a<td colspan=99999999999 rowspan=99999999>b</table>")
    assert (len(grid.rows[0]), grid.merged) == (LIMITS.columns, ((0, 1, 0, LIMITS.columns - 1),))


HOSTILE = ["<a", "<!--", "<td '", "&#99999999;", "<script>", "<table", "<![CDATA[", '<td a="', "</"]


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize(
    "head", ["<table><tr><td>x", "<Workbook><Worksheet><Table><Row><Cell><Data>"]
)
def test_marks_without_an_end_take_no_longer_than_others(head: str, piece: str) -> None:
    begun = perf_counter()
    grids_of(head + piece * (2_000_000 // len(piece)), LIMITS)
    assert perf_counter() - begun < 2


@given(st.text('<>/"=&;#!-[] abTRDtablerdxcolspan1', max_size=80))
def test_any_text_is_tables_or_a_reason(text: str) -> None:
    for head in ("", "<table><tr><td>", "<Workbook><Worksheet><Table><Row><Cell><Data>"):
        assert isinstance(grids_of(head + text, LIMITS), list | Refused)


CELLS = st.text("aābcž <>&\"'12", max_size=8).map(lambda text: " ".join(text.split()))


@given(st.lists(st.lists(CELLS.filter(bool), min_size=1, max_size=4), min_size=1, max_size=6))
def test_any_cells_come_back_from_either_form(table: list[list[str]]) -> None:
    safe = [
        [cell.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for cell in row]
        for row in table
    ]
    page = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in safe)
    assert rows(f"<table>{page}</table>") == table
    cells = "".join(
        "<Row>"
        + "".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in row)
        + "</Row>"
        for row in safe
    )
    assert book(cells).rows == table
