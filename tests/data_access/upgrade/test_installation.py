"""PostgreSQL as an institution gives it: accounts that are no superusers, and roles to be made."""

import itertools
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from sqlalchemy import URL, Connection, inspect, select, text

from data_access import accounts, schema
from data_access.__main__ import main
from data_access.access import Reader
from data_access.door import Door
from data_access.engine import (
    AddressNotUnderstood,
    DatabaseRefuses,
    DatabaseRole,
    RolesMissing,
    using,
    writing,
)
from data_access.upgrade import check, downgrade, upgrade
from data_access.upkeep import Hand
from seed.__main__ import main as seed
from tests.conftest import written_out
from tests.data_access.command_lines import call
from tests.data_access.contents import GO_BACK, changed, contents
from tests.data_access.door.logins import superuser
from tests.provide.postgresql import own_server

OWNER, APPLICATION, READER = DatabaseRole
PASSWORD = "only-for-tests"  # noqa: S105 - on a server that ends with the test
NUMBERS = itertools.count(1)


class Server:
    """A server's administrator, who gives accounts and databases and takes all of them away."""

    def __init__(self, url: URL, said: Connection) -> None:
        self._url, self._said = url, said
        self.superuser = url.username
        self._accounts: list[str] = []
        self._databases: list[str] = []

    def say(self, *statements: str) -> None:
        for statement in statements:
            self._said.execute(text(statement))

    def account(self, *roles: str, rights: str = "") -> str:
        name = f"account_{next(NUMBERS)}"
        self.say(f"CREATE ROLE {name} LOGIN PASSWORD '{PASSWORD}' {rights}")
        self.say(*(f"GRANT {role} TO {name}" for role in roles))
        self._accounts.append(name)
        return name

    def database(self, owner: str) -> URL:
        """An empty database of that owner, as the owner reaches it."""
        name = f"platform_{next(NUMBERS)}"
        self.say(f"CREATE DATABASE {name} TEMPLATE template0 OWNER {owner}")
        self._databases.append(name)
        return self.seen_by(owner, self._url.set(database=name))

    def seen_by(self, account: str, database: URL) -> URL:
        return database.set(username=account, password=PASSWORD)

    def make_roles(self) -> None:
        """As the README says."""
        self.say(*(f"CREATE ROLE {role.value} NOLOGIN" for role in DatabaseRole))
        self.say(f"GRANT {READER.value} TO {APPLICATION.value}")

    def clear(self) -> None:
        self.say(*(f"DROP DATABASE {name} WITH (FORCE)" for name in self._databases))
        names = [*(role.value for role in DatabaseRole), *self._accounts]
        self.say(*(f"DROP ROLE IF EXISTS {name}" for name in names))


@pytest.fixture(scope="module")
def address() -> Iterator[URL]:
    with own_server() as url:
        yield url


@pytest.fixture
def server(address: URL) -> Iterator[Server]:
    """A server on which nobody has made the platform's roles."""
    with superuser(address) as said:
        given = Server(address, said)
        yield given
        given.clear()


@pytest.fixture
def migrated(server: Server) -> URL:
    """A database that its owner, who may make roles and nothing else, has brought up to date."""
    url = server.database(server.account(rights="CREATEROLE"))
    with using(url) as engine:
        assert upgrade(engine)
    return url


def tables(url: URL) -> set[str]:
    with using(url) as engine:
        return set(inspect(engine).get_table_names())


def refusal(url: URL) -> str:
    """The sentence with which migrating is refused; nothing is left behind."""
    before = tables(url)
    with pytest.raises(RolesMissing) as caught, using(url) as engine:
        upgrade(engine)
    assert tables(url) == before
    return str(caught.value)


def counted(door: Door, persona: str) -> int:
    """How many attendances somebody of the sample sees through the door."""
    with writing(door.application) as connection:
        accounts.open_personas(connection)
    with door.matching() as connection:
        reader = accounts.persona_of(connection, persona)
    assert reader is not None
    with door.asking(reader) as connection:
        return len(connection.execute(select(schema.attendance.c.id)).all())


def entered(door: Door) -> None:
    """What a page does to store something."""
    with writing(door.application) as connection:
        accounts.open_operator(connection, "anna")
        who = accounts.operator_of(connection, "anna")
        assert isinstance(who, Reader)
        Hand(connection, who).add(schema.source, code="x", title_lv="x", title_en="x")


@pytest.mark.parametrize("made", [(), (OWNER,), (OWNER, APPLICATION)])
def test_an_owner_who_makes_no_roles_is_told_which_are_missing(
    server: Server, made: tuple[DatabaseRole, ...]
) -> None:
    server.say(*(f"CREATE ROLE {role.value}" for role in made))
    said = refusal(server.database(server.account()))
    assert "CREATE ROLE" in said
    assert {role for role in DatabaseRole if role.value in said} == set(DatabaseRole) - set(made)


