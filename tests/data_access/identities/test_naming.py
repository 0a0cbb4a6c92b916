"""Names come back under a reason that is on record already, and under no other."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import event, select, update

from data_access import attendance, schema
from data_access.access import AccessRefused, Grant, Reader
from data_access.engine import open_engine, reading, writing
from data_access.engine.problems import DatabaseProblem
from data_access.filters import Filters
from data_access.identities import (
    Disclosure,
    Occasion,
    disclosing,
    names_in,
    names_of,
    names_waiting,
    open_names,
)
from data_access.identity import IdentityKeyProblem, Keyring, create_key
from data_access.rules import Role
from tests.data_access.attendance.lists import a_csv, came
from tests.data_access.identities.scene import (
    DECOY,
    ELSEWHERE,
    LIST,
    MEETING,
    ON_RECORD,
    REASON,
    Scene,
    by_hand,
    coordinator,
    merges,
    moves,
    reasons,
    watching,
    without_a_name,
    writes_down,
)
from tests.data_access.people import a_person
from tests.data_access.readers import COORDINATOR, READER

HERE = Occasion(MEETING)
FILE = Occasion.of_file(MEETING, LIST)
Named = set[tuple[str, str | None]]


def names(scene: Scene, reader: Reader, disclosure: Disclosure) -> pd.DataFrame:
    with reading(scene.engine) as connection:
        return names_of(connection, reader, disclosure)


def in_file(scene: Scene, reader: Reader, disclosure: Disclosure, content: bytes) -> pd.DataFrame:
    sheet = attendance.read(content, "saraksts.csv")
    with reading(scene.engine) as connection:
        return names_in(connection, reader, disclosure, content, sheet)


def told(frame: pd.DataFrame) -> Named:
    return set(zip(frame["name"], frame["contact"], strict=True))


def shown(scene: Scene, reader: Reader, occasion: Occasion) -> Named:
    """The names of the occasion, for a reason."""
    return told(names(scene, reader, open_names(scene.engine, reader, occasion, REASON)))


def test_the_names_of_an_activity_are_those_of_its_persons_alone(
    scene: Scene, reader: Reader
) -> None:
    assert shown(scene, reader, HERE) == ON_RECORD
    assert shown(scene, reader, Occasion(ELSEWHERE)) == {("Decoy Elsewhere", "decoy@example.org")}


def test_a_person_goes_by_the_number_of_the_rows(own_scene: Scene, reader: Reader) -> None:
    with writing(own_scene.engine) as connection:
        without_a_name(connection, a_person(connection))
    disclosure = open_names(own_scene.engine, reader, HERE, REASON)
    with reading(own_scene.engine) as connection:
        rows = attendance.rows(connection, COORDINATOR, Filters(activity=MEETING))
        found = names_of(connection, reader, disclosure)
    assert list(found.columns) == ["person", "name", "contact"]
    assert list(found["person"]) == list(rows["person"])[:3]
    assert len(rows) == 4


def test_somebody_who_was_merged_has_every_name_the_kept_one_first(
    own_scene: Scene, reader: Reader
) -> None:
    kept = by_hand(own_scene, "Zane Kept", "zane@example.org")
    merged = by_hand(own_scene, "Zane Before", "zane@example.org", ELSEWHERE)
    third = by_hand(own_scene, "Zane Third", "+371 29 333 444", ELSEWHERE)
    for one in (merged, third):
        merges(own_scene, one, kept)
    said = ("Zane Kept / Zane Before / Zane Third", "zane@example.org / +371 29 333 444")
    assert shown(own_scene, reader, HERE) == ON_RECORD | {said}
    assert said in shown(own_scene, reader, Occasion(ELSEWHERE))


def test_whoever_is_limited_sees_no_name_of_another_town(own_scene: Scene) -> None:
    there, nowhere = (by_hand(own_scene, name) for name in ("From Elsewhere", "From Nowhere"))
    moves(own_scene, there, own_scene.other_town)
    moves(own_scene, nowhere, None)
    here = coordinator(own_scene.town)
    assert shown(own_scene, here, HERE) == ON_RECORD | {("From Nowhere", None)}
    assert shown(own_scene, coordinator(own_scene.town, own_scene.other_town), HERE) == {
        *ON_RECORD,
        ("From Nowhere", None),
        ("From Elsewhere", None),
    }


def test_another_role_that_reaches_further_shows_no_further_name(own_scene: Scene) -> None:
    moves(own_scene, by_hand(own_scene, "From Elsewhere"), own_scene.other_town)
    limited = coordinator(own_scene.town)
    both = replace(limited, grants=limited.grants | {Grant(Role.ADMINISTRATOR)})
    assert shown(own_scene, both, HERE) == ON_RECORD


def test_the_names_of_an_upload_are_those_it_brought_or_met_again(
    own_scene: Scene, reader: Reader
) -> None:
    by_hand(own_scene, "Only Byhand")
    further = a_csv(came("Anna Ozola", "anna@example.org"), came("Dace New", "dace@example.org"))
    with writing(own_scene.engine) as connection:
        done = attendance.record(
            connection, COORDINATOR, further, "list.csv", MEETING, confirmed_difference=True
        )
    assert shown(own_scene, reader, FILE) == ON_RECORD
    file = Occasion.of_file(MEETING, further)
    brought = {("Anna Ozola", "anna@example.org"), ("Dace New", "dace@example.org")}
    assert shown(own_scene, reader, file) == brought
    with writing(own_scene.engine) as connection:
        attendance.undo(connection, COORDINATOR, done.upload, "wrong file")
    assert shown(own_scene, reader, file) == set()
    assert shown(own_scene, reader, HERE) == ON_RECORD | {("Only Byhand", None)}


def test_a_file_says_itself_who_is_in_it_before_it_is_recorded(
    scene: Scene, reader: Reader
) -> None:
    content = a_csv(came("Egils Jauns", "egils@example.org"), came("", "x@example.org"))
    file = Occasion.of_file(MEETING, content)
    found = in_file(scene, reader, open_names(scene.engine, reader, file, REASON), content)
    assert list(found.columns) == ["row", "name", "contact"]
    assert list(found["row"]) == [2, 3]
    assert told(found) == {("Egils Jauns", "egils@example.org"), (None, "x@example.org")}


def test_one_reason_covers_a_file_before_it_is_recorded_and_after(
    own_scene: Scene, reader: Reader
) -> None:
    content = a_csv(came("Egils Jauns", "egils@example.org"))
    file = Occasion.of_file(MEETING, content)
    disclosure = open_names(own_scene.engine, reader, file, REASON)
    before = in_file(own_scene, reader, disclosure, content)
    with writing(own_scene.engine) as connection:
        attendance.record(
            connection, COORDINATOR, content, "list.csv", MEETING, confirmed_difference=True
        )
    assert told(before) == told(names(own_scene, reader, disclosure))
    assert reasons(own_scene, reader) == [REASON]


def test_a_reason_for_one_thing_shows_nothing_else(scene: Scene, reader: Reader) -> None:
    disclosure = open_names(scene.engine, reader, FILE, REASON)
    assert told(in_file(scene, reader, disclosure, LIST)) == ON_RECORD
    with pytest.raises(AccessRefused):
        in_file(scene, reader, disclosure, DECOY)
    with pytest.raises(AccessRefused):
        in_file(scene, reader, open_names(scene.engine, reader, HERE, REASON), LIST)


def forgeries(true: Disclosure, other: Disclosure, deed: int) -> dict[str, Disclosure]:
    """Disclosures that nobody was given, or that somebody else was."""
    return {
        "made up": replace(true, sequence=true.sequence + 1_000),
        "of somebody else": other,
        "of somebody else, renamed": replace(other, who=true.who),
        "signed by nobody": replace(true, who="account:0"),
        "for another activity": replace(true, occasion=Occasion(ELSEWHERE)),
        "for a file of it": replace(true, occasion=FILE),
        "of another deed": replace(true, sequence=deed),
    }


NOTHING = Disclosure(1, "nobody", HERE)
CASES = list(forgeries(NOTHING, NOTHING, deed=1))


@pytest.mark.parametrize("case", CASES)
def test_a_disclosure_that_is_not_on_record_opens_nothing(
    scene: Scene, reader: Reader, case: str
) -> None:
    true = open_names(scene.engine, reader, HERE, REASON)
    other = open_names(scene.engine, coordinator(), HERE, REASON)
    with writing(scene.engine) as connection:
        deed = writes_down(connection, reader, "attendance.recorded")
    forged = forgeries(true, other, deed)[case]
    with watching(scene, reader) as seen:
        with pytest.raises(AccessRefused):
            names(scene, reader, forged)
        with pytest.raises(AccessRefused):
            in_file(scene, reader, forged, LIST)
        assert seen == []
        assert told(names(scene, reader, true)) == ON_RECORD


def test_an_entry_that_can_still_be_rolled_back_is_no_reason(scene: Scene, reader: Reader) -> None:
    with writing(scene.engine) as connection, watching(scene, reader) as seen:
        sequence = writes_down(connection, reader, disclosing.OPENED)
        disclosure = Disclosure(sequence, reader.who, HERE)
        with pytest.raises(AccessRefused):
            names_of(connection, reader, disclosure)
        assert seen == []
    assert told(names(scene, reader, disclosure)) == ON_RECORD


def test_the_reason_is_on_record_before_the_first_name_is_unsealed(
    scene: Scene, reader: Reader
) -> None:
    with watching(scene, reader) as seen:
        disclosure = open_names(scene.engine, reader, HERE, REASON)
        assert seen == []
        with reading(scene.engine) as connection:
            assert told(names_of(connection, reader, disclosure)) == ON_RECORD
            connection.rollback()
    assert len(seen) >= 5
    assert set(seen) == {1}
    assert reasons(scene, reader) == [REASON]


def test_where_the_log_cannot_be_written_no_name_is_shown(scene: Scene, reader: Reader) -> None:
    engine = open_engine(scene.engine.url, looks_only=True)

    @event.listens_for(engine, "begin")
    def only_look(connection: object) -> None:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql("SET TRANSACTION READ ONLY")  # type: ignore[attr-defined]

    with watching(scene, reader) as seen, pytest.raises(DatabaseProblem):
        open_names(engine, reader, HERE, REASON)
    engine.dispose()
    assert (seen, reasons(scene, reader)) == ([], [])


def test_a_role_that_has_ended_sees_no_name_for_a_reason_given_before(
    scene: Scene, reader: Reader
) -> None:
    disclosure = open_names(scene.engine, reader, HERE, REASON)
    for grants in (frozenset(), READER.grants, coordinator(scene.other_town).grants):
        with pytest.raises(AccessRefused):
            names(scene, replace(reader, grants=grants), disclosure)
    assert told(names(scene, reader, disclosure)) == ON_RECORD


def test_a_reason_of_yesterday_opens_nothing(
    scene: Scene, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    disclosure = open_names(scene.engine, reader, HERE, REASON)
    monkeypatch.setattr(disclosing, "STANDS", -disclosing.STANDS)
    with pytest.raises(AccessRefused):
        names(scene, reader, disclosure)


def test_without_the_key_names_stay_sealed_and_say_so(
    scene: Scene, reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disclosure = open_names(scene.engine, reader, HERE, REASON)
    monkeypatch.setenv("IDENTITY_KEY_FILE", str(tmp_path / "identity.key"))
    with pytest.raises(IdentityKeyProblem, match="missing"):
        names(scene, reader, disclosure)
    create_key(tmp_path / "identity.key")
    with pytest.raises(IdentityKeyProblem, match="not the one"):
        names(scene, reader, disclosure)


def test_one_name_that_the_keys_do_not_open_leaves_a_gap_and_hides_no_other(
    own_scene: Scene, reader: Reader
) -> None:
    table = schema.person_identity
    alien = Keyring.new().seal("Anna Ozola")
    with writing(own_scene.engine) as connection:
        first = select(table.c.id).order_by(table.c.id).limit(1).scalar_subquery()
        connection.execute(update(table).where(table.c.id == first).values(name_sealed=alien))
    contacts = {("Anna Ozola", "anna@example.org")}
    expected = (ON_RECORD - contacts) | {(None, "anna@example.org")}
    assert shown(own_scene, reader, HERE) == expected


WAITS = a_csv(came("Dace New", "dace@example.org"), came("Ilze Waits", "i@example.org", place="x"))


def waits(scene: Scene) -> int:
    """A list of which one row waits; the upload's number."""
    with writing(scene.engine) as connection:
        return attendance.record(
            connection,
            COORDINATOR,
            WAITS,
            "list.csv",
            ELSEWHERE,
            keep_waiting=True,
            confirmed_difference=True,
        ).upload


def waiting(scene: Scene, reader: Reader, disclosure: Disclosure, upload: int) -> Named:
    with reading(scene.engine) as connection:
        return told(names_waiting(connection, reader, disclosure, upload))


def test_the_names_of_rows_that_wait_are_theirs_alone(own_scene: Scene, reader: Reader) -> None:
    upload = waits(own_scene)
    file = Occasion.of_file(ELSEWHERE, WAITS)
    disclosure = open_names(own_scene.engine, reader, file, REASON)
    assert waiting(own_scene, reader, disclosure, upload) == {("Ilze Waits", "i@example.org")}


def test_a_reason_for_something_else_opens_no_row_that_waits(
    own_scene: Scene, reader: Reader
) -> None:
    upload = waits(own_scene)
    disclosure = open_names(own_scene.engine, reader, Occasion(ELSEWHERE), REASON)
    with pytest.raises(AccessRefused):
        waiting(own_scene, reader, disclosure, upload)


def test_one_of_several_lists_in_a_file_is_an_occasion_of_its_own() -> None:
    whole, part = Occasion.of_file(MEETING, LIST), Occasion.of_file(MEETING, LIST, "1")
    assert whole != part
