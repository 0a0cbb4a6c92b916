"""The upkeep of reported figures: each with its citation, and one of its kind leading."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Select, func, null, select

from data_access import schema, sources
from data_access.access import Reader, Right, require_at
from data_access.codes import country
from data_access.filters import Filters
from data_access.rounds import require_unapproved
from data_access.rules import (
    ROUND_FIGURES,
    Figure,
    FigureScope,
    Origin,
)
from data_access.upkeep import ChangedMeanwhile, Hand, NotByHand, RowUnknown

FIGURES_OF: Mapping[FigureScope, tuple[Figure, ...]] = {
    FigureScope.ROUND: ROUND_FIGURES,
    FigureScope.ACTIVITY: (
        Figure.HEADCOUNT,
        Figure.APPLICANTS,
        Figure.COMPLETED_IN_PART,
        Figure.STORIES,
        Figure.FOREIGN_PROJECT_PARTICIPANTS,
    ),
    FigureScope.POST: (Figure.SERVICE_MONTHS, Figure.MEDIATOR_FAMILIES),
}
"""What can be stated of a round, of an activity, of a mediator's post."""

COLUMNS = {
    FigureScope.ROUND: "round_id",
    FigureScope.ACTIVITY: "activity_id",
    FigureScope.POST: "mediator_post_id",
}
WRITTEN = ("value", "qualifier", "note_lv", "note_en", "locator")

Values = Mapping[str, Any]
Row = Mapping[Any, Any]
Columns = dict[str, Any]


class SubjectUnknown(LookupError):
    """The round has no such activity or post; nothing was stored."""


class FigureOutOfPlace(ValueError):
    """A figure that is not stated of a round, an activity or a post; nothing was stored."""


class CitationMissing(ValueError):
    """A reported figure without the document that states it; nothing was stored."""


def add(connection: Connection, reader: Reader, round_code: str, values: Values) -> int:
    """A figure that a document states of the round, or of a part of it; its number.

    ``values`` hold ``subject`` as in ``subjects``, ``figure``, ``kind``, WRITTEN, ``country``,
    ``source`` by its code, and ``is_leading``. The first of its kind leads; a later one leads if
    it says so, and the earlier one then stands beside it. Recorded figures stay as they are.
    Refuses an approved round (RoundApproved), a subject that the round does not have
    (SubjectUnknown) or that the right does not reach (AccessRefused; a figure of the whole round
    is for who is not limited to municipalities), a figure that is not stated of it
    (FigureOutOfPlace), one without its citation (CitationMissing, SourceUnknown), and a country
    that is none (CountryUnusable).
    """
    hand = Hand(connection, reader)
    scope, subject = _subject(connection, reader, round_code, values["subject"])
    require_unapproved(connection, reader, Filters(round=round_code))
    if values["figure"] not in FIGURES_OF[scope]:
        raise FigureOutOfPlace("This figure is not stated of that.")
    key = {COLUMNS[scope]: subject, "figure": values["figure"], "kind": values["kind"]}
    others = _alike(connection, key)
    leads = bool(values.get("is_leading")) or not others
    if leads:
        _step_back(hand, others)
    columns = _columns(connection, values, None)
    return hand.add(schema.reported_figure, scope=scope.value, **key, **columns, is_leading=leads)


def correct(
    connection: Connection, reader: Reader, number: int, revision: int, values: Values
) -> None:
    """Correct what a document states, with its citation; what was read at ``revision``.

    ``values`` hold WRITTEN, ``country`` and ``source``; what they leave out stays. Refuses a
    figure that the right does not reach (AccessRefused; see ``add``), an approved round
    (RoundApproved), a figure without its citation (CitationMissing, SourceUnknown), and one
    changed since (ChangedMeanwhile) or gone (RowUnknown).
    """
    hand = Hand(connection, reader)
    row = _row(connection, reader, number, revision)
    hand.change(schema.reported_figure, number, revision, **_columns(connection, values, row))


def let_lead(connection: Connection, reader: Reader, number: int, revision: int) -> None:
    """Let this one lead where two documents differ; the one that led stands beside it.

    Refuses as ``correct`` does.
    """
    hand = Hand(connection, reader)
    row = _row(connection, reader, number, revision)
    _step_back(hand, [other for other in _alike(connection, row) if other["id"] != number])
    hand.change(schema.reported_figure, number, revision, is_leading=True)


