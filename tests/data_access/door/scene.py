"""Records of several towns and rounds, and readers of every reach, with what each may see."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from data_access import schema
from data_access.access import Reader
from data_access.accounts import known_places, reader_of
from data_access.clock import today
from data_access.door import Door
from data_access.door.rows import ROWS
from data_access.engine import reading, writing
from data_access.rules import Role
from tests.data_access.accounts.grants import ISSUER, a_role, an_account, place_number
from tests.data_access.door.planted import Rows, everything, plant, told
from tests.data_access.door.sight import Sight
from tests.provide.databases import Shelf

RIGA, JELGAVA = "2025:LV-RIX", "2009:LV-JEL"
THEN_RIGA = "2009:LV-RIX"
DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Land:
    """The numbers by which a test speaks of rounds and towns."""

    fourth: int
    fifth: int
    riga: frozenset[int]


@dataclass(frozen=True)
class Planted:
    """A database with records of several towns, and whoever asks."""

    door: Door
    rows: Rows
    sights: dict[str, Sight]

    def reader(self, name: str) -> Reader:
        with self.door.matching() as connection:
            found = reader_of(connection, ISSUER, name)
        assert found is not None
        return found


@contextmanager
def prepared(shelf: Shelf) -> Iterator[Planted]:
    """A database of the facts with all of this planted."""
    with shelf.copy("facts") as url:
        door = Door(url)
        with writing(door.application) as connection:
            sights = prepare(connection)
        with reading(door.application) as connection:
            rows = everything(connection)
        yield Planted(door, rows, sights)
        door.dispose()


def prepare(connection: Connection) -> dict[str, Sight]:
    """Records of two towns and of nowhere in two rounds; the accounts, and what each may see."""
    round_, mediator = schema.round, schema.mediator
    rounds = select(round_.c.id).where(round_.c.code.in_(["IV", "V"])).order_by(round_.c.ordinal)
    fourth, fifth = connection.scalars(rounds)
    riga, jelgava = (place_number(connection, place) for place in (THEN_RIGA, JELGAVA))
    for round_id in (fourth, fifth):
        for town in (riga, jelgava, None):
            plant(connection, round_id, town, {riga, jelgava} - {town})
    for table in ROWS.keys() | {"institution", "recommendation", "stranger"}:
        told(connection, table, 1)
    latest = place_number(connection, RIGA)
    land = Land(fourth, fifth, known_places(connection, latest))
    first = connection.execute(select(func.min(mediator.c.id))).scalar_one()
    open_accounts(connection, land, latest, first)
    return sights(land, first)


def open_accounts(connection: Connection, land: Land, riga: int, mediator: int) -> None:
    def account(name: str, *roles: Role) -> int:
        number = an_account(connection, name)
        for role in roles:
            a_role(connection, number, role)
        return number

    for role in Role:
        account(role.value, role)
    account("nobody")
    for name, role in (("coordinator-riga", Role.COORDINATOR), ("manager-riga", Role.MANAGER)):
        a_role(connection, account(name), role, municipality_id=riga)
    in_iv: dict[str, Any] = {"municipality_id": riga, "round_id": land.fourth}
    a_role(connection, account("coordinator-riga-iv"), **in_iv)
    a_role(connection, account("coordinator-v"), round_id=land.fifth)
    both = account("coordinator-riga-iv-and-v")
    a_role(connection, both, **in_iv)
    a_role(connection, both, round_id=land.fifth)
    a_role(connection, account("mediator-own"), Role.MEDIATOR, mediator_id=mediator)
    account("mediator-and-auditor", Role.AUDITOR, Role.MEDIATOR)
    a_role(connection, account("mediator-and-riga", Role.MEDIATOR), municipality_id=riga)
    a_role(connection, account("no-mediator", Role.INSTITUTION), mediator_id=mediator, round_id=1)
    a_role(connection, account("ended"), last=today() - DAY)
    a_role(connection, account("not-yet"), first=today() + DAY)
    a_role(connection, account("just-today"), first=today(), last=today())


def sights(land: Land, mediator: int) -> dict[str, Sight]:
    def in_riga(_round: int, town: int | None) -> bool:
        return town in land.riga

    def in_riga_iv(round_: int, town: int | None) -> bool:
        return round_ == land.fourth and town in land.riga

    def in_v(round_: int, _town: int | None) -> bool:
        return round_ == land.fifth

    def in_either(round_: int, town: int | None) -> bool:
        return in_riga_iv(round_, town) or in_v(round_, town)

    def in_i(round_: int, _town: int | None) -> bool:
        return round_ == 1

    all_of_it, programme, nothing = Sight(everything=True), Sight(programme=True), Sight()
    return {
        **dict.fromkeys(("administrator", "coordinator", "manager", "just-today"), all_of_it),
        **dict.fromkeys(("mediator", "institution", "council_member"), programme),
        **dict.fromkeys(("auditor", "nobody", "ended", "not-yet"), nothing),
        "mediator-and-auditor": programme,
        **dict.fromkeys(("coordinator-riga", "manager-riga"), Sight(lies_within=in_riga)),
        "coordinator-riga-iv": Sight(lies_within=in_riga_iv),
        "coordinator-v": Sight(lies_within=in_v),
        "coordinator-riga-iv-and-v": Sight(lies_within=in_either),
        "mediator-own": Sight(programme=True, mediator=mediator),
        "mediator-and-riga": Sight(programme=True, lies_within=in_riga),
        "no-mediator": Sight(programme=True, lies_within=in_i),
    }
