"""The areas of need of a case, as a report says them: what is new comes, what is left out goes."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from data_access import schema
from data_access.monthly.stood import Needs
from data_access.rules import Area
from data_access.upkeep import Hand

CASE, NEED = schema.mediation_case, schema.case_need
HISTORY = "area"
"""Under what the history of a case tells of its needs."""


def add_needs(connection: Connection, hand: Hand, case: int, areas: Sequence[Area]) -> Needs:
    """The needs of a case that a report opens; what came."""
    for area in dict.fromkeys(areas):
        row = {"mediation_case_id": case, "area": area.value, "origin": hand.origin}
        connection.execute(insert(NEED).values(row))
    came = needs_of(connection, case)
    return Needs(case, sorted(came), [], sorted(row["area"] for row in came.values()))


def change_needs(
    connection: Connection, hand: Hand, case: int, areas: Sequence[Area]
) -> Needs | None:
    """The needs of a case that stood are these from now on; None where nothing changes.

    No area at all says nothing of them, so that they stay.
    """
    before = needs_of(connection, case)
    stood, wanted = {row["area"] for row in before.values()}, {area.value for area in areas}
    if not wanted or wanted == stood:
        return None
    gone = [row for row in before.values() if row["area"] not in wanted]
    for row in gone:
        hand.detach(NEED, (CASE, case), HISTORY, row["area"], row["id"])
    for area in sorted(wanted - stood):
        hand.attach(NEED, (CASE, case), HISTORY, area, mediation_case_id=case, area=area)
    came = sorted(needs_of(connection, case).keys() - before.keys())
    return Needs(case, came, gone, sorted(wanted))


def put_back(connection: Connection, hand: Hand, needs: Needs) -> None:
    """The needs of a case that stood are again what they were."""
    for number, row in needs_of(connection, needs.case).items():
        if number in needs.came:
            hand.detach(NEED, (CASE, needs.case), HISTORY, row["area"], number)
    for row in needs.gone:
        of = {"mediation_case_id": needs.case, **row}
        hand.attach(NEED, (CASE, needs.case), HISTORY, row["area"], **of)


def needs_of(connection: Connection, case: int) -> dict[int, dict[str, Any]]:
    """The needs of a case, by their rows' numbers: id, area and origin."""
    columns = (NEED.c.id, NEED.c.area, NEED.c.origin)
    statement = select(*columns).where(NEED.c.mediation_case_id == case).order_by(NEED.c.id)
    return {row["id"]: dict(row) for row in connection.execute(statement).mappings()}
