"""New keys for a hundred thousand names, against sealing as many texts and storing nothing."""

import time

from sqlalchemy import Engine, insert, select

from data_access import rotation, schema
from data_access.access import OPERATOR
from data_access.engine import reading, writing
from data_access.identity import Keyring, open_keyring

NAMES, AT_ONCE = 100_000, 1_000


def turned(engine: Engine) -> tuple[float, float]:
    """Milliseconds of the rotation, and how many times the baseline.

    Raises where afterwards a name does not open, is not matched, or opens with the old keys.
    """
    old = open_keyring()
    _fill(engine, old)
    start = time.perf_counter()
    for number in range(NAMES):
        old.seal(_name(number))
    baseline = time.perf_counter() - start
    start = time.perf_counter()
    rotation.rotate(engine, OPERATOR)
    took = time.perf_counter() - start
    _look_at_all(engine, old, open_keyring())
    return took * 1000, took / baseline


def _name(number: int) -> str:
    return f"Persona Numur {number}"


def _fill(engine: Engine, keyring: Keyring) -> None:
    person = schema.person
    with writing(engine) as connection:
        for first in range(0, NAMES, AT_ONCE):
            rows = [{"origin": "entered"}] * AT_ONCE
            added = connection.scalars(insert(person).returning(person.c.id), rows)
            names = {one: _name(first + place) for place, one in enumerate(sorted(added))}
            connection.execute(
                insert(schema.person_identity),
                [
                    {
                        "person_id": one,
                        "name_sealed": keyring.seal(name),
                        "name_match": keyring.match(name),
                    }
                    for one, name in names.items()
                ],
            )


def _look_at_all(engine: Engine, old: Keyring, new: Keyring) -> None:
    identity = schema.person_identity
    named = select(identity.c.name_sealed, identity.c.name_match).order_by(identity.c.person_id)
    with reading(engine) as connection:
        for number, row in enumerate(connection.execute(named)):
            sealed, matched = bytes(row.name_sealed), bytes(row.name_match)
            is_right = new.unseal(sealed) == _name(number) and new.match(_name(number)) == matched
            if not is_right or old.opens(sealed):
                raise ValueError(f"name {number} was not sealed anew")
