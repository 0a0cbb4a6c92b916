"""Who asks on PostgreSQL is what a signed pass says, and nothing else that a statement may say."""

import hashlib
import hmac
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest
from sqlalchemy import Connection, Engine, create_engine, func, select, text, update

from data_access import schema
from data_access.access import AccessRefused, Reader
from data_access.accounts import known_places
from data_access.door import Door
from data_access.door.postgresql import SECONDS, Passes
from data_access.door.rows import AUDIT, ROWS
from data_access.engine import DatabaseRole, writing
from data_access.rules import Role
from tests.data_access.accounts.grants import a_role, an_account
from tests.data_access.door.logins import login, superuser
from tests.data_access.door.pretended import PRETENDED
from tests.data_access.door.scene import Planted
from tests.provide.databases import PostgresShelf

SHOW = text("SELECT set_config('platform.pass', :pass, true)")
ALWAYS_LATER = (
    "CREATE FUNCTION public.later(bigint, numeric) RETURNS bool LANGUAGE sql AS 'SELECT true'"
)
LATER_OPERATOR = (
    "CREATE OPERATOR public.> (LEFTARG = bigint, RIGHTARG = numeric, FUNCTION = public.later)"
)
COUNT = "SELECT count(*) FROM public.{}"

Forgery = Callable[["Scene"], str]


@dataclass(frozen=True)
class Scene:
    """The dashboards' own account, what signs passes, and the numbers of those who ask."""

    planted: Planted
    dashboards: Engine
    passes: Passes
    key: bytes

    def account(self, name: str) -> int:
        number = self.planted.reader(name).account
        assert number is not None
        return number

    def sign(self, name: str) -> str:
        return self.passes.sign(self.account(name))

    def signed(self, said: str) -> str:
        """What is said, and its HMAC."""
        return f"{said}.{hmac.new(self.key, said.encode(), hashlib.sha256).hexdigest()}"


@pytest.fixture(scope="module")
def scene(on_postgresql: Planted) -> Iterator[Scene]:
    door = on_postgresql.door
    with door.matching() as connection:
        passes = Passes(connection)
        padded = connection.execute(select(schema.reading_key.c.inner_pad)).scalar_one()
    with login(door.application.url, DatabaseRole.READER) as own:
        engine = create_engine(own)
        yield Scene(on_postgresql, engine, passes, bytes(byte ^ 0x36 for byte in padded))
        engine.dispose()


def counted(connection: Connection) -> dict[str, int]:
    """How many rows are seen of each table that is seen in part."""
    tables = {name: schema.metadata.tables[name] for name in (*ROWS, AUDIT)}
    return {
        name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for name, table in tables.items()
    }


def seen_with(scene: Scene, shown: str | None) -> dict[str, int]:
    with scene.dashboards.connect() as connection:
        if shown is not None:
            connection.execute(SHOW, {"pass": shown})
        return {table: number for table, number in counted(connection).items() if number}


def parts(scene: Scene) -> tuple[str, str, str]:
    account, expiry, mac = scene.sign("manager").split(".")
    return account, expiry, mac


def other_account(scene: Scene) -> str:
    _, expiry, mac = parts(scene)
    return f"{scene.account('administrator')}.{expiry}.{mac}"


def later(scene: Scene) -> str:
    account, expiry, mac = parts(scene)
    return f"{account}.{int(expiry) + 1}.{mac}"


def of_another(scene: Scene) -> str:
    account, expiry, _ = parts(scene)
    return f"{account}.{expiry}.{scene.sign('administrator').split('.')[2]}"


def cut_off(scene: Scene) -> str:
    return scene.sign("manager")[:-1]


def without_mac(scene: Scene) -> str:
    return scene.sign("manager").rpartition(".")[0]


def in_capitals(scene: Scene) -> str:
    account, expiry, mac = parts(scene)
    return f"{account}.{expiry}.{mac.upper()}"


def signed_as(said: str) -> Forgery:
    """A pass that is signed well, and says something else."""

    def make(scene: Scene) -> str:
        account, now = scene.account("manager"), int(time.time())
        return scene.signed(said.format(account=account, now=now, soon=now + 60))

    return make


def exactly(shown: str) -> Forgery:
    return lambda _scene: shown


FORGED: dict[str, Forgery] = {
    **{f.__name__: f for f in (other_account, later, of_another, cut_off, without_mac)},
    "in capitals": in_capitals,
    "expired": signed_as("{account}.1000000000"),
    "expired right now": lambda scene: scene.signed(
        f"{scene.account('manager')}.{int(time.time())}"
    ),
    **{
        f"signed: {said}": signed_as(said)
        for said in (
            *("{account}.", "{account}.-1", "{account}.soon", "{account}.{soon}e3", "."),
            *(
                "{account}. {soon}",
                "{account}.9999999999999",
                "{account}.{soon}\n",
                "{account}.0x7f",
            ),
            *("0{account}.{soon}", " {account}.{soon}", "+{account}.{soon}", "0.{soon}"),
            *("999999.{soon}", "-1.{soon}", "{account} OR 1=1.{soon}", "%.{soon}", "NULL.{soon}"),
            "99999999999999999999.{soon}",
        )
    },
    **{
        f"garbage: {shown[:12]!r}": exactly(shown)
        for shown in (
            *("", ".", "..", "...", "x", "a.b.c", "1.2.3", "NULL", "{1,2,3}", "ā.ē.ī", "\n", "\\"),
            *("1.9999999999.", "1.9999999999." + "0" * 64, "1'; DROP TABLE round; --.2.3"),
            *("x" * 100_000, "." * 1_000, "9" * 1_000 + ".9999999999." + "f" * 64),
        )
    },
}


