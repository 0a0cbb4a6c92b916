"""What there may be once is refused the second time, and accepted once anything in it differs."""

import datetime as dt
from typing import NamedTuple

import pytest
from sqlalchemy import Connection, UniqueConstraint, update

from data_access.schema import metadata
from tests.data_access.schema.refusals import refused_by, table_of, uniques_of
from tests.data_access.schema.samples import Row, plant, row

SUBJECTS = {"round_id": "round", "activity_id": "activity", "mediator_post_id": "post"}
MOMENT = dt.datetime(2020, 1, 2, tzinfo=dt.UTC)
UNDONE = {"status": "undone", "undone_at": MOMENT}
LATER = dt.date(2020, 2, 1)
RECORDED = {
    "status": "recorded",
    "mediator_post_id": 1,
    "month": dt.date(2020, 1, 1),
    "recorded_at": MOMENT,
}
CONSTRAINTS = sorted(  # A table holds its constraints in a set, and the workers ask for one order.
    str(constraint.name)
    for table in metadata.sorted_tables
    for constraint in table.constraints
    if isinstance(constraint, UniqueConstraint)
)


class Once(NamedTuple):
    """A unique index over some rows: what a first row has, and what sets a second row apart."""

    name: str
    first: Row
    apart: list[Row]


INDEXES = [
    Once(
        "uq_denominator_country",
        {"municipality_id": None, "population": "roma", "source_id": 1},
        [{"municipality_id": 1}, {"population": "inhabitants"}, {"source_id": 2}],
    ),
    Once(
        "uq_monthly_report_recorded", RECORDED, [{"mediator_post_id": 2}, {"month": LATER}, UNDONE]
    ),
    Once(
        "uq_monthly_report_sha256_not_undone",
        {"origin": "upload", "sha256": "a" * 64},
        [{"sha256": "b" * 64}, UNDONE],
    ),
    Once("uq_upload_sha256_not_undone", {"sha256": "a" * 64}, [{"sha256": "b" * 64}, UNDONE]),
    *(
        Once(
            f"uq_reported_figure_leading_{subject}",
            {"round_id": None, "scope": scope, subject: 1, "figure": "families"},
            [{"is_leading": False}, {"kind": "planned"}, {"figure": "stories"}, {subject: 2}],
        )
        for subject, scope in SUBJECTS.items()
    ),
]


def test_every_unique_constraint_and_index_is_broken_here_by_its_name() -> None:
    known = {name for table in metadata.tables.values() for name in uniques_of(table)}
    assert {*CONSTRAINTS, *(index.name for index in INDEXES)} == known


@pytest.mark.parametrize("name", CONSTRAINTS)
def test_nothing_is_there_twice_and_each_part_of_its_key_tells_it_apart(
    connection: Connection, name: str
) -> None:
    table = table_of(name)
    plant(connection, table)
    first, second = row(table, 1), row(table, 2)
    key = uniques_of(table)[name]
    twice = second | {column: first[column] for column in key}
    assert refused_by(connection, table, twice) == name
    for column in key:
        assert refused_by(connection, table, twice | {column: second[column]}) is None


@pytest.mark.parametrize("once", INDEXES, ids=lambda once: once.name)
def test_an_index_over_some_rows_lets_the_others_be(connection: Connection, once: Once) -> None:
    table = table_of(once.name)
    plant(connection, table)
    connection.execute(update(table).values(once.first))
    again = row(table, 2) | once.first
    assert refused_by(connection, table, again) == once.name
    for apart in once.apart:
        assert refused_by(connection, table, again | apart) is None
