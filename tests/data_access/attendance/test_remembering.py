"""Decisions about one list hold for the next one of its kind, until somebody takes them back."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine, select

from data_access import attendance, institutions, rotation, schema
from data_access.access import OPERATOR, AccessRefused, Grant, Reader
from data_access.attendance import MemoryUnknown
from data_access.attendance.memory import over
from data_access.attendance.reading import Decisions, RowDecision, Sheet, read
from data_access.attendance.reading.decisions import UNDECIDED, DateOrder, Means
from data_access.engine import reading, writing
from data_access.filters import Filters
from data_access.rules import Role
from tests.data_access.attendance.lists import CLOSED_AT, MEETING, OTHER, a_csv, came, number, undo
from tests.data_access.contents import changed, contents
from tests.data_access.people import a_municipality
from tests.data_access.readers import COORDINATOR, READER

WORDS = {"institution": {"kulturministrija": "km"}, "place": {"pie mums": "online"}}
FIRST = a_csv(
    came("Anna Ozola", "anna@x.lv", "Kultūrministrija", place="pie mums"),
    came("Zāle 3", "zale@x.lv", "Ministrija lm"),
)
SECOND = a_csv(
    came("Jana Liepa", "jana@x.lv", "KULTŪRMINISTRIJA"),
    came("Zāle 3", "", "Ministrija lm"),
    came("Decoy Decoy", "decoy@x.lv", "Kultūras kaut kas"),
)
HEADED = "Kurš;No kurienes\nAnna Ozola;Kultūras ministrija\nIvo Kalns;Ministrija km\n"
UNHEADED = "Anna Ozola;Kultūras ministrija\nIvo Kalns;Ministrija km\n"


def sheet(content: bytes, decisions: Decisions = UNDECIDED) -> Sheet:
    return read(content, "saraksts.csv", decisions)


def record(
    engine: Engine,
    content: bytes,
    decisions: Decisions,
    reader: Reader = COORDINATOR,
    activity: str = MEETING,
) -> int:
    with writing(engine) as connection:
        return attendance.record(
            connection,
            reader,
            content,
            "saraksts.csv",
            activity,
            decisions=decisions,
            keep_waiting=True,
            confirmed_difference=True,
        ).upload


def recalled(engine: Engine, content: bytes, reader: Reader = COORDINATOR) -> Decisions:
    with reading(engine) as connection:
        return attendance.recalled(connection, reader, sheet(content))


def listed(engine: Engine, reader: Reader = COORDINATOR, **chosen: Any) -> list[dict[Any, Any]]:
    with reading(engine) as connection:
        found = attendance.remembered(connection, reader, Filters(**chosen))
    return found.to_dict("records")


def limited(engine: Engine, account: int) -> Reader:
    with writing(engine) as connection:
        town = a_municipality(connection, f"Town {account}")
        table = schema.activity
        of_town = {"place_kind": "municipality", "municipality_id": town}
        connection.execute(table.update().where(table.c.code == OTHER).values(**of_town))
        known = schema.account
        values = {"issuer": "test", "subject": str(account), "created_at": CLOSED_AT}
        added = known.insert().values(**values).returning(known.c.id)
        number = connection.execute(added).scalar_one()
    grant = Grant(Role.COORDINATOR, municipalities=frozenset({town}))
    return Reader(f"account:{number}", frozenset({grant}), number)


def test_a_word_means_in_the_next_list_what_somebody_said_it_does(venue: Engine) -> None:
    assert recalled(venue, SECOND) == UNDECIDED
    record(venue, FIRST, Decisions(words=WORDS))
    assert recalled(venue, SECOND).words == {"institution": {"kulturministrija": "km"}}
    assert recalled(venue, a_csv(came("Ivo", place="Pie  mums"))).words == {
        "place": {"pie mums": "online"}
    }
    decoys = [came("Ivo", category="Kultūrministrija"), came("Uga", category="NVO")]
    assert recalled(venue, a_csv(*decoys)).words == {}


def test_when_the_latest_decision_was_taken_that_holds_for_a_list_is_known(venue: Engine) -> None:
    record(venue, FIRST, Decisions(words=WORDS))
    (word, _) = listed(venue)
    with reading(venue) as connection:
        again = attendance.last_decided(connection, COORDINATOR, sheet(SECOND))
        assert again == word["decided_at"]
        decoy = sheet(a_csv(came("Ivo", institution="Cita")))
        assert attendance.last_decided(connection, COORDINATOR, decoy) is None


def test_that_a_word_means_roma_is_asked_of_every_list(venue: Engine) -> None:
    said = {"Anna Ozola": "pārstāve", "Ivo Egle": "vadītāja", "Uga Liepa": "NVO", "Zane Upe": "NVO"}
    list_ = a_csv(*(came(name, category=word) for name, word in said.items()))
    words = {"category": {"parstave": "roma", "vaditaja": "ngo"}}
    record(venue, list_, Decisions(words=words))
    assert recalled(venue, list_).words == {"category": {"vaditaja": "ngo"}}


def test_a_word_that_meant_roma_last_is_asked_again(venue: Engine) -> None:
    said = {"Anna Ozola": "vadītāja", "Uga Liepa": "NVO", "Zane Upe": "NVO"}
    list_ = a_csv(*(came(name, category=word) for name, word in said.items()))
    record(venue, list_, Decisions(words={"category": {"vaditaja": "ngo"}}))
    assert recalled(venue, list_).words == {"category": {"vaditaja": "ngo"}}
    roma = Decisions(words={"category": {"vaditaja": "roma"}})
    record(venue, list_ + b"\n", roma, activity=OTHER)
    assert recalled(venue, list_).words == {}


def test_of_names_and_contacts_no_word_is_remembered(venue: Engine) -> None:
    personal = {"name": {"anna ozola": "Anna Kalna"}, "contact": {"anna@x.lv": "anna@y.lv"}}
    record(venue, FIRST, Decisions(words=personal))
    assert number(venue, "remembered_decision") == 0


def test_an_institution_whose_name_two_bear_is_asked_of_every_list(venue: Engine) -> None:
    words = {"institution": {"kulturministrija": "km"}}
    record(venue, FIRST, Decisions(words=words))
    assert recalled(venue, SECOND).words == words
    with writing(venue) as connection:
        for code in ("km", "lm"):
            table = schema.institution
            chosen = table.update().where(table.c.code == code)
            connection.execute(chosen.values(abbreviation="Kultūrministrija"))
    assert recalled(venue, SECOND).words == {}
    record(venue, SECOND, Decisions(words={"institution": {"kulturministrija": "lm"}}))
    assert [one["decision"] for one in listed(venue)] == ["km"]


def test_a_place_whose_name_two_bear_is_asked_of_every_list(facts: Engine) -> None:
    with reading(facts) as connection:
        code = connection.scalars(select(schema.activity.c.code)).first()
        places = connection.scalars(select(schema.municipality.c.iso)).all()
    assert code is not None
    assert places
    list_ = a_csv(came("Anna Ozola", place="Rēzeknes"), came("Ivo Egle", place="Rēzeknes puse"))
    words = {"place": {"rezeknes": "2021:LV-077", "rezeknes puse": "2021:LV-077"}}
    record(facts, list_, Decisions(words=words), activity=code)
    assert recalled(facts, list_).words == {"place": {"rezeknes puse": "2021:LV-077"}}


def test_what_looks_like_a_device_is_left_out_of_the_next_list_as_well(venue: Engine) -> None:
    record(venue, FIRST, Decisions(rows={3: RowDecision(leave_out=True)}))
    assert recalled(venue, SECOND).rows == {3: RowDecision(leave_out=True)}


def test_what_is_a_person_after_all_is_one_in_the_next_list_as_well(venue: Engine) -> None:
    record(venue, FIRST, Decisions(rows={3: RowDecision(is_person=True)}))
    assert recalled(venue, SECOND).rows == {3: RowDecision(is_person=True)}


def test_somebody_left_out_of_one_list_is_in_the_next(venue: Engine) -> None:
    unusual = a_csv(came("Anna", "anna@x.lv"), came("Zāle 3", "zale@x.lv"))
    assert {problem.row for problem in sheet(unusual).problems} >= {2, 3}
    record(venue, unusual, Decisions(rows={2: RowDecision(leave_out=True)}))
    assert recalled(venue, unusual) == UNDECIDED
    assert number(venue, "remembered_decision") == 0


def test_columns_of_the_same_headings_are_what_they_were(venue: Engine) -> None:
    decisions = Decisions(
        columns={0: "full_name", 1: "institution"},
        means=Means.ATTENDED,
        date_order=DateOrder.DAY_FIRST,
    )
    record(venue, HEADED.encode(), decisions)
    other = HEADED.replace("Anna Ozola", "Zane Priede").encode()
    assert recalled(venue, other) == decisions
    again = sheet(other, recalled(venue, other))
    assert [row.cells["name"] for row in again.rows] == ["Zane Priede", "Ivo Kalns"]
    decoy = HEADED.replace("No kurienes", "Uz kurieni").encode()
    assert recalled(venue, decoy) == UNDECIDED


def test_columns_without_headings_are_not_recognised_again(venue: Engine) -> None:
    decisions = Decisions(columns={0: "full_name", 1: "institution"})
    record(venue, UNHEADED.encode(), decisions)
    assert recalled(venue, UNHEADED.encode()) == UNDECIDED


def test_what_is_decided_now_goes_before_what_is_remembered() -> None:
    before = Decisions(
        columns={0: "full_name", 1: "institution"},
        means=Means.ATTENDED,
        words={"institution": {"a": "km", "b": "lm"}},
        rows={3: RowDecision(leave_out=True), 4: RowDecision(leave_out=True)},
    )
    now = Decisions(
        columns={1: "place"},
        means=Means.REGISTERED,
        words={"institution": {"a": "izm"}},
        rows={3: RowDecision(is_person=True)},
        encoding="cp1257",
    )
    assert over(now, before) == Decisions(
        encoding="cp1257",
        columns={0: "full_name", 1: "place"},
        means=Means.REGISTERED,
        words={"institution": {"a": "izm", "b": "lm"}},
        rows={3: RowDecision(is_person=True), 4: RowDecision(leave_out=True)},
    )
    assert over(UNDECIDED, before) == before
    assert over(now, UNDECIDED) == now


def test_no_word_of_the_list_is_kept_but_codes(venue: Engine) -> None:
    rows = {3: RowDecision(is_person=True)}
    record(venue, FIRST, Decisions(words=WORDS, rows=rows))
    with reading(venue) as connection:
        kept = connection.execute(select(schema.remembered_decision)).all()
        named = set(connection.scalars(select(schema.person_identity.c.name_match)))
    told = str([row.decision for row in kept]).casefold()
    assert len(kept) == 3
    assert not any(word in told for word in ("kult", "mums", "zāle", "zale", "anna"))
    assert not {bytes(row.pattern_match) for row in kept} & set(map(bytes, named))


def test_the_latest_decision_holds(venue: Engine) -> None:
    record(venue, FIRST, Decisions(words=WORDS))
    record(venue, SECOND, Decisions(words={"institution": {"kulturministrija": "lm"}}))
    assert recalled(venue, SECOND).words == {"institution": {"kulturministrija": "lm"}}
    assert number(venue, "remembered_decision") == 2


def test_what_is_remembered_outlives_the_upload_and_is_all_that_does(venue: Engine) -> None:
    before = contents(venue)
    upload = record(venue, FIRST, Decisions(words=WORDS, rows={3: RowDecision(leave_out=True)}))
    undo(venue, upload)
    assert set(changed(before, contents(venue))) == {
        *("upload", "upload_row", "audit_event", "data_version", "remembered_decision"),
    }
    assert recalled(venue, FIRST).words == WORDS


def test_what_is_remembered_is_listed_by_codes_and_can_be_taken_back(venue: Engine) -> None:
    upload = record(venue, FIRST, Decisions(words=WORDS))
    record(venue, HEADED.encode(), Decisions(columns={0: "full_name", 1: "-"}), activity=OTHER)
    columns, *words = listed(venue)
    assert (columns["topic"], columns["decision"]) == ("columns", "full_name, -")
    told = {(one["topic"], one["column"], one["decision"], one["upload"]) for one in words}
    assert told == {("word", "institution", "km", upload), ("word", "place", "online", upload)}
    assert {one["memory"] for one in listed(venue, activity=OTHER)} == {columns["memory"]}
    gone = next(one for one in words if one["column"] == "place")
    with writing(venue) as connection:
        attendance.forget(connection, COORDINATOR, gone["memory"])
    assert recalled(venue, FIRST).words == {"institution": {"kulturministrija": "km"}}
    with writing(venue) as connection, pytest.raises(MemoryUnknown):
        attendance.forget(connection, COORDINATOR, gone["memory"])
    with reading(venue) as connection:
        events = connection.execute(select(schema.audit_event)).all()
    last = max(events, key=lambda event: event.sequence)
    assert (last.action, last.details) == ("attendance.forgotten", {"topic": "word"})


def test_whoever_is_limited_changes_what_they_decided_themselves_alone(venue: Engine) -> None:
    here = limited(venue, 1)
    record(venue, FIRST, Decisions(words=WORDS))
    differing = {"institution": {"kulturministrija": "lm", "kulturas kaut kas": "lm"}}
    record(venue, SECOND, Decisions(words=differing), here, OTHER)
    assert recalled(venue, SECOND, here).words == {
        "institution": {"kulturministrija": "km", "kulturas kaut kas": "lm"}
    }
    mine = [one for one in listed(venue, here) if one["may_forget"]]
    assert [one["decision"] for one in mine] == ["lm"]
    others = [one for one in listed(venue, here) if not one["may_forget"]]
    for one in others:
        with writing(venue) as connection, pytest.raises(AccessRefused):
            attendance.forget(connection, here, one["memory"])
    with writing(venue) as connection:
        attendance.forget(connection, here, mine[0]["memory"])
    assert [one["memory"] for one in listed(venue, here)] == [one["memory"] for one in others]


def test_with_which_list_it_came_is_told_where_the_right_reaches(venue: Engine) -> None:
    here = limited(venue, 2)
    upload = record(venue, FIRST, Decisions(words=WORDS), activity=MEETING)
    assert {one["upload"] for one in listed(venue)} == {upload}
    assert {(str(one["upload"]), one["decided_by"]) for one in listed(venue, here)} == {
        ("None", None)
    }
    assert len(listed(venue, round="IV")) == 2
    assert listed(venue, here, round="IV") == listed(venue, here, activity=MEETING) == []
    own = record(venue, SECOND, Decisions(words={"institution": {"x": "lm"}}), here, OTHER)
    assert [one["upload"] for one in listed(venue, here, round="IV")] == [own]


def test_whoever_uploads_nothing_recalls_nothing(venue: Engine) -> None:
    with pytest.raises(AccessRefused):
        recalled(venue, FIRST, READER)


def test_new_keys_let_it_go_and_it_is_asked_once_more(venue: Engine) -> None:
    record(venue, FIRST, Decisions(words=WORDS))
    done = rotation.rotate(venue, OPERATOR)
    assert done.let_go["remembered_decision"] == 2
    assert recalled(venue, FIRST) == UNDECIDED
    record(venue, SECOND, Decisions(words={"institution": {"kulturministrija": "km"}}))
    assert recalled(venue, FIRST).words == {"institution": {"kulturministrija": "km"}}


def test_a_code_that_is_gone_is_asked_again(venue: Engine) -> None:
    with writing(venue) as connection:
        new = institutions.add(connection, COORDINATOR, {"name_lv": "Kāda biedrība"})
    words = {"institution": {"kulturministrija": str(new)}}
    record(venue, FIRST, Decisions(words=words))
    decisions = replace(UNDECIDED, words={"institution": {"kulturministrija": "nekad"}})
    with reading(venue) as connection:
        found = attendance.check(
            connection, COORDINATOR, sheet(SECOND, decisions), OTHER, decisions
        )
    assert "Kultūrministrija".casefold() in {t.casefold() for t in found.unknown_institutions}
