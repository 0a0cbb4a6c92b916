"""Where the machine's own LibreOffice is, and the Python that can tell it what to do."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

NAMES = ("soffice", "libreoffice")
PYTHONS = ("/usr/bin/python3", "python3")


class LibreOfficeMissing(Exception):
    """No LibreOffice to test with; the message is one sentence that says how to get it."""


@dataclass(frozen=True)
class Programs:
    """The paths of LibreOffice and of a Python that has its module ``uno``."""

    office: str
    python: str


def programs() -> Programs:
    """LibreOffice: $SOFFICE, or the first of the usual names; and the Python that speaks to it.

    Refuses (LibreOfficeMissing) a machine without: the tests with it are never skipped.
    """
    given = os.environ.get("SOFFICE", "").strip()
    office = next(filter(None, map(shutil.which, (given,) if given else NAMES)), None)
    if office is None:
        raise LibreOfficeMissing(
            f"SOFFICE names {given}, which is no program: correct it or leave it out."
            if given
            else "There is no LibreOffice to test with: run `python -m tests.provide` to install "
            "it, or name one in SOFFICE."
        )
    # Installations from elsewhere than Debian's packages bring a Python of their own.
    own = str(Path(office).resolve().with_name("python"))
    python = next(filter(_speaks, (own, *PYTHONS)), None)
    if python is None:
        raise LibreOfficeMissing(
            "No Python here can speak to LibreOffice: install the package python3-uno."
        )
    return Programs(office, python)


def version_of(path: str) -> str:
    """What it says it is, such as ``LibreOffice 7.4.7.2``."""
    done = subprocess.run([path, "--version"], check=True, capture_output=True, text=True)
    return " ".join(done.stdout.split()[:2])


def _speaks(python: str) -> bool:
    found = shutil.which(python)
    if found is None:
        return False
    done = subprocess.run([found, "-c", "import uno"], check=False, capture_output=True)
    return done.returncode == 0
