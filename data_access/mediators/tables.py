"""A line of an earlier report's table: a town's mediator, with what the document states of it."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from data_access import figures
from data_access.access import Reader, Right, require
from data_access.figures import FIGURES_OF
from data_access.mediators import posts
from data_access.mediators.problems import NothingStated
from data_access.rules import FigureKind, FigureScope

STATED = FIGURES_OF[FigureScope.POST]
"""What a document can state of a post."""

CITED = ("source", "locator", "qualifier", "note_lv", "note_en")


def add_line(
    connection: Connection, reader: Reader, round_code: str, values: Mapping[str, Any]
) -> int:
    """A post of the round, and the figures that a document reports of it; the post's number.

    ``values`` as in ``posts.add``, the values of STATED under their names, and CITED for them all.
    The figures stay reported ones: nothing recorded is made of them. Refuses a line without any
    figure (NothingStated), and as ``posts.add`` and ``figures.add`` do.
    """
    require(reader, Right.KEEP_RECORDS)
    stated = {name.value: values[name] for name in STATED if values.get(name) is not None}
    if not stated:
        raise NothingStated("The line states no figure.")
    post = posts.add(connection, reader, round_code, values)
    of = {"subject": f"post:{post}", "kind": FigureKind.REPORTED.value, "country": "LV"}
    cited = {name: values.get(name) for name in CITED}
    for figure, value in stated.items():
        figures.add(connection, reader, round_code, of | cited | {"figure": figure, "value": value})
    return post
