"""The list of entries: narrowed, linked, taken away, and made-up ones marked."""

from urllib.parse import parse_qsl

import pytest
from sqlalchemy import URL, Engine

from data_access.engine import writing
from tests.data_access.register import an_entry
from tests.pages.conftest import Visit, shown
from tests.pages.recommendations.conftest import Files
from tests.pages.recommendations.planted import cards, plant, round_iv

CHOICES = [
    ("status", "claimed_done", ["P-01"]),
    ("status", "superseded", ["P-02"]),
    ("area", "health", ["P-01"]),
    ("area", "employment", ["IV-05", "IV-06", "IV-07"]),
    ("addressee", "izm", ["IV-08"]),
    ("addressee", "body", ["P-01"]),
    ("lateness", "done_late", ["P-01"]),
    ("lateness", "no such", [f"IV-0{n}" for n in range(1, 10)] + ["P-01", "P-02", "P-03"]),
]


def test_the_list_is_narrowed_by_codes_in_the_address(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    plant(facts)
    screen = visit(facts_url, "recommendations", lang="lv")
    for name, code, expected in CHOICES:
        screen.query_params[name] = code
        screen.run()
        assert cards(screen) == expected, (name, code)
        del screen.query_params[name]


def test_choices_narrow_together_and_nothing_left_says_what_to_change(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    plant(facts)
    screen = visit(facts_url, "recommendations", lang="en", addressee="not_stated")
    assert "IV-08" not in cards(screen)
    screen.selectbox(key="choice-area").set_value("culture").run()
    assert cards(screen) == ["IV-04"]
    assert screen.query_params["area"] == "culture"
    screen.selectbox(key="choice-lateness").set_value("late").run()
    assert "No entry matches all of this" in shown(screen)
    screen.selectbox(key="choice-lateness").set_value("all").run()
    assert "lateness" not in screen.query_params
    assert cards(screen) == ["IV-04"]


@pytest.mark.parametrize("doing", ["", "bulk"])
def test_words_that_nothing_has_are_to_be_cleared(facts_url: URL, visit: Visit, doing: str) -> None:
    screen = visit(facts_url, "recommendations", lang="en", round="IV", do=doing)
    screen.text_input(key="entry-words").set_value("qqqq").run()
    assert "or clear the words you look for." in shown(screen)


def test_a_link_to_an_entry_keeps_what_was_chosen_and_the_way_back_too(
    facts_url: URL, visit: Visit
) -> None:
    chosen = {"lang": "en", "round": "IV", "area": "culture", "by": "area"}
    screen = visit(facts_url, "recommendations", **chosen)
    (card,) = [link for link in screen.get("page_link") if " · " in link.proto.label]
    assert dict(parse_qsl(card.proto.query_string)) == chosen | {"recommendation": "IV-04"}
    screen.query_params["recommendation"] = "IV-04"
    screen.run()
    back = screen.get("page_link")[0]
    assert dict(parse_qsl(back.proto.query_string)) == chosen


def test_made_up_entries_say_so_on_cards_pages_and_in_files(
    facts_url: URL, facts: Engine, visit: Visit, files: Files
) -> None:
    plant(facts, origin="sample")
    screen = visit(facts_url, "recommendations", lang="lv", round="IV")
    badges = [text for text in shown(screen).splitlines() if ":orange-badge[Izdomāts]" in text]
    assert len(badges) == 3
    assert shown(screen).count("3 no šiem ierakstiem ir izdomāti.") == 3
    (note,) = files[-1][-1]
    assert note.endswith("3 no šiem ierakstiem ir izdomāti.")
    assert {row[-1] for row in files[-1][10:13]} == {"izdomāti paraugdati"}
    assert [file[-1] for file in files[-3:-1]] == [["3 no šiem ierakstiem ir izdomāti."]] * 2
    page = shown(visit(facts_url, "recommendations", lang="en", recommendation="P-01"))
    assert "Made up: this entry, those it addresses" in page


def test_a_file_without_made_up_entries_has_no_such_note(
    facts_url: URL, facts: Engine, visit: Visit, files: Files
) -> None:
    plant(facts, origin="sample")
    visit(facts_url, "recommendations", lang="en", area="culture")
    *rows, _, (note,) = files[-1]
    assert [row[0] for row in rows] == ["No.", "IV-04"]
    assert "made up" not in note


def test_a_long_register_shows_its_first_cards_and_hands_all_of_it_over(
    facts_url: URL, facts: Engine, visit: Visit, files: Files
) -> None:
    with writing(facts) as connection:
        for number in range(60):
            an_entry(connection, round_iv(connection), f"X-{number:02}")
    screen = visit(facts_url, "recommendations", lang="en")
    assert "69 entries" in shown(screen)
    assert (len(cards(screen)), cards(screen)[-1]) == (20, "X-10")
    assert len([row for row in files[-1] if row]) == 1 + 69 + 1
    screen.selectbox(key="choice-sheet").set_value("4").run()
    assert screen.query_params["sheet"] == "4"
    assert cards(screen) == [f"X-{number}" for number in range(51, 60)]
