"""Forms of upkeep: what each field hands over, what a refusal says, and whose values stand."""

import datetime as dt
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import URL, Engine, select, update

from data_access import schema
from data_access.engine import reading, writing
from pages.shared.fields import Field, Kind, Unreadable, entered, initial
from pages.shared.words import Words
from tests.pages.conftest import Visit, shown
from tests.pages.screens import press

CHOICE = {"a": "A", "b": "B"}
LATVIAN = Words("lv")


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Kind.LINE, "  text ", "text"),
        (Kind.LINE, "   ", None),
        (Kind.TEXT, "", None),
        (Kind.CHOICE, "", None),
        (Kind.CHOICE, "a", "a"),
        (Kind.DAY, dt.date(2020, 1, 2), dt.date(2020, 1, 2)),
        (Kind.NUMBER, 0, 0),
        (Kind.NUMBER, None, None),
        (Kind.MONEY, "64 952,21", 6495221),
        (Kind.MONEY, "64\u00a0952.2", 6495220),
        (Kind.MONEY, "0,29", 29),
        (Kind.MONEY, "0", 0),
        (Kind.MONEY, "", None),
        (Kind.SHARE, "66,67", 66.67),
        (Kind.SHARE, "0", 0.0),
        (Kind.HOURS, "37,5", 37.5),
        (Kind.HOURS, "744", 744.0),
        (Kind.FLAG, False, False),
    ],
)
def test_a_field_hands_over_what_is_stored(kind: Kind, value: Any, expected: Any) -> None:
    assert entered(Field("name", "Name", kind), value) == expected


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Kind.LINE, None, ""),
        (Kind.LINE, pd.NA, ""),
        (Kind.DAY, pd.NaT, None),
        (Kind.DAY, pd.Timestamp(2020, 1, 2), dt.date(2020, 1, 2)),
        (Kind.NUMBER, 0, 0),
        (Kind.NUMBER, pd.NA, None),
        (Kind.MONEY, 6495221, "64952,21"),
        (Kind.MONEY, 0, "0,00"),
        (Kind.MONEY, pd.NA, ""),
        (Kind.SHARE, 95.0, "95"),
        (Kind.SHARE, 66.67, "66,67"),
        (Kind.HOURS, 37.5, "37,5"),
        (Kind.HOURS, pd.NA, ""),
        (Kind.FLAG, None, False),
        (Kind.CHOICE, "b", "b"),
        (Kind.CHOICE, "gone", "a"),
    ],
)
def test_a_field_shows_what_the_row_holds(kind: Kind, value: Any, expected: Any) -> None:
    assert initial(LATVIAN, Field("name", "Name", kind, CHOICE), value) == expected


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *((Kind.MONEY, text) for text in ("64,952.21", "1,234", "-5", "1e3", "5 EUR", "20000001")),
        *((Kind.SHARE, text) for text in ("101", "5 %", "½")),
        *((Kind.HOURS, text) for text in ("745", "1,255", "8 h", "-1")),
    ],
)
def test_what_is_no_amount_or_share_is_not_guessed(kind: Kind, text: str) -> None:
    with pytest.raises(Unreadable):
        entered(Field("name", "Name", kind), text)


def test_a_required_choice_that_the_row_leaves_open_begins_empty() -> None:
    field = Field("name", "Name", Kind.CHOICE, CHOICE, required=True)
    assert initial(LATVIAN, field, None) is None
    assert field.holds(None)
    assert not field.holds("gone")


def change_behind_the_screen(engine: Engine, **values: Any) -> None:
    with writing(engine) as connection:
        connection.execute(
            update(schema.institution)
            .where(schema.institution.c.code == "vas")
            .values(**values, revision=schema.institution.c.revision + 1)
        )
        version = schema.data_version
        connection.execute(update(version).values(number=version.c.number + 1))


def abbreviation(engine: Engine) -> str | None:
    with reading(engine) as connection:
        column = schema.institution.c.abbreviation
        statement = select(column).where(schema.institution.c.code == "vas")
        found: str | None = connection.scalars(statement).one()
        return found


def test_a_form_follows_what_somebody_else_changed(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    """Else the old value would be stored again with the next one, and nobody would notice."""
    screen = visit(facts_url, "institutions", lang="en", institution="vas")
    change_behind_the_screen(facts, abbreviation="THEIRS")
    screen.run()
    assert screen.text_input(key="institution-vas-abbreviation").value == "THEIRS"
    screen.text_input(key="institution-vas-locator").set_value("mine")
    press(screen, "Store the institution")
    assert abbreviation(facts) == "THEIRS"


def test_what_was_refused_stays_typed_and_is_stored_when_it_still_holds(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = visit(facts_url, "institutions", lang="lv", institution="vas")
    screen.text_input(key="institution-vas-abbreviation").set_value("MINE")
    change_behind_the_screen(facts, abbreviation="THEIRS")
    press(screen, "Saglabāt iestādi")
    assert "Jūsu izmaiņas nav saglabātas" in shown(screen)
    assert abbreviation(facts) == "THEIRS"
    assert "Saīsinājums: THEIRS" in shown(screen)
    assert screen.text_input(key="institution-vas-abbreviation").value == "MINE"
    press(screen, "Saglabāt iestādi")
    assert abbreviation(facts) == "MINE"


def test_a_form_that_was_stored_says_so_and_is_kept_or_emptied(
    facts_url: URL, visit: Visit
) -> None:
    screen = visit(facts_url, "institutions", lang="en", institution="vas")
    screen.text_input(key="institution-vas-abbreviation").set_value("  NEW ")
    press(screen, "Store the institution")
    assert shown(screen).count("Stored. What stood before is kept in the history.") == 1
    assert screen.text_input(key="institution-vas-abbreviation").value == "NEW"
    screen.text_input(key="alias-vas-name").set_value("Another")
    press(screen, "Add the name")
    assert shown(screen).count("Stored. What stood before is kept in the history.") == 1
    assert screen.text_input(key="alias-vas-name").value == ""


def test_a_required_line_that_is_empty_is_asked_for(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "institutions", lang="en", institution="vas")
    screen.text_input(key="institution-vas-name_lv").set_value("   ")
    press(screen, "Store the institution")
    assert "Fill in: Name in Latvian. Nothing was stored." in shown(screen)


def test_an_entry_that_is_gone_says_so(facts_url: URL, facts: Engine, visit: Visit) -> None:
    screen = visit(facts_url, "institutions", lang="en", institution="lm")
    alias = schema.institution_alias
    with reading(facts) as connection:
        number = connection.scalars(select(alias.c.id).where(alias.c.name == "LM")).one()
    screen.selectbox(key="alias-off-lm-number").set_value(str(number))
    with writing(facts) as connection:
        connection.execute(alias.delete().where(alias.c.id == number))
    press(screen, "Take the name away")
    assert "This entry is gone" in shown(screen)
