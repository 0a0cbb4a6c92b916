"""New keys come and old ones go in an order that may break off anywhere."""

import subprocess
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, insert, select

from data_access import audit, rotation, schema
from data_access.access import OPERATOR, AccessRefused
from data_access.attendance import Recorded
from data_access.engine import reading, writing
from data_access.identity import (
    IdentityKeyProblem,
    Keyring,
    create_key,
    open_keyring,
    replace_keys,
)
from tests.conftest import written_out
from tests.data_access.attendance.lists import OTHER, a_csv, came, check, record
from tests.data_access.command_lines import ROOT, environment
from tests.data_access.contents import contents
from tests.data_access.readers import COORDINATOR
from tests.data_access.rotation.sealed_rows import (
    ADMINISTRATOR,
    AGAIN,
    are_known,
    opened,
    plant_others,
    rows,
    sealed_texts,
)
from tests.data_access.rotation.steps import (
    COMMITTED,
    GONE,
    KILLED,
    NOTHING_YET,
    STEPS,
    break_off,
)

NEWCOMER = a_csv(came("Ieva Liepa", "ieva@x.lv"))
A_WHILE, LONG_ENOUGH = 0.5, 20.0


class PowerCut(BaseException):
    """Nothing that comes after it is done."""


def cut() -> None:
    raise PowerCut


def rotations(engine: Engine) -> int:
    """How many are written down."""
    return [row["action"] for row in rows(engine, "audit_event")].count("identity.rotated")


def is_sealed_by(engine: Engine, keyring: Keyring) -> bool:
    """Whether the keys open all that is stored."""
    return all(keyring.opens(text) for texts in sealed_texts(engine).values() for text in texts)


