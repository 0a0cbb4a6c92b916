"""Who brought families to the mediators, and why cases ended."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import pandas as pd
from sqlalchemy import Connection, func, select

from data_access.access import Reader, Right, require
from data_access.caseloads.selection import cases_of, last_day
from data_access.filters import Filters
from data_access.frames import FLAG, WHOLE, WORD, frame
from data_access.rules import ClosingReason, Referrer

REASONS = {"by": WORD, "code": WORD, "cases": WHOLE, "is_made_up": FLAG}
BY: Mapping[str, type[StrEnum]] = {"referred_by": Referrer, "closing_reason": ClosingReason}
"""What cases are counted by, with the codes of each."""


def reasons(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row a referrer, then one a closing reason, zeros included. Columns: REASONS.

    ``by`` is ``referred_by``, which counts every case once, or ``closing_reason``, which counts
    those closed by the day of ``last_day``. Where there is no such case there is no such row.
    """
    require(reader, Right.READ_CASELOADS)
    cases = cases_of(filters, last_day(connection, reader, filters))
    rows: list[dict[str, Any]] = []
    for by, codes in BY.items():
        code = cases.c[by]
        statement = select(code, func.count(), func.max(cases.c.made_up)).group_by(code)
        if by == "closing_reason":
            statement = statement.where(cases.c.is_open == 0)
        found = {name: (n, bool(sample)) for name, n, sample in connection.execute(statement)}
        for each in codes if found else ():
            number, sample = found.get(each.value, (0, False))
            rows.append({"by": by, "code": each.value, "cases": number, "is_made_up": sample})
    return frame(rows, REASONS)
