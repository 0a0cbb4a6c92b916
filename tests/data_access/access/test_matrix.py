"""Role by role, function by function: let through or refused, as the table says."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import signature
from typing import Any

import pytest
from sqlalchemy import URL, Connection, func, select, union_all

from data_access import accounts, schema
from data_access.access import AccessRefused, Reader, Right, may
from data_access.door import Door
from data_access.engine import reading, writing
from data_access.rules import Role
from tests.data_access.access.rights import ASKED_WITH, CHOSEN, NEEDS, RIGHTS, right_for
from tests.data_access.readers import STRANGER
from tests.data_access.test_access import asks_for, path, with_reader
from tests.provide.databases import Shelf

Function = Callable[..., Any]
REFUSED, ANSWERED, FAILED = "refused", "answered", "failed on what it was given"
PERSONAS = {role: role.value.replace("_", "-") for role in Role}
FUNCTIONS = with_reader()
STORED = union_all(
    select(schema.data_version.c.number),
    *(select(func.count()).select_from(table) for table in schema.metadata.sorted_tables),
)


@dataclass(frozen=True)
class Platform:
    """A door, and who goes through it with one role, or with none."""

    door: Door
    readers: dict[Role | None, Reader]

    def stored(self) -> list[int]:
        """The data version, and how many rows each table has."""
        with reading(self.door.application) as connection:
            return list(connection.scalars(STORED))


@pytest.fixture(scope="module")
def platform(shelf: Shelf) -> Iterator[Platform]:
    with shelf.copy("sample") as url:
        door = opened_for_personas(url)
        with door.matching() as connection:
            yield Platform(door, dict(readers(connection)))
        door.dispose()


def opened_for_personas(url: URL) -> Door:
    door = Door(url)
    with writing(door.application) as connection:
        accounts.open_personas(connection)
    return door


def readers(connection: Connection) -> Iterator[tuple[Role | None, Reader]]:
    for role, persona in PERSONAS.items():
        found = accounts.persona_of(connection, persona)
        assert found is not None
        assert found.roles == {role}
        yield role, found
    yield None, STRANGER


def name_of(function: Function) -> str:
    return path(function).removeprefix("data_access.")


def looks(function: Function) -> bool:
    """Whether it only looks, so that it can really be asked through the door."""
    is_question = asks_for(function, "filters") or asks_for(function, "_filters")
    return is_question or name_of(function) in ASKED_WITH


def asked(function: Function, connection: Connection, reader: Reader) -> object:
    known = {"connection": connection, "reader": reader, "filters": CHOSEN}
    values = known | ASKED_WITH.get(name_of(function), {})
    plain = {name: name.removeprefix("_") for name in signature(function).parameters}
    return function(**{name: values[to] for name, to in plain.items() if to in values})


def with_unusable(function: Function, **usable: object) -> object:
    """Call it with nothing that can be used, but for what is given and which right it is about."""
    parameters = signature(function).parameters
    unusable: dict[str, object] = {name: object() for name in parameters}
    right = {n: v for n, v in ASKED_WITH.get(name_of(function), {}).items() if n == "right"}
    return function(**unusable | right | {n: v for n, v in usable.items() if n in parameters})


def outcome(function: Function, platform: Platform, reader: Reader, *, is_granted: bool) -> str:
    """What becomes of it; whoever is refused has nothing that could be looked at first."""
    try:
        if not is_granted:
            with_unusable(function, reader=reader)
        elif looks(function):
            with platform.door.asking(reader) as connection:
                asked(function, connection, reader)
        else:
            with writing(platform.door.application) as connection:
                with_unusable(function, reader=reader, connection=connection)
    except AccessRefused:
        return REFUSED
    except Exception as error:  # noqa: BLE001 - whatever else happens, it was not refused
        return f"{error!r}" if looks(function) or not is_granted else FAILED
    return ANSWERED


def test_the_table_names_every_function_that_asks_who_is_reading_and_no_other() -> None:
    named = [name for names in NEEDS.values() for name in names]
    assert sorted(named) == sorted(map(name_of, FUNCTIONS))
    assert NEEDS.keys() <= {right.value for right in Right}
    assert ASKED_WITH.keys() <= set(named)


@pytest.mark.parametrize("right", list(Right))
@pytest.mark.parametrize("role", list(Role))
def test_a_role_has_the_rights_of_its_line_and_no_other(role: Role, right: Right) -> None:
    assert may(Reader.with_roles("test:reader", role), right) is (right.value in RIGHTS[role])


@pytest.mark.parametrize("function", FUNCTIONS, ids=name_of)
def test_a_function_lets_through_whoever_has_its_right_and_nobody_else(
    function: Function, platform: Platform
) -> None:
    needed, before = right_for(name_of(function)), platform.stored()
    if_granted = ANSWERED if looks(function) else FAILED
    granted = {role for role, rights in RIGHTS.items() if needed in rights}
    expected = {role: if_granted if role in granted else REFUSED for role in platform.readers}
    found = {
        role: outcome(function, platform, reader, is_granted=expected[role] != REFUSED)
        for role, reader in platform.readers.items()
    }
    assert found == expected
    assert platform.stored() == before
