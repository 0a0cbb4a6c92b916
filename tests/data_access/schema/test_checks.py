"""Each check of the tables refuses the row that breaks it and accepts the row beside it."""

import pytest
from sqlalchemy import CheckConstraint, Connection

from data_access.schema import metadata
from tests.data_access.schema.checks import CHECKS, DATED, DAY, Check
from tests.data_access.schema.refusals import refused_by, table_of
from tests.data_access.schema.samples import Row, plant, row, vocabulary

# A word that is none would break a second rule if nothing else in the row fitted it.
BESIDE_A_WRONG_WORD: dict[str, Row] = {
    "ck_reported_figure_scope": {"round_id": None},
    **{
        f"ck_{table}_{prefix}date_precision": {f"{prefix}starts_on": DAY} for table, prefix in DATED
    },
}
VOCABULARIES = [
    (f"ck_{table.name}_{column.name}", column.name)
    for table in metadata.sorted_tables
    for column in table.columns
    if vocabulary(table, column.name)
]


def test_every_check_is_broken_here_by_its_name() -> None:
    constraints = (c for table in metadata.tables.values() for c in table.constraints)
    known = {str(c.name) for c in constraints if isinstance(c, CheckConstraint)}
    assert {name for name, *_ in (*CHECKS, *VOCABULARIES)} == known


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_check_refuses_what_breaks_it_and_accepts_the_row_beside(
    connection: Connection, check: Check
) -> None:
    table = table_of(check.name)
    plant(connection, table)
    assert refused_by(connection, table, row(table, 2) | check.broken) == check.name
    assert refused_by(connection, table, row(table, 2) | check.kept) is None


@pytest.mark.parametrize(("name", "column"), VOCABULARIES, ids=lambda pair: pair)
def test_a_code_is_a_word_of_its_vocabulary(connection: Connection, name: str, column: str) -> None:
    table = table_of(name)
    plant(connection, table)
    wrong = {column: "neither", **BESIDE_A_WRONG_WORD.get(name, {})}
    assert refused_by(connection, table, row(table, 2) | wrong) == name
    assert refused_by(connection, table, row(table, 2)) is None