@pytest.mark.parametrize("step", STEPS)
def test_broken_off_anywhere_it_leaves_all_known_and_ends_when_begun_again(
    kept: Engine, key: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    old, names = open_keyring(), opened(kept)
    with monkeypatch.context() as patch:
        break_off(patch, step, cut)
        with pytest.raises(PowerCut):
            rotation.rotate(kept, ADMINISTRATOR)
    assert opened(kept) == names
    assert are_known(kept)
    assert is_sealed_by(kept, old) == (step not in COMMITTED)
    assert open_keyring().is_turning == (step not in (*NOTHING_YET, GONE))
    assert rotations(kept) == (step in COMMITTED)
    record(kept, NEWCOMER)
    rotation.rotate(kept, ADMINISTRATOR)
    assert not open_keyring().is_turning
    assert is_sealed_by(kept, open_keyring())
    assert not [t for texts in sealed_texts(kept).values() for t in texts if old.opens(t)]
    assert are_known(kept)
    assert check(kept, a_csv(came("IEVA LIEPA", "ieva@x.lv")), OTHER).known_persons == 1
    assert [path.name for path in key.parent.iterdir()] == ["identity.key"]


def test_killed_it_leaves_all_known_and_ends_when_begun_again(kept: Engine) -> None:
    names = opened(kept)
    killed = subprocess.run(
        [sys.executable, "-m", "tests.data_access.rotation.steps", "while texts are sealed"],
        cwd=ROOT,
        env=environment(written_out(kept.url)),
        check=False,
        timeout=60,
    )
    assert killed.returncode == KILLED
    assert opened(kept) == names
    assert are_known(kept)
    rotation.rotate(kept, ADMINISTRATOR)
    assert opened(kept) == names
    assert are_known(kept)


def test_what_was_begun_is_ended_with_the_keys_that_came(
    kept: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Others may have sealed with them meanwhile."""
    with monkeypatch.context() as patch:
        break_off(patch, "while texts are sealed", cut)
        with pytest.raises(PowerCut):
            rotation.rotate(kept, ADMINISTRATOR)
    came_new = open_keyring().newest().written()
    rotation.rotate(kept, ADMINISTRATOR)
    assert open_keyring().written() == came_new


def test_it_is_written_down_with_counts_and_without_anybody(kept: Engine) -> None:
    rotation.rotate(kept, ADMINISTRATOR)
    entry = rows(kept, "audit_event")[-1]
    assert (entry["actor"], entry["action"]) == (ADMINISTRATOR.who, "identity.rotated")
    assert entry["details"] == {
        "sealed": {
            "account": 0,
            "monthly_report_content": 0,
            "person_identity": 4,
            "upload_row": 0,
        },
        "let_go": {"remembered_decision": 0, "session": 0},
    }
    with reading(kept) as connection:
        assert audit.verify(connection, OPERATOR).broken is None


def test_only_who_keeps_the_keys_may(kept: Engine) -> None:
    before = contents(kept)
    with pytest.raises(AccessRefused, match="keep_keys"):
        rotation.rotate(kept, COORDINATOR)
    assert contents(kept) == before


def test_a_list_that_comes_meanwhile_waits_and_is_recorded_by_the_new_key(kept: Engine) -> None:
    """Whoever waits for the turn asks for the key only when it is theirs."""
    recorded: list[Future[Recorded]] = []
    had_to_wait: list[bool] = []
    with ThreadPoolExecutor() as pool:

        def give_a_list(_done: int, _of_all: int) -> None:
            recorded.append(pool.submit(record, kept, AGAIN))
            time.sleep(A_WHILE)
            had_to_wait.append(not recorded[0].done())

        rotation.rotate(kept, ADMINISTRATOR, give_a_list)
        done = recorded[0].result(LONG_ENOUGH)
    assert had_to_wait == [True]
    assert (done.attendances, done.persons) == (1, 0)
    assert is_sealed_by(kept, open_keyring())
    assert are_known(kept)


def test_dashboards_go_on_meanwhile(kept: Engine) -> None:
    """Far more than SQLite changes in memory by itself before it shuts others out."""
    keyring, number, counted = open_keyring(), 8_000, list[int]()
    name, person = "Liga " * 100, schema.person
    sealed = {"name_sealed": keyring.seal(name), "name_match": keyring.match(name)}
    with writing(kept) as connection:
        added = insert(person).returning(person.c.id)
        persons = connection.scalars(added, [{"origin": "entered"}] * number).all()
        named = [{"person_id": one} | sealed for one in persons]
        connection.execute(insert(schema.person_identity), named)

    def look(done: int, of_all: int) -> None:
        if done == of_all:
            with reading(kept) as asking:
                counted.extend(asking.scalars(select(func.count()).select_from(person)))

    rotation.rotate(kept, ADMINISTRATOR, look)
    assert counted == [number + 4]
    assert is_sealed_by(kept, open_keyring())


def test_two_at_once_come_one_after_the_other(kept: Engine) -> None:
    names = opened(kept)
    with ThreadPoolExecutor() as pool:
        done = list(pool.map(lambda _: rotation.rotate(kept, ADMINISTRATOR), range(3)))
    assert [sum(each.sealed.values()) for each in done] == [4, 4, 4]
    assert rotations(kept) == 3
    assert not open_keyring().is_turning
    assert opened(kept) == names
    assert are_known(kept)


@pytest.mark.parametrize("what", ["missing", "damaged", "another"])
def test_without_the_right_key_nothing_is_changed(kept: Engine, key: Path, what: str) -> None:
    before = contents(kept)
    key.unlink()
    if what == "damaged":
        key.write_text("match half")
    if what == "another":
        create_key(key)
    stood = key.read_bytes() if key.exists() else None
    with pytest.raises(IdentityKeyProblem):
        rotation.rotate(kept, ADMINISTRATOR)
    assert contents(kept) == before
    assert (key.read_bytes() if key.exists() else None) == stood


def test_with_texts_of_another_key_in_one_column_alone_nothing_is_changed(
    engine: Engine, key: Path
) -> None:
    with writing(engine) as connection:
        plant_others(connection, Keyring.new())
    before, stood = contents(engine), key.read_bytes()
    with pytest.raises(IdentityKeyProblem, match="does not open"):
        rotation.rotate(engine, ADMINISTRATOR)
    assert (contents(engine), key.read_bytes()) == (before, stood)


def test_where_the_key_cannot_be_written_nothing_is_changed(
    kept: Engine, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, stood = contents(kept), key.read_bytes()

    def refuse(*_told: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr("os.open", refuse)
        with pytest.raises(IdentityKeyProblem, match=r"cannot be written to .*Permission denied"):
            rotation.rotate(kept, ADMINISTRATOR)
    assert (contents(kept), key.read_bytes()) == (before, stood)


def test_a_key_put_into_its_place_meanwhile_is_not_written_over(
    kept: Engine, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Keyring.new()
    break_off(monkeypatch, "once the new keys are in place", lambda: replace_keys(key, other))
    with pytest.raises(IdentityKeyProblem, match="put another key into the place"):
        rotation.rotate(kept, ADMINISTRATOR)
    assert open_keyring().written() == other.written()


def test_old_keys_stay_where_somebody_sealed_with_them_meanwhile(
    kept: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, finish = open_keyring(), rotation.turning._finish

    def plant_first(engine: Engine, path: Path, keyring: Keyring) -> None:
        with writing(engine) as connection:
            plant_others(connection, old)
        finish(engine, path, keyring)

    monkeypatch.setattr(rotation.turning, "_finish", plant_first)
    with pytest.raises(IdentityKeyProblem, match="run the command again"):
        rotation.rotate(kept, ADMINISTRATOR)
    assert open_keyring().is_turning
    monkeypatch.undo()
