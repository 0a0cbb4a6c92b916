"""A map is made once for what it shows, and anew as soon as that is something else."""

from typing import Any

import pytest
from sqlalchemy import URL

from data_access import freshness
from data_access.engine import writing
from pages.coverage import charts
from tests.data_access.rows import opened
from tests.pages.conftest import Visit


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The text of each map that was made, in turn."""
    alt_texts: list[str] = []
    make = charts.coverage

    def noted(drawing: charts.Drawing, locale: Any, alt_text: str) -> Any:
        alt_texts.append(alt_text)
        return make(drawing, locale, alt_text)

    monkeypatch.setattr(charts, "coverage", noted)
    return alt_texts


def test_a_map_is_made_anew_for_another_language_measure_place_and_data(
    facts_url: URL, visit: Visit, made: list[str]
) -> None:
    screen = visit(facts_url, "coverage", lang="en", round="IV", show="activities")
    screen.run()
    assert len(made) == 1
    for number, (name, value) in enumerate(
        {"lang": "lv", "show": "represented", "place": "2009:LV-RIX"}.items(), start=2
    ):
        screen.query_params[name] = value
        screen.run()
        assert len(made) == number
    with opened(facts_url) as engine, writing(engine) as connection:
        freshness.advance(connection)
    screen.run()
    assert len(made) == 5
    assert len(screen.get("vega_lite_chart")) == 1
