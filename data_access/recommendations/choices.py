"""What there is to choose from when a report is entered."""

import pandas as pd
from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters
from data_access.frames import WORD, ask

CATALOGUE = {"code": WORD, "title_lv": WORD, "title_en": WORD}


def catalogue(connection: Connection, reader: Reader, _filters: Filters) -> pd.DataFrame:
    """The documents that a report may name, by their codes. Columns: CATALOGUE."""
    require(reader, Right.READ_PUBLISHED)
    return ask(connection, select(schema.document).order_by(schema.document.c.code), CATALOGUE)
