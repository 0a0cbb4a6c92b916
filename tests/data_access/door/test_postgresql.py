"""PostgreSQL's side of the door, from its catalogue: who may read, write, own and become what."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import DBAPIError

from data_access import schema
from data_access.door.rows import AUDIT, HIDDEN, HIDDEN_COLUMNS, ROWS
from data_access.engine import DatabaseRole
from tests.data_access.door.catalogue import (
    COLUMNS,
    GRANTEES,
    OWN_RIGHTS,
    POLICIES,
    RELATIONS,
    ROUTINES,
    SEQUENCES,
    WRITES,
)
from tests.data_access.door.logins import login, superuser
from tests.data_access.door.scene import Planted

OPEN = {
    *("alembic_version", "confirmation", "council_meeting", "data_version", "denominator"),
    *("division", "document", "gap", "institution", "institution_alias", "municipality"),
    *("carried_land", "division_outline", "institution_word", "progress_report_link"),
    *("recommendation_carry", "recommendation_standing", "register_import"),
    *("register_import_entry", "review_mark"),
    *("municipality_alias", "progress_report", "progress_report_document", "recommendation"),
    *("recommendation_addressee", "recommendation_link", "recommendation_version"),
    *("reported_place", "round", "round_statement", "source", "succession", "territorial_unit"),
    "unit_membership",
}
IN_PART = {
    *("activity", "activity_day", "activity_document", "activity_further_place"),
    *("activity_institution", "attendance", "attendance_day", "audit_event", "case_need"),
    *("change", "contact", "family", "family_support", "mediation_case", "mediator"),
    *("mediator_training", "monthly_report", "post_gap"),
    *("mediator_post", "person", "reported_figure", "upload", "upload_row"),
}
SHUT = {
    *("account", "person_identity", "person_merge", "reading_key", "remembered_decision"),
    *("monthly_report_content", "role_grant", "session"),
}
SHUT_COLUMNS = {("upload_row", "cells_sealed"), ("upload_row", "problems")}
NUMBERLESS = {"alembic_version", "audit_event"}
"""Tables without a column ``id``."""

VIEWS = {"activity_in_scope", "reader_flags", "reader_mediator", "reader_scope"}
FUNCTIONS = {
    *("platform_account", "platform_flags", "platform_grants", "platform_mediators"),
    "platform_scope",
}

COLUMN = 'SELECT "{1}" FROM "{0}" LIMIT 0'
WRITING = ("INSERT INTO {} DEFAULT VALUES", "DELETE FROM {}", "TRUNCATE {}")
CHANGE = "UPDATE {} SET id = id"
ROWS_OF = (
    *("SELECT * FROM {}", "SELECT count(*) FROM {}", "SELECT 1 FROM {}", "TABLE {}"),
    *("SELECT ctid FROM {}", "SELECT FROM {}", "COPY {} TO STDOUT", "EXPLAIN SELECT * FROM {}"),
    "SELECT count(*) FROM round NATURAL JOIN {}",
)
MAKING = (
    *("CREATE TABLE stranger (number integer)", "CREATE VIEW stranger AS SELECT 1"),
    *("CREATE SCHEMA stranger", "CREATE SEQUENCE stranger", "CREATE TYPE stranger AS (n int)"),
    "CREATE FUNCTION stranger() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    *("CREATE ROLE stranger", "CREATE INDEX ON round (code)"),
    "CREATE POLICY stranger ON attendance USING (true)",
    "CREATE RULE stranger AS ON SELECT TO round DO INSTEAD SELECT 1",
)
CHANGING = (
    *("ALTER TABLE attendance DISABLE ROW LEVEL SECURITY", "DROP POLICY reader ON attendance"),
    *("ALTER TABLE round ADD COLUMN stranger int", "DROP TABLE round", "TRUNCATE round"),
    *("DROP VIEW reader_flags", "DROP FUNCTION platform_flags() CASCADE"),
    "ALTER FUNCTION platform_account() SECURITY INVOKER",
    "CREATE OR REPLACE VIEW reader_flags AS SELECT true, true, true",
    "GRANT roma_platform_owner TO CURRENT_USER",
    "ALTER ROLE CURRENT_USER BYPASSRLS",
    *("ALTER TABLE round OWNER TO CURRENT_USER", "SET ROLE roma_platform_owner"),
    *("SET row_security = off; SELECT * FROM attendance", "SET session_replication_role = replica"),
)
"""What no account but the owner's may do to the tables and to itself."""


