"""The file with the keys for names: its owner's alone, whole at every moment, never made twice."""

import os
import stat
from pathlib import Path

import pytest
from sqlalchemy import Connection

from data_access import schema
from data_access.identity import (
    DEFAULT_FILE,
    SEALED,
    IdentityKeyProblem,
    Keyring,
    create_key,
    ensure_key,
    key_file,
    open_keyring,
    replace_keys,
)
from tests.data_access.attendance.lists import CLOSED_AT
from tests.data_access.people import a_person, add

GOOD = "match " + "A" * 44 + "\nseal " + "A" * 43 + "=\n"
DAMAGED = {
    "empty": "",
    "no seal": "match " + "A" * 44,
    "no match": "seal " + "A" * 43 + "=",
    "a short match": GOOD.replace("A" * 44, "A" * 40),
    "a second match cut short": GOOD + "match " + "A" * 40,
    "a seal cut short": GOOD.replace("=", ""),
    "something else": "-----BEGIN CERTIFICATE-----\n",
    "letters of another alphabet": "match ā",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept apart" / "identity.key"


def test_the_key_lies_where_the_environment_says_or_beside_the_embedded_database() -> None:
    assert key_file({"IDENTITY_KEY_FILE": " /safe/key "}) == Path("/safe/key")
    assert key_file({"IDENTITY_KEY_FILE": " "}) == key_file({}) == DEFAULT_FILE


def test_a_new_key_is_its_owners_alone_and_never_written_over(path: Path) -> None:
    assert create_key(path)
    written = path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert not create_key(path)
    assert path.read_text() == written == open_keyring(path).written()


@pytest.mark.parametrize("case", DAMAGED)
def test_a_damaged_key_is_one_sentence_that_repeats_nothing_of_it(case: str, path: Path) -> None:
    path.parent.mkdir()
    path.write_text(DAMAGED[case], encoding="utf-8")
    with pytest.raises(IdentityKeyProblem, match="put it back from the backup") as caught:
        open_keyring(path)
    assert "AAAA" not in str(caught.value)
    path.write_text(GOOD)
    open_keyring(path)


def test_a_missing_key_says_what_to_do(path: Path) -> None:
    with pytest.raises(IdentityKeyProblem, match="put it back"):
        open_keyring(path)


def test_a_key_that_cannot_be_written_says_where(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(IdentityKeyProblem, match="another place with IDENTITY_KEY_FILE"):
        create_key(tmp_path / "file" / "identity.key")


def test_keys_are_replaced_as_a_whole_for_the_owner_alone(path: Path) -> None:
    create_key(path)
    path.chmod(0o644)
    others = Keyring.new()
    replace_keys(path, others)
    assert path.read_text() == others.written()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_whatever_a_broken_replacement_left_is_in_nobodys_way(path: Path) -> None:
    create_key(path)
    path.with_name("identity.key.new").write_text("match half")
    others = Keyring.new()
    replace_keys(path, others)
    assert path.read_text() == others.written()
    assert list(path.parent.iterdir()) == [path]


def test_where_the_key_is_named_by_a_link_the_file_behind_it_is_replaced(path: Path) -> None:
    create_key(path)
    link = path.parent.parent / "identity.key"
    link.symlink_to(path)
    others = Keyring.new()
    replace_keys(link, others)
    assert link.is_symlink()
    assert path.read_text() == others.written()


def test_a_replacement_stays_with_the_account_that_had_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_key(path)
    given: list[tuple[Path, int, int]] = []
    ours = path.stat()
    owner = os.stat_result([*ours[:4], ours.st_uid + 1, ours.st_gid + 1, *ours[6:]])
    stat_of = Path.stat
    monkeypatch.setattr(
        Path, "stat", lambda self, **told: owner if self == path else stat_of(self, **told)
    )
    monkeypatch.setattr(os, "chown", lambda *told: given.append(told))
    replace_keys(path, Keyring.new())
    assert given == [(path.with_name("identity.key.new"), ours.st_uid + 1, ours.st_gid + 1)]


def test_keys_that_cannot_be_replaced_stay_as_they_are(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_key(path)
    before = path.read_text()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(IdentityKeyProblem, match="No space left on device"):
        replace_keys(path, Keyring.new())
    assert path.read_text() == before


@pytest.mark.parametrize("column", [c for s in SEALED for c in s.columns], ids=str)
def test_a_first_key_is_made_only_where_nothing_was_sealed(
    connection: Connection, path: Path, monkeypatch: pytest.MonkeyPatch, column: object
) -> None:
    monkeypatch.setenv("IDENTITY_KEY_FILE", str(path))
    assert ensure_key(connection)
    assert not ensure_key(connection)
    path.unlink()
    plant_sealed(connection, str(column))
    assert not ensure_key(connection)
    assert not path.exists()


def plant_sealed(connection: Connection, column: str) -> None:
    """A row that holds a sealed text in this column, and in no other that may be empty."""
    if column.startswith("person_identity."):
        values = {"name_sealed": b"s", "name_match": b"m", column.partition(".")[2]: b"s"}
        add(connection, schema.person_identity, person_id=a_person(connection), **values)
    elif column == "account.name_sealed":
        named = {"issuer": "test", "subject": "sealed", "created_at": CLOSED_AT}
        add(connection, schema.account, **named, name_sealed=b"s")
    elif column == "upload_row.cells_sealed":
        described = {"file_kind": "csv", "size_bytes": 1, "uploaded_at": CLOSED_AT}
        upload = add(connection, schema.upload, sha256="0" * 64, **described)
        add(connection, schema.upload_row, upload_id=upload, row_number=1, cells_sealed=b"s")
    elif column == "monthly_report_content.sheets_sealed":
        report = add(connection, schema.monthly_report, received_at=CLOSED_AT)
        of = {"monthly_report_id": report, "sheets_sealed": b"s"}
        add(connection, schema.monthly_report_content, **of)
    else:
        raise AssertionError(f"say how a row with {column} is made")


def test_whatever_is_kept_as_bytes_is_known_for_what_it_is() -> None:
    """A column that holds a secret is sealed or matched, and says so by its name."""
    kept = {
        f"{table.name}.{column.name}"
        for table in schema.metadata.sorted_tables
        for column in table.c
        if column.type.python_type is bytes
    }
    sealed = {str(column) for each in SEALED for column in each.columns}
    assert {name for name in kept if not name.endswith("_match")} - sealed == {
        "reading_key.inner_pad",
        "reading_key.outer_pad",
    }
