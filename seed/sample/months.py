"""Made-up months of the mediators: reports, a gap, trainings, and who goes on in the next round.

Every post reports the same hours, so that no town's mediator looks better or worse than another's.
"""

import datetime as dt
from collections.abc import Iterator

from sqlalchemy import Connection

from data_access import schema
from data_access.rules import GapReason, Origin, ReportStatus, TrainingKind
from seed.sample.planting import Ground, Row, place, put

NEXT_ROUND = "V"
GO_ON = ((0, "LV-JEL"), (1, "LV-RIX"))  # which mediator, and where
HOURS = (72.0, 80.0, 76.0, 64.0, 80.0, 76.0, 80.0, 60.0, 72.0, 76.0)  # of each month
WITHOUT_HOURS = (2, 7)  # post and month of the report that does not state them
GAP = (1, dt.date(2020, 4, 6), dt.date(2020, 4, 17))  # post, first and last day
TRAININGS = (
    (TrainingKind.TRAINING, dt.date(2019, 10, 16), 8.0),
    (TrainingKind.SUPERVISION, dt.date(2020, 2, 12), 2.0),
    (TrainingKind.EXCHANGE, dt.date(2020, 6, 11), None),
)


def fill_months(
    connection: Connection,
    ground: Ground,
    posts: list[int],
    mediators: list[int],
    reported: list[list[dt.date]],
) -> None:
    """A report for each of the months told, by post; gaps, trainings, posts of the next round."""
    put(connection, schema.monthly_report, list(_reports(posts, reported)))
    post, first, last = GAP
    gap = {"mediator_post_id": posts[post], "starts_on": first, "ends_on": last}
    put(connection, schema.post_gap, [gap | {"reason": GapReason.LEAVE}])
    trainings = [
        {"mediator_id": mediator, "round_id": ground.round}
        | {"kind": kind, "held_on": day, "hours": hours}
        for mediator in mediators
        for kind, day, hours in TRAININGS
    ]
    put(connection, schema.mediator_training, trainings)
    going_on = [
        {"mediator_id": mediators[turn], "round_id": ground.rounds[NEXT_ROUND]}
        | place(code, ground)
        for turn, code in GO_ON
    ]
    put(connection, schema.mediator_post, going_on)


def _reports(posts: list[int], reported: list[list[dt.date]]) -> Iterator[Row]:
    for turn, (post, months) in enumerate(zip(posts, reported, strict=True)):
        for number, month in enumerate(months):
            # On the third day of the month that follows.
            received = dt.datetime.combine(month, dt.time(9), dt.UTC) + dt.timedelta(days=33)
            yield {
                "mediator_post_id": post,
                "month": month,
                "hours_worked": None if (turn, number) == WITHOUT_HOURS else HOURS[number],
                "status": ReportStatus.RECORDED,
                "received_at": received,
                "recorded_at": received,
                "origin": Origin.SAMPLE,
            }
