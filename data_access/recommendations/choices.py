"""What there is to choose from when a report or a finding is entered."""

import pandas as pd
from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.clock import today
from data_access.filters import Filters
from data_access.frames import DAY, WHOLE, WORD, ask

MEETINGS_HELD = {"number": WHOLE, "held_on": DAY, "title_lv": WORD, "title_en": WORD}
CATALOGUE = {"code": WORD, "title_lv": WORD, "title_en": WORD}


def meetings_held(connection: Connection, reader: Reader, _filters: Filters) -> pd.DataFrame:
    """The Council's meetings up to today, the latest first. Columns: MEETINGS_HELD."""
    require(reader, Right.READ_PUBLISHED)
    meeting = schema.council_meeting
    statement = (
        select(
            meeting.c.id.label("number"), meeting.c.held_on, meeting.c.title_lv, meeting.c.title_en
        )
        .where(meeting.c.held_on <= today())
        .order_by(meeting.c.held_on.desc(), meeting.c.id.desc())
    )
    return ask(connection, statement, MEETINGS_HELD)


def catalogue(connection: Connection, reader: Reader, _filters: Filters) -> pd.DataFrame:
    """The documents that a report may name, by their codes. Columns: CATALOGUE."""
    require(reader, Right.READ_PUBLISHED)
    return ask(connection, select(schema.document).order_by(schema.document.c.code), CATALOGUE)
