"""Names and contacts: sealed, matched where they fold alike, and nothing without the key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.identity import IdentityKeyProblem, Keyring

MATCH, OTHER = b"m" * 32, b"n" * 32


def test_what_was_sealed_can_be_read_and_says_nothing_by_itself() -> None:
    keyring = Keyring.new()
    sealed = keyring.seal("Anna Ozola")
    assert Keyring.parsed(keyring.written()).unseal(sealed) == "Anna Ozola"
    assert keyring.made(sealed, keyring.match("ANNA OZOLA"))
    assert not keyring.made(sealed, keyring.match("Anna"))
    assert b"Anna" not in sealed
    assert keyring.seal("Anna Ozola") != sealed


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_any_text_comes_back(text: str) -> None:
    keyring = Keyring.new()
    assert keyring.unseal(keyring.seal(text)) == text


def test_what_was_changed_or_cut_is_opened_no_more() -> None:
    keyring = Keyring.new()
    sealed = keyring.seal("Anna Ozola")
    for at in range(len(sealed)):
        changed = bytes([*sealed[:at], sealed[at] ^ 1, *sealed[at + 1 :]])
        assert not keyring.opens(changed)
        assert not keyring.opens(sealed[:at])


def test_sealed_names_of_like_length_are_as_long() -> None:
    keyring = Keyring.new()
    assert len(keyring.seal("Anna Ozola")) == len(keyring.seal("Jana Liepiņa"))


@pytest.mark.parametrize("keys", [([], [b"o" * 32]), ([MATCH], []), ([MATCH], [b"o" * 31]),
                                  ([MATCH], [b"o" * 33]), ([b"m" * 31], [b"o" * 32])])  # fmt: skip
def test_what_is_no_key_is_refused(keys: tuple[list[bytes], list[bytes]]) -> None:
    with pytest.raises(ValueError, match="key"):
        Keyring(*keys)


def test_two_keys_are_never_the_same_and_open_nothing_of_each_other() -> None:
    one, other = Keyring.new(), Keyring.new()
    sealed = one.seal("Anna Ozola")
    assert one.match("Anna Ozola") != other.match("Anna Ozola")
    assert not other.made(sealed, one.match("Anna Ozola"))
    assert (one.opens(sealed), other.opens(sealed)) == (True, False)
    with pytest.raises(IdentityKeyProblem, match="put the right one back") as caught:
        other.unseal(sealed)
    assert "Anna" not in str(caught.value)


def test_texts_match_where_they_fold_alike_and_nowhere_else() -> None:
    match = Keyring.new().match
    assert match("Jānis  BĒRZIŅŠ") == match("janis berzins")
    assert len({match(name) for name in ("Jānis", "Jāne", "Jānis Bērziņš", "")}) == 4
    assert b"janis" not in match("janis")


def test_older_seals_still_open_and_the_first_one_seals() -> None:
    old, new = b"o" * 32, b"w" * 32
    sealed = Keyring([MATCH], [old]).seal("Anna")
    rotated = Keyring([MATCH], [new, old])
    assert rotated.unseal(sealed) == "Anna"
    first, match = Keyring([MATCH], [new]), rotated.match("Anna")
    assert first.made(rotated.seal("Anna"), match)
    assert not first.made(sealed, match)
    assert not Keyring([OTHER], [new]).made(rotated.seal("Anna"), match)


def test_while_keys_turn_the_new_ones_come_first_and_the_old_ones_still_open() -> None:
    old = Keyring.new()
    sealed, match = old.seal("Anna"), old.match("Anna")
    turning = old.turned()
    assert (old.is_turning, turning.is_turning, turning.newest().is_turning) == (False, True, False)
    assert turning.unseal(sealed) == "Anna"
    assert turning.newest().unseal(turning.seal("Anna")) == "Anna"
    assert turning.newest().match("Anna") == turning.match("Anna") != match
    assert not turning.newest().opens(sealed)
    assert Keyring.parsed(turning.written()).written() == turning.written()


def test_while_keys_turn_what_is_stored_says_which_key_matches() -> None:
    old = Keyring.new()
    turning = old.turned()
    before = turning.that_made(old.seal("Anna"), old.match("Anna"))
    after = turning.that_made(turning.seal("Anna"), turning.match("Anna"))
    assert before is not None
    assert after is not None
    assert before.match("Jana") == old.match("Jana")
    assert after.match("Jana") == turning.match("Jana")
    # Whatever is stored from now on is opened by what stays.
    assert turning.newest().opens(before.seal("Jana"))
    assert not turning.made(old.seal("Anna"), old.match("Anna"))


@pytest.mark.parametrize(
    ("sealed", "match"), [("Anna", "Jana"), ("Jana", "Anna")], ids=["the match", "the seal"]
)
def test_keys_that_made_one_of_the_two_alone_made_neither(sealed: str, match: str) -> None:
    mine, other = Keyring.new(), Keyring.new()
    seals = mine if sealed == "Anna" else other
    matches = mine if match == "Anna" else other
    assert mine.turned().that_made(seals.seal("Anna"), matches.match("Anna")) is None


def test_keys_are_written_nowhere_but_where_they_are_asked_for() -> None:
    keyring = Keyring.new()
    secrets = [line.split()[1] for line in keyring.written().splitlines()]
    assert len(secrets) == 2
    assert not [secret for secret in secrets if secret in repr(keyring) + str(keyring)]
