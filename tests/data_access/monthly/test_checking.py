"""Every cell of a report becomes what it says, or a question; nothing is guessed."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
import time_machine
from sqlalchemy import Connection

from data_access.access import AccessRefused
from data_access.monthly import (
    CaseLine,
    Code,
    ContactLine,
    Decisions,
    Part,
    Problem,
    Sheets,
    TrainingLine,
)
from data_access.monthly import columns as c
from data_access.monthly.report import ACCEPTABLE, LONGEST_VALUE, NOTES, OF_FILE
from data_access.rules import (
    Area,
    ClosingReason,
    ContactForm,
    ContactPlace,
    ContactResult,
    Referrer,
    TrainingKind,
)
from tests.data_access.monthly.books import FAMILY, GROUP, LEARNED, TALK
from tests.data_access.monthly.september import (
    FIRST,
    OPENED,
    RECORDED,
    SHA,
    WAITING,
    September,
    told,
)
from tests.data_access.monthly.test_reading import MISTAKES
from tests.data_access.people import a_case, a_family, a_post, an_institution, at
from tests.data_access.readers import STRANGER

HEAD, FAMILIES, CONTACTS, TRAININGS = Part
NEW = {c.FAMILY: "J1", c.OPENED_ON: "03.09.2019.", c.NEEDS[0]: "Mājoklis"}
NEEDS = (Area.EDUCATION, Area.EMPLOYMENT, Area.HEALTH, Area.HOUSING)


def day(number: int, month: int = 9) -> dt.date:
    return dt.date(2019, month, number)


def a_line(month: September, **values: Any) -> CaseLine:
    """The line of the family that is in care, of which the row says nothing new."""
    usual = CaseLine(
        row=FIRST,
        family="G-01",
        number=month.families["G-01"],
        case=month.cases["G-01"],
        opened_on=None,
        closed_on=None,
        reason=ClosingReason.NOT_STATED,
        referred_by=Referrer.NOT_STATED,
        needs=(),
        size=None,
        children=None,
        changes=False,
    )
    return replace(usual, **values)


def test_a_month_becomes_lines(month: September) -> None:
    draft = month.check(month.sheets())
    assert draft.problems == ()
    assert (draft.sha256, draft.post, draft.month) == (SHA, month.posts["here"], day(1))
    assert draft.hours == 72
    assert draft.cases == (a_line(month),)
    assert draft.contacts[0] == ContactLine(
        row=2,
        held_on=day(5),
        form=ContactForm.INDIVIDUAL,
        family="G-01",
        persons=2,
        met_at=ContactPlace.NOT_STATED,
        area=Area.NOT_STATED,
        institution=None,
        result=ContactResult.NOT_STATED,
        case=month.cases["G-01"],
    )
    assert (draft.contacts[1].form, draft.contacts[1].persons) == (ContactForm.GROUP, 9)
    assert (draft.contacts[1].family, draft.contacts[1].case) == (None, None)
    assert draft.trainings == (TrainingLine(2, day(18), TrainingKind.SUPERVISION, 2.0),)


def test_every_cell_of_a_row_is_read(month: September) -> None:
    closing = {c.CLOSED_ON: "24.09.2019.", c.REASON: "Ģimene pārcēlusies", c.OPENED_ON: "5.8.2019"}
    family = FAMILY | closing | {c.NEEDS[0]: "mājoklis", c.NEEDS[1]: "kultura", c.SIZE: "5"}
    family |= {c.REFERRED_BY: "NVO", c.CHILDREN: "0"}
    contact = TALK | {c.MET_AT: "Iestādē", c.AREA: "Veselība", c.INSTITUTION: "KM"}
    contact |= {c.RESULT: "Iestāde uzņēmusies risināt"}
    draft = month.check(month.sheets(rows={FAMILIES: [family], CONTACTS: [contact]}))
    assert draft.problems == ()
    assert draft.cases == (
        a_line(
            month,
            opened_on=OPENED,
            closed_on=day(24),
            reason=ClosingReason.MOVED_AWAY,
            needs=(Area.HOUSING, Area.CULTURE),
            referred_by=Referrer.NGO,
            size=5,
            children=0,
            changes=True,
        ),
    )
    (line,) = draft.contacts
    assert (line.met_at, line.area) == (ContactPlace.INSTITUTION, Area.HEALTH)
    assert (line.institution, line.result) == (month.bodies["km"], ContactResult.TAKEN_UP)


def test_a_new_family_and_one_known_elsewhere_open_cases(month: September) -> None:
    elsewhere = NEW | {c.FAMILY: "g-03", c.OPENED_ON: "4.9."}
    never, again = NEW | {c.FAMILY: "G-04"}, NEW | {c.FAMILY: "G-02"}
    families = [NEW, elsewhere, never, again, NEW | {c.FAMILY: "j 02"}]
    contacts = [TALK | {c.FAMILY: name} for name in ("J1", "G-03", "G-04", "g-02", "J2")]
    draft = month.check(month.sheets(rows={FAMILIES: families, CONTACTS: contacts}))
    assert draft.problems == ()
    known = [month.families[code] for code in ("G-03", "G-04", "G-02")]
    assert [line.number for line in draft.cases] == [None, *known, None]
    assert [(line.case, line.changes) for line in draft.cases] == [(None, True)] * 5
    names = ["J1", "G-03", "G-04", "G-02", "J2"]
    assert [line.family for line in draft.cases] == names
    assert [(line.family, line.case) for line in draft.contacts] == [(name, None) for name in names]
    assert draft.cases[0].opened_on == day(3)
    assert draft.cases[0].needs == (Area.HOUSING,)


Case = tuple[dict[Part, list[dict[str, str]]], set[tuple[Any, ...]]]


def cell(part: Part, row: dict[str, str], code: Code, column: str, text: str) -> Case:
    """One cell of a row is something else, and is asked about."""
    return {part: [row | {column: text}]}, {(code, part, FIRST, column)}


NUMBERS = (
    "~10",
    "ap 10",
    "10-12",
    "desmit",
    "10 (2 bērni)",
    "-3",
    "4,5",
    "2001",
    "99999999999",
    "1.000",
    "1,000",
    "1,500",
)
DAYS = ("3", "31.09.2019.", "3.8.", "09/03/2019", "3.-5.09.2019.", "otrdien", "43711", "15.10.1066")
ASKED: dict[str, Case] = {
    **{f"persons {text}": cell(CONTACTS, TALK, Code.NUMBER_UNCLEAR, c.PERSONS, text)
       for text in NUMBERS},
    **{f"a day {text}": cell(CONTACTS, TALK, Code.DAY_UNCLEAR, c.HELD_ON, text) for text in DAYS},
    "a family of nobody": cell(FAMILIES, NEW, Code.NUMBER_UNCLEAR, c.SIZE, "0"),
    "a training of no hours": cell(TRAININGS, LEARNED, Code.NUMBER_UNCLEAR, c.HOURS, "0"),
    "hours by the clock": cell(TRAININGS, LEARNED, Code.NUMBER_UNCLEAR, c.HOURS, "1:30"),
    "a day of another month": cell(CONTACTS, TALK, Code.DAY_OUTSIDE, c.HELD_ON, "30.08.2019."),
    "a training of another month":
        cell(TRAININGS, LEARNED, Code.DAY_OUTSIDE, c.HELD_ON, "1.10.2019."),
    "a case opened before": cell(FAMILIES, NEW, Code.DAY_OUTSIDE, c.OPENED_ON, "30.08.2019."),
    "a case closed after": cell(FAMILIES, FAMILY, Code.DAY_OUTSIDE, c.CLOSED_ON, "2.10.2019."),
    "a day to come": cell(CONTACTS, TALK, Code.DAY_AHEAD, c.HELD_ON, "26.09.2019."),
    "a case opened ahead": cell(FAMILIES, NEW, Code.DAY_AHEAD, c.OPENED_ON, "26.09.2019."),
    "a case closed ahead": cell(FAMILIES, FAMILY, Code.DAY_AHEAD, c.CLOSED_ON, "26.09.2019."),
    "a contact without a day": cell(CONTACTS, TALK, Code.DAY_MISSING, c.HELD_ON, ""),
    "a training without a day": cell(TRAININGS, LEARNED, Code.DAY_MISSING, c.HELD_ON, ""),
    "a new case without a day": cell(FAMILIES, NEW, Code.DAY_MISSING, c.OPENED_ON, ""),
    **{f"a word of no list: {column}": cell(part, row, Code.WORD_UNKNOWN, column, "Nezin kas")
       for part, row, columns in (
           (FAMILIES, NEW, (*c.NEEDS, c.REFERRED_BY)),
           (CONTACTS, TALK, (c.FORM, c.MET_AT, c.AREA, c.RESULT)),
           (TRAININGS, LEARNED, (c.KIND,)))
       for column in columns},
    "a reason of no list": cell(
        FAMILIES, FAMILY | {c.CLOSED_ON: "3.9.2019."}, Code.WORD_UNKNOWN, c.REASON, "Nezin kas"
    ),
    "no form with a family": cell(CONTACTS, TALK, Code.FORM_MISSING, c.FORM, ""),
    "no form and no family": cell(CONTACTS, GROUP, Code.FORM_MISSING, c.FORM, ""),
    "an institution of no register":
        cell(CONTACTS, TALK, Code.INSTITUTION_UNKNOWN, c.INSTITUTION, "Nezin kas"),
    "an institution made up":
        cell(CONTACTS, TALK, Code.INSTITUTION_UNKNOWN, c.INSTITUTION, "Parauga skola"),
    "an abbreviation of two": cell(CONTACTS, TALK, Code.INSTITUTION_SHARED, c.INSTITUTION, "SD"),
    "no family": cell(CONTACTS, TALK, Code.FAMILY_MISSING, c.FAMILY, ""),
    "a row without a family": cell(FAMILIES, NEW, Code.FAMILY_MISSING, c.FAMILY, ""),
    "a family of no number": cell(FAMILIES, NEW, Code.FAMILY_UNKNOWN, c.FAMILY, "G-99"),
    "a contact with a family of no number":
        cell(CONTACTS, TALK, Code.FAMILY_UNKNOWN, c.FAMILY, "Ozolu ģimene"),
    "a contact with a family elsewhere":
        cell(CONTACTS, TALK, Code.FAMILY_NOT_OPEN, c.FAMILY, "G-03"),
    "a contact with a new family without a row":
        cell(CONTACTS, TALK, Code.FAMILY_NOT_OPEN, c.FAMILY, "J1"),
    "a contact after the case":
        cell(CONTACTS, TALK, Code.FAMILY_NOT_OPEN, c.FAMILY, "G-02"),
    "a row of last month": cell(FAMILIES, FAMILY, Code.FAMILY_NOT_OPEN, c.FAMILY, "G-02"),
    "a row of last month with its day": (
        {FAMILIES: [{c.FAMILY: "G-02", c.OPENED_ON: "05.08.2019."}]},
        {(Code.FAMILY_NOT_OPEN, FAMILIES, FIRST, c.FAMILY)},
    ),
    "a family with a group": cell(CONTACTS, GROUP, Code.FAMILY_OF_GROUP, c.FAMILY, "G-01"),
    "a family twice": (
        {FAMILIES: [FAMILY, NEW, FAMILY | {c.SIZE: "9"}, NEW]},
        {(Code.FAMILY_TWICE, FAMILIES, row, c.FAMILY) for row in (4, 5)},
    ),
    "opened otherwise":
        cell(FAMILIES, FAMILY, Code.OPENED_OTHERWISE, c.OPENED_ON, "06.08.2019."),
    "closed before it was opened": cell(
        FAMILIES, NEW, Code.CLOSED_TOO_EARLY, c.CLOSED_ON, "02.09.2019."
    ),
    "closed before it stood open": cell(
        FAMILIES, FAMILY, Code.CLOSED_TOO_EARLY, c.CLOSED_ON, "04.08.2019."
    ),
    "a reason without an end": cell(
        FAMILIES, FAMILY, Code.REASON_WITHOUT_END, c.REASON, "Kārta beigusies"
    ),
    "more children than people": cell(FAMILIES, FAMILY, Code.CHILDREN_TOO_MANY, c.CHILDREN, "5"),
    "fewer people than children": (
        {FAMILIES: [FAMILY | {c.SIZE: "1"}]}, {(Code.CHILDREN_TOO_MANY, FAMILIES, FIRST, c.SIZE)}
    ),
    "a row with the word for a sum": (
        {CONTACTS: [{c.HELD_ON: "KOPĀ:", c.PERSONS: "11"}]},
        {(Code.LOOKS_LIKE_TOTAL, CONTACTS, FIRST, None)},
    ),
    **{f"nothing but numbers: {part}": (
        {part: [{column: "11"}]}, {(Code.LOOKS_LIKE_TOTAL, part, FIRST, None)}
    ) for part, column in ((FAMILIES, c.SIZE), (CONTACTS, c.PERSONS), (TRAININGS, c.HOURS))},
    "contacts wholly alike": (
        {CONTACTS: [TALK, GROUP, TALK | {c.HELD_ON: "5.9.", c.FORM: "individuala"}]},
        {(Code.ROWS_ALIKE, CONTACTS, 4, None)},
    ),
    "trainings wholly alike": (
        {TRAININGS: [LEARNED, LEARNED]}, {(Code.ROWS_ALIKE, TRAININGS, 3, None)}
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ASKED)
def test_what_is_unclear_is_asked_and_its_row_is_no_line(month: September, name: str) -> None:
    rows, asked = ASKED[name]
    is_early = "to come" in name or "ahead" in name
    with time_machine.travel(dt.datetime(2019, 9 if is_early else 12, 25, 12, tzinfo=dt.UTC)):
        sheets = month.sheets(rows={FAMILIES: [FAMILY], TRAININGS: [], CONTACTS: []} | rows)
        draft = month.check(sheets)
    assert told(draft) == asked
    lines = {FAMILIES: draft.cases, CONTACTS: draft.contacts, TRAININGS: draft.trainings}
    ((part, rows_),) = rows.items()
    open_ = {row for _, _, row, _ in asked}
    taken = [line.row for line in lines[part]]  # type: ignore[attr-defined]
    assert taken == [n for n in range(FIRST, FIRST + len(rows_)) if n not in open_]


OTHERS: dict[str, tuple[str, ...]] = {
    "persons 10-12": ("10", "12"),
    "persons 10 (2 bērni)": ("10", "2"),
    "persons desmit": (),
    "persons 1.000": ("1000", "1"),
    "persons 1,500": ("1500",),
    "a day 3": ("03.09.2019.",),
    "a day 3.8.": ("03.08.2019.",),
    "a day 09/03/2019": ("09.03.2019.", "03.09.2019."),
    "hours by the clock": ("1,5",),
    "no form with a family": ("Individuāla",),
    "no form and no family": ("Individuāla", "Ar grupu"),
    "an abbreviation of two": ("Jelgavas sociālais dienests", "Valkas sociālais dienests"),
    "a family of no number": ("G-01", "G-02"),
    "opened otherwise": ("05.08.2019.",),
}


@pytest.mark.parametrize("name", OTHERS)
def test_a_question_offers_what_could_be_meant(month: September, name: str) -> None:
    draft = month.check(month.sheets(rows=ASKED[name][0]))
    (problem,) = draft.questions
    assert problem.others == OTHERS[name]


HEADS: dict[str, tuple[dict[str, str], set[tuple[Code, str]]]] = {
    "no post": ({c.POST: ""}, {(Code.POST_MISSING, c.POST)}),
    "a post of no number": ({c.POST: "99999"}, {(Code.POST_UNKNOWN, c.POST)}),
    "a post by its name": ({c.POST: "Jelgava"}, {(Code.POST_UNKNOWN, c.POST)}),
    "no month": ({c.MONTH: ""}, {(Code.MONTH_MISSING, c.MONTH)}),
    "a month without a year": ({c.MONTH: "septembris"}, {(Code.MONTH_UNCLEAR, c.MONTH)}),
    "two months": ({c.MONTH: "09.2019-10.2019"}, {(Code.MONTH_UNCLEAR, c.MONTH)}),
    "a day that may be of two months": ({c.MONTH: "09/08/2019"}, {(Code.MONTH_UNCLEAR, c.MONTH)}),
    "a month to come": ({c.MONTH: "01.2020"}, {(Code.MONTH_AHEAD, c.MONTH)}),
    "a month before the post": ({c.MONTH: "06.2019"}, {(Code.MONTH_OUTSIDE, c.MONTH)}),
    "a month that is recorded": ({c.MONTH: "10.2019"}, {(Code.MONTH_RECORDED, c.MONTH)}),
    "no hours": ({c.HOURS: ""}, {(Code.HOURS_MISSING, c.HOURS)}),
    "about so many hours": ({c.HOURS: "~70"}, {(Code.NUMBER_UNCLEAR, c.HOURS)}),
    "three times the hours planned": ({c.HOURS: "258"}, {(Code.HOURS_UNLIKELY, c.HOURS)}),
    "more hours than a month has": ({c.HOURS: "745"}, {(Code.NUMBER_UNCLEAR, c.HOURS)}),
    "nothing at all": (
        dict.fromkeys((c.POST, c.MONTH, c.HOURS), ""),
        {(Code.POST_MISSING, c.POST), (Code.MONTH_MISSING, c.MONTH), (Code.HOURS_MISSING, c.HOURS)},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADS)
def test_whose_month_it_is_comes_before_its_rows(month: September, name: str) -> None:
    head, asked = HEADS[name]
    with time_machine.travel(dt.datetime(2019, 12, 25, 12, tzinfo=dt.UTC)):
        draft = month.check(month.sheets(head))
    assert told(draft) == {(code, HEAD, None, column) for code, column in asked}
    is_known = {column for _, column in asked} == {c.HOURS}
    assert [bool(lines) for lines in (draft.cases, draft.contacts)] == [is_known] * 2


SAID = {
    "the month in words": ({c.MONTH: "2019. gada septembris"}, 72),
    "the month as a day": ({c.MONTH: "2019-09-01"}, 72),
    "the month the other way round": ({c.MONTH: "2019-09"}, 72),
    "hours in part": ({c.HOURS: "72,5"}, 72.5),
    "no hour at all": ({c.HOURS: "0"}, 0),
    "hours just likely": ({c.HOURS: "257"}, 257),
}


@pytest.mark.parametrize("name", SAID)
def test_a_head_is_understood_as_people_write_it(month: September, name: str) -> None:
    head, hours = SAID[name]
    draft = month.check(month.sheets({c.POST: f"Nr. {month.posts['here']}"} | head))
    assert (draft.problems, draft.month, draft.hours) == ((), day(1), hours)


def test_without_planned_hours_only_very_many_are_unlikely(
    connection: Connection, month: September
) -> None:
    post = str(a_post(connection, month.rounds["IV"]))
    for hours, codes in (("300", []), ("301", [Code.HOURS_UNLIKELY])):
        head = {c.POST: post, c.HOURS: hours}
        draft = month.check(month.sheets(head, {part: [] for part in Part}))
        assert [p.code for p in draft.problems] == codes


def test_a_post_was_held_in_a_month_of_which_it_had_a_day(
    connection: Connection, month: September
) -> None:
    post = a_post(connection, month.rounds["IV"], day(30), day(30), **at(month.towns["Jelgava"]))
    for of, codes in (("08.2019", {Code.MONTH_OUTSIDE}), ("09.2019", set())):
        head = {c.POST: str(post), c.MONTH: of}
        draft = month.check(month.sheets(head, {part: [] for part in Part}))
        assert {problem.code for problem in draft.problems} == codes


def test_a_case_closed_on_the_first_day_was_open_in_the_month(
    connection: Connection, month: September
) -> None:
    case = a_case(connection, month.families["G-04"], month.posts["here"], OPENED, day(1))
    draft = month.rows(CONTACTS, TALK | {c.FAMILY: "G-04", c.HELD_ON: "1.9."})
    assert (draft.problems, [line.case for line in draft.contacts]) == ((), [case])


FILES = {SHA: set(), WAITING: {Code.FILE_WAITING}, RECORDED: {Code.FILE_RECORDED}}


@pytest.mark.parametrize("sha256", FILES)
def test_the_same_bytes_are_known_again(month: September, sha256: str) -> None:
    draft = month.check(month.sheets(), sha256=sha256)
    assert {p.code for p in draft.problems} == FILES[sha256]
    assert draft.is_refused is (sha256 == RECORDED)
    assert bool(draft.contacts) is not draft.is_refused


def test_what_the_file_shows_stands_with_what_the_check_finds(month: September) -> None:
    notes = tuple(Problem(code, others=("2",)) for code in sorted(NOTES))
    told_ = month.check(month.sheets(problems=notes))
    assert told_.problems == notes
    assert told_.questions == ()
    refused = month.check(Sheets(problems=(Problem("file_pdf"),)))
    assert (refused.is_refused, [p.code for p in refused.problems]) == (True, ["file_pdf"])


def test_questions_repeat_no_long_text(month: September) -> None:
    rows = [dict.fromkeys(c.HEADINGS[CONTACTS], "Garš teksts " * 9)]
    draft = month.rows(CONTACTS, *rows)
    assert len(draft.problems) == len(c.HEADINGS[CONTACTS])
    assert {len(problem.value) for problem in draft.problems} == {LONGEST_VALUE}
    assert "teksts" not in repr(draft)


def test_needs_beyond_the_columns_of_the_sheet_stay(month: September) -> None:
    shown = dict(zip(c.NEEDS, ("Veselība", "Izglītība", "Nodarbinātība"), strict=True))
    (same,) = month.rows(FAMILIES, FAMILY | shown).cases
    assert (same.needs, same.changes) == (NEEDS, False)
    (other,) = month.rows(FAMILIES, FAMILY | {c.NEEDS[0]: "Kultūra"}).cases
    assert (other.needs, other.changes) == ((Area.HOUSING, Area.CULTURE), True)


CHANGES: dict[str, tuple[dict[str, str], bool]] = {
    "what stands": ({c.OPENED_ON: "05.08.2019.", c.SIZE: "4", c.CHILDREN: "2"}, False),
    "that nothing is stated": ({c.NEEDS[0]: "Nav norādīts", c.REFERRED_BY: "nav zināms"}, False),
    "another size": ({c.SIZE: "5"}, True),
    "no children": ({c.CHILDREN: "0"}, True),
    "an end": ({c.CLOSED_ON: "5.9."}, True),
    "who brought them": ({c.REFERRED_BY: "Skola"}, True),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_row_says_whether_it_changes_anything(month: September, name: str) -> None:
    cells, changes = CHANGES[name]
    draft = month.rows(FAMILIES, FAMILY | cells)
    assert (draft.problems, draft.cases[0].changes) == ((), changes)


def test_a_case_that_was_closed_by_hand_keeps_its_day(
    connection: Connection, month: September
) -> None:
    a_case(connection, month.families["G-04"], month.posts["here"], OPENED, day(20))
    closed = {c.FAMILY: "G-04", c.CLOSED_ON: "20.09.2019."}
    (line,) = month.rows(FAMILIES, closed).cases
    assert (line.closed_on, line.changes) == (day(20), False)
    other = month.rows(FAMILIES, closed | {c.CLOSED_ON: "21.09.2019."})
    assert told(other) == {(Code.CLOSED_OTHERWISE, FAMILIES, FIRST, c.CLOSED_ON)}
    assert other.problems[0].others == ("20.09.2019.",)
    (line,) = month.rows(FAMILIES, {c.FAMILY: "G-04", c.REASON: "Vajadzība atrisināta"}).cases
    assert (line.reason, line.changes) == (ClosingReason.NEED_MET, True)


def test_a_family_with_two_running_cases_is_asked_which(
    connection: Connection, month: September
) -> None:
    here, later = month.posts["here"], day(20, 8)
    second = a_case(connection, month.families["G-01"], here, later)
    asked = month.rows(FAMILIES, FAMILY)
    assert told(asked) == {(Code.OPENED_OTHERWISE, FAMILIES, FIRST, c.OPENED_ON)}
    assert asked.problems[0].others == ("05.08.2019.", "20.08.2019.")
    both = [FAMILY | {c.OPENED_ON: f"{day_}.08.2019."} for day_ in ("5", "20")]
    contacts = [TALK, TALK | {c.HELD_ON: ""}]
    draft = month.check(month.sheets(rows={FAMILIES: both, CONTACTS: contacts}))
    assert [line.case for line in draft.cases] == [month.cases["G-01"], second]
    assert [line.case for line in draft.contacts] == [second]


def test_rows_of_one_family_give_it_one_size(connection: Connection, month: September) -> None:
    a_case(connection, month.families["G-01"], month.posts["here"], day(20, 8))
    rows = [
        FAMILY | {c.OPENED_ON: f"{on}.08.2019.", c.SIZE: size}
        for on, size in (("5", "4"), ("20", "3"))
    ]
    assert told(month.rows(FAMILIES, *rows)) == {(Code.FAMILY_TWICE, FAMILIES, 3, c.FAMILY)}
    same = [row | {c.SIZE: "4"} for row in rows]
    assert month.rows(FAMILIES, *same).problems == ()


LATE = {
    "03.09.2019.": set(),
    "12.08.2018.": set(),
    "11.09.2019.": {Code.CLOSED_TOO_EARLY},
    "02.10.2019.": {Code.DAY_OUTSIDE},
    "01.01.2099.": {Code.DAY_AHEAD},
}


@pytest.mark.parametrize("opened_on", LATE)
def test_a_case_that_ran_without_a_day_gets_one_that_it_can_have(
    connection: Connection, month: September, opened_on: str
) -> None:
    a_case(connection, month.families["G-04"], month.posts["here"], None, day(10))
    draft = month.rows(FAMILIES, {c.FAMILY: "G-04", c.OPENED_ON: opened_on})
    asked = {(code, FAMILIES, FIRST, c.OPENED_ON) for code in LATE[opened_on]}
    assert told(draft) == asked
    assert [line.changes for line in draft.cases] == [True] * (not asked)


def test_a_contact_belongs_to_the_case_that_was_open_on_its_day(
    connection: Connection, month: September
) -> None:
    family, here = month.families["G-04"], month.posts["here"]
    first = a_case(connection, family, here, OPENED, day(10))
    second = a_case(connection, family, here, day(20))
    days = ("5.9.", "10.9.", "20.9.", "25.9.", "15.9.")
    draft = month.rows(CONTACTS, *(TALK | {c.FAMILY: "G-04", c.HELD_ON: on} for on in days))
    assert [line.case for line in draft.contacts] == [first, first, second, second]
    (asked,) = told(draft)
    assert asked == (Code.CASE_NOT_RUNNING, CONTACTS, FIRST + 4, c.HELD_ON)
    between = Decisions(accepted=frozenset({asked}))
    assert month.check(draft.sheets, between).contacts[-1].case == second


def test_a_number_that_looks_like_a_new_family_is_asked_about(
    connection: Connection, month: September
) -> None:
    assert month.rows(FAMILIES, NEW).problems == ()
    a_family(connection, code="J-1")
    assert told(month.rows(FAMILIES, NEW)) == {(Code.FAMILY_UNKNOWN, FAMILIES, FIRST, c.FAMILY)}


def test_a_made_up_post_has_made_up_institutions(connection: Connection, month: September) -> None:
    post = a_post(connection, month.rounds["IV"], origin="sample", **at(month.towns["Jelgava"]))
    row = GROUP | {c.INSTITUTION: "Parauga skola"}
    rows = {FAMILIES: [], CONTACTS: [row], TRAININGS: []}
    draft = month.check(month.sheets({c.POST: str(post)}, rows))
    assert [line.institution for line in draft.contacts] == [month.bodies["paraugs"]]


def test_an_institution_may_have_a_word_for_a_sum_in_its_name(
    connection: Connection, month: September
) -> None:
    an_institution(connection, "kopa", name_lv="Biedrība «Kopā»")
    named = month.rows(CONTACTS, GROUP | {c.INSTITUTION: "biedrība Kopā"})
    assert (named.problems, len(named.contacts)) == ((), 1)
    alone = month.rows(CONTACTS, GROUP | {c.INSTITUTION: "Kopā:"})
    assert told(alone) == {(Code.LOOKS_LIKE_TOTAL, CONTACTS, FIRST, None)}


def test_every_question_is_asked_by_some_report(month: September) -> None:
    asked = {code for _, some in ASKED.values() for code, *_ in some}
    asked |= {code for _, some in HEADS.values() for code, _ in some}
    asked |= {code for _, _, some in MISTAKES.values() for code, *_ in some}
    asked |= set().union(*FILES.values())
    elsewhere = {Code.CLOSED_OTHERWISE, Code.NOT_THE_TEMPLATE, Code.TOO_MANY_ROWS}
    elsewhere |= {Code.DAY_NOT_HELD, Code.CASE_NOT_RUNNING, Code.SIZE_COUNTED}
    assert asked | elsewhere == set(Code)


def test_whoever_has_no_role_is_refused(month: September) -> None:
    with pytest.raises(AccessRefused):
        month.check(month.sheets(), reader=STRANGER)


def test_no_code_is_of_two_kinds() -> None:
    assert not ACCEPTABLE & (NOTES | OF_FILE)
    assert not NOTES & OF_FILE
