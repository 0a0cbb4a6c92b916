"""The readers of the made-up sample: opened once, closed with it, and there again after it."""

import datetime as dt

import pytest
from sqlalchemy import Connection, Engine, func, insert, select

from data_access import schema
from data_access.access import OPERATOR_ROLES, Grant, Reader
from data_access.accounts import (
    PERSONAS,
    close_personas,
    known_places,
    open_personas,
    persona_of,
)
from data_access.engine import reading, writing
from data_access.rules import Role
from data_access.upkeep import Hand
from seed.__main__ import main
from seed.sample import drop_sample
from tests.conftest import written_out
from tests.data_access.accounts.grants import place_number
from tests.data_access.command_lines import call
from tests.data_access.contents import changed, contents

ROLES = {
    "operator": set(OPERATOR_ROLES),
    "administrator": {Role.ADMINISTRATOR},
    "coordinator": {Role.COORDINATOR},
    "coordinator-riga": {Role.COORDINATOR},
    "mediator": {Role.MEDIATOR},
    "institution": {Role.INSTITUTION},
    "manager": {Role.MANAGER},
    "council-member": {Role.COUNCIL_MEMBER},
    "council-member-ngo": {Role.COUNCIL_MEMBER},
    "auditor": {Role.AUDITOR},
}


def persona(connection: Connection, code: str) -> Reader:
    found = persona_of(connection, code)
    assert found is not None
    return found


def only_grant(reader: Reader) -> Grant:
    (grant,) = reader.grants
    return grant


def count(connection: Connection, table: str) -> int:
    statement = select(func.count()).select_from(schema.metadata.tables[table])
    return int(connection.execute(statement).scalar_one())


def test_every_reader_of_the_sample_has_the_roles_of_their_name(made_up: Connection) -> None:
    assert [persona_of(made_up, code) for code in PERSONAS] == [None] * len(PERSONAS)
    open_personas(made_up)
    assert {code: persona(made_up, code).roles for code in PERSONAS} == ROLES
    assert persona_of(made_up, "stranger") is None


def test_who_is_limited_is_limited_to_one_thing_of_the_sample(made_up: Connection) -> None:
    open_personas(made_up)
    riga = only_grant(persona(made_up, "coordinator-riga"))
    assert riga.municipalities == known_places(made_up, place_number(made_up, "2025:LV-RIX"))
    mediator = only_grant(persona(made_up, "mediator")).mediator
    origin = select(schema.mediator.c.origin).where(schema.mediator.c.id == mediator)
    assert made_up.execute(origin).scalar_one() == "sample"
    assert only_grant(persona(made_up, "institution")).institution is not None
    unlimited = ROLES.keys() - {"coordinator-riga", "mediator", "institution"}
    for code in unlimited:
        for grant in persona(made_up, code).grants:
            assert grant == Grant(grant.role, number=grant.number)


def test_opening_again_changes_nothing(made_up: Connection) -> None:
    open_personas(made_up)
    before = {code: persona(made_up, code) for code in PERSONAS}
    held = count(made_up, "role_grant")
    open_personas(made_up)
    assert {code: persona(made_up, code) for code in PERSONAS} == before
    assert count(made_up, "role_grant") == held


def test_closing_takes_their_roles_and_nobody_elses(made_up: Connection) -> None:
    open_personas(made_up)
    before = {code: persona(made_up, code).account for code in PERSONAS}
    other = insert(schema.account).values(
        issuer="local", subject="manager", created_at=dt.datetime.now(dt.UTC)
    )
    account = made_up.execute(other.returning(schema.account.c.id)).scalar_one()
    kept = {"account_id": account, "role": "manager", "valid_from": dt.date(2020, 1, 1)}
    made_up.execute(insert(schema.role_grant).values(kept))
    for _ in range(2):
        close_personas(made_up)
        assert {code: persona(made_up, code).grants for code in PERSONAS} == dict.fromkeys(
            PERSONAS, frozenset()
        )
        assert count(made_up, "role_grant") == 1
    open_personas(made_up)
    assert {code: persona(made_up, code).account for code in PERSONAS} == before
    assert persona(made_up, "manager").roles == {Role.MANAGER}


def test_one_whose_limits_name_nothing_gets_no_role(connection: Connection) -> None:
    open_personas(connection)
    powerless = {code for code in PERSONAS if not persona(connection, code).grants}
    assert powerless == {"coordinator-riga", "mediator", "institution"}


@pytest.fixture
def visited(sample: Engine) -> Engine:
    """The sample, with its readers, one of whom corrected a fact."""
    with writing(sample) as connection:
        open_personas(connection)
        activity = schema.activity
        of_facts = select(activity.c.id, activity.c.revision).where(activity.c.origin == "fact")
        number, revision = connection.execute(of_facts.limit(1)).one()
        hand = Hand(connection, persona(connection, "coordinator"))
        hand.change(activity, number, revision, title_lv="Cits nosaukums")
    return sample


@pytest.fixture
def signed(visited: Engine) -> Engine:
    """The same, and one of them entered something and signed it."""
    with writing(visited) as connection:
        hand = Hand(connection, persona(connection, "coordinator"))
        entry = connection.scalars(select(schema.recommendation.c.id)).first()
        report = {"claim": "done", "text": "Izdarīts", "recommendation_id": entry}
        hand.add(
            schema.progress_report,
            reported_on=dt.date(2020, 8, 1),
            entered_at=hand.now,
            entered_by_id=hand.account(),
            **report,
        )
    return visited


def test_the_sample_goes_and_comes_again_with_its_readers(visited: Engine) -> None:
    url = written_out(visited.url)
    assert call(main, "--drop-sample", url=url).code == 0
    with reading(visited) as connection:
        assert count(connection, "role_grant") == 0
        assert count(connection, "account") == len(PERSONAS)
    assert call(main, url=url).out == "The made-up sample was added to the facts.\n"
    with writing(visited) as connection:
        open_personas(connection)
        assert {code: persona(connection, code).roles for code in PERSONAS} == ROLES


def test_what_a_reader_of_the_sample_signed_stays(signed: Engine) -> None:
    with writing(signed) as connection:
        drop_sample(connection)
    with reading(signed) as connection:
        report = schema.progress_report
        entered = select(report.c.entered_by_id).where(report.c.origin == "entered")
        author = connection.execute(entered).scalar_one()
        assert author == persona(connection, "coordinator").account
        said = connection.scalars(select(schema.change.c.changed_by).distinct()).all()
        assert said == [f"account:{author}"]


def test_on_the_command_line_the_sample_goes_with_its_readers(signed: Engine) -> None:
    url = written_out(signed.url)
    dropped = call(main, "--drop-sample", url=url)
    assert dropped.code == 0, dropped
    assert "made-up rows were removed" in dropped.out
    before = contents(signed)
    assert call(main, "--drop-sample", url=url).code == 0
    assert changed(before, contents(signed)) == []
