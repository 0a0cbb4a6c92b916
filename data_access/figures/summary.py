"""A round's figures in one piece, for programs and for people at a terminal."""

from typing import Any, TypedDict

import pandas as pd
from sqlalchemy import Connection

from data_access import rounds
from data_access.access import Reader, Right, require
from data_access.figures.gaps import gaps
from data_access.figures.recorded import recorded
from data_access.figures.reported import reported
from data_access.filters import Filters

GAP_KEYS = ("figure", "reported", "against", "difference", "rule", "owner", "explanation", "status")


class Summary(TypedDict):
    """Figures by name; None where nothing is stated or recorded."""

    round: str
    reported: dict[str, int | None]
    recorded: dict[str, int | None]
    gaps: list[dict[str, Any]]


class RoundUnknown(LookupError):
    """No round has the code; the message names those there are."""


def summary(connection: Connection, reader: Reader, code: str) -> Summary:
    """Reported and recorded figures of a round, and the open questions between them."""
    require(reader, Right.READ_FIGURES)
    require_known(connection, reader, code)
    filters = Filters(round=code)
    stated = reported(connection, reader, filters)
    return {
        "round": code,
        "reported": _by_figure(stated[stated["is_leading"]]),
        "recorded": _by_figure(recorded(connection, reader, filters)),
        "gaps": [
            {key: _plain(row[key]) for key in GAP_KEYS}
            for row in gaps(connection, reader, filters).to_dict("records")
        ],
    }


def require_known(connection: Connection, reader: Reader, code: str) -> None:
    """Nothing, where there is a round of the code; RoundUnknown where not."""
    require(reader, Right.READ_PUBLISHED)
    known = list(rounds.listed(connection, reader, Filters())["code"])
    if code not in known:
        raise RoundUnknown(
            f"There is no round {code!r}; the database knows {', '.join(known) or 'none'}."
        )


def as_table(found: Summary) -> str:
    """The same as lines of text; a figure without a number says why."""
    sides: tuple[tuple[str, dict[str, int | None], str], ...] = (
        ("Reported", found["reported"], "not stated"),
        ("Recorded", found["recorded"], "no rows yet"),
    )
    lines = [f"Round {found['round']}"]
    for title, figures, missing in sides:
        lines += ["", title]
        lines += [
            f"  {name:<30}{missing if value is None else value:>12}"
            for name, value in figures.items()
        ]
    lines += ["", "Open questions"]
    lines += [
        f"  {gap['figure']}: {gap['reported']} reported, {gap['against']} by {gap['rule']}, "
        f"difference {gap['difference']} ({gap['status']}, "
        f"owner: {gap['owner'] or 'nobody yet'})"
        + (f"\n    {gap['explanation']}" if gap["explanation"] else "")
        for gap in found["gaps"]
    ] or ["  none"]
    return "\n".join(lines)


def _by_figure(figures: pd.DataFrame) -> dict[str, int | None]:
    return {row["figure"]: _plain(row["value"]) for row in figures.to_dict("records")}


def _plain(value: Any) -> Any:
    if value is None or value is pd.NA:
        return None
    return value if isinstance(value, str) else int(value)
