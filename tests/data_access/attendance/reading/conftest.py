"""Files are opened in this process: how the other one is asked, its own tests tell."""

import pytest

from data_access.attendance.reading import recognise
from data_access.files import child
from data_access.files.grid import Choices, Opened
from data_access.files.limits import LIMITS
from data_access.files.opening import open_file
from data_access.files.problems import Refused


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(content: bytes, name: str = "", choices: Choices | None = None) -> Opened | Refused:
        chosen = choices or Choices()
        if len(content) > LIMITS.size:
            return open_file(content, name, chosen)
        return child.opened(content, chosen, LIMITS)

    monkeypatch.setattr(recognise, "open_file", opened)
