"""The commands of an operator: as processes of their own, or called where that says enough."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

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


def call(main: Callable[[list[str]], int], *arguments: str, url: str) -> Said:
    """The same in this process, on a file: a server's connections would outlive the call."""
    out, problem = io.BytesIO(), io.BytesIO()
    here = patch.dict(os.environ, {"DATABASE_URL": url})
    with here, redirect_stdout(_written(out)), redirect_stderr(_written(problem)):
        code = main(list(arguments))
        sys.stdout.flush()
        sys.stderr.flush()
        return Said(code, out.getvalue().decode(), problem.getvalue().decode())


def _written(content: io.BytesIO) -> io.TextIOWrapper:
    """A stream as a terminal's: text and bytes go the same way, line ends as they are."""
    return io.TextIOWrapper(content, "utf-8", newline="")


def environment(url: str | None) -> Mapping[str, str]:
    """Where the project is found from any folder, and the database, if one is named."""
    named = {} if url is None else {"DATABASE_URL": url}
    return {**os.environ, "PYTHONPATH": str(ROOT), **named}