def remove(connection: Connection, reader: Reader, number: int, revision: int) -> None:
    """Take away a figure that was entered by hand; what it said stays in the history.

    Where it led, the earliest of the others leads from now on. Refuses one that came with the
    documents (NotByHand), and as ``correct`` does.
    """
    hand = Hand(connection, reader)
    row = _row(connection, reader, number, revision)
    if row["origin"] != Origin.ENTERED:
        raise NotByHand("Only what was entered by hand is taken away by hand.")
    hand.remove(schema.reported_figure, number, revision)
    others = _alike(connection, row)
    if row["is_leading"] and others:
        first = others[0]
        hand.change(schema.reported_figure, first["id"], first["revision"], is_leading=True)


def _columns(connection: Connection, values: Values, before: Row | None) -> Columns:
    columns = {name: values[name] for name in WRITTEN if name in values}
    if "country" in values:
        columns["country"] = country(values["country"])
    if before is None or "source" in values:
        if not values.get("source"):
            raise CitationMissing("A reported figure needs the document that states it.")
        columns["source_id"] = sources.number_of(connection, values["source"])
    return columns


def _subject(
    connection: Connection, reader: Reader, round_code: str, subject: str
) -> tuple[FigureScope, int]:
    """Of what a figure is stated: its scope, and the number of the round, activity or post."""
    name, _, code = subject.partition(":")
    scope = FigureScope(name) if name in set(FigureScope) else FigureScope.ROUND
    statement = _found(scope, code).where(schema.round.c.code == round_code)
    found = connection.execute(statement).first()
    if found is None:
        raise SubjectUnknown("The round has no such part.")
    _require(reader, found)
    return scope, int(found.id)


def _found(scope: FigureScope, code: str) -> Select[*tuple[Any, ...]]:
    """The number of the subject, and where it lies: a whole round in no municipality."""
    activity, post, round_ = schema.activity, schema.mediator_post, schema.round
    if scope is FigureScope.ACTIVITY:
        of_activity = select(activity.c.id, activity.c.round_id, activity.c.municipality_id)
        return of_activity.join(round_).where(activity.c.code == code)
    if scope is FigureScope.POST:
        number = int(code) if code.isdecimal() else 0
        of_post = select(post.c.id, post.c.round_id, post.c.municipality_id)
        return of_post.join(round_).where(post.c.id == number)
    return select(round_.c.id, round_.c.id.label("round_id"), null().label("municipality_id"))


def _require(reader: Reader, subject: Any) -> None:
    where = {"round_": subject.round_id, "municipality": subject.municipality_id}
    require_at(reader, Right.KEEP_RECORDS, **where)


def _alike(connection: Connection, of: Row) -> list[Row]:
    """The figures of the same subject, name and kind, in the order of entry."""
    figure = schema.reported_figure.c
    names = (*COLUMNS.values(), "figure", "kind")
    same = [figure[name] == of[name] for name in names if of.get(name) is not None]
    statement = select(schema.reported_figure).where(*same).order_by(figure.id)
    return [dict(row) for row in connection.execute(statement).mappings()]


def _step_back(hand: Hand, others: list[Row]) -> None:
    """Whoever led no longer does; only one may, so this comes before another one leads."""
    for other in others:
        if other["is_leading"]:
            hand.change(schema.reported_figure, other["id"], other["revision"], is_leading=False)


def _row(connection: Connection, reader: Reader, number: int, revision: int) -> Row:
    """The figure as it stands, if it may be written to and still is what was read."""
    statement = select(schema.reported_figure).where(schema.reported_figure.c.id == number)
    row = connection.execute(statement).mappings().first()
    if row is None:
        raise RowUnknown("The figure is gone.")
    subject = _subject_of(connection, number)
    _require(reader, subject)
    if row["revision"] != revision:
        raise ChangedMeanwhile("Somebody else changed the figure in the meantime.")
    require_unapproved(connection, reader, Filters(round=subject.round))
    return row


def _subject_of(connection: Connection, number: int) -> Any:
    """Where the figure's subject lies: round by code and number, and municipality."""
    figure, activity, post = schema.reported_figure, schema.activity, schema.mediator_post
    round_id = func.coalesce(figure.c.round_id, activity.c.round_id, post.c.round_id)
    municipality = func.coalesce(activity.c.municipality_id, post.c.municipality_id)
    statement = (
        select(
            schema.round.c.code.label("round"),
            round_id.label("round_id"),
            municipality.label("municipality_id"),
        )
        .join_from(figure, activity, figure.c.activity_id == activity.c.id, isouter=True)
        .join(post, figure.c.mediator_post_id == post.c.id, isouter=True)
        .join(schema.round, schema.round.c.id == round_id)
        .where(figure.c.id == number)
    )
    return connection.execute(statement).one()
