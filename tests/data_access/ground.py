"""Two rounds and two towns with everything that can be written to, and whose right reaches what."""

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, select

from data_access import (
    activities,
    attendance,
    figures,
    institutions,
    monthly,
    reviewing,
    schema,
    sources,
)
from data_access.access import Grant, Reader
from data_access.identity import open_keyring
from data_access.monthly import Decisions, Sheets
from data_access.monthly.sealing import Kept, sealed
from data_access.recommendations import keeping
from data_access.rules import ActivityPart, Role
from tests.data_access.attendance.lists import a_csv, came
from tests.data_access.people import (
    a_case,
    a_family,
    a_figure,
    a_municipality,
    a_post,
    a_round,
    add,
    an_activity,
    an_institution,
    at,
    support,
)
from tests.data_access.readers import COORDINATOR
from tests.data_access.register import an_entry, find

HERE, ELSEWHERE, LATER, NOWHERE, BARE = "here", "elsewhere", "later", "nowhere", "bare"
"""Activities: of round IV in Rīga, in Jelgava, of round V in Rīga, of round IV in no municipality,
and one in Rīga to which nothing refers."""

DAY = dt.date(2020, 10, 1)
ROUND, TOWN, OTHER_TOWN = "IV", "Rīga", "Jelgava"
ADVICE = "IV-advice"
"""An entry of the register, of round IV in Rīga."""

ENTRY = attendance.Entry("", category="roma", status="attended")


@dataclass
class Ground:
    """The numbers of what is there, each under the name by which a test asks for it."""

    rounds: dict[str, int] = field(default_factory=dict)
    towns: dict[str, int] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)

    def coordinator(self, name: str, role: Role = Role.COORDINATOR) -> Reader:
        """Somebody of the role whose grants are limited as the name says."""
        iv, v = self.rounds["IV"], self.rounds["V"]
        here, there = frozenset({self.towns[TOWN]}), frozenset({self.towns[OTHER_TOWN]})
        limits: dict[str, list[dict[str, Any]]] = {
            "everywhere": [{}],
            "of the town": [{"municipalities": here}],
            "of the round": [{"round": iv}],
            "of the town in the round": [{"round": iv, "municipalities": here}],
            "of both towns": [{"municipalities": here | there}],
            "of the other town": [{"municipalities": there}],
            "of the other round": [{"round": v}],
            # Between them the two hold the round and the town, but neither holds both.
            "of two halves": [
                {"round": iv, "municipalities": there},
                {"round": v, "municipalities": here},
            ],
        }
        return Reader("test:limited", frozenset(Grant(role, **limit) for limit in limits[name]))


OTHERS = {"of the other town", "of the other round", "of two halves"}
OF_TOWN = {"of the town", "of the town in the round", "of both towns"}
OF_ROUND = {"everywhere", "of the round"}
REACHED = {
    "a place": OF_TOWN | OF_ROUND,
    "the other place": OF_ROUND | {"of both towns", "of the other town", "of two halves"},
    "both places": OF_ROUND | {"of both towns"},
    "a round": OF_ROUND,
    "everything": {"everywhere"},
    "what is shared": {*OF_TOWN, *OF_ROUND, *OTHERS},
}
"""Who may write to a record of round IV in Rīga, in Jelgava, to one that lies in both, to one of
the whole round, of all rounds, and to what rounds and towns share."""

NAMES = REACHED["what is shared"]


def plant(connection: Connection) -> Ground:
    """Everything, entered by a coordinator who is not limited."""
    ground = Ground()
    for code in ("IV", "V"):
        ground.rounds[code] = a_round(connection, code)
    for town in (TOWN, OTHER_TOWN):
        ground.towns[town] = number = a_municipality(connection, town)
        ground.places[town] = _place(connection, number)
    sources.add(
        connection,
        COORDINATOR,
        title_lv="Protokols",
        title_en=None,
        published_on=None,
        address=None,
    )
    ground.rows["institution"] = an_institution(connection, "km", name_lv="Ministrija km")
    institutions.add_alias(connection, COORDINATOR, "km", "KM")
    ground.rows["alias"] = connection.scalars(select(schema.institution_alias.c.id)).one()
    institutions.add_word(connection, COORDINATOR, "Ministrija", "state")
    ground.rows["word"] = connection.scalars(select(schema.institution_word.c.id)).one()
    ground.rows["meeting"] = reviewing.add_meeting(
        connection, COORDINATOR, {"held_on": DAY, "title_lv": "Sēde"}
    )
    entry = an_entry(connection, ground.rounds["IV"], ADVICE, **at(ground.towns[TOWN]))
    ground.rows["finding"] = find(connection, entry, DAY, "not_done")
    _plant_activities(connection, ground)
    _plant_figures(connection, ground)
    _plant_mediation(connection, ground)
    _plant_attendance(connection, ground)
    _plant_entries(connection, ground)
    _plant_months(connection, ground)
    return ground


