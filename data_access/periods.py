"""Days as somebody enters them, and how exactly they are known afterwards."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from data_access.rules import Precision


class DaysUnusable(ValueError):
    """A last day stands before the first, or without one; nothing was stored."""


def entered(
    first: dt.date | None,
    last: dt.date | None,
    prefix: str = "",
    before: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The columns of a period whose first and last day were entered.

    Days that say what stood ``before`` keep how exactly they were known; others are known to the
    day, and without a first one the period is not stated. Refuses days that are no period
    (DaysUnusable).
    """
    if last is not None and (first is None or last < first):
        raise DaysUnusable("The last day needs a first one, no later than itself.")
    names = [f"{prefix}{part}" for part in ("starts_on", "ends_on", "date_precision")]
    if before is not None and [before[name] for name in names[:2]] == [first, last]:
        return {name: before[name] for name in names}
    precision = Precision.NOT_STATED if first is None else Precision.DAY
    return dict(zip(names, (first, last, precision.value), strict=True))
