"""`python -m tests.provide`: install what the tests lack, and say what they will use."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

from tests.provide import binaries, chromium, libreoffice

INSTALL = ["apt-get", "install", "-y", "--no-install-recommends"]


@dataclass(frozen=True)
class Wanted:
    """A program that Debian's packages bring, and the environment variable that names another."""

    name: str
    variable: str
    missing: type[Exception]
    found: Callable[[], str]
    packages: tuple[str, ...]


def _chromium() -> str:
    path = chromium.executable()
    return f"{chromium.version_of(path)}, {path}"


def _libreoffice() -> str:
    found = libreoffice.programs()
    return f"{libreoffice.version_of(found.office)}, {found.office}"


PROGRAMS = (
    Wanted("Chromium", "CHROMIUM", chromium.ChromiumMissing, _chromium, ("chromium",)),
    Wanted(
        "LibreOffice",
        "SOFFICE",
        libreoffice.LibreOfficeMissing,
        _libreoffice,
        ("libreoffice-calc-nogui", "python3-uno"),
    ),
)
MISSING = (
    *(binaries.PostgreSQLMissing, chromium.ChromiumMissing),
    libreoffice.LibreOfficeMissing,
)


def main() -> int:
    """Exit code 0 when PostgreSQL, Chromium and LibreOffice are all there."""
    try:
        print(f"PostgreSQL: {_postgresql()}")
        for program in PROGRAMS:
            print(f"{program.name}: {_brought(program)}")
    except MISSING as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


def _postgresql() -> str:
    if os.environ.get("TEST_DATABASE_URL", "").strip():
        return "the server of TEST_DATABASE_URL"
    programs = binaries.server_programs()
    return f"{binaries.version_of(programs)}, {programs}"


def _brought(program: Wanted) -> str:
    try:
        return program.found()
    except program.missing:
        if os.environ.get(program.variable, "").strip():
            raise
        _install(program)
        return program.found()


def _install(program: Wanted) -> None:
    if shutil.which("apt-get") is None:
        raise program.missing(
            f"There is no {program.name} to test with, and no apt-get to install it with: "
            f"install {program.name}, or name one in {program.variable}."
        )
    before = _as_root(program)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], [*INSTALL, *program.packages]):
        if subprocess.run([*before, *command], env=environment, check=False).returncode:
            raise program.missing(
                f"`{' '.join([*before, *command])}` failed: "
                f"install {program.name} by hand, or name one in {program.variable}."
            )


def _as_root(program: Wanted) -> list[str]:
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        command = " ".join([*INSTALL, *program.packages])
        raise program.missing(f"There is no {program.name} to test with: run `{command}` as root.")
    return ["sudo"]


if __name__ == "__main__":
    raise SystemExit(main())
