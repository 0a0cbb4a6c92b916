"""The upkeep of activities: adding, correcting, what hangs on them, and taking one away."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from data_access import activities, schema, upkeep
from data_access.access import AccessRefused
from data_access.activities import StillReferredTo
from data_access.filters import Filters
from data_access.institutions import InstitutionUnknown
from data_access.periods import DaysUnusable
from data_access.places import PlaceUnknown
from data_access.rounds import RoundClosed
from data_access.rules import ActivityPart
from data_access.sources import AddressUnusable, SourceUnknown
from tests.data_access.answers import records
from tests.data_access.people import a_person, a_round, add, an_activity, attends
from tests.data_access.readers import COORDINATOR, READER

SEMINAR = {"title_lv": "Seminārs Rīgā", "kind": "seminar"}
DAY = dt.date(2020, 3, 2)


def row_of(connection: Connection, code: str) -> dict[str, Any]:
    statement = select(schema.activity).where(schema.activity.c.code == code)
    return {**connection.execute(statement).mappings().one()}


def told(connection: Connection, code: str) -> list[tuple[Any, ...]]:
    number = row_of(connection, code)["id"]
    found = upkeep.history(connection, COORDINATOR, "activity", number)
    return records(found, "column_name", "old_value", "new_value")


def close(connection: Connection, round_id: int) -> None:
    values = {
        "issuer": "test",
        "subject": "x",
        "created_at": dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    }
    account = add(connection, schema.account, **values)
    closed = {"closed_at": values["created_at"], "closed_by_id": account}
    connection.execute(update(schema.round).where(schema.round.c.id == round_id).values(closed))


def an_institution(connection: Connection, code: str) -> None:
    names = {"name_lv": code, "name_en": code, "name_folded": code}
    add(connection, schema.institution, code=code, **names)


def test_an_activity_is_added_under_a_neutral_code(connection: Connection) -> None:
    a_round(connection, "V")
    codes = [activities.add(connection, COORDINATOR, "V", SEMINAR) for _ in range(2)]
    assert codes == ["v-seminars-riga", "v-seminars-riga-2"]
    found = row_of(connection, codes[0])
    assert (found["title_en"], found["title_folded"]) == ("Seminārs Rīgā", "seminars riga")
    assert (found["area"], found["place_kind"], found["origin"]) == (
        "not_stated",
        "not_stated",
        "entered",
    )
    assert found["date_precision"] == "not_stated"
    assert ("title_lv", None, "Seminārs Rīgā") in told(connection, codes[0])


def test_an_activity_is_added_with_its_day_its_place_and_its_source(known: Connection) -> None:
    values = SEMINAR | {
        "starts_on": DAY,
        "place": "2009:LV-VEN",
        "source": "deck",
        "measure": "3",
        "title_en": "Seminar in Rīga",
    }
    code = activities.add(known, COORDINATOR, "IV", values)
    (found,) = activities.listed(known, READER, Filters(activity=code)).to_dict("records")
    assert (found["place"], found["place_lv"]) == ("2009:LV-VEN", "Ventspils")
    assert (found["source"], found["measure"], found["title_en"]) == ("deck", 3, "Seminar in Rīga")
    assert (found["starts_on"].date(), found["date_precision"]) == (DAY, "day")


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"starts_on": DAY, "ends_on": dt.date(2020, 3, 1)}, DaysUnusable),
        ({"ends_on": DAY}, DaysUnusable),
        ({"place": "2009:LV-NOWHERE"}, PlaceUnknown),
        ({"source": "nothing"}, SourceUnknown),
    ],
)
def test_an_activity_that_does_not_fit_is_refused(
    known: Connection, values: dict[str, Any], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        activities.add(known, COORDINATOR, "IV", SEMINAR | values)
    with pytest.raises(refusal):
        activities.change(known, COORDINATOR, "iv-talsi", 1, values | {"title_lv": "Talsi"})


def test_a_round_that_nobody_knows_is_refused(connection: Connection) -> None:
    a_round(connection, "IV")
    with pytest.raises(activities.RoundUnknown):
        activities.add(connection, COORDINATOR, "V", SEMINAR)


def test_who_only_reads_changes_nothing(known: Connection) -> None:
    attempts: tuple[Callable[[], object], ...] = (
        lambda: activities.add(known, READER, "IV", SEMINAR),
        lambda: activities.change(known, READER, "iv-talsi", 1, SEMINAR),
        lambda: activities.remove(known, READER, "iv-talsi", 1),
    )
    for attempt in attempts:
        with pytest.raises(AccessRefused):
            attempt()


def test_a_correction_changes_what_it_names_and_tells_it(known: Connection) -> None:
    before = row_of(known, "iv-talsi")
    activities.change(known, COORDINATOR, "iv-talsi", 1, {"outcome_en": "Agreed."})
    after = row_of(known, "iv-talsi")
    assert {name for name in before if before[name] != after[name]} == {"outcome_en", "revision"}
    assert told(known, "iv-talsi") == [("outcome_en", before["outcome_en"], "Agreed.")]


def test_a_place_that_is_left_takes_its_part_of_the_municipality_along(known: Connection) -> None:
    unit = known.scalars(select(schema.territorial_unit.c.id)).first()
    known.execute(
        update(schema.activity)
        .where(schema.activity.c.code == "iv-talsi")
        .values(territorial_unit_id=unit)
    )
    place = activities.listed(known, READER, Filters(activity="iv-talsi")).iloc[0]["place"]
    activities.change(known, COORDINATOR, "iv-talsi", 1, {"place": place})
    assert row_of(known, "iv-talsi")["territorial_unit_id"] == unit
    activities.change(known, COORDINATOR, "iv-talsi", 1, {"place": "online"})
    found = row_of(known, "iv-talsi")
    assert (found["place_kind"], found["municipality_id"]) == ("online", None)
    assert found["territorial_unit_id"] is None


def test_the_second_of_two_editors_is_told(known: Connection) -> None:
    activities.change(known, COORDINATOR, "iv-talsi", 1, {"outcome_lv": "Pirmais"})
    with pytest.raises(upkeep.ChangedMeanwhile):
        activities.change(known, COORDINATOR, "iv-talsi", 1, {"outcome_lv": "Otrais"})
    with pytest.raises(upkeep.ChangedMeanwhile):
        activities.remove(known, COORDINATOR, "iv-talsi", 1)
    assert row_of(known, "iv-talsi")["outcome_lv"] == "Pirmais"


def test_a_closed_round_keeps_its_activities_and_another_does_not(connection: Connection) -> None:
    closed, open_ = a_round(connection, "IV"), a_round(connection, "V")
    an_activity(connection, closed, code="closed")
    an_activity(connection, open_, code="open")
    an_institution(connection, "km")
    close(connection, closed)
    organiser = ActivityPart.ORGANISER
    attempts: tuple[Callable[[], object], ...] = (
        lambda: activities.add(connection, COORDINATOR, "IV", SEMINAR),
        lambda: activities.change(connection, COORDINATOR, "closed", 1, {"outcome_lv": "x"}),
        lambda: activities.remove(connection, COORDINATOR, "closed", 1),
        lambda: activities.add_institution(connection, COORDINATOR, "closed", "km", organiser),
        lambda: activities.add_document(
            connection,
            COORDINATOR,
            "closed",
            title_lv="Kopsavilkums",
            title_en=None,
            address=None,
            published_on=None,
        ),
    )
    for attempt in attempts:
        with pytest.raises(RoundClosed):
            attempt()
    activities.change(connection, COORDINATOR, "open", 1, {"outcome_lv": "x"})
    assert row_of(connection, "open")["outcome_lv"] == "x"


def test_what_was_entered_by_hand_is_removed_and_its_history_stays(connection: Connection) -> None:
    a_round(connection, "V")
    code = activities.add(connection, COORDINATOR, "V", SEMINAR)
    number = row_of(connection, code)["id"]
    activities.remove(connection, COORDINATOR, code, 1)
    assert activities.listed(connection, READER, Filters(activity=code)).empty
    found = upkeep.history(connection, COORDINATOR, "activity", number)
    assert ("title_lv", "Seminārs Rīgā", None) in records(
        found, "column_name", "old_value", "new_value"
    )


def test_a_fact_is_not_removed(known: Connection) -> None:
    with pytest.raises(upkeep.NotByHand):
        activities.remove(known, COORDINATOR, "iv-talsi", 1)


def test_what_is_referred_to_is_not_removed_and_says_by_what(connection: Connection) -> None:
    round_id = a_round(connection, "V")
    activity = an_activity(connection, round_id, code="referred")
    other = an_activity(connection, round_id, code="other")
    attends(connection, a_person(connection), activity)
    figure = {"scope": "activity", "figure": "headcount", "value": 3}
    add(connection, schema.reported_figure, activity_id=activity, **figure)
    add(connection, schema.activity_day, activity_id=other, day=DAY)
    with pytest.raises(StillReferredTo) as refused:
        activities.remove(connection, COORDINATOR, "referred", 1)
    assert set(refused.value.tables) == {"attendance", "reported_figure"}


def test_an_institution_is_put_to_an_activity_and_taken_off(connection: Connection) -> None:
    round_id = a_round(connection, "V")
    for code in ("this", "other"):
        an_activity(connection, round_id, code=code)
    an_institution(connection, "km")
    for code in ("this", "other"):
        activities.add_institution(connection, COORDINATOR, code, "km", ActivityPart.HOST)
    with pytest.raises(activities.PartKnown):
        activities.add_institution(connection, COORDINATOR, "this", "km", ActivityPart.HOST)
    activities.add_institution(connection, COORDINATOR, "this", "km", ActivityPart.ORGANISER)
    found = activities.institutions(connection, READER, Filters(activity="this"))
    assert records(found, "part", "code") == [("host", "km"), ("organiser", "km")]
    host = int(found.iloc[0]["number"])
    with pytest.raises(upkeep.RowUnknown):
        activities.remove_institution(connection, COORDINATOR, "other", host)
    activities.remove_institution(connection, COORDINATOR, "this", host)
    with pytest.raises(upkeep.RowUnknown):
        activities.remove_institution(connection, COORDINATOR, "this", host)
    left = activities.institutions(connection, READER, Filters(activity="this"))
    assert records(left, "part") == [("organiser",)]
    assert told(connection, "this")[0] == ("institution", "host: km", None)
    assert ("institution", None, "organiser: km") in told(connection, "this")


def test_an_institution_that_nobody_knows_is_refused(known: Connection) -> None:
    with pytest.raises(InstitutionUnknown):
        activities.add_institution(known, COORDINATOR, "iv-talsi", "nobody", ActivityPart.HOST)


def a_document(connection: Connection, activity: str, address: str | None) -> None:
    activities.add_document(
        connection,
        COORDINATOR,
        activity,
        title_lv="Kopsavilkums",
        title_en=None,
        address=address,
        published_on=DAY,
    )


def test_a_document_is_put_to_an_activity_and_taken_off(connection: Connection) -> None:
    an_activity(connection, a_round(connection, "V"), code="this")
    a_document(connection, "this", "https://www.example.lv/a.pdf")
    a_document(connection, "this", None)
    found = activities.documents(connection, READER, Filters(activity="this"))
    assert records(found, "title_en", "address") == [
        ("Kopsavilkums", "https://www.example.lv/a.pdf"),
        ("Kopsavilkums", None),
    ]
    activities.remove_document(connection, COORDINATOR, "this", int(found.iloc[0]["number"]))
    left = activities.documents(connection, READER, Filters(activity="this"))
    assert records(left, "address") == [(None,)]
    assert len(connection.execute(select(schema.document)).all()) == 1
    assert told(connection, "this")[0] == ("document", "Kopsavilkums", None)


def test_a_document_that_another_activity_has_stays(connection: Connection) -> None:
    round_id = a_round(connection, "V")
    for code in ("this", "other"):
        an_activity(connection, round_id, code=code)
    a_document(connection, "this", None)
    (link,) = connection.execute(select(schema.activity_document)).all()
    other = row_of(connection, "other")["id"]
    add(connection, schema.activity_document, activity_id=other, document_id=link.document_id)
    activities.remove_document(connection, COORDINATOR, "this", link.id)
    assert len(activities.documents(connection, READER, Filters(activity="other"))) == 1


@pytest.mark.parametrize(
    "address",
    ["www.km.gov.lv", "javascript:alert(1)", "ftp://a.lv/b", "https://", "http://[a", " "],
)
def test_an_address_that_no_browser_opens_is_refused(connection: Connection, address: str) -> None:
    an_activity(connection, a_round(connection, "V"), code="this")
    with pytest.raises(AddressUnusable):
        a_document(connection, "this", address)
