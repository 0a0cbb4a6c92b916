"""Every page asks for its right before anything else, and for the one that the menu goes by."""

import ast
from pathlib import Path

import pytest

PAGES = Path(__file__).parents[2] / "pages"
TOPICS = sorted(path.parent.name for path in PAGES.glob("*/page.py"))


def right_asked_for(source: str) -> str | None:
    """The right that a page requires in its first statement; None where it does something else."""
    passive = (ast.Import, ast.ImportFrom, ast.FunctionDef)
    docstring, *rest = ast.parse(source).body
    assert isinstance(docstring, ast.Expr)
    first = next(statement for statement in rest if not isinstance(statement, passive))
    if not (isinstance(first, ast.Expr) and isinstance(first.value, ast.Call)):
        return None
    if ast.unparse(first.value.func) != "data.require":
        return None
    (right,) = map(ast.unparse, first.value.args)
    return right.removeprefix("Right.") if right.startswith("Right.") else None


def rights_in_the_menu(source: str) -> dict[str, str]:
    """The right that the shell's menu goes by, for each topic."""
    (menu,) = [
        statement.value
        for statement in ast.parse(source).body
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "PAGES"
    ]
    lines = [each.elts for each in ast.walk(menu) if isinstance(each, ast.Tuple)]
    return {
        str(ast.literal_eval(topic)): ast.unparse(right).removeprefix("Right.")
        for topic, _, _, right in lines
    }


def menu() -> dict[str, str]:
    return rights_in_the_menu((PAGES / "shell.py").read_text(encoding="utf-8"))


def test_the_menu_has_every_page() -> None:
    assert sorted(menu()) == TOPICS


@pytest.mark.parametrize("topic", TOPICS)
def test_a_page_asks_first_for_the_right_that_the_menu_goes_by(topic: str) -> None:
    source = (PAGES / topic / "page.py").read_text(encoding="utf-8")
    assert right_asked_for(source) == menu()[topic]


@pytest.mark.parametrize(
    ("body", "found"),
    {
        "data.require(Right.READ_AUDIT)\nwords = filters.words()": "READ_AUDIT",
        "def helper():\n    return 1\n\ndata.require(Right.READ_AUDIT)": "READ_AUDIT",
        "words = filters.words()\ndata.require(Right.READ_AUDIT)": None,
        "rows = data.frame(rounds.listed, chosen)": None,
        "st.title(words.say('Overview'))\ndata.require(Right.READ_AUDIT)": None,
        "if data.may(Right.READ_AUDIT):\n    data.require(Right.READ_AUDIT)": None,
        "data.may(Right.READ_AUDIT)": None,
    }.items(),
)
def test_the_walk_notices_a_page_that_does_not_ask_first(body: str, found: str | None) -> None:
    assert right_asked_for(f'"""A page."""\nimport streamlit as st\n{body}\n') == found


def test_the_walk_reads_the_menu_by_topic_and_right() -> None:
    source = 'PAGES = {mark("Group"): [("one", "", mark("One"), Right.READ_AUDIT)]}\nother = (1,)'
    assert rights_in_the_menu(source) == {"one": "READ_AUDIT"}
