"""The commands of an operator, each in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
LONG_ENOUGH = 60.0


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    problem: str

    def refusal(self) -> str:
        """The one sentence of a command that refused."""
        assert self.code == 1, self
        assert self.out == ""
        (sentence,) = self.problem.splitlines()
        assert sentence.endswith(".")
        return sentence


def run(module: str, *arguments: str, url: str | None = None, folder: Path = ROOT) -> Said:
    """``python -m module`` with DATABASE_URL, or without one, in the folder."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=folder,
        env=environment(url),
        capture_output=True,
        text=True,
        timeout=LONG_ENOUGH,
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)


def environment(url: str | None) -> Mapping[str, str]:
    """Where the project is found from any folder, and the database, if one is named."""
    named = {} if url is None else {"DATABASE_URL": url}
    return {**os.environ, "PYTHONPATH": str(ROOT), **named}
