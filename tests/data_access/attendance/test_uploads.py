"""The history of uploads, what the latest one added, and an activity's rows without a name."""

from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Engine, select

from data_access import attendance, schema
from data_access.attendance import LAST_UPLOAD, ROWS, UPLOADS
from data_access.engine import reading, writing
from data_access.filters import Filters
from tests.data_access.answers import records
from tests.data_access.attendance.lists import (
    MEETING,
    OTHER,
    a_csv,
    came,
    figures,
    record,
    undo,
)
from tests.data_access.people import a_round, an_activity
from tests.data_access.readers import COORDINATOR, READER

ANNA, JANA = came("Anna Ozola", "anna@x.lv", "Ministrija km"), came("Jana Liepa", "jana@x.lv")
IV = Filters(round="IV")


def asked(engine: Engine, question: Any, filters: Filters = IV, reader: Any = COORDINATOR) -> Any:
    with reading(engine) as connection:
        answer = question(connection, reader, filters)
    assert isinstance(answer, pd.DataFrame)
    return answer


def test_uploads_are_listed_latest_first_with_what_stands_of_them(venue: Engine) -> None:
    first = record(venue, a_csv(ANNA, JANA, came("Zane Kalna", "zane@x.lv", status="Nē")))
    second = record(venue, a_csv(ANNA, came("Nora Jauna", "new@x.lv")), OTHER)
    undo(venue, first.upload)
    listed = asked(venue, attendance.uploads)
    assert list(listed.columns) == list(UPLOADS)
    columns = ("upload", "activity", "status", "attendances", "persons_new", "undone_reason")
    assert records(listed, *columns) == [
        (second.upload, OTHER, "recorded", 2, 1, None),
        (first.upload, MEETING, "undone", None, None, "wrong file"),
    ]
    assert list(listed["sha256"].map(len)) == [12, 12]
    assert list(listed["undone_at"].isna()) == [True, False]


def test_two_persons_that_are_one_count_once(venue: Engine) -> None:
    done = record(venue, a_csv(ANNA, JANA))
    with writing(venue) as connection:
        table = schema.attendance
        mine = select(table.c.person_id).where(table.c.upload_id == done.upload)
        kept, merged = connection.scalars(mine)
        attendance.join(connection, COORDINATOR, kept, merged)
    listed = asked(venue, attendance.uploads)
    assert records(listed, "attendances", "persons_new") == [(1, 1)]


def test_uploads_are_those_of_the_round_or_the_activity(venue: Engine) -> None:
    record(venue, a_csv(ANNA))
    record(venue, a_csv(JANA), OTHER)
    with writing(venue) as connection:
        an_activity(connection, a_round(connection, "VI"), code="later")
    record(venue, a_csv(came("Dina Kalna", "d@x.lv")), "later")

    def found(filters: Filters) -> list[str]:
        return list(asked(venue, attendance.uploads, filters)["activity"])

    assert found(Filters()) == ["later", OTHER, MEETING]
    assert found(IV) == [OTHER, MEETING]
    assert found(Filters(activity=MEETING)) == [MEETING]


def test_registered_people_are_no_attendances_of_an_upload(venue: Engine) -> None:
    record(venue, a_csv(came("Zane Kalna", "zane@x.lv", status="Nē")))
    listed = asked(venue, attendance.uploads)
    assert records(listed, "attendances", "persons_new") == [(0, 0)]


def test_the_last_upload_tells_what_the_round_would_not_have_without_it(facts: Engine) -> None:
    riga = came("Aija Kalna", "a@x.lv", place="Rīga")
    valka = came("Baiba Kalna", "b@x.lv", place="Valkas novads")
    record(facts, a_csv(riga, came("Cecīlija Kalna", "c@x.lv", status="Nē")), "iv-talsi")
    before = figures(facts, round="IV")
    dace = came("Dace Kalna", "d@x.lv", place="Rīga")
    lines = (riga, valka, came("Cecīlija Kalna", "c@x.lv"), dace)
    done = record(facts, a_csv(*lines), "iv-lithuania")
    after = figures(facts, round="IV")
    added = asked(facts, attendance.last_upload)
    assert list(added.columns) == list(LAST_UPLOAD)
    columns = ("upload", "activity", "attendances", "persons", "municipalities")
    assert records(added, *columns) == [(done.upload, "iv-lithuania", 4, 3, 1)]
    for name, grown in zip(("attendances", "persons", "municipalities"), (4, 3, 1), strict=True):
        assert (after[name] or 0) - (before[name] or 0) == grown


def test_the_last_upload_is_the_rounds_own_and_one_that_stands(venue: Engine) -> None:
    assert asked(venue, attendance.last_upload).empty
    first = record(venue, a_csv(ANNA))
    second = record(venue, a_csv(JANA))
    with writing(venue) as connection:
        an_activity(connection, a_round(connection, "VI"), code="later")
    record(venue, a_csv(came("Dina Kalna", "d@x.lv")), "later")
    assert list(asked(venue, attendance.last_upload)["upload"]) == [second.upload]
    undo(venue, second.upload)
    assert list(asked(venue, attendance.last_upload)["upload"]) == [first.upload]
    assert asked(venue, attendance.last_upload, Filters(round="V")).empty


def test_whoever_reads_figures_may_ask_for_the_last_upload_alone(venue: Engine) -> None:
    record(venue, a_csv(ANNA))
    assert len(asked(venue, attendance.last_upload, IV, READER)) == 1
    for question in (attendance.uploads, attendance.rows):
        with pytest.raises(PermissionError):
            asked(venue, question, IV, READER)


def test_rows_of_an_activity_say_everything_but_who(facts: Engine) -> None:
    said = {"category": "NVO", "gender": "Vīrietis", "age_band": "55+", "place": "Talsu novads"}
    lines = came("Anna Kalna", "", "KM", **said), came("Baiba Kalna", place="")
    done = record(facts, a_csv(*lines), "iv-talsi")
    record(facts, a_csv(came("Dina Kalna", "d@x.lv")), "iv-lithuania")
    found = asked(facts, attendance.rows, Filters(activity="iv-talsi"))
    assert list(found.columns) == list(ROWS)
    columns = [name for name in ROWS if name not in {"attendance", "person"}]
    body = ("km", "Kultūras ministrija", "Ministry of Culture")
    place = ("municipality", "2009:LV-097", "Talsu novads", "Talsu novads")
    assert records(found, *columns) == [
        ("ngo", *body, *place, "man", "55_plus", "attended", "upload", done.upload, 1),
        (
            "not_stated",
            *(None, None, None),
            *("not_stated", None, None, None),
            *("not_stated", "not_stated", "attended", "upload", done.upload, 1),
        ),
    ]
