"""Which rows a reader may see one by one: what ``may_at`` says of records, as SQL conditions.

The dashboards' door keeps the same rules (``door.rows``) for whoever is limited altogether; here
they hold on any connection, and beside a further role that opens the door wider.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Text,
    and_,
    cast,
    exists,
    false,
    null,
    or_,
    select,
    true,
)

from data_access import schema
from data_access.access import Grant, Reader, Right, granting, is_limited, require

SHARED = frozenset(
    {
        "confirmation",
        "council_meeting",
        "document",
        "gap",
        "institution",
        "progress_report",
        "recommendation",
        "round",
        "source",
    }
)
"""Tables whose rows lie nowhere: their history is for whoever reads records, be it of one town."""


def activities(reader: Reader) -> ColumnElement[bool]:
    """Activities that the right to read records reaches; the statement holds ``activity``."""
    require(reader, Right.READ_RECORDS)
    activity = schema.activity.c
    return _within(reader, activity.round_id, activity.municipality_id)


def attendances(reader: Reader) -> ColumnElement[bool]:
    """Attendances of such activities, unless they name a municipality that is not reached.

    The statement holds ``attendance`` and ``activity``.
    """
    require(reader, Right.READ_RECORDS)
    own = schema.attendance.c.municipality_id
    lies_within = _within(reader, schema.activity.c.round_id, own)
    return and_(activities(reader), or_(own.is_(None), lies_within))


def posts(reader: Reader) -> ColumnElement[bool]:
    """Mediators' posts that the right reaches; the statement holds ``mediator_post``."""
    require(reader, Right.READ_RECORDS)
    post = schema.mediator_post.c
    return _within(reader, post.round_id, post.municipality_id)


def support(reader: Reader) -> ColumnElement[bool]:
    """Support outside mediation, which lies in no municipality, of rounds that the right reaches.

    The statement holds ``family_support``.
    """
    require(reader, Right.READ_RECORDS)
    return _within(reader, schema.family_support.c.round_id, null())


def changes(reader: Reader, subject_table: str) -> ColumnElement[bool]:
    """Changes of those rows of a table that stand and are reached; the statement holds ``change``.

    Who is limited sees none of a table about which nothing is said here.
    """
    require(reader, Right.READ_RECORDS)
    if subject_table in SHARED or not is_limited(reader, Right.READ_RECORDS):
        return true()
    standing = STANDING.get(subject_table)
    return false() if standing is None else schema.change.c.subject_id.in_(standing(reader))


def removals(reader: Reader, subject_table: str, line: FromClause) -> ColumnElement[bool]:
    """Removals of rows that were reached as they went.

    ``line`` is the change that tells on what the row hung. Who is limited sees none of a table
    about which nothing is said here.
    """
    require(reader, Right.READ_RECORDS)
    if subject_table in SHARED or not is_limited(reader, Right.READ_RECORDS):
        return true()
    gone = GONE.get(subject_table)
    return false() if gone is None else gone(reader, line)


def _within(
    reader: Reader, round_id: ColumnElement[int], municipality_id: ColumnElement[Any]
) -> ColumnElement[bool]:
    grants = granting(reader, Right.READ_RECORDS)
    return or_(false(), *(_of(grant, round_id, municipality_id) for grant in grants))


def _of(
    grant: Grant, round_id: ColumnElement[int], municipality_id: ColumnElement[Any]
) -> ColumnElement[bool]:
    places = grant.municipalities
    return and_(
        true() if grant.round is None else round_id == grant.round,
        true() if places is None else municipality_id.in_(sorted(places)),
    )


def _standing_activities(reader: Reader) -> Select[int]:
    return select(schema.activity.c.id).where(activities(reader))


def _standing_attendances(reader: Reader) -> Select[int]:
    attendance = schema.attendance
    return select(attendance.c.id).join_from(attendance, schema.activity).where(attendances(reader))


def _standing_uploads(reader: Reader) -> Select[int]:
    upload = schema.upload
    return select(upload.c.id).join_from(upload, schema.activity).where(activities(reader))


def _standing_posts(reader: Reader) -> Select[int]:
    return select(schema.mediator_post.c.id).where(posts(reader))


def _standing_figures(reader: Reader) -> Select[int]:
    """Figures of whole rounds are published, and lie nowhere."""
    figure = schema.reported_figure.c
    return select(figure.id).where(
        or_(
            figure.round_id.is_not(None),
            figure.activity_id.in_(_standing_activities(reader)),
            figure.mediator_post_id.in_(_standing_posts(reader)),
        )
    )


STANDING: Mapping[str, Callable[[Reader], Select[int]]] = {
    "activity": _standing_activities,
    "attendance": _standing_attendances,
    "mediator_post": _standing_posts,
    "reported_figure": _standing_figures,
    "upload": _standing_uploads,
}


def _gone_of_round(reader: Reader, line: FromClause) -> ColumnElement[bool]:
    """Hung on a round; lay where it said last, or nowhere."""
    round_, place, named = schema.round, _place(), _named()
    return exists(
        _last_place(select(round_.c.id), line, place, named).where(
            line.c.column_name == "round_id",
            round_.c.code == line.c.old_value,
            _within(reader, round_.c.id, named.c.id),
        )
    )


def _gone_attendances(reader: Reader, line: FromClause) -> ColumnElement[bool]:
    """Hung on an activity, which stands; named no municipality, or one that is reached."""
    activity, place, named = schema.activity, _place(), _named()
    lay_within = _within(reader, activity.c.round_id, named.c.id)
    return exists(
        _last_place(select(activity.c.id), line, place, named).where(
            line.c.column_name == "activity_id",
            activity.c.code == line.c.old_value,
            activities(reader),
            or_(place.c.id.is_(None), lay_within),
        )
    )


def _gone_figures(reader: Reader, line: FromClause) -> ColumnElement[bool]:
    activity, post = schema.activity.c, schema.mediator_post.c
    hung_on = line.c.old_value
    of_activity = _standing_activities(reader).where(activity.code == hung_on)
    of_post = _standing_posts(reader).where(cast(post.id, Text) == hung_on)
    return or_(
        line.c.column_name == "round_id",
        and_(line.c.column_name == "activity_id", exists(of_activity)),
        and_(line.c.column_name == "mediator_post_id", exists(of_post)),
    )


GONE: Mapping[str, Callable[[Reader, FromClause], ColumnElement[bool]]] = {
    "activity": _gone_of_round,
    "attendance": _gone_attendances,
    "mediator_post": _gone_of_round,
    "reported_figure": _gone_figures,
}


def _place() -> FromClause:
    return schema.change.alias("place")


def _named() -> FromClause:
    """Municipalities by the names that the history has for them."""
    municipality, division = schema.municipality, schema.division
    name = (division.c.code + ":" + municipality.c.iso).label("name")
    return select(municipality.c.id, name).join_from(municipality, division).subquery("named")


def _last_place(
    statement: Select[int], line: FromClause, place: FromClause, named: FromClause
) -> Select[int]:
    """The statement with the line that names the row's municipality at its removal, if one does."""
    same = [place.c[name] == line.c[name] for name in ("subject_table", "subject_id", "changed_at")]
    is_place = place.c.column_name == "municipality_id"
    return statement.join(place, and_(*same, is_place), isouter=True).join(
        named, named.c.name == place.c.old_value, isouter=True
    )
