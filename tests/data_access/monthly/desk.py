"""Reports handed in without a workbook: what reading and checking a file finds, a test says."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from sqlalchemy import Connection

from data_access import monthly
from data_access.access import Reader
from data_access.monthly import Decisions, Draft, Part, Sheets, held, staging
from tests.data_access.readers import COORDINATOR

UNTOLD = "Ziedīte Noslēpumaina"
"""What is read of every file, and nobody may find outside of what is sealed."""

Found = Draft | Callable[[Connection, Decisions], Draft]


@dataclass
class Desk:
    """Whoever hands a report in: a file is its name, and the draft is what is found of it."""

    found: dict[str, Found] = field(default_factory=dict)

    def file(self, name: str, found: Found) -> bytes:
        """The bytes of a file of which this is found."""
        self.found[name] = found
        return name.encode()

    def stage(
        self, connection: Connection, name: str, found: Found, reader: Reader = COORDINATOR
    ) -> int:
        """The number under which the report waits."""
        return monthly.stage(connection, reader, self.file(name, found))

    def record(self, connection: Connection, name: str, found: Found) -> int:
        """The number under which the report is recorded."""
        number = self.stage(connection, name, found)
        assert monthly.record(connection, COORDINATOR, number).number == number
        return number

    def read(self, content: bytes, name: str = "") -> Sheets:
        """Stands for the reading of a workbook."""
        assert not name
        cells = {Part.CONTACTS: {3: {"family": UNTOLD}}}
        return Sheets(head={"hours": content.decode()}, rows=cells)

    def check(
        self,
        connection: Connection,
        _reader: Reader,
        sha256: str,
        sheets: Sheets,
        decisions: Decisions,
    ) -> Draft:
        """Stands for the check of what was read."""
        found = self.found[sheets.head["hours"]]
        draft = found if isinstance(found, Draft) else found(connection, decisions)
        return replace(draft, sha256=sha256, sheets=sheets, decisions=decisions)

    def sit_down(self, patch: pytest.MonkeyPatch) -> None:
        """Take in no file but what tests say, as long as the patch lasts."""
        patch.setattr(staging, "read_sheets", self.read)
        patch.setattr(staging, "check", self.check)
        patch.setattr(held, "check", self.check)


def nothing_found(**values: Any) -> Draft:
    """What is found of a file that says nothing but this."""
    unread: dict[str, Any] = {"sha256": "", "sheets": Sheets()}
    return Draft(**unread | values)
