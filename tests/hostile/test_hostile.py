"""Nothing that anybody uploads takes the platform down, and each file is told what it is."""

import subprocess
import sys
from pathlib import Path

import pytest

from data_access.files.grid import Opened
from data_access.files.opening import open_file
from tests.hostile.case import Case
from tests.hostile.table import CASES, MOST_MIB, flips, outcome
from tests.hostile.texts import PLAIN

FLIPS = list(flips())
MOST_SECONDS = 30.0
"""A machine may be busy; `python -m tests.hostile` holds each file to two seconds."""
TEXT_IN_THE_OPEN = "xls"
"""Its letters stand in no check sum: a letter turned over is another letter."""


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_hostile_file_is_refused_by_its_name_and_leaves_nothing_behind(case: Case) -> None:
    found = outcome(case)
    assert found.is_as_it_should, found.code
    assert found.grown < MOST_MIB
    assert found.seconds < MOST_SECONDS


def test_there_are_enough_of_them_and_each_has_its_own_name() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 55


@pytest.mark.parametrize("kind", PLAIN)
def test_a_workbook_with_nothing_wrong_is_read(kind: str) -> None:
    found = open_file(PLAIN[kind]())
    assert isinstance(found, Opened)
    assert found.sheets[0].rows == [["Vārds", "Uzvārds"], ["Līga", "Bērziņa"], ["Jānis", "Ozoliņš"]]


@pytest.mark.parametrize(("name", "content"), FLIPS, ids=[name for name, _ in FLIPS])
def test_bits_turned_over_are_a_refusal_or_change_nothing(name: str, content: bytes) -> None:
    kind = name.partition(",")[0]
    found, plain = open_file(content), open_file(PLAIN[kind]())
    assert isinstance(plain, Opened)
    if isinstance(found, Opened) and kind != TEXT_IN_THE_OPEN:
        assert [sheet.rows for sheet in found.sheets] == [sheet.rows for sheet in plain.sheets]


def test_the_table_can_be_printed_from_the_command_line() -> None:
    code = "from tests.hostile import table; table.CASES = table.CASES[:1]; print(table.table())"
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root
    )
    assert "file_unpacks_too_large" in done.stdout
