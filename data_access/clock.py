"""What day it is."""

import datetime as dt
from zoneinfo import ZoneInfo

RIGA = ZoneInfo("Europe/Riga")


def today() -> dt.date:
    """The day by the clock of Riga."""
    return dt.datetime.now(RIGA).date()
