"""A choice stands in the address as a neutral code, and nothing else does."""

from streamlit.testing.v1 import AppTest

from pages.shared.choices import told_apart

SCREEN = """
import streamlit as st
from pages.shared import choices

few = {"persons": "Personas", "attendances": "Dalības *reizes*"}
many = {code: code.upper() for code in "abcdefg"}
counted = choices.choice("count", "Skaitīt", few, "persons")
by = choices.choice("by", "Pēc", many, "b")
st.text(f"{counted} {by}")
"""


def screen(**query: str) -> AppTest:
    """A screen with one choice side by side and one as a list."""
    opened = AppTest.from_string(SCREEN, default_timeout=30)
    for name, value in query.items():
        opened.query_params[name] = value
    opened.run()
    assert not opened.exception
    return opened


def chosen(opened: AppTest) -> str:
    return str(opened.text[0].value)


def test_without_a_word_in_the_address_the_default_is_chosen() -> None:
    opened = screen()
    assert chosen(opened) == "persons b"
    assert opened.segmented_control[0].value == "persons"
    assert opened.selectbox[0].value == "b"


def test_the_address_chooses() -> None:
    opened = screen(count="attendances", by="g")
    assert chosen(opened) == "attendances g"
    assert opened.segmented_control[0].value == "attendances"
    assert opened.selectbox[0].value == "g"


def test_a_code_that_is_no_option_is_ignored_and_kept_out_of_the_widget() -> None:
    opened = screen(count="Personas", by="z")
    assert chosen(opened) == "persons b"
    assert opened.selectbox[0].value == "b"


def test_a_choice_writes_its_code_and_leaves_the_rest_of_the_address() -> None:
    opened = screen(round="IV", by="c")
    opened.segmented_control[0].set_value("attendances").run()
    assert chosen(opened) == "attendances c"
    assert opened.query_params["count"] == "attendances"
    assert opened.query_params["round"] == "IV"
    opened.selectbox[0].set_value("d").run()
    assert chosen(opened) == "attendances d"
    assert opened.query_params["by"] == "d"


def test_the_default_leaves_nothing_in_the_address() -> None:
    opened = screen(count="attendances")
    opened.segmented_control[0].set_value("persons").run()
    assert chosen(opened) == "persons b"
    assert "count" not in opened.query_params


def test_what_a_code_is_called_is_not_read_as_markdown() -> None:
    options = screen().segmented_control[0].proto.options
    assert [option.content for option in options] == ["Personas", r"Dalības \*reizes\*"]


def test_two_options_of_one_name_are_told_apart() -> None:
    named = {"2009:LV-101": "Valkas novads", "2025:LV-101": "Valkas novads", "abroad": "Abroad"}
    assert told_apart(named) == {
        "2009:LV-101": "Valkas novads (2009:LV-101)",
        "2025:LV-101": "Valkas novads (2025:LV-101)",
        "abroad": "Abroad",
    }
