"""Without the key for names: a sentence where names are needed, and every page as it was."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import URL, Engine, func, select

from data_access import attendance, rotation, schema
from data_access.access import OPERATOR
from data_access.engine import reading, writing
from data_access.identity import create_key
from tests.data_access.attendance.lists import a_csv, came
from tests.pages.attendance_screen import (
    ACTIVITY,
    GOOD,
    NAMES,
    attended,
    fill,
    give,
    press,
    press_nothing,
)
from tests.pages.conftest import Visit, shown
from tests.pages.readers import OPEN_TO, TITLES, go

SEALED_NO_MORE = {
    "en": "Names cannot be sealed: the key for them is missing, damaged or not the one",
    "lv": "Vārdus nevar šifrēt: trūkst to atslēgas",
}


def put_on_record(engine: Engine) -> None:
    with writing(engine) as connection:
        attendance.record(connection, OPERATOR, GOOD, "list", ACTIVITY)


@pytest.fixture(params=["none", "another"])
def lose(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], None]:
    """``lose()``: from here on there is no key, or one that opens nothing on record."""
    path = tmp_path / "identity.key"
    if request.param == "another":
        create_key(path)
    return lambda: monkeypatch.setenv("IDENTITY_KEY_FILE", str(path))


def test_every_page_says_what_it_said_with_the_key(
    sample_url: URL, sample: Engine, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_on_record(sample)
    screen = visit(sample_url, lang="en", round="IV", activity=ACTIVITY)
    said = {topic: shown(go(screen, topic)) for topic in TITLES}
    assert "320" in said["overview"]
    monkeypatch.setenv("IDENTITY_KEY_FILE", "/nowhere/identity.key")
    screen = visit(sample_url, lang="en", round="IV", activity=ACTIVITY)
    for topic in TITLES:
        assert shown(go(screen, topic)) == said[topic], topic


def test_every_reader_opens_pages_as_with_the_key(
    sample_url: URL, sample: Engine, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_on_record(sample)
    monkeypatch.setenv("IDENTITY_KEY_FILE", "/nowhere/identity.key")
    screen = visit(sample_url, "search", lang="lv", round="IV", activity=ACTIVITY)
    for persona, topics in OPEN_TO.items():
        for topic in sorted(topics & {"search", "rounds", "attendance", "audit"}):
            go(screen, topic, **{"as": persona})
            assert not screen.error, (persona, topic)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_list_and_an_entry_by_hand_are_refused_in_a_sentence(
    facts_url: URL, facts: Engine, visit: Visit, lose: Callable[[], None], language: str
) -> None:
    put_on_record(facts)
    screen = visit(facts_url, "attendance", lang=language, activity=ACTIVITY)
    lose()
    give(screen, a_csv(came("Dace Paraudziņa", "dace@example.org")))
    assert SEALED_NO_MORE[language] in shown(screen)
    screen = visit(facts_url, "attendance", lang=language, activity=ACTIVITY)
    fill(screen, "attendance-add", name="Dace Paraudziņa", contact="dace@example.org")
    press(screen, {"lv": "Pievienot dalības reizi", "en": "Add the attendance"}[language])
    assert SEALED_NO_MORE[language] in shown(screen)
    assert attended(facts) == 2


def test_a_list_that_was_looked_at_before_is_refused_when_it_is_recorded(
    facts_url: URL, facts: Engine, visit: Visit, lose: Callable[[], None]
) -> None:
    put_on_record(facts)
    screen = visit(facts_url, "attendance", lang="en", activity=ACTIVITY)
    give(screen, a_csv(came("Dace Paraudziņa", "dace@example.org")))
    screen.checkbox(key="attendance-difference-seen").check()
    lose()
    press(screen, "Record 1 attendance")
    assert SEALED_NO_MORE["en"] in shown(screen)
    assert attended(facts) == 2


def test_a_row_is_removed_and_the_upload_undone(
    facts_url: URL, facts: Engine, visit: Visit, lose: Callable[[], None]
) -> None:
    put_on_record(facts)
    screen = visit(facts_url, "attendance", lang="en", activity=ACTIVITY, row="1")
    lose()
    screen.checkbox(key="attendance-remove-1-sure").check()
    press(screen, "Remove")
    assert "Removed." in shown(screen)
    fill(screen, "attendance-undo-1", reason="Wrong activity")
    screen.checkbox(key="attendance-undo-1-sure").check()
    press(screen, "Undo")
    assert "Undone: 1 attendance and 2 persons taken out." in shown(screen)
    with reading(facts) as connection:
        left = connection.scalar(select(func.count()).select_from(schema.person_identity))
    assert left == 0


def test_new_keys_are_taken_up_without_a_new_start(
    facts_url: URL, facts: Engine, visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IDENTITY_KEY_FILE", str(tmp_path / "identity.key"))
    create_key()
    put_on_record(facts)
    again = a_csv(came(NAMES[0].upper(), "Anna@example.org"), came(NAMES[2], "cilda@example.org"))
    screen = visit(facts_url, "attendance", lang="en", activity="iv-valka-valga")
    give(screen, again)
    verdict = "0 new persons, 2 known persons"
    assert verdict in shown(screen)
    rotation.rotate(facts, OPERATOR)
    assert verdict in shown(press_nothing(screen))
    press(screen, "Record 2 attendances")
    assert "Recorded: 2 attendances, 0 new persons." in shown(screen)
