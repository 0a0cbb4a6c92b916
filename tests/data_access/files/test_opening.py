"""A file is opened in a process of its own, and whatever becomes of that is an answer."""

import dataclasses
import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from data_access.files import answer, child, opening
from data_access.files.grid import Choices, Damage, FileKind, Grid, Opened
from data_access.files.limits import LIMITS, MIB
from data_access.files.opening import OpenerFault, open_file
from data_access.files.problems import FileProblem, Refused
from tests.hostile import ods, xls, xlsx

ROWS = [["Vārds", "Uzvārds"], ["Līga", "Bērziņa"], ["Jānis", "Ozoliņš"]]
TEXT = "\n".join(";".join(row) for row in ROWS)
CHILD = Path(child.__file__)


def stand_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, does: str) -> None:
    """Another process in the place of the one that opens files."""
    script = tmp_path / "child.py"
    before = (
        "import sys, os, time, signal\nsys.stdout.buffer.write(b'ready\\n'); sys.stdout.flush()\n"
    )
    script.write_text(f"{before}sys.stdin.buffer.read()\n{does}\n")
    monkeypatch.setattr(opening, "COMMAND", [sys.executable, str(script)])


@pytest.mark.parametrize(
    ("content", "kind", "encoding"),
    [
        (xlsx.plain(), FileKind.XLSX, None),
        (ods.plain(), FileKind.ODS, None),
        (xls.plain(), FileKind.XLS, None),
        (TEXT.encode(), FileKind.TEXT, "utf-8"),
        (TEXT.encode("cp1257"), FileKind.TEXT, "cp1257"),
    ],
)
def test_the_same_list_is_the_same_in_every_kind(
    content: bytes, kind: FileKind, encoding: str | None
) -> None:
    found = open_file(content, "saraksts.pdf")
    assert isinstance(found, Opened)
    assert (found.kind, found.encoding) == (kind, encoding)
    assert found.sheets[0].rows == ROWS


def test_what_somebody_chose_reaches_the_process() -> None:
    found = open_file(TEXT.encode("cp1257"), choices=Choices(encoding="cp1252"))
    assert isinstance(found, Opened)
    assert found.encoding == "cp1252"


def test_the_limits_reach_the_process() -> None:
    found = open_file(xlsx.plain(), limits=dataclasses.replace(LIMITS, rows=2))
    assert found == Refused(FileProblem.TOO_MANY_ROWS, {"most": 2})
    assert isinstance(open_file(xlsx.plain(), limits=dataclasses.replace(LIMITS, rows=3)), Opened)


def test_a_file_that_is_too_large_is_told_its_size_before_anything_starts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(opening, "COMMAND", ["/nowhere"])
    found = open_file(b"a;b\n" * 9, limits=dataclasses.replace(LIMITS, size=35))
    assert found == Refused(FileProblem.TOO_LARGE, {"most": 35, "found": 36})


def test_neither_folder_nor_path_nor_name_of_the_file_matter(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong one')")
    (tmp_path / "data_access").mkdir()
    (tmp_path / "data_access" / "__init__.py").write_text("raise SystemExit('the wrong one')")
    monkeypatch.chdir(tmp_path)
    assert isinstance(open_file(xlsx.plain(), "../../etc/passwd"), Opened)


def test_the_process_knows_neither_the_database_nor_the_pages() -> None:
    code = (
        "import sys; sys.argv = ['x']; import data_access.files.child;"
        "from data_access.files import delimited, encoding, markup;"
        "print(sorted({n.partition('.')[0] for n in sys.modules}))"
    )
    root = CHILD.parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root
    )
    assert not {"sqlalchemy", "pandas", "streamlit", "altair", "numpy"} & set(
        json.loads(done.stdout.replace("'", '"'))
    )


