"""Names and contacts: sealed, matched where they fold alike, and nothing without the key."""

import stat
from pathlib import Path

import pytest
from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy import Connection

from data_access import schema
from data_access.identity import (
    DEFAULT_FILE,
    IdentityKeyProblem,
    Keyring,
    create_key,
    ensure_key,
    key_file,
    open_keyring,
)
from tests.data_access.people import a_person, add


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
    assert path.read_text() == written


def test_two_keys_are_never_the_same(tmp_path: Path) -> None:
    for name in ("one", "other"):
        create_key(tmp_path / name)
    one, other = (open_keyring(tmp_path / name) for name in ("one", "other"))
    assert one.match("Anna Ozola") != other.match("Anna Ozola")
    assert not other.made(one.seal("Anna Ozola"), one.match("Anna Ozola"))
    with pytest.raises(InvalidToken):
        other.unseal(one.seal("Anna Ozola"))


def test_what_was_sealed_can_be_read_and_says_nothing_by_itself(path: Path) -> None:
    create_key(path)
    keyring = open_keyring(path)
    sealed = keyring.seal("Anna Ozola")
    assert open_keyring(path).unseal(sealed) == "Anna Ozola"
    assert keyring.made(sealed, keyring.match("ANNA OZOLA"))
    assert not keyring.made(sealed, keyring.match("Anna"))
    assert b"Anna" not in sealed
    assert keyring.seal("Anna Ozola") != sealed


def test_texts_match_where_they_fold_alike_and_nowhere_else(path: Path) -> None:
    create_key(path)
    match = open_keyring(path).match
    assert match("Jānis  BĒRZIŅŠ") == match("janis berzins")
    assert len({match(name) for name in ("Jānis", "Jāne", "Jānis Bērziņš", "")}) == 4
    assert b"janis" not in match("janis")


def test_older_seals_still_open_and_the_first_one_seals() -> None:
    old, new = Fernet.generate_key(), Fernet.generate_key()
    sealed = Keyring(b"m" * 32, [old]).seal("Anna")
    rotated = Keyring(b"m" * 32, [new, old])
    assert rotated.unseal(sealed) == "Anna"
    first, match = Keyring(b"m" * 32, [new]), rotated.match("Anna")
    assert first.made(rotated.seal("Anna"), match)
    assert not first.made(sealed, match)
    assert not Keyring(b"n" * 32, [new]).made(rotated.seal("Anna"), match)


GOOD = "match " + "A" * 44 + "\nseal " + "A" * 43 + "=\n"
DAMAGED = {
    "empty": "",
    "no seal": "match " + "A" * 44,
    "a short match": GOOD.replace("A" * 44, "A" * 40),
    "two matches": GOOD + "match " + "A" * 44,
    "a seal cut short": GOOD.replace("=", ""),
    "something else": "-----BEGIN CERTIFICATE-----\n",
    "letters of another alphabet": "match ā",
}


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


def test_a_first_key_is_made_only_where_no_name_was_stored(
    connection: Connection, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data_access.identity.os.environ", {})
    monkeypatch.setattr("data_access.identity.key_file", lambda: path)
    assert ensure_key(connection)
    assert not ensure_key(connection)
    path.unlink()
    sealed = {"name_sealed": b"sealed", "name_match": b"match"}
    add(connection, schema.person_identity, person_id=a_person(connection), **sealed)
    assert not ensure_key(connection)
    assert not path.exists()
