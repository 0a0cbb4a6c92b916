"""Tells LibreOffice Calc what to do to workbooks; runs in the Python that has ``uno``.

Reads one job a line: {"open", "save", "format", "steps": [[step, sheet, ...], ...]}; answers each
with a line, "done" or what went wrong. Standard library and LibreOffice's own modules alone.
"""

import json
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]
from com.sun.star.lang import Locale  # type: ignore[import-not-found]
from com.sun.star.uno import Exception as OfficeTrouble  # type: ignore[import-not-found]

FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8", "xls": "MS Excel 97"}
PATIENCE = 60.0


def connect(pipe: str) -> Any:
    """LibreOffice's desktop, as soon as it listens."""
    local = uno.getComponentContext()
    manager = local.ServiceManager
    resolver = manager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    address = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
    until = time.monotonic() + PATIENCE
    while True:
        try:
            context = resolver.resolve(address)
            return context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context
            )
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def prop(name: str, value: object) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def text(_document: Any, sheet: Any, cell: str, value: str) -> None:
    sheet.getCellRangeByName(cell).setString(value)


def number(_document: Any, sheet: Any, cell: str, value: float) -> None:
    sheet.getCellRangeByName(cell).setValue(value)


def formula(_document: Any, sheet: Any, cell: str, value: str) -> None:
    sheet.getCellRangeByName(cell).setFormula(value)


def day(document: Any, sheet: Any, cell: str, value: str) -> None:
    """A date as somebody types it into a cell: a number that is shown as one."""
    formats, locale = document.getNumberFormats(), Locale("lv", "LV", "")
    target = sheet.getCellRangeByName(cell)
    target.NumberFormat = formats.getStandardFormat(2, locale)
    year, month, on = (int(part) for part in value.split("-"))
    target.setFormula(f"=DATE({year};{month};{on})")
    target.setValue(target.getValue())


def merge(_document: Any, sheet: Any, area: str) -> None:
    sheet.getCellRangeByName(area).merge(True)


def delete_column(_document: Any, sheet: Any, position: int) -> None:
    sheet.getColumns().removeByIndex(position, 1)


def delete_row(_document: Any, sheet: Any, position: int) -> None:
    sheet.getRows().removeByIndex(position, 1)


STEPS = {
    step.__name__: step for step in (text, number, formula, day, merge, delete_column, delete_row)
}


def carry_out(desktop: Any, job: Mapping[str, Any]) -> None:
    """Open, do the steps, save."""
    hidden = (prop("Hidden", True),)
    document = desktop.loadComponentFromURL(Path(job["open"]).as_uri(), "_blank", 0, hidden)
    try:
        for step, name, *told in job["steps"]:
            STEPS[step](document, document.getSheets().getByName(name), *told)
        document.storeToURL(
            Path(job["save"]).as_uri(), (prop("FilterName", FILTERS[job["format"]]),)
        )
    finally:
        document.close(True)


def main() -> None:
    """Job after job, until nobody has another."""
    desktop = connect(sys.argv[1])
    print("ready", flush=True)
    for line in sys.stdin:
        try:
            carry_out(desktop, json.loads(line))
            print("done", flush=True)
        except (OfficeTrouble, OSError, LookupError) as problem:
            print(f"{type(problem).__name__}: {problem}".replace("\n", " "), flush=True)
    desktop.terminate()


if __name__ == "__main__":
    main()
