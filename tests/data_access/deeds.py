"""What can be written, on what kind of record each, for tests of whose right reaches it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from data_access import (
    activities,
    attendance,
    denominators,
    figures,
    institutions,
    mediators,
    monthly,
    recommendations,
    reviewing,
    rounds,
    schema,
    sources,
)
from data_access.access import Reader
from data_access.attendance import Entry
from data_access.denominators import Number, Of
from data_access.filters import Filters
from data_access.recommendations import importing, keeping
from data_access.rounds import Step
from data_access.rules import (
    ActivityPart,
    AddresseeRole,
    GapStatus,
    RecommendationLinkKind,
    ReviewOutcome,
    Role,
    Verdict,
)
from tests.data_access.attendance.lists import a_csv, came
from tests.data_access.ground import (
    ADVICE,
    BARE,
    ELSEWHERE,
    HERE,
    NOWHERE,
    OTHER_TOWN,
    ROUND,
    TOWN,
    Ground,
)
from tests.data_access.readers import COORDINATOR

DAY = dt.date(2026, 1, 10)
LIST = a_csv(came("Jana Liepa", place=OTHER_TOWN))
ENTRIES = f"Nr.;Kārta;Teksts;Text\nIV-90;{ROUND};Vākt;Gather\n".encode()
MEETING = {"held_on": DAY, "title_lv": "Padomes sēde"}
SEMINAR = {"title_lv": "Seminārs", "kind": "seminar"}
STATED = {"kind": "reported", "qualifier": "exact", "source": "protokols", "value": 7}
ASKED: dict[str, Any] = {"text_lv": "Rīkot kursus.", "text_en": "Hold courses."}
DOCUMENT = {"title_lv": "Protokols", "title_en": None, "address": None, "published_on": None}
ANSWER: dict[str, Any] = {"owner": "KM", "explanation": None, "status": GapStatus.OPEN}
GAP = (ROUND, "families", "mediator_families")

Act = Callable[[Connection, Reader, Ground], object]


@dataclass(frozen=True)
class Deed:
    """Something that is written: to what kind of record, where it shows, and who may at all."""

    reach: str
    table: str | None
    act: Act
    role: Role = Role.COORDINATOR


def of_figures(reach: str, scope: str, subject: str, figure: str) -> dict[str, Deed]:
    """What can be done to a reported figure: it has its place from what it is stated of."""
    leading, beside, table = f"{scope} 5", f"{scope} 6", "reported_figure"
    named = {"figure": figure, "country": "EE"}

    def add(connection: Connection, reader: Reader, ground: Ground) -> None:
        of = subject.format(**ground.rows)
        figures.add(connection, reader, ROUND, STATED | named | {"subject": of})

    return {
        f"a figure of the {scope} added": Deed(reach, table, add),
        f"a figure of the {scope} corrected": Deed(
            reach, table, lambda c, r, g: figures.correct(c, r, g.rows[leading], 1, {"value": 9})
        ),
        f"a figure of the {scope} leads": Deed(
            reach, table, lambda c, r, g: figures.let_lead(c, r, g.rows[beside], 1)
        ),
        f"a figure of the {scope} removed": Deed(
            reach, table, lambda c, r, g: figures.remove(c, r, g.rows[leading], 1)
        ),
    }


def of_the_council(step: Callable[..., object], *args: object, **values: object) -> Act:
    """A step of a member of the Council, taken at the meeting that there is."""

    def act(connection: Connection, reader: Reader, ground: Ground) -> None:
        seen = recommendations.seen(connection, COORDINATOR, [ADVICE])[ADVICE]
        at = {"meeting": ground.rows["meeting"], "seen": seen}
        step(connection, reader, ADVICE, *args, **values, **at)

    return act


def disagreed(connection: Connection, reader: Reader, ground: Ground) -> None:
    finding = ground.rows["finding"]
    recommendations.disagree(connection, reader, finding, Verdict.SUPERSEDED, note="Novecojis.")


OF_THE_COUNCIL: dict[str, tuple[str, Act]] = {
    "decided on": ("confirmation", of_the_council(recommendations.decide, Verdict.SUPERSEDED)),
    "marked": ("review_mark", of_the_council(recommendations.mark, ReviewOutcome.NOTED)),
    "settled": ("recommendation_addressee", of_the_council(recommendations.settle, lead="km")),
    "disagreed about": ("confirmation", disagreed),
}
ROW = f"{HERE} {TOWN}"
LINE: dict[str, Any] = {"service_months": 8, "source": "protokols", "qualifier": "exact"}
OF_MONTHS: dict[str, Deed] = {
    "a month decided about": Deed(
        "a place",
        "monthly_report_content",
        lambda c, r, g: monthly.decide(c, r, g.rows["month waiting"], monthly.Decisions(), 1),
    ),
    "a month discarded": Deed(
        "a place",
        "monthly_report",
        lambda c, r, g: monthly.discard(c, r, g.rows["month waiting"]),
    ),
    "a month recorded": Deed(
        "a place",
        "monthly_report",
        lambda c, r, g: monthly.record(c, r, g.rows["month waiting"]),
    ),
    "a month looked at": Deed(
        "a place", None, lambda c, r, g: monthly.opened(c, r, g.rows["month waiting"])
    ),
    "a month undone": Deed(
        "a place",
        "monthly_report",
        lambda c, r, g: monthly.undo(c, r, g.rows["month recorded"]),
    ),
}
OF_MEDIATORS: dict[str, Deed] = {
    "a post added": Deed(
        "a place",
        "mediator_post",
        lambda c, r, g: mediators.posts.add(c, r, ROUND, {"place": g.places[TOWN]}),
    ),
    "a post added nowhere": Deed(
        "a round", "mediator_post", lambda c, r, _: mediators.posts.add(c, r, ROUND, {})
    ),
    "a post changed": Deed(
        "a place",
        "mediator_post",
        lambda c, r, g: mediators.posts.change(c, r, g.rows["post"], 1, {"hours_per_week": 20}),
    ),
    "a post taken from its place": Deed(
        "a round",
        "mediator_post",
        lambda c, r, g: mediators.posts.change(c, r, g.rows["post"], 1, {"place": "not_stated"}),
    ),
    "a post removed": Deed(
        "a place",
        "mediator_post",
        lambda c, r, g: mediators.posts.remove(c, r, g.rows[f"bare post {TOWN}"], 1),
    ),
    "a gap added": Deed(
        "a place",
        "post_gap",
        lambda c, r, g: mediators.gaps.add(
            c, r, g.rows[f"bare post {TOWN}"], {"starts_on": DAY, "ends_on": DAY}
        ),
    ),
    "a gap changed": Deed(
        "a place",
        "post_gap",
        lambda c, r, g: mediators.gaps.change(c, r, g.rows["gap"], 1, {"reason": "leave"}),
    ),
    "a gap removed": Deed(
        "a place", "post_gap", lambda c, r, g: mediators.gaps.remove(c, r, g.rows["gap"], 1)
    ),
    "a training added": Deed(
        "a place",
        "mediator_training",
        lambda c, r, g: mediators.trainings.add(c, r, g.rows["post"], {"held_on": DAY}),
    ),
    "a training changed": Deed(
        "a place",
        "mediator_training",
        lambda c, r, g: mediators.trainings.change(c, r, g.rows["training"], 1, {"hours": 2}),
    ),
    "a training removed": Deed(
        "a place",
        "mediator_training",
        lambda c, r, g: mediators.trainings.remove(c, r, g.rows["training"], 1),
    ),
    "a family's size corrected": Deed(
        "a place",
        "family",
        lambda c, r, g: mediators.correct_family(c, r, g.rows["family"], 1, {"size": 5}),
    ),
    "support added": Deed(
        "a round", "family_support", lambda c, r, _: mediators.support.add(c, r, ROUND, {})
    ),
    "support changed": Deed(
        "a round",
        "family_support",
        lambda c, r, g: mediators.support.change(c, r, g.rows["support"], 1, {"area": "youth"}),
    ),
    "support removed": Deed(
        "a round",
        "family_support",
        lambda c, r, g: mediators.support.remove(c, r, g.rows["support"], 1),
    ),
    "a line of a table added": Deed(
        "a place",
        "reported_figure",
        lambda c, r, g: mediators.add_line(c, r, ROUND, LINE | {"place": g.places[TOWN]}),
    ),
}
DEEDS: dict[str, Deed] = {
    **OF_MEDIATORS,
    **OF_MONTHS,
    "a list recorded": Deed(
        "a place",
        "attendance",
        lambda c, r, _: attendance.record(c, r, LIST, "list", HERE, confirmed_difference=True),
    ),
    "a list checked": Deed(
        "a place",
        None,
        lambda c, r, _: attendance.check(c, r, attendance.read(LIST, "list.csv"), HERE),
    ),
    "a list undone": Deed(
        "a place",
        "attendance",
        lambda c, r, g: attendance.undo(c, r, g.rows[f"upload {HERE}"], "wrong file"),
    ),
    "an attendance added": Deed(
        "a place", "attendance", lambda c, r, _: attendance.by_hand(c, r, HERE, Entry("Zane Egle"))
    ),
    "an attendance corrected": Deed(
        "a place",
        "attendance",
        lambda c, r, g: attendance.correct(c, r, g.rows[ROW], 1, gender="woman"),
    ),
    "an attendance removed": Deed(
        "a place", "attendance", lambda c, r, g: attendance.remove(c, r, g.rows[ROW], 1)
    ),
    "an activity added": Deed(
        "a place",
        "activity",
        lambda c, r, g: activities.add(c, r, ROUND, SEMINAR | {"place": g.places[TOWN]}),
    ),
    "an activity added nowhere": Deed(
        "a round", "activity", lambda c, r, _: activities.add(c, r, ROUND, SEMINAR)
    ),
    "an activity changed": Deed(
        "a place",
        "activity",
        lambda c, r, _: activities.change(c, r, HERE, 1, {"outcome_lv": "Vienojās."}),
    ),
    "an activity of no place changed": Deed(
        "a round",
        "activity",
        lambda c, r, _: activities.change(c, r, NOWHERE, 1, {"outcome_lv": "Vienojās."}),
    ),
    "an activity put to a place": Deed(
        "a round",
        "activity",
        lambda c, r, g: activities.change(c, r, NOWHERE, 1, {"place": g.places[TOWN]}),
    ),
    "an activity taken from its place": Deed(
        "a round",
        "activity",
        lambda c, r, _: activities.change(c, r, HERE, 1, {"place": "not_stated"}),
    ),
    "an activity removed": Deed(
        "a place", "activity", lambda c, r, _: activities.remove(c, r, BARE, 1)
    ),
    "an institution put to an activity": Deed(
        "a place",
        "activity_institution",
        lambda c, r, _: activities.add_institution(c, r, HERE, "km", ActivityPart.PARTICIPANT),
    ),
    "an institution taken off an activity": Deed(
        "a place",
        "activity_institution",
        lambda c, r, g: activities.remove_institution(c, r, HERE, g.rows["part"]),
    ),
    "a document put to an activity": Deed(
        "a place",
        "activity_document",
        lambda c, r, _: activities.add_document(c, r, HERE, **DOCUMENT),  # type: ignore[arg-type]
    ),
    "a document taken off an activity": Deed(
        "a place",
        "activity_document",
        lambda c, r, g: activities.remove_document(c, r, HERE, g.rows["document"]),
    ),
    **of_figures("a round", "round", "round", "mediators"),
    **of_figures("a place", "activity", f"activity:{HERE}", "headcount"),
    **of_figures("a place", "post", "post:{post}", "service_months"),
    "a gap answered": Deed(
        "a round", "gap", lambda c, r, _: figures.answer_gap(c, r, GAP, **ANSWER, revision=0)
    ),
    "an institution changed": Deed(
        "everything",
        "institution",
        lambda c, r, _: institutions.change(c, r, "km", 1, {"abbreviation": "MK"}),
    ),
    "another name taken away": Deed(
        "everything",
        "institution_alias",
        lambda c, r, g: institutions.remove_alias(c, r, "km", g.rows["alias"]),
    ),
    "another name added": Deed(
        "what is shared",
        "institution_alias",
        lambda c, r, _: institutions.add_alias(c, r, "km", "Kultūra"),
    ),
    "an institution added": Deed(
        "what is shared",
        "institution",
        lambda c, r, _: institutions.add(c, r, {"name_lv": "Biedrība"}),
    ),
    "a word added": Deed(
        "everything",
        "institution_word",
        lambda c, r, _: institutions.add_word(c, r, "ministerija", "state"),
    ),
    "a word taken away": Deed(
        "everything",
        "institution_word",
        lambda c, r, g: institutions.remove_word(c, r, g.rows["word"], 1),
    ),
    "institutions added": Deed(
        "what is shared",
        "institution",
        lambda c, r, _: institutions.add_institutions(c, r, ["Biedrība"]),
    ),
    "a source added": Deed(
        "what is shared",
        "source",
        lambda c, r, _: sources.add(c, r, **DOCUMENT | {"title_lv": "Pārskats"}),  # type: ignore[arg-type]
    ),
    "numbers of inhabitants stored": Deed(
        "everything",
        "denominator",
        lambda c, r, g: denominators.store(
            c, r, Of("roma", "protokols"), {g.places[TOWN]: Number(7)}, {}
        ),
    ),
    "a template filled": Deed(
        "what is shared", None, lambda c, r, _: attendance.template_lv(c, r, Filters(activity=HERE))
    ),
    "entries stored from a file": Deed(
        "a round",
        "recommendation",
        lambda c, r, _: importing.store(c, r, importing.read(c, r, ENTRIES), importing.UNDECIDED),
    ),
    **{
        f"an entry {name}": Deed("a place", table, act, Role.COUNCIL_MEMBER)
        for name, (table, act) in OF_THE_COUNCIL.items()
    },
    "a meeting added": Deed(
        "everything",
        "council_meeting",
        lambda c, r, _: reviewing.add_meeting(c, r, MEETING),
    ),
    "a meeting corrected": Deed(
        "everything",
        "council_meeting",
        lambda c, r, g: reviewing.edit_meeting(c, r, g.rows["meeting"], 1, MEETING),
    ),
    "a meeting removed": Deed(
        "everything",
        "council_meeting",
        lambda c, r, g: reviewing.remove_meeting(c, r, g.rows["meeting"], 1),
    ),
    "an entry added": Deed(
        "a round", "recommendation", lambda c, r, _: keeping.add(c, r, ASKED | {"round": ROUND})
    ),
    "an entry of the town added": Deed(
        "a place",
        "recommendation",
        lambda c, r, g: keeping.add(c, r, ASKED | {"round": ROUND, "place": g.places[TOWN]}),
    ),
    "an entry edited": Deed(
        "a place",
        "recommendation",
        lambda c, r, _: keeping.edit(c, r, "IV-02", 1, {"area": "health"}),
    ),
    "an entry taken from its place": Deed(
        "a round",
        "recommendation",
        lambda c, r, _: keeping.edit(c, r, "IV-02", 1, {"place": "online"}),
    ),
    "an entry worded anew": Deed(
        "a place",
        "recommendation_version",
        lambda c, r, _: keeping.word_anew(
            c, r, "IV-02", {"text_lv": "Jā.", "text_en": "Yes."}, reason=None, seen_number=1
        ),
    ),
    "an entry removed": Deed(
        "a place", "recommendation", lambda c, r, _: keeping.remove(c, r, "IV-02", 1)
    ),
    "an addressee put to an entry": Deed(
        "a place",
        "recommendation_addressee",
        lambda c, r, _: keeping.address(c, r, "IV-02", "km", AddresseeRole.LEAD),
    ),
    "an addressee taken off an entry": Deed(
        "a place",
        "recommendation_addressee",
        lambda c, r, _: keeping.unaddress(c, r, "IV-02", "km"),
    ),
    "an entry linked to another town's": Deed(
        "a place",
        "recommendation_link",
        lambda c, r, _: keeping.link(c, r, "IV-02", RecommendationLinkKind.REPEATS, "IV-03"),
    ),
    "an entry put in the place of another town's": Deed(
        "both places",
        "recommendation_link",
        lambda c, r, _: keeping.link(c, r, "IV-02", RecommendationLinkKind.REPLACES, "IV-03"),
    ),
    "an entry carried into another round": Deed(
        "everything",
        "recommendation_carry",
        lambda c, r, _: keeping.carry(c, r, "IV-01", "V"),
    ),
    "entries of both towns changed": Deed(
        "both places",
        "recommendation",
        lambda c, r, _: keeping.change_many(
            c, r, ("IV-02", "IV-03"), keeping.Change(keeping.What.AREA, "health")
        ),
    ),
    "a round added": Deed(
        "everything",
        "round",
        lambda c, r, _: rounds.add(c, r, "VIII", {"title_lv": "VIII"}),
        Role.ADMINISTRATOR,
    ),
    "a round changed": Deed(
        "everything",
        "round",
        lambda c, r, _: rounds.change(c, r, ROUND, 1, {"title_lv": "Ceturtā"}),
        Role.ADMINISTRATOR,
    ),
    "a round opened": Deed(
        "everything",
        "round",
        lambda c, r, _: rounds.take(c, r, ROUND, 1, step=Step.OPEN, day=DAY),
        Role.ADMINISTRATOR,
    ),
}


def of_row(row: str) -> Act:
    """A row of the attendance corrected where it stands."""
    return lambda c, r, g: attendance.correct(c, r, g.rows[row], 1, gender="woman")


def moved(row: str, town: str) -> Act:
    """A row of the attendance that names another town from now on."""
    return lambda c, r, g: attendance.correct(c, r, g.rows[row], 1, place=g.places[town])


def entered(activity: str, town: str) -> Act:
    """Somebody entered at an activity as coming from a town."""
    return lambda c, r, g: attendance.by_hand(
        c, r, activity, Entry("Zane Egle", place=g.places[town])
    )


def joins(one: str, other: str) -> Act:
    """The persons of two rows of the attendance are one from now on."""

    def act(connection: Connection, reader: Reader, ground: Ground) -> None:
        table = schema.attendance.c
        kept, merged = (
            connection.execute(
                select(table.person_id).where(table.id == ground.rows[row])
            ).scalar_one()
            for row in (one, other)
        )
        attendance.join(connection, reader, kept, merged)

    return act


MOVES: dict[str, Deed] = {
    "persons of the town joined": Deed("a place", "person", joins(ROW, f"{HERE} {None}")),
    "persons of both towns joined": Deed(
        "both places", "person", joins(ROW, f"{ELSEWHERE} {OTHER_TOWN}")
    ),
    "an activity taken over from the other town": Deed(
        "both places",
        "activity",
        lambda c, r, g: activities.change(c, r, ELSEWHERE, 1, {"place": g.places[TOWN]}),
    ),
    "an activity pushed to the other town": Deed(
        "both places",
        "activity",
        lambda c, r, g: activities.change(c, r, HERE, 1, {"place": g.places[OTHER_TOWN]}),
    ),
    "a post pushed to the other town": Deed(
        "both places",
        "mediator_post",
        lambda c, r, g: mediators.posts.change(
            c, r, g.rows["post"], 1, {"place": g.places[OTHER_TOWN]}
        ),
    ),
    "a post that stands in for one of the other town": Deed(
        "both places",
        "mediator_post",
        lambda c, r, g: mediators.posts.change(
            c, r, g.rows["post"], 1, {"substitutes": g.rows[f"bare post {OTHER_TOWN}"]}
        ),
    ),
    "a post of the town held by whoever holds one of the other": Deed(
        "both places",
        "mediator_post",
        lambda c, r, g: mediators.posts.add(
            c,
            r,
            ROUND,
            {"place": g.places[TOWN], "holder": g.rows[f"bare post {OTHER_TOWN}"]},
        ),
    ),
    "somebody of the other town added": Deed(
        "both places", "attendance", entered(HERE, OTHER_TOWN)
    ),
    "somebody of the town added elsewhere": Deed(
        "both places", "attendance", entered(ELSEWHERE, TOWN)
    ),
    "a row of the other town corrected": Deed(
        "both places", "attendance", of_row(f"{HERE} {OTHER_TOWN}")
    ),
    "a row of the town corrected elsewhere": Deed(
        "both places", "attendance", of_row(f"{ELSEWHERE} {TOWN}")
    ),
    "a row of no town corrected": Deed("a place", "attendance", of_row(f"{HERE} {None}")),
    "a row of no town corrected elsewhere": Deed(
        "the other place", "attendance", of_row(f"{ELSEWHERE} {None}")
    ),
    "a row given to the other town": Deed("both places", "attendance", moved(ROW, OTHER_TOWN)),
    "a row taken from the other town": Deed(
        "both places", "attendance", moved(f"{HERE} {OTHER_TOWN}", TOWN)
    ),
    "a row that names no town any more": Deed(
        "a place",
        "attendance",
        lambda c, r, g: attendance.correct(c, r, g.rows[ROW], 1, place="online"),
    ),
    "a row of the other town removed": Deed(
        "both places",
        "attendance",
        lambda c, r, g: attendance.remove(c, r, g.rows[f"{HERE} {OTHER_TOWN}"], 1),
    ),
    "a list with people of the town undone elsewhere": Deed(
        "the other place",
        "attendance",
        lambda c, r, g: attendance.undo(c, r, g.rows[f"upload {ELSEWHERE}"], "wrong file"),
    ),
}
"""What touches two towns, and what the activity's own town decides."""