def _plant_activities(connection: Connection, ground: Ground) -> None:
    lies: dict[str, tuple[str, str | None]] = {
        HERE: ("IV", TOWN),
        ELSEWHERE: ("IV", OTHER_TOWN),
        LATER: ("V", TOWN),
        NOWHERE: ("IV", None),
        BARE: ("IV", TOWN),
    }
    for code, (round_, town) in lies.items():
        where = at(ground.towns.get(town or ""))
        ground.rows[code] = an_activity(connection, ground.rounds[round_], code=code, **where)
    activities.add_institution(connection, COORDINATOR, HERE, "km", ActivityPart.ORGANISER)
    ground.rows["part"] = connection.scalars(select(schema.activity_institution.c.id)).one()
    activities.add_institution(connection, COORDINATOR, ELSEWHERE, "km", ActivityPart.HOST)
    document = {"title_lv": "Saraksts", "title_en": None, "address": None, "published_on": None}
    activities.add_document(connection, COORDINATOR, HERE, **document)  # type: ignore[arg-type]
    ground.rows["document"] = connection.scalars(select(schema.activity_document.c.id)).one()


def _plant_figures(connection: Connection, ground: Ground) -> None:
    """A figure of the round, one of the activity and one of a post, and another beside each."""
    iv = ground.rounds["IV"]
    post = a_post(connection, iv, **at(ground.towns[TOWN]))
    ground.rows["post"] = post
    subjects = {"round": "round", "activity": f"activity:{HERE}", "post": f"post:{post}"}
    stated = {"kind": "reported", "qualifier": "exact", "source": "protokols"}
    names = {"round": "mediators", "activity": "headcount", "post": "service_months"}
    for scope, subject in subjects.items():
        for value in (5, 6):
            values = stated | {"subject": subject, "figure": names[scope], "value": value}
            ground.rows[f"{scope} {value}"] = figures.add(connection, COORDINATOR, "IV", values)
    for figure, value in (("families", 149), ("mediator_families", 128)):
        a_figure(connection, iv, figure, value, is_leading=True)


def _plant_mediation(connection: Connection, ground: Ground) -> None:
    """What belongs to the post, a post in each town to which nothing refers, and support."""
    iv, rows = ground.rounds["IV"], ground.rows
    for town in (TOWN, OTHER_TOWN):
        rows[f"bare post {town}"] = a_post(connection, iv, **at(ground.towns[town]))
    post = rows["post"]
    holder = select(schema.mediator_post.c.mediator_id).where(schema.mediator_post.c.id == post)
    mediator = connection.execute(holder).scalar_one()
    rows["gap"] = add(connection, schema.post_gap, mediator_post_id=post, starts_on=DAY)
    learnt = {"mediator_id": mediator, "round_id": iv}
    rows["training"] = add(connection, schema.mediator_training, **learnt)
    rows["family"] = family = a_family(connection)
    a_case(connection, family, post)
    rows["support"] = support(connection, a_family(connection), iv)


def _plant_attendance(connection: Connection, ground: Ground) -> None:
    """Rows of Rīga, of Jelgava and of no municipality at each activity; an upload into one."""
    for activity in (HERE, ELSEWHERE, LATER, NOWHERE):
        for town in (TOWN, OTHER_TOWN, None):
            place = ground.places.get(town or "", "not_stated")
            entry = replace(ENTRY, name=f"{activity} {town}", place=place)
            added = attendance.by_hand(connection, COORDINATOR, activity, entry)
            ground.rows[f"{activity} {town}"] = added
    for activity in (HERE, ELSEWHERE):
        surname = activity.capitalize()
        listed = a_csv(came(f"Anna {surname}", place=TOWN), came(f"Ilze {surname}", place=""))
        done = attendance.record(connection, COORDINATOR, listed, "list", activity)
        ground.rows[f"upload {activity}"] = done.upload


def _plant_entries(connection: Connection, ground: Ground) -> None:
    """Entries of round IV: one of the whole round, and one in each town."""
    texts = {"text_lv": "Rīkot kursus.", "text_en": "Hold courses."}
    places = {"IV-01": None, "IV-02": ground.places[TOWN], "IV-03": ground.places[OTHER_TOWN]}
    for place in places.values():
        values = {"round": ROUND, "place": place, "supporting": ["km"]}
        keeping.add(connection, COORDINATOR, texts | values)


def _plant_months(connection: Connection, ground: Ground) -> None:
    """A post in Rīga of which one month is recorded, and another waits."""
    post = a_post(connection, ground.rounds["IV"], **at(ground.towns[TOWN]))
    for what, month in (("recorded", dt.date(2020, 10, 1)), ("waiting", dt.date(2020, 11, 1))):
        head = {"post": str(post), "month": f"{month:%m.%Y}", "hours": "20"}
        file = {"sha256": f"{month:%m}" * 32, "origin": "upload"}
        received = {"received_at": dt.datetime.now(dt.UTC)}
        of = {"mediator_post_id": post, "month": month}
        number = add(connection, schema.monthly_report, **of, **file, **received)
        kept = sealed(open_keyring(), Kept(Sheets(head=head), Decisions()))
        add(connection, schema.monthly_report_content, monthly_report_id=number, sheets_sealed=kept)
        ground.rows[f"month {what}"] = number
    monthly.record(connection, COORDINATOR, ground.rows["month recorded"])


def _place(connection: Connection, municipality: int) -> str:
    town, division = schema.municipality, schema.division
    found = select(division.c.code, town.c.iso).join_from(town, division)
    return ":".join(connection.execute(found.where(town.c.id == municipality)).one())
