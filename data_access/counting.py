"""The counting rules: which attendances count, and as what a person counts in a selection."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    LargeBinary,
    Select,
    Text,
    case,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)

from data_access import schema
from data_access.filters import Filters, of_activity, of_round, within
from data_access.rules import (
    AgeBand,
    AttendanceStatus,
    Category,
    Gender,
    Origin,
    PlaceKind,
    Stands,
)
from data_access.territory import standing

NOT_STATED = "not_stated"
PLACE_ORDER = sorted((*PlaceKind, *Stands), key=(PlaceKind.NOT_STATED).__eq__)
"""What is known of a place goes before what is not."""
ANSWERS = {
    "category": ("category", "word"),
    "gender": ("gender", "word"),
    "age_band": ("age_band", "word"),
    "place_kind": ("place", "word"),
    "place": ("place", "code"),
    "municipality_id": ("place", "number"),
    "institution": ("institution", "code"),
    "institution_id": ("institution", "number"),
}
"""What is told of a person, each from the value of a trait that won: its word, code or number."""


def recorded_rows(filters: Filters) -> Select[*tuple[Any, ...]]:
    """Every attendance row of the selection, whatever its status, with its activity's day.

    ``who`` is the person, or the one they were merged into; ``category`` their capacity there;
    ``place_kind``, ``place`` and ``municipality_id`` where the look has them stand
    (territory.Standing); ``institution`` a code; ``last_day`` the activity's.
    """
    attendance, activity, person = schema.attendance, schema.activity, schema.person
    at = standing(attendance, filters.look, activity.c.starts_on, activity.c.round_id)
    rows = (
        select(
            attendance.c.id.label("attendance_id"),
            attendance.c.status,
            attendance.c.activity_id,
            func.coalesce(person.c.merged_into_id, person.c.id).label("who"),
            attendance.c.capacity.label("category"),
            schema.institution.c.code.label("institution"),
            attendance.c.institution_id,
            at.place_kind.label("place_kind"),
            at.place.label("place"),
            at.municipality_id.label("municipality_id"),
            attendance.c.gender,
            attendance.c.age_band,
            attendance.c.origin,
            activity.c.area,
            activity.c.starts_on,
            func.coalesce(activity.c.ends_on, activity.c.starts_on).label("last_day"),
        )
        .join_from(attendance, person)
        .join(activity, attendance.c.activity_id == activity.c.id)
        .join(schema.round)
        .join(
            schema.institution,
            attendance.c.institution_id == schema.institution.c.id,
            isouter=True,
        )
        .where(of_round(filters), of_activity(filters))
        .where(within(filters, activity.c.starts_on, activity.c.ends_on))
    )
    found: Select[*tuple[Any, ...]] = at.joined(rows)
    return found


def attended(filters: Filters, name: str = "attended") -> CTE:
    """One row an attendance: one person at one activity, attended.

    Columns: those of ``recorded_rows``. A person merged out of two who were both there is there
    once, as what either row states; where the two contradict each other, by the order of the
    codes. Made up if one of them is. Two of them in one statement have two names.
    """
    rows = recorded_rows(filters).where(
        schema.attendance.c.status == AttendanceStatus.ATTENDED
    ).subquery()  # fmt: skip
    times = func.count().over(partition_by=(rows.c.activity_id, rows.c.who)).label("times")
    came = select(rows, times).cte()
    columns = [came.c[name] for name in rows.c.keys()]  # noqa: SIM118 - its keys, not columns
    alone = select(*columns).where(came.c.times == 1)
    return alone.union_all(_together(came, columns)).cte(name)


def persons(rows: CTE) -> CTE:
    """One row a person of ``attended(...)``: who, and as what they count in the selection.

    Columns: who, category, gender, age_band, place_kind, place, municipality_id, institution,
    institution_id (missing where no attendance states one). Rule: the value of most of the
    person's attendances; where several have as many, the one stated latest; then the order of the
    codes; not stated only where it is never stated.
    """
    votes = union_all(*_votes(rows)).subquery()
    ballot = (
        votes.c.word == NOT_STATED,
        votes.c.times.desc(),
        votes.c.latest.is_(None),
        votes.c.latest.desc(),
        votes.c.position,
        _by_bytes(votes.c.code),
    )
    rank = func.row_number().over(partition_by=(votes.c.who, votes.c.trait), order_by=ballot)
    ranked = select(votes, rank.label("rank")).subquery()
    answers = (
        func.max(case((ranked.c.trait == trait, ranked.c[column]))).label(name)
        for name, (trait, column) in ANSWERS.items()
    )
    return (
        select(ranked.c.who, *answers)
        .where(ranked.c.rank == 1)
        .group_by(ranked.c.who)
        .cte("persons")
    )


def _together(came: CTE, columns: Sequence[ColumnElement[Any]]) -> Select[*tuple[Any, ...]]:
    """Several rows of one person at one activity as one row, each column by an order of its own."""
    place = (_order(came.c.place_kind, PLACE_ORDER), _by_bytes(came.c.place))
    institution = (came.c.institution.is_(None), _by_bytes(came.c.institution))
    orders: dict[str | None, tuple[ColumnElement[Any], ...]] = {
        "category": (_order(came.c.category, Category),),
        "gender": (_order(came.c.gender, Gender),),
        "age_band": (_order(came.c.age_band, AgeBand),),
        **dict.fromkeys(("place_kind", "place", "municipality_id"), place),
        **dict.fromkeys(("institution", "institution_id"), institution),
        "origin": (came.c.origin != Origin.SAMPLE,),
    }
    return (
        select(
            *(
                func.first_value(column)
                .over(
                    partition_by=(came.c.activity_id, came.c.who),
                    order_by=orders.get(column.key, (came.c.attendance_id,)),
                )
                .label(column.key)
                for column in columns
            )
        )
        .where(came.c.times > 1)
        .distinct()
    )


def _votes(rows: CTE) -> Iterator[Select[*tuple[Any, ...]]]:
    """For each trait: how often, and how lately, a person's attendances state each value of it.

    Columns: who, trait, word, code, number (what the value consists of), times, latest, position.
    """
    no_code, no_number = cast(null(), Text), cast(null(), BigInteger)
    for name, words in (("category", Category), ("gender", Gender), ("age_band", AgeBand)):
        yield _vote(rows, name, (rows.c[name], no_code, no_number), _order(rows.c[name], words))
    town = (rows.c.place_kind, rows.c.place, rows.c.municipality_id)
    yield _vote(rows, "place", town, _order(rows.c.place_kind, PLACE_ORDER))
    stated = case((rows.c.institution.is_(None), NOT_STATED), else_="stated")
    body = (stated, rows.c.institution, rows.c.institution_id)
    yield _vote(rows, "institution", body, literal(0))


def _vote(
    rows: CTE, trait: str, value: Sequence[ColumnElement[Any]], position: ColumnElement[int]
) -> Select[*tuple[Any, ...]]:
    word, code, number = value
    said = (word.label("word"), code.label("code"), number.label("number"))
    return select(
        rows.c.who,
        literal(trait).label("trait"),
        *said,
        func.count().label("times"),
        func.max(rows.c.last_day).label("latest"),
        func.min(position).label("position"),
    ).group_by(rows.c.who, *value)


def _order(column: ColumnElement[str], words: Iterable[StrEnum]) -> ColumnElement[int]:
    """The place of a code in its vocabulary."""
    places = {word.value: place for place, word in enumerate(words)}
    return case(places, value=column, else_=len(places))


def _by_bytes(column: ColumnElement[Any]) -> ColumnElement[bytes]:
    """Codes in an order that no language of a database server changes."""
    return cast(column, LargeBinary)
