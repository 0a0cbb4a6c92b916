"""``python -m data_access delete-due``, and the server that does the same by itself."""

import datetime as dt

import pytest
from sqlalchemy import Engine, update

import app
from data_access import schema
from data_access.attendance import are_due
from data_access.clock import today
from data_access.engine import reading, writing
from tests.conftest import written_out
from tests.data_access.attendance.lists import a_csv, came, record
from tests.data_access.command_lines import run
from tests.data_access.readers import COORDINATOR

LIST = a_csv(came("Anna Ozola", "a@x.lv"), came("Jana Liepa", gender="vilks"))
DONE = "{} rows that waited for a decision were deleted on their day.\n"


@pytest.fixture
def waiting(venue: Engine) -> Engine:
    """A row that waits, and whose day is tomorrow."""
    record(venue, LIST, keep_waiting=True)
    ends(venue, today() + dt.timedelta(days=1))
    return venue


def ends(engine: Engine, day: dt.date) -> None:
    with writing(engine) as connection:
        connection.execute(update(schema.upload).values(delete_contents_on=day))


def is_kept(engine: Engine) -> bool:
    with reading(engine) as connection:
        return are_due(connection, COORDINATOR, today() + dt.timedelta(days=400))


def test_the_command_deletes_what_is_due_and_says_how_much(waiting: Engine) -> None:
    url = written_out(waiting.url)
    assert run("data_access", "delete-due", url=url).out == DONE.format(0)
    assert is_kept(waiting)
    ends(waiting, today())
    assert run("data_access", "delete-due", url=url).out == DONE.format(1)
    assert not is_kept(waiting)


def test_the_server_deletes_it_by_itself(waiting: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", written_out(waiting.url))
    app.delete_what_is_due()
    assert is_kept(waiting)
    ends(waiting, today())
    app.delete_what_is_due()
    assert not is_kept(waiting)


def test_a_database_that_is_away_is_noted(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:////nowhere/at-all.sqlite")
    app.delete_what_is_due()
    assert "names were not deleted on their day" in caplog.text


@pytest.mark.parametrize("text", ["many", "0"])
def test_the_server_does_not_start_with_a_setting_that_is_none(
    venue: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", written_out(venue.url))
    monkeypatch.setenv("PLATFORM_KEEP_NAMES_DAYS", text)
    assert app.start() == 1
    assert "write a whole number from 1 to 366" in capsys.readouterr().err
