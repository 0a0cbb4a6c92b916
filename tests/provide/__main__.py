"""`python -m tests.provide`: install what the tests lack, and say what they will use."""

import os
import shutil
import subprocess
import sys

from tests.provide import binaries, chromium

INSTALL = ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]


def main() -> int:
    """Exit code 0 when PostgreSQL and Chromium are both there."""
    try:
        print(f"PostgreSQL: {_postgresql()}")
        print(f"Chromium: {_chromium()}")
    except (binaries.PostgreSQLMissing, chromium.ChromiumMissing) as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


def _postgresql() -> str:
    if os.environ.get("TEST_DATABASE_URL", "").strip():
        return "the server of TEST_DATABASE_URL"
    programs = binaries.server_programs()
    return f"{binaries.version_of(programs)}, {programs}"


def _chromium() -> str:
    try:
        path = chromium.executable()
    except chromium.ChromiumMissing:
        if os.environ.get("CHROMIUM", "").strip():
            raise
        _install()
        path = chromium.executable()
    return f"{chromium.version_of(path)}, {path}"


def _install() -> None:
    if shutil.which("apt-get") is None:
        raise chromium.ChromiumMissing(
            "There is no Chromium to test in, and no apt-get to install it with: "
            "install Chromium or Chrome, or name one in CHROMIUM."
        )
    before = _as_root()
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], INSTALL):
        if subprocess.run([*before, *command], env=environment, check=False).returncode:
            raise chromium.ChromiumMissing(
                f"`{' '.join([*before, *command])}` failed: "
                "install Chromium by hand, or name one in CHROMIUM."
            )


def _as_root() -> list[str]:
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        raise chromium.ChromiumMissing(
            f"There is no Chromium to test in: run `{' '.join(INSTALL)}` as root."
        )
    return ["sudo"]


if __name__ == "__main__":
    raise SystemExit(main())
