"""The audit log on screen: its verdict, its entries in words, what narrows them, and the file."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, Engine
from streamlit.testing.v1 import AppTest

from data_access import audit
from data_access.engine import writing
from tests.data_access.audit.log import edit, owning, remove
from tests.pages.conftest import ESCAPED, Visit, shown
from tests.pages.screens import labels, press

AUDITOR = {"as": "auditor"}
REASON = "![x](http://example.org/x.png) **nepareizs** <b>fails</b>"


@pytest.fixture
def log(sample: Engine) -> Engine:
    """Four entries of three who acted, one of them of an action that no word is known for."""
    with writing(sample) as connection:
        audit.append(
            connection,
            "account:7",
            "attendance.recorded",
            subject=("upload", 3),
            details={"activity": "iv-talsi", "is_trial": True, "rows": 1200, "persons": 0},
        )
        audit.append(
            connection, "account:8", "attendance.undone", subject=("upload", 3), reason=REASON
        )
        audit.append(connection, "local:operator", "identity.rotated")
        audit.append(connection, "account:8", "thing.odd", subject=("thing", 1), details={"x": "y"})
    return sample


def rows(screen: AppTest) -> list[list[str]]:
    """The table as a person reads it, a list of cells a row."""
    (table,) = screen.table
    found = table.value.reset_index().to_numpy().tolist()
    return [[ESCAPED.sub(r"\1", str(cell)) for cell in row] for row in found]


def numbers(screen: AppTest) -> list[str]:
    return [row[0] for row in rows(screen)]


def test_the_latest_entry_comes_first_and_is_said_in_words(
    sample_url: URL, log: Engine, visit: Visit
) -> None:
    screen = visit(sample_url, "audit", lang="lv", **AUDITOR)
    odd, rotated, undone, recorded = rows(screen)
    assert [row[0] for row in (odd, rotated, undone, recorded)] == ["4", "3", "2", "1"]
    assert recorded[2:] == [
        "konts Nr. 7",
        "uzskaitīts dalībnieku saraksts",
        "augšupielāde Nr. 3",
        "–",
        "pasākums: iv-talsi; izmēģinājums izdomātos datos: jā; rindas: 1\u00a0200; personas: 0",
    ]
    assert rotated[2:] == ["komandrinda", "nomainītas personu vārdu šifrēšanas atslēgas", *"–––"]
    assert odd[2:] == ["konts Nr. 8", "thing.odd", "thing Nr. 1", "–", "x: y"]
    assert "Žurnālā ir 4 ieraksti" in shown(screen)


def test_what_somebody_wrote_is_shown_as_it_is_written(
    sample_url: URL, log: Engine, visit: Visit
) -> None:
    screen = visit(sample_url, "audit", lang="en", **AUDITOR)
    (table,) = screen.table
    raw = table.value.reset_index().iloc[2].to_list()
    assert any(r"\*\*nepareizs\*\*" in cell and "](" not in cell for cell in raw)
    assert rows(screen)[2][3] == "upload undone"


def test_nobody_without_the_right_is_shown_the_log(
    sample_url: URL, log: Engine, visit: Visit
) -> None:
    for persona in ("manager", "coordinator", "administrator"):
        screen = visit(sample_url, "audit", lang="en", **{"as": persona})
        assert "not for the role you are here in" in shown(screen)
        assert not screen.table
        assert not labels(screen) & {"Verify the whole log", "Show earlier entries"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"action": "attendance.undone"}, ["2"]),
        ({"who": "account:8"}, ["4", "2"]),
        ({"who": "nobody"}, ["4", "3", "2", "1"]),
        ({"happened_to": "2020-01-01"}, []),
        ({"happened_from": "2020-01-01"}, ["4", "3", "2", "1"]),
        ({"happened_from": "2098-01-01"}, []),
        ({"happened_from": "2098-01-01", "happened_to": "2020-01-01"}, ["4", "3", "2", "1"]),
    ],
)
def test_the_address_narrows_the_log(
    sample_url: URL, log: Engine, visit: Visit, query: dict[str, str], expected: list[str]
) -> None:
    screen = visit(sample_url, "audit", lang="en", **AUDITOR, **query)
    assert (numbers(screen) if screen.table else []) == expected
    assert ("No entry matches" in shown(screen)) is not bool(expected)


def test_what_is_chosen_stands_in_the_address_as_a_code(
    sample_url: URL, log: Engine, visit: Visit
) -> None:
    screen = visit(sample_url, "audit", lang="lv", **AUDITOR)
    screen.selectbox(key="choice-action").select("attendance.undone").run()
    screen.selectbox(key="choice-who").select("account:8").run()
    screen.date_input(key="audit-happened_from").set_value(dt.date(2020, 1, 2)).run()
    assert numbers(screen) == ["2"]
    query = {name: screen.query_params[name] for name in ("action", "who", "happened_from")}
    assert query == {
        "action": "attendance.undone",
        "who": "account:8",
        "happened_from": "2020-01-02",
    }
    assert "Atbilst 1 ieraksts" in shown(screen)
    screen.date_input(key="audit-happened_from").set_value(None).run()
    assert "happened_from" not in screen.query_params


def test_verifying_tells_that_the_log_is_whole_and_with_what_it_was_compared(
    sample_url: URL, log: Engine, visit: Visit
) -> None:
    screen = visit(sample_url, "audit", lang="en", **AUDITOR)
    assert "The log is whole" not in shown(screen)
    press(screen, "Verify the whole log")
    assert "The log is whole: 4 entries." in shown(screen)
    assert "Compared with 1 exported head." in shown(screen)


def test_verifying_again_reads_the_log_again(sample_url: URL, log: Engine, visit: Visit) -> None:
    screen = press(visit(sample_url, "audit", lang="en", **AUDITOR), "Verify the whole log")
    with owning(log) as connection:
        edit(connection, 1, reason="cits")
        connection.commit()
    press(screen, "Verify the whole log")
    assert "Entry No. 1 was edited" in shown(screen)


TAMPERED: dict[str, tuple[Callable[[Any], None], str, str]] = {
    "edited": (
        lambda connection: edit(connection, 2, reason="cits"),
        "Ieraksts Nr. 2 ir labots",
        "Entry No. 2 was edited",
    ),
    "missing": (
        lambda connection: remove(connection, 2, 3),
        "Trūkst ieraksta Nr. 2: nākamais ir Nr. 4",
        "Entry No. 2 is missing: the next one is No. 4",
    ),
    "cut": (
        lambda connection: remove(connection, 3, 4),
        "trūkst ieraksta Nr. 3 un visu nākamo",
        "entry No. 3 is missing and all after it, though No. 4",
    ),
}


@pytest.mark.parametrize("name", TAMPERED)
def test_verifying_tells_what_is_wrong_and_where(
    sample_url: URL, log: Engine, visit: Visit, name: str
) -> None:
    tamper, latvian, english = TAMPERED[name]
    with owning(log) as connection:
        tamper(connection)
        connection.commit()
    screen = visit(sample_url, "audit", lang="lv", **AUDITOR)
    press(screen, "Pārbaudīt visu žurnālu")
    assert latvian in shown(screen)
    screen.segmented_control(key="language").set_value("en").run()
    assert english in shown(screen)
    assert "The log is whole" not in shown(screen)


def test_without_exported_heads_it_says_that_a_cut_end_would_not_show(
    sample_url: URL, log: Engine, visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDIT_HEADS", str(tmp_path))
    screen = press(visit(sample_url, "audit", lang="lv", **AUDITOR), "Pārbaudīt visu žurnālu")
    assert "Žurnāls ir neskarts: 4 ieraksti" in shown(screen)
    assert "Nav eksportētu kontrolsummu" in shown(screen)


def test_an_empty_log_says_what_will_stand_there(migrated_url: URL, visit: Visit) -> None:
    screen = visit(migrated_url, "audit", lang="en")
    assert "Nothing was written down yet" in shown(screen)
    assert not screen.table
    press(screen, "Verify the whole log")
    assert "The log is empty" in shown(screen)


def test_a_log_that_was_emptied_is_not_taken_for_a_new_one(
    sample_url: URL, log: Engine, visit: Visit
) -> None:
    with owning(log) as connection:
        remove(connection, 1, 2, 3, 4)
        connection.commit()
    screen = press(visit(sample_url, "audit", lang="en", **AUDITOR), "Verify the whole log")
    assert "The log is not whole. The end is cut off: entry No. 1 is missing" in shown(screen)


def test_earlier_entries_are_shown_when_asked_for_and_the_file_has_them_all(
    sample_url: URL, sample: Engine, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: dict[str, Callable[[], bytes]] = {}
    monkeypatch.setattr(
        "streamlit.download_button", lambda label, data, **_: handed.update({label: data})
    )
    with writing(sample) as connection:
        for number in range(60):
            audit.append(connection, "account:7", "thing.done", reason=f"={number}")
        head = audit.append(connection, "account:8", "thing.last")
    screen = visit(sample_url, "audit", lang="en", **AUDITOR)
    assert numbers(screen) == [str(number) for number in range(61, 11, -1)]
    assert "The latest 50 of 61 are shown" in shown(screen)
    press(screen, "Show earlier entries")
    assert len(numbers(screen)) == 61
    assert "Show earlier entries" not in labels(screen)
    text = handed["Download as CSV"]().decode("utf-8-sig")
    lines = [line for line in text.splitlines() if line[:1].isdecimal()]
    assert len(lines) == 61
    assert "thing.last" in lines[0]
    assert ";'=59;" in lines[1]
    assert f"Latest number and hash of the log: {head} " in text
