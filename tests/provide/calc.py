"""Workbooks filled in and saved by a real LibreOffice Calc."""

import json
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from tests.provide.libreoffice import programs

DRIVER = Path(__file__).with_name("calc_driver.py")
Step = tuple[Any, ...]
"""``("text" | "number" | "formula" | "day", sheet, cell, value)``, ``("merge", sheet, area)``,
``("delete_column" | "delete_row", sheet, position)``; a day is written YYYY-MM-DD."""


class CalcFailed(Exception):
    """LibreOffice could not do what it was told; the message is its own."""


class Calc:
    """A running LibreOffice; ``edit`` opens a workbook, does the steps and saves it elsewhere."""

    def __init__(self, driver: "subprocess.Popen[str]") -> None:
        self._driver = driver

    def edit(self, content: bytes, steps: Sequence[Step], folder: Path, kind: str) -> bytes:
        """The workbook as LibreOffice saves it (``kind``: xlsx, ods or xls) after the steps."""
        before, after = folder / f"{uuid4().hex}.xlsx", folder / f"{uuid4().hex}.{kind}"
        before.write_bytes(content)
        job = {"open": str(before), "save": str(after), "format": kind, "steps": list(steps)}
        if (said := self._ask(json.dumps(job))) != "done":
            raise CalcFailed(said)
        return after.read_bytes()

    def _ask(self, line: str) -> str:
        if self._driver.stdin is None or self._driver.stdout is None:
            raise CalcFailed("LibreOffice hears nothing.")
        self._driver.stdin.write(f"{line}\n")
        self._driver.stdin.flush()
        return self._driver.stdout.readline().strip()


@contextmanager
def calc(profile: Path) -> Iterator[Calc]:
    """LibreOffice with a profile of its own, ended with the block."""
    found, pipe = programs(), f"calc-{uuid4().hex}"
    office = subprocess.Popen(
        [
            *(found.office, "--headless", "--norestore", "--nologo", "--nodefault"),
            *(f"-env:UserInstallation={profile.as_uri()}", f"--accept=pipe,name={pipe};urp;"),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        with subprocess.Popen(
            [found.python, str(DRIVER), pipe],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as driver:
            if driver.stdout is None or driver.stdout.readline().strip() != "ready":
                raise CalcFailed("LibreOffice does not start.")
            yield Calc(driver)
            if driver.stdin:
                driver.stdin.close()
            driver.wait(timeout=60)
    finally:
        office.terminate()
        office.wait(timeout=60)
