"""The rounds' screen: where each stands, the steps that are allowed, and what is refused."""

import datetime as dt

import pytest
from sqlalchemy import URL, Engine, select, update

from data_access import schema
from data_access.engine import reading, writing
from tests.pages.conftest import Visit, shown
from tests.pages.screens import labels, links, press


def test_every_round_is_listed_with_where_it_stands(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "rounds", lang="lv", round="IV")
    text = shown(screen)
    assert text.count("Šeit vēl nav atvērta") == 6  # five in the list, one above its own facts
    assert "856468-NRP4-LV" in text
    assert "Finansējums: nav norādīts" in text


def test_funding_is_told_to_the_cent(facts_url: URL, visit: Visit) -> None:
    assert "64,952.21" in shown(visit(facts_url, "rounds", lang="en", round="V"))


def test_a_round_is_opened_closed_approved_and_taken_back(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "rounds", lang="en", round="V")
    assert "Close the round" not in labels(screen)
    screen.date_input(key="round-V-open-day").set_value(dt.date(2020, 8, 20))
    press(screen, "Open the round")
    assert "Actual days: from 20 August 2020" in shown(screen)
    assert labels(screen) & {"Open the round", "Approve the round"} == set()
    screen.date_input(key="round-V-close-day").set_value(dt.date(2021, 8, 16))
    press(screen, "Close the round")
    assert "20 August 2020–16 August 2021" in shown(screen)
    assert "posts, reports and uploads stay as they are." in shown(screen)
    press(screen, "Approve the round")
    assert "Nothing of this round changes" in shown(screen)
    assert "Store the round" not in labels(screen)
    press(screen, "Withdraw the approval")
    press(screen, "Open the round again")
    assert "Close the round" in labels(screen)
    history = shown(screen)
    assert "approved: nothing → " in history
    assert "actual last day: 16 August 2021 → nothing" in history


def test_a_last_day_before_the_first_is_refused(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "rounds", lang="lv", round="V")
    screen.date_input(key="round-V-open-day").set_value(dt.date(2020, 8, 20))
    press(screen, "Atvērt kārtu")
    screen.date_input(key="round-V-close-day").set_value(dt.date(2020, 8, 19))
    press(screen, "Slēgt kārtu")
    assert "Dienas nesaskan" in shown(screen)
    assert "Slēgt kārtu" in labels(screen)


def test_a_step_without_its_day_asks_for_it(facts_url: URL, visit: Visit) -> None:
    screen = press(visit(facts_url, "rounds", lang="en", round="V"), "Open the round")
    assert "Fill in: Actual first day." in shown(screen)


@pytest.mark.parametrize(
    ("code", "told"),
    [("IV", "There is a round of this numeral already"), ("9", "is a Roman numeral")],
)
def test_a_code_that_does_not_do_is_refused(
    facts_url: URL, visit: Visit, code: str, told: str
) -> None:
    screen = visit(facts_url, "rounds", lang="en", round="IV")
    screen.text_input(key="round-add-code").set_value(code)
    screen.text_input(key="round-add-title_lv").set_value("Jauna")
    assert told in shown(press(screen, "Add the round"))


def test_a_round_is_added_to_an_empty_database(
    migrated_url: URL, engine: Engine, visit: Visit
) -> None:
    screen = visit(migrated_url, "rounds", lang="lv")
    screen.text_input(key="round-add-code").set_value("viii")
    screen.text_input(key="round-add-title_lv").set_value("Platforma VIII")
    screen.text_input(key="round-add-funding_cents").set_value("1 234,56")
    press(screen, "Saglabāt jauno kārtu")
    assert "VIII kārta: Platforma VIII" in links(screen)
    assert screen.text_input(key="round-add-code").value == ""
    with reading(engine) as connection:
        statement = select(schema.round.c.funding_cents, schema.round.c.title_en)
        assert connection.execute(statement).one() == (123456, "Platforma VIII")


def test_a_correction_shows_what_stands_there_and_which_source_it_cites(
    facts_url: URL, visit: Visit
) -> None:
    screen = visit(facts_url, "rounds", lang="en", round="V")
    assert screen.text_input(key="round-V-funding_cents").value == "64952.21"
    assert "What stands here cites" in shown(screen)
    screen.text_input(key="round-V-contract").set_value("V-1")
    press(screen, "Store the round")
    assert "Contract: V-1" in shown(screen)
    assert "contract number: nothing → V-1" in shown(screen)
    assert "funding in euro" not in shown(screen)


def test_an_amount_that_cannot_be_read_is_asked_for_again(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "rounds", lang="lv", round="V")
    assert screen.text_input(key="round-V-funding_cents").value == "64952,21"
    screen.text_input(key="round-V-funding_cents").set_value("64,952.21")
    press(screen, "Saglabāt kārtu")
    assert "Rakstiet ar cipariem, piemēram, 1234,56: Finansējums, eiro." in shown(screen)
    assert screen.text_input(key="round-V-funding_cents").value == "64,952.21"


def test_what_somebody_else_changed_is_shown_and_not_overwritten(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = visit(facts_url, "rounds", lang="en", round="V")
    _somebody_else(facts)
    screen.text_input(key="round-V-locator").set_value("mine")
    press(screen, "Store the round")
    assert "Somebody else changed this in the meantime" in shown(screen)
    assert "Contract: theirs" in shown(screen)
    assert screen.text_input(key="round-V-locator").value == "mine"


def _somebody_else(facts: Engine) -> None:
    with writing(facts) as connection:
        connection.execute(
            update(schema.round)
            .where(schema.round.c.code == "V")
            .values(contract="theirs", revision=schema.round.c.revision + 1)
        )
        version = schema.data_version
        connection.execute(update(version).values(number=version.c.number + 1))
