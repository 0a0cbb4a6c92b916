"""Made-up mediators, families, cases and contacts of round IV.

Five mediators share 134 cases evenly, 27, 27, 27, 27 and 26, and the same round of dates, needs
and results, so that no town's mediator looks better or worse than another's. The cases belong to
128 families, six of whom have two mediators; 21 more were supported without one: 149 in all.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from data_access import schema
from data_access.rules import (
    Area,
    ClosingReason,
    ContactForm,
    ContactPlace,
    ContactResult,
    Referrer,
)
from seed.sample.months import fill_months
from seed.sample.planting import Ground, Row, place, put

FIRST, LAST = dt.date(2019, 9, 1), dt.date(2020, 6, 30)
MONTHS = [
    *(dt.date(2019, month, 1) for month in range(9, 13)),
    *(dt.date(2020, month, 1) for month in range(1, 7)),
]
POSTS: tuple[tuple[str, float | None], ...] = (  # place, hours a week
    ("LV-JEL", 20.0),
    ("LV-RIX", 20.0),
    ("LV-VMR", None),
    ("LV-VEN", 20.0),
    ("not_stated", None),
)
MEDIATED, SHARED, SUPPORTED_ALONE, SUPPORTED_TOO = 128, 6, 21, 15
WEEKEND = {6: 2, 7: 1}  # days from Saturday and from Sunday to Monday
SILENT_POST, SILENT_MONTH = 4, (2020, 3)  # the post without a place sent no report of one month

SIZES = (4, 5, 3, None, 6, 2, 7, 4, 5, None, 3)
CHILDREN = (2, 3, 1, None, 4, 0, 5, None, 2)
NEEDS: tuple[tuple[Area, ...], ...] = (
    (Area.EDUCATION,),
    (Area.EMPLOYMENT, Area.HOUSING),
    (Area.HEALTH,),
    (Area.EDUCATION, Area.INCLUSION),
    (Area.HOUSING,),
    (Area.EMPLOYMENT, Area.EDUCATION, Area.HEALTH),
    (Area.INCLUSION, Area.HOUSING),
)
GROUP_AREAS = (Area.EDUCATION, Area.HEALTH, Area.EMPLOYMENT, Area.NOT_STATED)
SUPPORT_AREAS = (Area.CULTURE, Area.YOUTH, Area.NOT_STATED, Area.EDUCATION, Area.PARTICIPATION)
RESULTS = (
    *(ContactResult.INFORMED, ContactResult.NOT_STATED, ContactResult.APPLIED),
    *(ContactResult.NOT_STATED, ContactResult.ARRANGED),
)
FROM_INSTITUTIONS = (ContactResult.TAKEN_UP, ContactResult.REFERRED, ContactResult.TURNED_DOWN)
MET_AT = (
    *(ContactPlace.HOME, ContactPlace.OFFICE, ContactPlace.PHONE),
    *(ContactPlace.HOME, ContactPlace.NOT_STATED),
)
REFERRED = (
    *(Referrer.SOCIAL_SERVICE, Referrer.NOT_STATED, Referrer.SCHOOL),
    *(Referrer.FAMILY, Referrer.NOT_STATED),
)
REASONS = (
    *(ClosingReason.NEED_MET, ClosingReason.NOT_STATED, ClosingReason.MOVED_AWAY),
    *(ClosingReason.NEED_MET, ClosingReason.OWN_WISH),
)
CONTACTED = (None, "sample-social-service", None, None, "sample-school", None)
SUPPORTERS = ("sample-roma-association", None, "sample-roma-youth")


@dataclass(frozen=True)
class Case:
    """One family with one mediator; the numbers count from 0."""

    turn: int
    family: int
    post: int
    opened: dt.date
    closed: dt.date | None

    @property
    def is_dated(self) -> bool:
        """A few lists leave out when a case was opened."""
        return not _is_nth(29, self.turn)


def cases() -> Iterator[Case]:
    """All cases, always in the same order; the last ones are second cases of a family."""
    for turn in range(MEDIATED + SHARED):
        family = turn if turn < MEDIATED else (turn - MEDIATED) * 21 + 1
        opened = working_day(turn * 37 % 240)
        closed = working_day(turn * 37 % 240 + 50 + turn * 13 % 110)
        stays_open = turn % 4 == 0 or closed > LAST
        yield Case(turn, family, turn % len(POSTS), opened, None if stays_open else closed)


def working_day(number: int) -> dt.date:
    """That many days into the service, or the Monday after it."""
    day = FIRST + dt.timedelta(days=number)
    return day + dt.timedelta(days=WEEKEND.get(day.isoweekday(), 0))


def fill_caseloads(connection: Connection, ground: Ground) -> None:
    """Mediators, families, cases, contacts and support; nobody has a name."""
    mediators, posts = _fill_posts(connection, ground)
    families = _fill_families(connection)
    known = list(cases())
    numbers = put(connection, schema.mediation_case, [_case(c, families, posts) for c in known])
    needs = [
        {"mediation_case_id": number, "area": area}
        for case, number in zip(known, numbers, strict=True)
        for area in NEEDS[case.turn % len(NEEDS)]
    ]
    put(connection, schema.case_need, needs)
    contacts = [
        row
        for case, number in zip(known, numbers, strict=True)
        for row in _contacts(case, number, posts, ground)
    ]
    put(connection, schema.contact, contacts + list(_meetings(posts)))
    put(connection, schema.family_support, list(_support(families, ground)))
    reported = [
        [month for month in MONTHS if not _is_silent(turn, month)] for turn in range(len(posts))
    ]
    fill_months(connection, ground, posts, mediators, reported)


def _fill_posts(connection: Connection, ground: Ground) -> tuple[list[int], list[int]]:
    codes = [{"code": f"sample-mediator-{n}"} for n in range(1, len(POSTS) + 1)]
    mediators = put(connection, schema.mediator, codes)
    service = {"starts_on": FIRST, "ends_on": LAST, "date_precision": "month"}
    rows = [
        {"mediator_id": mediator, "round_id": ground.round, "hours_per_week": hours}
        | service
        | place(code, ground)
        for mediator, (code, hours) in zip(mediators, POSTS, strict=True)
    ]
    return mediators, put(connection, schema.mediator_post, rows)


def _fill_families(connection: Connection) -> list[int]:
    rows: list[Row] = []
    for turn in range(MEDIATED + SUPPORTED_ALONE):
        size, children = SIZES[turn % len(SIZES)], CHILDREN[turn % len(CHILDREN)]
        if size is not None and children is not None:
            children = min(children, size - 1)
        code = f"sample-family-{turn + 1:03}"
        rows.append({"code": code, "size": size, "children": children})
    return put(connection, schema.family, rows)


def _case(case: Case, families: list[int], posts: list[int]) -> Row:
    return {
        "family_id": families[case.family],
        "mediator_post_id": posts[case.post],
        "opened_on": case.opened if case.is_dated else None,
        "closed_on": case.closed,
        "closing_reason": REASONS[case.turn % len(REASONS)]
        if case.closed
        else ClosingReason.NOT_STATED,
        "referred_by": REFERRED[case.turn % len(REFERRED)],
    }


def _contacts(case: Case, number: int, posts: list[int], ground: Ground) -> Iterator[Row]:
    """Five to seven talks with a family, spread over the time its case was open."""
    needs, often = NEEDS[case.turn % len(NEEDS)], 5 + case.turn % 3
    span = ((case.closed or LAST) - case.opened).days
    for turn in range(often):
        beat = case.turn + turn
        day = working_day((case.opened - FIRST).days + span * turn // often)
        if _is_silent(case.post, day):
            continue
        body = CONTACTED[beat % len(CONTACTED)]
        yield {
            "mediator_post_id": posts[case.post],
            "mediation_case_id": number,
            "held_on": None if _is_nth(67, beat) else day,
            "form": ContactForm.INDIVIDUAL,
            "persons": None if _is_nth(17, beat) else 1 + beat % 4,
            "area": Area.NOT_STATED if _is_nth(9, beat) else needs[turn % len(needs)],
            "institution_id": ground.institutions[body] if body else None,
            "met_at": ContactPlace.INSTITUTION if body else MET_AT[beat % len(MET_AT)],
            "result": _result(beat, body),
        }


def _result(beat: int, body: str | None) -> ContactResult:
    """What an institution answered, or what came of a talk without one."""
    if body is None:
        return RESULTS[beat % len(RESULTS)]
    # Institutions come at the same beats of each round: the answers turn with the rounds.
    return FROM_INSTITUTIONS[beat // len(CONTACTED) % len(FROM_INSTITUTIONS)]


def _meetings(posts: list[int]) -> Iterator[Row]:
    """One meeting of each mediator with a group in each month."""
    for month in range(10):
        day = working_day(month * 30 + 14)
        for turn, post in enumerate(posts):
            if not _is_silent(turn, day):
                yield {
                    "mediator_post_id": post,
                    "mediation_case_id": None,
                    "held_on": day,
                    "form": ContactForm.GROUP,
                    "persons": 6 + (month + turn) % 7,
                    "area": GROUP_AREAS[(month + turn) % len(GROUP_AREAS)],
                    "institution_id": None,
                    "met_at": ContactPlace.PUBLIC,
                    "result": ContactResult.INFORMED,
                }


def _is_silent(post: int, day: dt.date) -> bool:
    return post == SILENT_POST and (day.year, day.month) == SILENT_MONTH


def _is_nth(often: int, turn: int) -> bool:
    """Every so-manieth time, where lists leave something out."""
    return turn % often == often - 1


def _support(families: list[int], ground: Ground) -> Iterator[Row]:
    """What families got without a mediator: those who had none, and some who had one too."""
    for turn, family in enumerate(families[MEDIATED:] + families[:SUPPORTED_TOO]):
        body = SUPPORTERS[turn % len(SUPPORTERS)]
        yield {
            "family_id": family,
            "round_id": ground.round,
            "area": SUPPORT_AREAS[turn % len(SUPPORT_AREAS)],
            "given_on": None if _is_nth(6, turn) else working_day(turn * 8),
            "institution_id": ground.institutions[body] if body else None,
        }
