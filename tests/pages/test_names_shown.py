"""Names beside the rows: after a reason, as long as they are wanted, and nowhere else."""

import logging
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, Engine, select
from streamlit.runtime.caching.cache_data_api import _data_caches
from streamlit.testing.v1 import AppTest

from data_access import attendance, schema
from data_access.access import OPERATOR
from data_access.engine import DatabaseReadOnly, reading, writing
from data_access.identity import create_key
from pages.attendance import names_shown
from pages.shared.words import WORD_JOINER
from tests.data_access.attendance.lists import a_csv, came
from tests.pages.attendance_screen import (
    ACTIVITY,
    GOOD,
    NAMES,
    give,
    labels,
    press,
    press_nothing,
)
from tests.pages.conftest import ESCAPED, Visit, shown

IN_FILE, AT_ACTIVITY = "attendance-preview-names", "attendance-rows-names"
OF_UPLOAD = "attendance-upload-1-names"
WRITE_DOWN, HIDE, AGAIN = (
    "Write it down and show the names",
    "Hide the names",
    "Show the names again",
)
REASON = "Zvans dalībniekiem par norises vietu"
CONTACTS = ("anna@example.org", "berta@example.org", "cilda@example.org")


def unfold(screen: AppTest, place: str) -> AppTest:
    """Open the fold in which names can be shown."""
    screen.session_state[f"{place}-open"] = True
    return press_nothing(screen)


def state(screen: AppTest, place: str, reason: str, button: str = WRITE_DOWN) -> AppTest:
    """Give a reason."""
    screen.text_input(key=f"{place}-reason").set_value(reason)
    return press(screen, button)


def told(screen: AppTest) -> str:
    """What stands in the tables, as a person reads it."""
    texts = "\n".join(each.value.to_csv() for each in screen.table)
    return ESCAPED.sub(r"\1", texts).replace(WORD_JOINER, "")


def named(screen: AppTest) -> list[str]:
    """The names and contacts on the screen."""
    return [text for text in (*NAMES, *CONTACTS) if text in told(screen)]


def reasons(engine: Engine) -> list[str]:
    event = schema.audit_event
    statement = select(event.c.reason).where(event.c.action == "identity.opened")
    with reading(engine) as connection:
        return list(connection.scalars(statement.order_by(event.c.sequence)))


def put_on_record(engine: Engine, content: bytes = GOOD) -> None:
    with writing(engine) as connection:
        attendance.record(connection, OPERATOR, content, "list", ACTIVITY)


def test_the_names_in_a_file_stand_beside_its_rows_for_a_reason_until_they_are_hidden(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), GOOD)
    assert WRITE_DOWN not in labels(screen)
    unfold(screen, IN_FILE)
    assert (named(screen), reasons(facts)) == ([], [])
    state(screen, IN_FILE, REASON)
    assert "Your reason is entry No. 1 of the audit log." in shown(screen)
    rows = next(one.value for one in screen.table if one.value.index.name == "Row")
    assert list(rows.index) == ["2", "3", "4"]
    assert list(rows.columns)[:3] == ["Full name", "E-mail or telephone", "What becomes of it"]
    assert named(screen) == [*NAMES, *CONTACTS]
    assert list(rows["E-mail or telephone"]) == [f"`{contact}`" for contact in CONTACTS]
    assert named(press(screen, HIDE)) == []
    assert named(press(screen, AGAIN)) == [*NAMES, *CONTACTS]
    screen.session_state[f"{IN_FILE}-open"] = False
    assert named(press_nothing(screen)) == []
    assert reasons(facts) == [REASON]


def test_one_reason_outlives_a_reload_and_the_recording_of_its_file(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), GOOD)
    state(unfold(screen, IN_FILE), IN_FILE, REASON)
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), GOOD)
    assert named(unfold(screen, IN_FILE)) == []
    assert named(press(screen, AGAIN)) == [*NAMES, *CONTACTS]
    press(screen, "Record 2 attendances")
    assert named(screen) == []
    unfold(screen, OF_UPLOAD)
    assert named(press(screen, AGAIN)) == [*NAMES, *CONTACTS]
    assert reasons(facts) == [REASON]


