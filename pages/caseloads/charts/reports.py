"""Posts and months: what became of each month's report, by sign and by colour."""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from pages.caseloads.charts import marks
from pages.caseloads.charts.layout import (
    ABOVE,
    GRID_ROW,
    TIP,
    axis,
    cell,
    head_height,
    in_lines,
    sized,
    with_tip,
)
from pages.shared.palette import INK, REPORT_BORDERS, REPORTS, Locale, styled


def grid(
    cells: pd.DataFrame,
    columns: Mapping[str, Sequence[str]],
    locale: Locale,
    alt_text: str,
    note: str = "",
) -> alt.LayerChart:
    """A row of cells under each label, each with a sign; a column without a cell stays blank.

    ``cells``: key, row_label, column, status, sign, label, value_label. ``columns``: what stands
    above each, in lines.
    """
    names, (lines, more) = list(columns), in_lines(cells["row_label"])
    cells = with_tip(cells).assign(lines=lines)
    rows = alt.Y("key:N", sort=list(dict.fromkeys(cells["key"])), axis=None)
    scale = alt.Scale(domain=names, paddingInner=0.06, paddingOuter=0)
    x = alt.X("column:O", sort=names, scale=scale, axis=axis(columns))
    base = alt.Chart(cells).encode(x=x, y=rows, tooltip=TIP)
    frames = base.mark_rect(height=cell(more), yOffset=11 + more / 2, strokeWidth=2).encode(
        fill=alt.Fill("status:N", scale=_scale(REPORTS), legend=None),
        stroke=alt.Stroke("status:N", scale=_scale(REPORT_BORDERS), legend=None),
    )
    signs = base.mark_text(dy=11 + more / 2, color=INK, fontWeight="bold").encode(text="sign:N")
    labels = marks.names(alt.Chart(cells.drop_duplicates("key")).encode(y=rows), more, ABOVE)
    height = (GRID_ROW + more) * cells["key"].nunique() + head_height(columns)
    return styled(sized(frames + signs + labels, height, note), locale, alt_text)


def _scale(colours: Mapping[str, str]) -> alt.Scale:
    return alt.Scale(domain=list(colours), range=list(colours.values()))