@pytest.fixture(scope="module", params=["an account of its own", "a superuser as the role"])
def dashboards(request: pytest.FixtureRequest, on_postgresql: Planted) -> Iterator[Engine]:
    """The dashboards' role: through an account that belongs to it alone, and taken by another."""
    url = on_postgresql.door.application.url
    if request.param == "an account of its own":
        with login(url, DatabaseRole.READER) as own:
            yield from opened(create_engine(own, isolation_level="AUTOCOMMIT"))
    else:
        options = {"options": f"-c role={DatabaseRole.READER}"}
        yield from opened(create_engine(url, isolation_level="AUTOCOMMIT", connect_args=options))


@pytest.fixture(scope="module")
def application(on_postgresql: Planted) -> Iterator[Engine]:
    """An account that belongs to the application's role alone."""
    with login(on_postgresql.door.application.url, DatabaseRole.APPLICATION) as own:
        yield from opened(create_engine(own, isolation_level="AUTOCOMMIT"))


@pytest.fixture(scope="module")
def catalogue(on_postgresql: Planted) -> Iterator[Connection]:
    """The server's own superuser, who sees everything."""
    with superuser(on_postgresql.door.application.url) as connection:
        yield connection


def opened(engine: Engine) -> Iterator[Engine]:
    yield engine
    engine.dispose()


def answered(engine: Engine, statements: list[str]) -> list[str]:
    """Which of the statements are not refused for want of a right."""
    found = []
    with engine.connect() as connection:
        for statement in statements:
            try:
                connection.exec_driver_sql(statement)
            except DBAPIError as error:
                if getattr(error.orig, "sqlstate", "") == "42501":
                    continue
            found.append(statement)
    return found


def columns(catalogue: Connection) -> set[tuple[str, str]]:
    return {(row.relname, row.attname) for row in catalogue.execute(COLUMNS)}


def is_open(table: str, column: str) -> bool:
    return table not in SHUT and (table, column) not in SHUT_COLUMNS


def test_the_dashboards_read_the_columns_that_are_open_and_no_other(
    dashboards: Engine, catalogue: Connection
) -> None:
    every = columns(catalogue)
    statements = {COLUMN.format(*pair): pair for pair in every}
    read = {statements[said] for said in answered(dashboards, list(statements))}
    assert read == {pair for pair in every if is_open(*pair)}


def test_the_dashboards_read_no_shut_table_and_none_of_its_rows(
    dashboards: Engine, catalogue: Connection
) -> None:
    statements = [form.format(table) for table in sorted(SHUT) for form in ROWS_OF]
    assert answered(dashboards, statements) == []
    assert answered(dashboards, ["SELECT * FROM upload_row", "COPY upload_row TO STDOUT"]) == []


def test_every_relation_is_decided(catalogue: Connection) -> None:
    kinds = {(row.relname, row.relkind) for row in catalogue.execute(RELATIONS)}
    assert {name for name, kind in kinds if kind == "r"} == OPEN | IN_PART | SHUT
    assert {name for name, kind in kinds if kind == "v"} == VIEWS
    assert {kind for _, kind in kinds} == {"r", "v", "S"}


@pytest.fixture(scope="module")
def own_account(on_postgresql: Planted) -> Iterator[Engine]:
    """An account that belongs to the dashboards' role alone."""
    with login(on_postgresql.door.application.url, DatabaseRole.READER) as own:
        yield from opened(create_engine(own, isolation_level="AUTOCOMMIT"))


def test_the_dashboards_write_nothing(own_account: Engine, catalogue: Connection) -> None:
    assert catalogue.execute(WRITES, {"role": DatabaseRole.READER.value}).all() == []
    assert catalogue.execute(SEQUENCES, {"role": DatabaseRole.READER.value}).all() == []
    tables = sorted(OPEN | IN_PART | SHUT)
    assert answered(own_account, [form.format(t) for t in tables for form in WRITING]) == []
    numbered = sorted((OPEN | IN_PART) - NUMBERLESS)
    assert answered(own_account, [CHANGE.format(table) for table in numbered]) == []


def test_the_dashboards_make_nothing_and_change_nothing(own_account: Engine) -> None:
    assert answered(own_account, [*MAKING, *CHANGING]) == []


def test_the_application_makes_nothing_and_owns_nothing(application: Engine) -> None:
    assert answered(application, [*MAKING, *CHANGING]) == []