@pytest.mark.parametrize(
    ("does", "expected"),
    [
        ("os.kill(os.getpid(), signal.SIGABRT)", FileProblem.TOO_MUCH_MEMORY),
        ("os.kill(os.getpid(), signal.SIGKILL)", FileProblem.TOO_MUCH_MEMORY),
        ("os.kill(os.getpid(), signal.SIGXCPU)", FileProblem.TOO_SLOW),
        ("os.kill(os.getpid(), signal.SIGSEGV)", FileProblem.DAMAGED),
        ("sys.exit(3)", FileProblem.DAMAGED),
        ("raise RuntimeError('Līga Bērziņa')", FileProblem.DAMAGED),
        ("print('Līga')", FileProblem.DAMAGED),
        ('print(\'{"kind": "xlsx"}\')', FileProblem.DAMAGED),
        ("print('[]')", FileProblem.DAMAGED),
        ("sys.stdout.buffer.write(b'\\xff' * 999)", FileProblem.DAMAGED),
    ],
)
def test_however_the_process_ends_it_is_an_answer(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    does: str,
    expected: FileProblem,
) -> None:
    stand_in(monkeypatch, tmp_path, does)
    assert open_file(xlsx.plain()) == Refused(expected)
    assert capfd.readouterr() == ("", "")


def test_a_process_that_takes_too_long_is_ended(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = tmp_path / "pid"
    does = f"open({str(told)!r}, 'w').write(str(os.getpid())); time.sleep(99)"
    stand_in(monkeypatch, tmp_path, does)
    began = time.monotonic()
    found = open_file(xlsx.plain(), limits=dataclasses.replace(LIMITS, seconds=1.0))
    assert found == Refused(FileProblem.TOO_SLOW)
    assert time.monotonic() - began < 30
    with pytest.raises(ProcessLookupError):
        os.kill(int(told.read_text()), signal.SIG_DFL)


def test_a_process_that_works_too_long_is_ended_by_itself() -> None:
    code = (
        "from data_access.files import child; from data_access.files.limits import LIMITS;"
        "child._hold_back(LIMITS, 0.2)\nwhile True: pass"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, cwd=CHILD.parents[2])
    assert -done.returncode == signal.SIGPROF


def test_a_process_that_does_not_start_is_a_fault_of_the_installation(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(opening, "COMMAND", [sys.executable, str(tmp_path / "none.py")])
    with pytest.raises(OpenerFault):
        open_file(xlsx.plain())
    monkeypatch.setattr(opening, "COMMAND", [str(tmp_path / "none")])
    with pytest.raises(OpenerFault):
        open_file(xlsx.plain())


def test_many_at_once_all_get_their_own_answer() -> None:
    found: dict[int, list[list[str]]] = {}

    def ask(number: int) -> None:
        opened = open_file(f"Vārds;Numurs\nLīga;{number}\n".encode())
        assert isinstance(opened, Opened)
        found[number] = opened.sheets[0].rows

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {n: [["Vārds", "Numurs"], ["Līga", str(n)]] for n in range(6)}


def test_what_is_small_has_to_be_quick_and_what_is_large_may_take_its_time() -> None:
    assert LIMITS.patience(0) < 2
    assert LIMITS.patience(10_000) < 2
    assert LIMITS.patience(15 * MIB) > 10
    assert LIMITS.patience(10**12) == LIMITS.seconds


def test_every_part_of_an_answer_arrives() -> None:
    grid = Grid(
        "Līga\n",
        [["a", ""], [], ["\x1fb", "c\nd"], ["e\x1e"]],
        True,
        ((0, 0, 1, 1),),
        frozenset({(2, 0)}),
        True,
    )
    sent = Opened(
        FileKind.TEXT,
        (grid, Grid("", [])),
        "cp1257",
        False,
        ("cp1257", "cp1250"),
        Damage.LOST,
        (3,),
        True,
    )
    raw = b"".join(answer.packed(sent))
    found = answer.unpacked(io.BytesIO(raw))
    assert isinstance(found, Opened)
    assert found.sheets[0].rows == [["a", ""], [], ["b", "c\nd"], ["e"]]
    clean = dataclasses.replace(grid, rows=found.sheets[0].rows)
    assert found == dataclasses.replace(sent, sheets=(clean, Grid("", [])))
    with pytest.raises(answer.Unfinished):
        answer.unpacked(io.BytesIO(raw[:-8]))
    with pytest.raises(answer.Unfinished):
        answer.unpacked(io.BytesIO(b""))


def test_text_that_no_cell_has_room_for_is_refused() -> None:
    found = open_file(("a;b\nc;" + "d" * 40_000).encode())
    assert found == Refused(FileProblem.TOO_MUCH_TEXT, {"most": LIMITS.cell, "row": 2})
    few = dataclasses.replace(LIMITS, characters=10)
    assert open_file(TEXT.encode(), limits=few) == Refused(FileProblem.TOO_MUCH_TEXT, {"most": 10})
