"""Many entries changed at once on screen: chosen, looked at beforehand, undone."""

import pytest
import streamlit as st
from sqlalchemy import URL, Engine

from data_access import recommendations
from data_access.engine import reading, writing
from data_access.filters import Filters
from data_access.recommendations import keeping
from tests.data_access.readers import COORDINATOR, READER
from tests.pages.conftest import Visit, shown
from tests.pages.screens import press

UNDO = "Undo what was just stored"
BULK = {"lang": "en", "round": "IV", "do": "bulk"}


def areas(engine: Engine) -> list[str]:
    with reading(engine) as connection:
        return list(recommendations.listed(connection, READER, Filters(round="IV"))["area"])


def test_all_listed_are_changed_after_a_look_and_undone(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    before = areas(facts)
    screen = visit(facts_url, "recommendations", **BULK)
    screen.checkbox(key="bulk-all").check().run()
    assert "Fill in what stands from now on." in shown(screen)
    screen.selectbox(key="bulk-area").set_value("culture").run()
    assert "8 entries change. 1 stands so already." in shown(screen)
    assert "IV-04" not in str(screen.table[0].value.index)
    press(screen, "Change 8 entries")
    assert areas(facts) == ["culture"] * 9
    press(screen, UNDO)
    assert areas(facts) == before


def test_those_ticked_alone_are_changed(
    facts_url: URL, facts: Engine, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(st, "dataframe", lambda *_, **__: {"selection": {"rows": [0, 2]}})
    before = areas(facts)
    screen = visit(facts_url, "recommendations", **BULK)
    screen.selectbox(key="bulk-area").set_value("health").run()
    press(screen, "Change 2 entries")
    assert areas(facts) == ["health", before[1], "health", *before[3:]]


def test_a_deadline_is_named_by_its_precision(facts_url: URL, facts: Engine, visit: Visit) -> None:
    screen = visit(facts_url, "recommendations", area="culture", **BULK)
    screen.checkbox(key="bulk-all").check().run()
    screen.selectbox(key="bulk-what").set_value("deadline").run()
    screen.selectbox(key="bulk-precision").set_value("year").run()
    screen.number_input(key="bulk-year-deadline_year").set_value(2019).run()
    press(screen, "Change 1 entry")
    assert "The deadline lies before the day on which IV-04 was made." in shown(screen)
    screen.number_input(key="bulk-year-deadline_year").set_value(2027).run()
    press(screen, "Change 1 entry")
    with reading(facts) as connection:
        listed = recommendations.listed(connection, READER, Filters(round="IV"))
    stated = listed[listed["deadline_date_precision"] == "year"]
    assert list(stated["reference"]) == ["IV-04"]


def test_nothing_that_somebody_changed_since_is_undone(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = visit(facts_url, "recommendations", area="culture", **BULK)
    screen.checkbox(key="bulk-all").check().run()
    screen.selectbox(key="bulk-area").set_value("youth").run()
    press(screen, "Change 1 entry")
    with writing(facts) as connection:
        keeping.edit(connection, COORDINATOR, "IV-04", 2, {"area": "health"})
    press(screen, UNDO)
    assert "Somebody else changed this in the meantime." in shown(screen)
    assert areas(facts)[3] == "health"


def test_who_is_limited_is_told_what_is_not_theirs(sample_url: URL, visit: Visit) -> None:
    screen = visit(sample_url, "recommendations", **BULK, **{"as": "coordinator-riga"})
    screen.checkbox(key="bulk-all").check().run()
    screen.selectbox(key="bulk-area").set_value("youth").run()
    assert "Not yours to change, and left out: IV-01, " in shown(screen)


def test_who_only_reads_is_told_who_keeps_entries(sample_url: URL, visit: Visit) -> None:
    screen = visit(sample_url, "recommendations", **BULK, **{"as": "manager"})
    assert "Entries are kept by the coordinators." in shown(screen)
    assert not screen.checkbox