@pytest.mark.parametrize("held", [(), (OWNER,), (APPLICATION,)])
def test_an_owner_who_does_not_belong_to_the_roles_is_told_so(
    server: Server, held: tuple[DatabaseRole, ...]
) -> None:
    server.make_roles()
    account = server.account(*(role.value for role in held))
    assert "may not become the owner of the tables" in refusal(server.database(account))


def test_an_owner_is_told_when_the_application_may_not_be_the_reader(server: Server) -> None:
    server.make_roles()
    server.say(f"REVOKE {READER.value} FROM {APPLICATION.value}")
    account = server.account(OWNER.value, APPLICATION.value)
    said = refusal(server.database(account))
    assert f"{READER.value} to {APPLICATION.value}" in said


def test_an_owner_who_belongs_to_the_roles_needs_no_right_to_make_them(server: Server) -> None:
    server.make_roles()
    url = server.database(server.account(OWNER.value, APPLICATION.value))
    with using(url) as engine:
        assert upgrade(engine)
        check(engine)
    assert call(seed, url=written_out(url)).code == 0


def test_an_owner_who_may_make_roles_makes_them_and_runs_the_platform(migrated: URL) -> None:
    assert call(seed, url=written_out(migrated)).code == 0
    assert call(main, "migrate", url=written_out(migrated)).code == 0
    assert "attendances" in call(main, "figures", "--round", "IV", url=written_out(migrated)).out
    with ExitStack() as stack:
        door = Door(migrated)
        stack.callback(door.dispose)
        door.check()
        assert 0 < counted(door, "coordinator-riga") < counted(door, "manager")
        entered(door)


def test_a_second_database_of_the_server_finds_the_roles_made(
    server: Server, migrated: URL
) -> None:
    other = server.database(server.account(OWNER.value, APPLICATION.value))
    with using(other) as engine:
        assert upgrade(engine)
    with using(migrated) as engine:
        check(engine)


def test_an_owner_takes_the_roles_rights_back_and_gives_them_again(migrated: URL) -> None:
    assert call(seed, url=written_out(migrated)).code == 0
    with using(migrated) as engine:
        before = contents(engine)
        downgrade(engine, "0002")
        assert upgrade(engine)
        assert set(changed(before, contents(engine))) <= GO_BACK
    with ExitStack() as stack:
        door = Door(migrated)
        stack.callback(door.dispose)
        assert counted(door, "manager")


def test_an_account_of_the_application_runs_the_platform_and_migrates_nothing(
    server: Server, migrated: URL
) -> None:
    url = server.seen_by(server.account(APPLICATION.value), migrated)
    assert call(seed, url=written_out(url)).code == 0
    with using(url) as engine:
        assert not upgrade(engine)
    with ExitStack() as stack:
        door = Door(url)
        stack.callback(door.dispose)
        door.check()
        assert counted(door, "manager")
        entered(door)
    with superuser(migrated.set(username=server.superuser, password=None)) as said:
        said.execute(text("UPDATE alembic_version SET version_num = '0002'"))
    assert "may not become the owner" in call(main, "migrate", url=written_out(url)).refusal()


def test_dashboards_ask_by_an_account_of_their_own(server: Server, migrated: URL) -> None:
    own = server.seen_by(server.account(READER.value), migrated)
    assert call(seed, url=written_out(migrated)).code == 0
    named = {"DATABASE_URL": written_out(migrated), "DATABASE_READ_URL": written_out(own)}
    with ExitStack() as stack:
        door = Door.of(named)
        stack.callback(door.dispose)
        assert 0 < counted(door, "coordinator-riga") < counted(door, "manager")
        entered(door)
        with door.matching() as connection:
            reader = accounts.persona_of(connection, "manager")
        assert reader is not None
        with door.asking(reader) as connection:
            who = connection.execute(text("SELECT session_user, current_user")).one()
        assert tuple(who) == (own.username, READER.value)
        for statement in ("RESET ROLE; SELECT * FROM account", "SET ROLE roma_platform_owner"):
            with pytest.raises(DatabaseRefuses), door.asking(reader) as connection:
                connection.exec_driver_sql(statement)


def test_dashboards_are_not_asked_in_another_kind_of_database(tmp_path: object) -> None:
    server, file = "postgresql://a:secret@localhost/platform", f"sqlite:///{tmp_path}/x.sqlite"
    for one, other in ((server, file), (file, server), (file, file)):
        with pytest.raises(AddressNotUnderstood, match="DATABASE_READ_URL") as caught:
            Door.of({"DATABASE_URL": one, "DATABASE_READ_URL": other})
        assert "secret" not in str(caught.value)
