"""Where the machine's own Chromium is; the tests download no browser."""

import os
import shutil
import subprocess

NAMES = ("chromium", "chromium-browser", "google-chrome")


class ChromiumMissing(Exception):
    """No Chromium to test in; the message is one sentence that says how to get it."""


def executable() -> str:
    """The path of Chromium: $CHROMIUM, or the first of the usual names.

    Refuses (ChromiumMissing) a machine without: the tests in a browser are never skipped.
    """
    given = os.environ.get("CHROMIUM", "").strip()
    found = next(filter(None, map(shutil.which, (given,) if given else NAMES)), None)
    if found is None:
        raise ChromiumMissing(
            f"CHROMIUM names {given}, which is no program: correct it or leave it out."
            if given
            else "There is no Chromium to test in: run `python -m tests.provide` to install it, "
            "or name one in CHROMIUM."
        )
    return found


def version_of(path: str) -> str:
    """What the browser says it is, such as ``Chromium 156.0.8078.79``."""
    done = subprocess.run([path, "--version"], check=True, capture_output=True, text=True)
    return " ".join(done.stdout.split()[:2])
