"""The meetings of the Council, held and to come, and how much was decided at each."""

import pandas as pd
from sqlalchemy import Connection, Subquery, func, select, union

from data_access import citation, schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters
from data_access.frames import DAY, WHOLE, WORD, ask

MEETINGS = {
    "number": WHOLE,
    "held_on": DAY,
    "title_lv": WORD,
    "title_en": WORD,
    "source": WORD,
    "source_lv": WORD,
    "source_en": WORD,
    "locator": WORD,
    "origin": WORD,
    "revision": WHOLE,
    "decisions": WHOLE,
}


def meetings(connection: Connection, reader: Reader, _filters: Filters) -> pd.DataFrame:
    """Every meeting, the latest first, be it to come.

    ``decisions`` are the entries of which something was found or marked there. Columns: MEETINGS.
    """
    require(reader, Right.READ_PUBLISHED)
    meeting, source = schema.council_meeting, schema.source
    counted = _counted()
    statement = (
        select(
            meeting.c.id.label("number"),
            *(meeting.c[name] for name in ("held_on", "title_lv", "title_en", "locator")),
            *(meeting.c[name] for name in ("origin", "revision")),
            source.c.code.label("source"),
            *citation.TITLES,
            func.coalesce(counted.c.entries, 0).label("decisions"),
        )
        .outerjoin_from(meeting, counted, meeting.c.id == counted.c.council_meeting_id)
        .outerjoin(source, meeting.c.source_id == source.c.id)
        .order_by(meeting.c.held_on.desc(), meeting.c.id.desc())
    )
    return ask(connection, statement, MEETINGS)


def _counted() -> Subquery:
    """Entries of which something was found or marked, by meeting."""
    found, mark = schema.confirmation.c, schema.review_mark.c
    looked = union(
        select(found.council_meeting_id, found.recommendation_id),
        select(mark.council_meeting_id, mark.recommendation_id),
    ).subquery()
    meeting = looked.c.council_meeting_id
    return select(meeting, func.count().label("entries")).group_by(meeting).subquery()