def test_the_application_adds_to_the_audit_log_and_changes_nothing_there(
    application: Engine, catalogue: Connection
) -> None:
    held = catalogue.execute(WRITES, {"role": DatabaseRole.APPLICATION.value}).all()
    written = {(row.relname, row.what) for row in held}
    everything = {"INSERT", "UPDATE", "DELETE"}
    for table in OPEN | IN_PART | SHUT - {"alembic_version"}:
        rights = {AUDIT: {"INSERT"}, "reading_key": set(), "alembic_version": set()}
        expected = rights.get(table, everything)
        assert {what for relation, what in written if relation == table} == expected, table
    assert {relation for relation, _ in written} & VIEWS == set()
    refused = ["UPDATE audit_event SET actor = 'x'", "DELETE FROM audit_event"]
    assert answered(application, [*refused, "TRUNCATE audit_event"]) == []
    assert answered(application, ["UPDATE reading_key SET id = 1", "DELETE FROM reading_key"]) == []


def test_nobody_but_the_owner_owns_a_thing(catalogue: Connection) -> None:
    owners = {row.owner for row in catalogue.execute(RELATIONS)}
    routines = catalogue.execute(ROUTINES, {"role": DatabaseRole.READER.value})
    assert owners | {row.owner for row in routines} == {DatabaseRole.OWNER.value}


def test_nobody_else_was_granted_anything(catalogue: Connection) -> None:
    assert set(catalogue.scalars(GRANTEES)) == {role.value for role in DatabaseRole}


def test_the_three_roles_log_in_nowhere_and_have_no_right_over_the_server(
    catalogue: Connection, on_postgresql: Planted
) -> None:
    rows = catalogue.execute(OWN_RIGHTS).all()
    assert {row.rolname for row in rows} == {role.value for role in DatabaseRole}
    assert {any(row[1:]) for row in rows} == {False}
    as_owner = on_postgresql.door.application.url.set(username=DatabaseRole.OWNER.value)
    engine = create_engine(as_owner)
    with pytest.raises(DBAPIError, match=r"not permitted to log in|authentication failed"):
        engine.connect()
    engine.dispose()


def test_row_level_security_stands_before_what_is_seen_in_part(catalogue: Connection) -> None:
    rows = {row.relname: row for row in catalogue.execute(RELATIONS)}
    assert {name for name, row in rows.items() if row.relrowsecurity} == IN_PART


def test_a_view_shows_no_more_than_whoever_looks_through_it_may_see(
    catalogue: Connection,
) -> None:
    rows = {row.relname: row for row in catalogue.execute(RELATIONS)}
    options = {tuple(rows[name].reloptions) for name in VIEWS}
    assert options == {("security_invoker=true",)}


def test_the_functions_of_the_owner_name_everything_they_use(catalogue: Connection) -> None:
    rows = catalogue.execute(ROUTINES, {"role": "public"}).all()
    assert {row.proname for row in rows} == FUNCTIONS
    for row in rows:
        assert row.proconfig == ["search_path=pg_catalog, pg_temp"]
        assert (row.prosecdef, row.provolatile, row.is_open) == (True, "s", False), row.proname


def test_the_catalogue_says_what_the_door_says(catalogue: Connection) -> None:
    assert (set(HIDDEN), ROWS.keys() | {AUDIT}) == (SHUT, IN_PART)
    assert set(HIDDEN_COLUMNS) == SHUT_COLUMNS
    assert schema.metadata.tables.keys() - HIDDEN - IN_PART | {"alembic_version"} == OPEN
    rows = catalogue.execute(POLICIES).all()
    assert {(row.relname, row.polname, row.polcmd, row.role) for row in rows} == {
        policy
        for table in IN_PART
        for policy in (
            (table, "application", "*", DatabaseRole.APPLICATION.value),
            (table, "reader", "r", DatabaseRole.READER.value),
        )
    }


def test_the_policies_keep_the_rows_that_the_door_names(catalogue: Connection) -> None:
    rows = catalogue.execute(POLICIES).all()
    kept = {row.relname: row.condition for row in rows if row.polname == "reader"}
    everybody = "(SELECT everything FROM reader_flags) OR "
    spelled = {table: everybody + condition for table, condition in ROWS.items()}
    spelled[AUDIT] = "(SELECT audits FROM reader_flags)"
    for table, condition in spelled.items():
        assert kept[table] == as_kept(catalogue, table, condition), table


def as_kept(catalogue: Connection, table: str, condition: str) -> str:
    """The condition as the server spells it, from a policy that is made and taken back."""
    catalogue.exec_driver_sql(f"CREATE POLICY spelled ON {table} USING ({condition})")
    rows = catalogue.execute(POLICIES).all()
    catalogue.exec_driver_sql(f"DROP POLICY spelled ON {table}")
    return next(str(row.condition) for row in rows if row.polname == "spelled")
