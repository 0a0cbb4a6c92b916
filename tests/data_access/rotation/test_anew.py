"""What is sealed is sealed anew, all of it, and what can be matched is matched anew."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, select

from data_access import rotation, schema
from data_access.engine import reading, writing
from data_access.identity import SEALED, IdentityKeyProblem, Keyring, open_keyring
from data_access.rotation import LET_GO, MATCHES, anew
from tests.data_access.contents import changed, contents
from tests.data_access.people import a_person, add
from tests.data_access.rotation.sealed_rows import (
    ADMINISTRATOR,
    MONTH,
    OPERATED,
    STAGED,
    are_known,
    opened,
    plant_others,
    rows,
    sealed_texts,
)

SEALED_IN = {"person_identity", "account", "upload_row", "monthly_report_content"}
TOLD_OF_IT = SEALED_IN | {"audit_event", "data_version"}
MOMENT = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@pytest.fixture
def full(kept: Engine) -> Engine:
    """Sealed texts in every column that may hold one."""
    with writing(kept) as connection:
        plant_others(connection, open_keyring())
    assert all(sealed_texts(kept).values())
    return kept


def test_everything_sealed_opens_with_the_new_key_and_nothing_with_the_old_one(
    full: Engine,
) -> None:
    old, before, was = open_keyring(), opened(full), sealed_texts(full)
    assert before["upload_row.cells_sealed"] == [STAGED]
    assert before["account.name_sealed"] == [OPERATED]
    assert before["monthly_report_content.sheets_sealed"] == [MONTH]
    done = rotation.rotate(full, ADMINISTRATOR)
    ones = dict.fromkeys(("account", "monthly_report_content", "upload_row"), 1)
    assert done.sealed == {"person_identity": 4, **ones}
    assert opened(full) == before
    now = sealed_texts(full)
    assert not [text for texts in now.values() for text in texts if old.opens(text)]
    assert not [text for texts in was.values() for text in texts if open_keyring().opens(text)]


def test_a_column_that_holds_a_sealed_text_is_never_left_out(full: Engine) -> None:
    was = sealed_texts(full)
    rotation.rotate(full, ADMINISTRATOR)
    now = sealed_texts(full)
    named = {
        f"{table.name}.{column.name}"
        for table in schema.metadata.sorted_tables
        for column in table.c
        if "sealed" in column.name
    }
    assert {name for name in was if not set(was[name]) & set(now[name])} == named == set(now)


def test_people_are_known_again_as_they_were(full: Engine) -> None:
    assert are_known(full)
    rotation.rotate(full, ADMINISTRATOR)
    assert are_known(full)
    rotation.rotate(full, ADMINISTRATOR)
    assert are_known(full)


def test_matches_are_those_that_a_new_list_would_bring(full: Engine) -> None:
    rotation.rotate(full, ADMINISTRATOR)
    match = open_keyring().match
    assert {(row["name_match"], row["contact_match"]) for row in rows(full, "person_identity")} == {
        (match("decoy decoy"), match("decoy@example.org")),
        (match("anna ozola"), match("anna@x.lv")),
        (match("jana liepa"), match("26123456")),
        (match("zane kalna"), None),
    }


def test_nothing_else_is_touched(full: Engine) -> None:
    before = contents(full)
    rotation.rotate(full, ADMINISTRATOR)
    after = contents(full)
    assert set(changed(before, after)) == TOLD_OF_IT
    secret = {str(column) for each in SEALED for column in each.columns} | set(map(str, MATCHES))
    for table in SEALED_IN:
        plain = [
            at
            for at, column in enumerate(schema.metadata.tables[table].c)
            if str(column) not in secret
        ]
        one, other = ([[row[at] for at in plain] for row in c[table]] for c in (before, after))
        assert one == other


def test_what_a_match_alone_finds_is_let_go_and_counted(full: Engine) -> None:
    (account, *_) = [row["id"] for row in rows(full, "account")]
    spans = {"started_at": MOMENT, "expires_at": MOMENT + dt.timedelta(hours=1)}
    decided = {"decision": {}, "decided_at": MOMENT}
    with writing(full) as connection:
        for match in (b"one", b"two"):
            add(connection, schema.remembered_decision, topic="t", pattern_match=match, **decided)
        add(connection, schema.session, account_id=account, token_match=b"token", **spans)
    done = rotation.rotate(full, ADMINISTRATOR)
    assert done.let_go == {"remembered_decision": 2, "session": 1}
    assert (rows(full, "remembered_decision"), rows(full, "session")) == ([], [])
    assert "3 rows that the old key alone could find are gone" in rotation.as_text(done)


def test_every_match_is_made_anew_or_let_go() -> None:
    found = {
        str(column)
        for table in schema.metadata.sorted_tables
        for column in table.c
        if column.name.endswith("_match") and table not in LET_GO
    }
    assert found == set(map(str, MATCHES))


def test_a_text_that_the_key_does_not_open_stops_it_and_nothing_is_changed(full: Engine) -> None:
    with writing(full) as connection:
        add(
            connection,
            schema.person_identity,
            person_id=a_person(connection),
            name_sealed=Keyring.new().seal("Cits"),
            name_match=b"m",
        )
        # The latest one, by which another database's key is told, is in order.
        one, values = open_keyring(), {"person_id": a_person(connection)}
        sealed = {"name_sealed": one.seal("Liga"), "name_match": one.match("Liga")}
        add(connection, schema.person_identity, **values, **sealed)
    before = contents(full)
    with pytest.raises(IdentityKeyProblem, match="does not open"):
        rotation.rotate(full, ADMINISTRATOR)
    assert contents(full) == before
    assert are_known(full)


def test_rows_are_taken_some_at_a_time_and_told_as_they_are_done(
    kept: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyring, told, sizes = open_keyring(), list[tuple[int, int]](), list[int]()

    def note(*statement: Any) -> None:
        if statement[2].startswith("UPDATE person_identity"):
            sizes.append(len(statement[3]))

    with writing(kept) as connection:
        for number in range(246):
            name = f"Persona {number}"
            sealed = {"name_sealed": keyring.seal(name), "name_match": keyring.match(name)}
            add(connection, schema.person_identity, person_id=a_person(connection), **sealed)
    monkeypatch.setattr(anew, "BATCH", 100)
    event.listen(kept, "before_cursor_execute", note)
    rotation.rotate(kept, ADMINISTRATOR, lambda *counts: told.append(counts))
    assert told == [(100, 250), (200, 250), (250, 250)]
    assert sizes == [100, 100, 50]
    assert are_known(kept)
    with reading(kept) as connection:
        texts = connection.scalars(select(schema.person_identity.c.name_sealed)).all()
    assert len({open_keyring().unseal(bytes(text)) for text in texts}) == 250


def test_in_a_file_nothing_is_left_of_what_the_old_key_opened(full: Engine, key: Path) -> None:
    was = [text for texts in sealed_texts(full).values() for text in texts]
    rotation.rotate(full, ADMINISTRATOR)
    if full.dialect.name == "sqlite":
        written = Path(str(full.url.database)).read_bytes()
        assert not [text for text in was if text in written]
        assert all(t in written for texts in sealed_texts(full).values() for t in texts)
    assert sorted(path.name for path in key.parent.iterdir()) == ["identity.key"]