@pytest.mark.parametrize("name", FORGED)
def test_a_pass_that_nobody_signed_shows_no_row(scene: Scene, name: str) -> None:
    assert seen_with(scene, FORGED[name](scene)) == {}


def test_without_a_pass_there_is_no_row(scene: Scene) -> None:
    assert seen_with(scene, None) == {}
    assert len(seen_with(scene, scene.sign("manager"))) == len(ROWS)


def test_a_pass_is_an_hmac_that_ends_within_the_hour(scene: Scene) -> None:
    said, _, _ = scene.sign("manager").rpartition(".")
    account, expiry = said.split(".")
    assert int(account) == scene.account("manager")
    assert 0 < int(expiry) - time.time() <= SECONDS
    assert seen_with(scene, scene.signed(said)) == seen_with(scene, scene.sign("manager"))


@pytest.mark.parametrize("name", ["nobody", "ended", "not-yet"])
def test_whose_role_is_over_or_still_to_come_sees_no_row(scene: Scene, name: str) -> None:
    assert seen_with(scene, scene.sign(name)) == {}


def test_a_disabled_account_sees_no_row_and_is_told_so(scene: Scene) -> None:
    door = scene.planted.door
    with writing(door.application) as connection:
        number = an_account(connection)
        a_role(connection, number, Role.MANAGER)
    assert len(seen_with(scene, scene.passes.sign(number))) == len(ROWS)
    account = schema.account
    with writing(door.application) as connection:
        ended = update(account).where(account.c.id == number).values(disabled_at=func.now())
        connection.execute(ended)
    assert seen_with(scene, scene.passes.sign(number)) == {}
    for stranger in (number, 999_999):
        reader = Reader("account:x", account=stranger)
        with pytest.raises(AccessRefused, match="does not know"), door.asking(reader):
            pytest.fail("it was let in")


def test_one_who_shows_anothers_pass_sees_what_that_one_sees(scene: Scene) -> None:
    riga = scene.planted.sights["coordinator-riga"].of(scene.planted.rows)
    assert seen_with(scene, scene.sign("coordinator-riga")) == {
        table: len(riga[table]) for table in ROWS if riga[table]
    }


@pytest.mark.parametrize("path", ["public", "pg_temp, public", "pg_temp, public, pg_catalog"])
@pytest.mark.parametrize("name", [None, "nobody", "coordinator-riga"])
def test_no_table_or_function_of_ones_own_stands_in(
    scene: Scene, path: str, name: str | None
) -> None:
    shown = "" if name is None else scene.sign(name)
    expected = seen_with(scene, shown)
    with scene.dashboards.connect() as connection:
        for statement in PRETENDED:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"SET LOCAL search_path = {path}")
        connection.execute(SHOW, {"pass": shown})
        found = {
            table: connection.exec_driver_sql(COUNT.format(table)).scalar()
            for table in (*ROWS, AUDIT)
        }
        connection.rollback()
    assert {table: number for table, number in found.items() if number} == expected


def test_no_operator_beside_the_tables_stands_in(scene: Scene) -> None:
    """Until PostgreSQL 15 anybody could put one there; it fits better than the server's own."""
    with superuser(scene.planted.door.application.url) as said:
        said.exec_driver_sql(ALWAYS_LATER)
        said.exec_driver_sql(LATER_OPERATOR)
        try:
            assert seen_with(scene, FORGED["expired"](scene)) == {}
        finally:
            said.exec_driver_sql("DROP FUNCTION public.later(bigint, numeric) CASCADE")


def test_the_functions_tell_of_nobody_else(scene: Scene) -> None:
    with scene.dashboards.connect() as connection:
        grants = text("SELECT account_id FROM platform_grants()")
        assert connection.scalars(grants).all() == []
        connection.execute(SHOW, {"pass": scene.sign("coordinator-riga-iv-and-v")})
        assert set(connection.scalars(grants)) == {scene.account("coordinator-riga-iv-and-v")}
        assert connection.scalar(text("SELECT platform_account()")) in set(
            connection.scalars(grants)
        )


def test_a_pass_lasts_as_long_as_the_transaction(scene: Scene) -> None:
    door, reader = scene.planted.door, scene.planted.reader("manager")
    with door.asking(reader) as connection:
        assert counted(connection)["attendance"]
        connection.rollback()
        shown = connection.scalar(text("SELECT current_setting('platform.pass', true)"))
    assert not shown


def test_a_key_that_was_made_anew_is_read_anew(postgresql_shelf: PostgresShelf) -> None:
    with ExitStack() as stack:
        url = stack.enter_context(postgresql_shelf.copy("migrated"))
        door = Door(url)
        stack.callback(door.dispose)
        with writing(door.application) as connection:
            reader = Reader("account:x", account=an_account(connection))
        with door.asking(reader):
            pass
        with superuser(url) as connection:
            connection.execute(update(schema.reading_key).values(inner_pad=b"x", outer_pad=b"y"))
        with door.asking(reader) as connection:
            assert connection.scalar(text("SELECT platform_account()")) == reader.account


def test_every_municipality_reaches_as_far_as_in_python(scene: Scene) -> None:
    door = scene.planted.door
    with writing(door.application) as connection:
        places = connection.scalars(select(schema.municipality.c.id)).all()
        accounts = {place: an_account(connection) for place in places}
        for place, account in accounts.items():
            a_role(connection, account, municipality_id=place)
    reached = text("SELECT DISTINCT municipality_id FROM reader_scope")
    with door.matching() as connection:
        expected = {place: known_places(connection, place) for place in places}
        found = {}
        for place, account in accounts.items():
            connection.execute(SHOW, {"pass": scene.passes.sign(account)})
            found[place] = frozenset(connection.scalars(reached))
    assert len(places) == 204
    assert found == expected