def test_the_activity_itself_asks_for_a_reason_of_its_own(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    put_on_record(facts)
    screen = visit(facts_url, "attendance", lang="en", activity=ACTIVITY)
    state(unfold(screen, OF_UPLOAD), OF_UPLOAD, REASON)
    press(screen, HIDE)
    unfold(screen, AT_ACTIVITY)
    assert named(screen) == []
    state(screen, AT_ACTIVITY, "Labojums pēc zvana")
    assert named(screen) == [*NAMES, *CONTACTS]
    assert reasons(facts) == [REASON, "Labojums pēc zvana"]


def test_another_activity_does_not_inherit_names(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    put_on_record(facts)
    with writing(facts) as connection:
        decoy = a_csv(came("Decoy Elsewhere", "decoy@example.org"))
        attendance.record(connection, OPERATOR, decoy, "list", "iv-valka-valga")
    screen = visit(facts_url, "attendance", lang="en", activity=ACTIVITY)
    state(unfold(screen, AT_ACTIVITY), AT_ACTIVITY, REASON)
    screen.query_params["activity"] = "iv-valka-valga"
    press_nothing(screen)
    assert "Decoy" not in told(screen)
    assert WRITE_DOWN in labels(screen)


@pytest.mark.parametrize(
    ("language", "reason", "said"),
    [
        ("lv", "1 2 3", "Īsi norādiet iemeslu. Neviens vārds netika parādīts."),
        ("en", "Call anna@example.org", "looks like a contact or a personal code"),
    ],
)
def test_a_reason_that_will_not_do_shows_nothing_and_says_why(
    visit: Visit, facts_url: URL, language: str, reason: str, said: str
) -> None:
    button = {"en": WRITE_DOWN, "lv": "Pierakstīt iemeslu un rādīt vārdus"}[language]
    screen = give(visit(facts_url, "attendance", lang=language, activity=ACTIVITY), GOOD)
    state(unfold(screen, IN_FILE), IN_FILE, reason, button)
    assert said in shown(screen)
    assert named(screen) == []
    assert AGAIN not in labels(screen)


def test_names_are_for_coordinators_and_those_of_their_own_towns(
    sample_url: URL, sample: Engine, visit: Visit
) -> None:
    put_on_record(sample)
    asked = {"lang": "en", "activity": ACTIVITY, "as": "coordinator"}
    screen = visit(sample_url, "attendance", **asked)
    assert named(state(unfold(screen, AT_ACTIVITY), AT_ACTIVITY, REASON)) == [*NAMES, *CONTACTS]
    for persona in ("coordinator-riga", "manager", "administrator", "operator"):
        screen.query_params["as"] = persona
        screen.session_state[f"{AT_ACTIVITY}-open"] = True
        assert named(screen.run()) == []
    assert WRITE_DOWN in labels(screen)


def test_without_the_key_one_sentence_stands_for_the_names_and_the_rest_works(
    facts_url: URL,
    facts: Engine,
    visit: Visit,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put_on_record(facts)
    screen = visit(facts_url, "attendance", lang="en", activity=ACTIVITY)
    monkeypatch.setenv("IDENTITY_KEY_FILE", str(tmp_path / "identity.key"))
    state(unfold(screen, AT_ACTIVITY), AT_ACTIVITY, REASON)
    for _ in ("without a key", "with another one"):
        assert "Names cannot be opened" in shown(screen)
        assert named(screen) == []
        assert {"Add the attendance", "Undo", HIDE} <= set(labels(screen))
        create_key(tmp_path / "identity.key")
        press_nothing(screen)


def test_where_the_log_cannot_be_written_no_name_is_shown(
    facts_url: URL, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise DatabaseReadOnly("can only be read")

    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), GOOD)
    unfold(screen, IN_FILE)
    monkeypatch.setattr("data_access.identities.disclosing.audit.append", refuse)
    screen.text_input(key=f"{IN_FILE}-reason").set_value(REASON)
    (button,) = [each for each in screen.button if each.label == WRITE_DOWN]
    button.click().run()
    assert named(screen) == []
    screen.run()
    assert named(screen) == []


def test_a_long_list_is_turned_over_in_parts(
    facts_url: URL, facts: Engine, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names_shown, "SHOWN_AT_MOST", 2)
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), GOOD)
    state(unfold(screen, IN_FILE), IN_FILE, REASON)
    assert named(screen) == [*NAMES[:2], *CONTACTS[:2]]
    screen.selectbox(key=f"{IN_FILE}-rows").set_value(2)
    assert named(press_nothing(screen)) == [NAMES[2], CONTACTS[2]]


@pytest.fixture
def heard(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Whatever Streamlit logs, which keeps its records from the root logger."""
    logger = logging.getLogger("streamlit")
    logger.addHandler(caplog.handler)
    yield
    logger.removeHandler(caplog.handler)


@pytest.mark.usefixtures("heard")
def test_a_fault_among_names_ends_neither_on_the_screen_nor_in_the_log(
    visit: Visit,
    facts_url: URL,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    def fail(_words: object, _place: object, rows: object, _headings: object) -> None:
        raise KeyError(str(rows), NAMES[0])

    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), GOOD)
    unfold(screen, IN_FILE)
    screen.text_input(key=f"{IN_FILE}-reason").set_value(REASON)
    (button,) = [each for each in screen.button if each.label == WRITE_DOWN]
    monkeypatch.setattr(names_shown, "table", fail)
    button.click().run()
    (fault,) = screen.exception
    said = [fault.value, *fault.stack_trace, caplog.text, *capfd.readouterr()]
    said += ["".join(traceback.format_exception(*r.exc_info)) for r in caplog.records if r.exc_info]
    assert "KeyError while names were shown" in "".join(said)
    assert [text for text in (*NAMES, *CONTACTS) for line in said if text in line] == []


def remembered() -> bytes:
    """Everything that ``st.cache_data`` holds, as it holds it."""
    caches = [one for some in _data_caches._function_caches.values() for one in some.values()]
    stores: list[Any] = [cache.storage for cache in caches]
    return b"".join(entry for store in stores for entry in store._mem_cache.values())


def test_names_that_are_shown_stay_out_of_memories_and_addresses(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    put_on_record(facts)
    content = a_csv(came("Dace Paraudziņa", "dace@example.org"))
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), content)
    for place in (IN_FILE, AT_ACTIVITY, OF_UPLOAD):
        state(unfold(screen, place), place, REASON)
    texts = (*NAMES, *CONTACTS, "Dace Paraudziņa", "dace@example.org")
    assert [text for text in texts if text not in told(screen)] == []
    places = {
        "memory": remembered(),
        "session": repr(screen.session_state).encode(),
        "address": str(screen.query_params).encode(),
    }
    assert ACTIVITY.encode() in places["memory"]
    assert ACTIVITY.encode() in places["session"]
    found = {name for name, said in places.items() for text in texts if text.encode() in said}
    assert found == set()
