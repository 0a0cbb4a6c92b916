"""Lists that a test writes down are opened in its own process."""

import pytest


@pytest.fixture(autouse=True)
def _here(here: None) -> None:
    """Every test of reading."""
