"""Which of several workers runs a test: a module stays together, and so do those of a browser."""

import os
from functools import cache

import pytest
from xdist.scheduler import LoadScopeScheduling

from tests.provide.platform import ROOT


class OneBrowser(LoadScopeScheduling):  # type: ignore[misc] # it comes without types
    """Whole modules for each worker, and for one of them every module that drives a browser.

    Two browsers at once, each with a platform beside it, starve each other on a small machine.
    """

    def _split_scope(self, nodeid: str) -> str:
        module, _, _ = nodeid.partition("::")
        return "browser" if _drives_a_browser(module) else module


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> OneBrowser:
    """Asked for only where there are several workers."""
    return OneBrowser(config, log)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One more than there are cores: the one that drives the browser waits for it half the time."""
    return (os.cpu_count() or 1) + 1


@cache
def _drives_a_browser(module: str) -> bool:
    return "from playwright" in (ROOT / module).read_text(encoding="utf-8")
