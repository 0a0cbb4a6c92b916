"""Role by role, function by function: let through or refused, as the table says."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from sqlalchemy import URL, Connection, func, select, union_all

from data_access import accounts, schema
from data_access.access import AccessRefused, Reader, Right, may
from data_access.door import Door
from data_access.engine import reading, writing
from data_access.rules import Role
from tests.data_access.access.asking import Function, asked, looks, name_of, with_unusable
from tests.data_access.access.rights import ASKED_WITH, NEEDS, RIGHTS, right_for
from tests.data_access.readers import STRANGER
from tests.data_access.test_access import with_reader
from tests.provide.databases import Shelf

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
            found = dict(readers(connection))
        yield Platform(door, found)
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
