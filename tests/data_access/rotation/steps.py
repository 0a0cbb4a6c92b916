"""The steps of a rotation, and how it is made to break off at one of them.

``python -m tests.data_access.rotation.steps STEP`` rotates the key of DATABASE_URL and ends there
as if it had been killed.
"""

import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest

from data_access.__main__ import main

KILLED = 9

Work = Callable[..., Any]


def at_once(_work: Work, end: Work) -> Work:
    """The work is not done any more."""
    return lambda *_told, **_more: end()


def afterwards(work: Work, end: Work) -> Work:
    """The work is done, and nothing that comes after it."""

    def done(*told: Any, **more: Any) -> None:
        work(*told, **more)
        end()

    return done


def the_second_time(work: Work, end: Work) -> Work:
    """The work is done once, and not again."""
    ways = iter([work])

    def done(*told: Any, **more: Any) -> Any:
        return next(ways, at_once(work, end))(*told, **more)

    return done


FILE, TURNING = "data_access.identity.file", "data_access.rotation.turning"
STEPS: dict[str, tuple[str, str, Callable[[Work, Work], Work]]] = {
    "before the new keys are written": (FILE, "_write", at_once),
    "before the new keys are in place": (FILE, "_give_to_owner_of", at_once),
    "once the new keys are in place": (TURNING, "replace_keys", afterwards),
    "while texts are sealed": ("data_access.rotation.anew", "_anew", the_second_time),
    "before it is written down": ("data_access.audit", "append", at_once),
    "before it is committed": ("data_access.audit", "append", afterwards),
    "once it is committed": (TURNING, "_finish", at_once),
    "before the old keys go": (TURNING, "everything_sealed", at_once),
    "while the old keys go": (FILE, "_give_to_owner_of", the_second_time),
    "once the old keys are gone": (TURNING, "_finish", afterwards),
}
NOTHING_YET = ("before the new keys are written", "before the new keys are in place")
GONE = "once the old keys are gone"
COMMITTED = ("once it is committed", "before the old keys go", "while the old keys go", GONE)


def break_off(patch: pytest.MonkeyPatch, step: str, end: Work) -> None:
    """From now on a rotation ends at the step."""
    named, name, way = STEPS[step]
    module = import_module(named)
    patch.setattr(module, name, way(getattr(module, name), end))


if __name__ == "__main__":
    break_off(pytest.MonkeyPatch(), sys.argv[1], lambda: os._exit(KILLED))
    raise SystemExit(main(["rotate-key"]))
