"""Histories and what is gone: told to those whose right to read records reaches the row."""

import re
from collections.abc import Callable

import pytest
from sqlalchemy import Connection

from data_access import activities, attendance, figures, mediators, reached, schema
from data_access.access import Reader
from data_access.door.rows import TOLD, TRACED
from data_access.upkeep import Hand, history, removed
from tests.data_access.ground import BARE, ELSEWHERE, HERE, NAMES, NOWHERE, OTHER_TOWN, TOWN, Ground
from tests.data_access.readers import COORDINATOR


def told_of(connection: Connection, reader: Reader, table: str, row: int) -> list[str]:
    return list(history(connection, reader, table, row)["column_name"])


HISTORIES: dict[str, tuple[str, set[str]]] = {
    HERE: ("activity", {"everywhere", "of the town"}),
    ELSEWHERE: ("activity", {"everywhere", "of the other town"}),
    NOWHERE: ("activity", {"everywhere"}),
    f"{HERE} {TOWN}": ("attendance", {"everywhere", "of the town"}),
    f"{HERE} None": ("attendance", {"everywhere", "of the town"}),
    f"{HERE} {OTHER_TOWN}": ("attendance", {"everywhere"}),
    f"{ELSEWHERE} {TOWN}": ("attendance", {"everywhere"}),
    "round 5": ("reported_figure", {"everywhere", "of the town", "of the other town"}),
    "activity 5": ("reported_figure", {"everywhere", "of the town"}),
    "post 5": ("reported_figure", {"everywhere", "of the town"}),
    "institution": ("institution", {"everywhere", "of the town", "of the other town"}),
    "post": ("mediator_post", {"everywhere", "of the town"}),
    f"upload {HERE}": ("upload", {"everywhere", "of the town"}),
    "mediator": ("mediator", {"everywhere"}),
}
"""Rows of the ground, their tables, and who may read what was changed in them."""


@pytest.mark.parametrize("row", HISTORIES)
def test_a_history_is_read_where_its_row_is_reached(
    on_ground: Connection, ground: Ground, row: str
) -> None:
    table, readers = HISTORIES[row]
    number = ground.rows.get(row, 1)
    hand = Hand(on_ground, COORDINATOR)
    hand.remember(schema.metadata.tables[table], number, {}, {"id": 1})
    everybody = ("everywhere", "of the town", "of the other town")
    found = {who for who in everybody if told_of(on_ground, ground.coordinator(who), table, number)}
    assert found == readers


def nowhere(connection: Connection) -> str:
    seminar = {"title_lv": "Seminārs", "kind": "seminar"}
    return activities.add(connection, COORDINATOR, "IV", seminar)


def moved_and_removed(connection: Connection, ground: Ground, place: str) -> None:
    """A row lies where it was when it went, not where it had been before."""
    row = ground.rows[f"{HERE} {OTHER_TOWN}"]
    attendance.correct(connection, COORDINATOR, row, 1, place=place)
    attendance.remove(connection, COORDINATOR, row, 2)


Remove = Callable[[Connection, Ground], object]
REMOVALS: dict[str, tuple[str, tuple[str, str], Remove, set[str]]] = {
    "an activity": (
        "activity",
        ("round_id", "IV"),
        lambda c, _: activities.remove(c, COORDINATOR, BARE, 1),
        {"of the town"},
    ),
    "an activity of no town": (
        "activity",
        ("round_id", "IV"),
        lambda c, _: activities.remove(c, COORDINATOR, nowhere(c), 1),
        set(),
    ),
    "a post": (
        "mediator_post",
        ("round_id", "IV"),
        lambda c, g: mediators.posts.remove(c, COORDINATOR, g.rows[f"bare post {TOWN}"], 1),
        {"of the town"},
    ),
    "a row": (
        "attendance",
        ("activity_id", HERE),
        lambda c, g: attendance.remove(c, COORDINATOR, g.rows[f"{HERE} {TOWN}"], 1),
        {"of the town"},
    ),
    "a row of no town": (
        "attendance",
        ("activity_id", HERE),
        lambda c, g: attendance.remove(c, COORDINATOR, g.rows[f"{HERE} None"], 1),
        {"of the town"},
    ),
    "a row of the other town": (
        "attendance",
        ("activity_id", HERE),
        lambda c, g: attendance.remove(c, COORDINATOR, g.rows[f"{HERE} {OTHER_TOWN}"], 1),
        set(),
    ),
    "a row of an activity elsewhere": (
        "attendance",
        ("activity_id", ELSEWHERE),
        lambda c, g: attendance.remove(c, COORDINATOR, g.rows[f"{ELSEWHERE} {TOWN}"], 1),
        set(),
    ),
    "a row that had come from the other town": (
        "attendance",
        ("activity_id", HERE),
        lambda c, g: moved_and_removed(c, g, g.places[TOWN]),
        {"of the town"},
    ),
    "a row that named the other town before": (
        "attendance",
        ("activity_id", HERE),
        lambda c, g: moved_and_removed(c, g, "online"),
        {"of the town"},
    ),
    "a figure of the round": (
        "reported_figure",
        ("round_id", "IV"),
        lambda c, g: figures.remove(c, COORDINATOR, g.rows["round 6"], 1),
        {"of the town", "of the other town", "of the other round"},
    ),
    "a figure of an activity": (
        "reported_figure",
        ("activity_id", HERE),
        lambda c, g: figures.remove(c, COORDINATOR, g.rows["activity 6"], 1),
        {"of the town"},
    ),
}
"""What is removed, on what it hung, and who reads of it afterwards beside those of the round."""


@pytest.mark.parametrize("what", REMOVALS)
def test_what_is_gone_is_told_to_those_whose_right_reached_it(
    on_ground: Connection, ground: Ground, what: str
) -> None:
    table, belonged, remove, readers = REMOVALS[what]
    everybody = NAMES - {"of both towns", "of the town in the round", "of two halves"}
    remove(on_ground, ground)
    found = {
        who
        for who in everybody
        if not removed(on_ground, ground.coordinator(who), table, belonged).empty
    }
    assert found == readers | {"everywhere", "of the round"}


def test_the_dashboards_door_tells_of_the_same_tables() -> None:
    assert set(re.findall(r"'(\w+)'", TOLD)) == reached.SHARED
    assert set(TRACED) == set(reached.STANDING)
