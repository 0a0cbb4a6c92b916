"""Where the tests' databases lie: in memory where there is room, since each test makes its own."""

import shutil
import tempfile
from pathlib import Path

IN_MEMORY = Path("/dev/shm")  # noqa: S108
ROOM = 4 * 1024**3
"""Bytes that have to be free there: some databases for each of four workers, and their logs."""


def places() -> list[str]:
    """Folders for what nobody needs after the run, the quickest first."""
    usual = [tempfile.gettempdir(), "/tmp", "/var/tmp"]  # noqa: S108
    return [str(IN_MEMORY), *usual] if _has_room(IN_MEMORY) else usual


def _has_room(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free >= ROOM
    except OSError:
        return False
