"""The queue of reports that wait to be decided about, and until when each is kept."""

import pandas as pd
from sqlalchemy import Connection

from data_access.access import Reader, Right, require
from data_access.filters import Filters
from data_access.frames import DAY, frame
from data_access.monthly.due import delete_on, has_expired
from data_access.monthly.listed import LISTED, Listing
from data_access.rules import ReportStatus

WAITING = LISTED | {"delete_on": DAY}


def waiting(connection: Connection, reader: Reader, chosen: Filters) -> pd.DataFrame:
    """The reports that wait, the earliest to be deleted first. Columns: WAITING.

    ``month`` (its first day), ``hours`` and the post are as far as the report says them, by what
    was decided; one without a post is in every round, for who is not limited and for whoever
    brought it. ``is_made_up``: the post is of the made-up sample, and recording is a trial. On
    ``delete_on`` a report is deleted. On the
    application's own connection: dashboards see no report without a post.
    """
    require(reader, Right.KEEP_RECORDS)
    rows = [
        row | {"delete_on": delete_on(row["received_at"])}
        for row in Listing(connection, reader, Right.KEEP_RECORDS).of(chosen)
        if row["status"] == ReportStatus.WAITING and not has_expired(row["received_at"])
    ]
    return frame(sorted(rows, key=lambda row: (row["received_at"], row["report"])), WAITING)
