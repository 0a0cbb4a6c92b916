"""What stands above the columns of months."""

import pandas as pd

JANUARY = 1
HEADS = ((14, 1), (40, 3), (float("inf"), 12))
"""Up to how many months each one, each quarter or each year has its head."""


def columns(months: pd.Series) -> dict[str, list[str]]:
    """All months from the first to the last, with as many heads as find room.

    The year stands under the first head and under each January.
    """
    every = list(pd.date_range(months.min(), months.max(), freq="MS"))
    step = next(step for most, step in HEADS if len(every) <= most)
    headed = [month for month in every if (month.month - JANUARY) % step == 0]
    return {
        f"{month:%Y-%m}": [
            f"{month:%m}" if month in headed else "",
            f"{month:%Y}" if month == headed[0] or month.month == JANUARY else "",
        ]
        for month in every
    }
