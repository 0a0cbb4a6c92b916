"""A year of five mediators' workbooks, with the usual mistakes: right figures or a question."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, Table, select

from data_access import caseloads, monthly, schema
from data_access.access import OPERATOR
from data_access.engine import DatabaseRole, reading, writing
from data_access.filters import Filters
from data_access.monthly import Decisions, Draft
from data_access.rules import ContactForm
from tests.data_access.monthly.by_program import edited
from tests.data_access.monthly.filling import form_of, steps_of
from tests.data_access.monthly.mistakes import MISTAKES
from tests.data_access.monthly.year import (
    FIRST,
    MONTHS,
    POSTS,
    Month,
    a_year,
    all_cases,
    contacts_by_form,
    in_care_at_end,
    month,
)
from tests.data_access.people import a_post, at
from tests.provide.calc import Calc, Step, calc

ROUND = Filters(round="IV")
LAST = month(MONTHS) - dt.timedelta(days=1)
TOWNS = ("LV-JEL", "LV-RIX", "LV-VMR", "LV-VEN", "LV-DGV")
BY_PROGRAM = 3
"""Posts whose workbooks a program fills in; the others' come out of LibreOffice."""
IN_FULL, IN_PART = MONTHS, 7
"""Months on SQLite, and on PostgreSQL, which sees each kind of mistake as well."""
KINDS = ("xlsx", "ods")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Calc]:
    with calc(tmp_path_factory.mktemp("profile")) as running:
        yield running


class Desk:
    """The coordinator's: takes workbooks in, answers what is asked, records."""

    def __init__(self, engine: Engine, office: Calc, folder: Path) -> None:
        self._engine, self._office, self._folder = engine, office, folder
        with writing(engine) as connection:
            of = _number(connection, schema.round, code=ROUND.round)
            division = _number(connection, schema.division, code="2009")
            towns = [
                _number(connection, schema.municipality, iso=iso, division_id=division)
                for iso in TOWNS
            ]
            self._posts = [
                a_post(connection, of, FIRST, LAST, hours_per_week=20, **at(town)) for town in towns
            ]

    def take(self, told: Month, number: int) -> None:
        """One month of one post, through its mistake if it has one."""
        mistake = MISTAKES.get((told.post, number))
        form = form_of(template := self._template(told))
        steps = list(steps_of(told, form))
        if mistake is not None:
            report, draft = self._hand_in(told, template, list(mistake.spoil(told, form, steps)))
            assert {p.code for p in draft.questions} == mistake.asked, (told.post, number)
            if mistake.answer is not None:
                self._decide(report, mistake.answer(told, form, draft))
                self._record(told, report)
                return
            with writing(self._engine) as connection:
                monthly.discard(connection, OPERATOR, report)
        report, draft = self._hand_in(told, template, steps)
        assert draft.questions == (), (told.post, number)
        self._record(told, report)

    def _template(self, told: Month) -> bytes:
        with reading(self._engine, DatabaseRole.APPLICATION) as connection:
            post = self._posts[told.post]
            return monthly.template(connection, OPERATOR, ROUND, post, told.first)

    def _hand_in(self, told: Month, template: bytes, steps: list[Step]) -> tuple[int, Draft]:
        if told.post < BY_PROGRAM:
            content = edited(template, steps)
        else:
            kind = KINDS[told.first.month % len(KINDS)]
            content = self._office.edit(template, steps, self._folder, kind)
        with writing(self._engine) as connection:
            report = monthly.stage(connection, OPERATOR, content)
            return report, monthly.opened(connection, OPERATOR, report).draft

    def _decide(self, report: int, decisions: Decisions) -> None:
        with writing(self._engine) as connection:
            held = monthly.opened(connection, OPERATOR, report)
            monthly.decide(connection, OPERATOR, report, decisions, held.revision)
            assert monthly.opened(connection, OPERATOR, report).draft.questions == ()

    def _record(self, told: Month, report: int) -> None:
        with writing(self._engine) as connection:
            done = monthly.record(connection, OPERATOR, report)
            codes = _codes(connection, report)
        assert (done.opened, done.closed) == (len(told.opened), len(told.closed))
        assert done.contacts == len(told.contacts)
        for case, code in zip(told.opened, codes, strict=True):
            assert case.is_new or case.family.code == code
            case.family.code = code


def _number(connection: Connection, table: Table, **known: object) -> int:
    these = [table.c[name] == value for name, value in known.items()]
    return int(connection.execute(select(table.c.id).where(*these)).scalar_one())


def _codes(connection: Connection, report: int) -> list[str]:
    """Numbers of the families whose cases the report opened, in its order."""
    cases, family = schema.mediation_case, schema.family
    found = (
        select(family.c.code)
        .join_from(cases, family)
        .where(cases.c.monthly_report_id == report)
        .order_by(cases.c.id)
    )
    return list(connection.scalars(found))


def test_a_year_of_workbooks_gives_the_right_figures(
    facts: Engine, office: Calc, tmp_path: Path
) -> None:
    months = IN_FULL if facts.dialect.name == "sqlite" else IN_PART
    year, desk = a_year()[: months * POSTS], Desk(facts, office, tmp_path)
    for turn, told in enumerate(year):
        desk.take(told, turn // POSTS)
    with reading(facts) as connection:
        _compare_flows(connection, year)
        _compare_totals(connection, year)
        _compare_hours(connection, year)


def _compare_flows(connection: Connection, year: list[Month]) -> None:
    found = caseloads.flows(connection, OPERATOR, ROUND)
    columns = ["month", "opened", "closed", "at_end"]
    measured = [(m.date(), *rest) for m, *rest in found[columns].itertuples(index=False)]
    expected = []
    for number in range(len(year) // POSTS):
        of_month = year[number * POSTS : (number + 1) * POSTS]
        opened = sum(case.is_new for told in of_month for case in told.opened)
        moved = sum(not case.is_new for told in of_month for case in told.opened)
        closed = sum(len(told.closed) for told in of_month) - moved
        end = month(number + 1) - dt.timedelta(days=1)
        expected.append((month(number), opened, closed, in_care_at_end(year, end)))
    assert measured[: len(expected)] == expected
    assert all((opened, closed) == (0, 0) for _, opened, closed, _ in measured[len(expected) :])


def _compare_totals(connection: Connection, year: list[Month]) -> None:
    found = caseloads.totals(connection, OPERATOR, ROUND).set_index("figure")["value"]
    contacts = [contact for told in year for contact in told.contacts]
    forms = contacts_by_form(year)
    assert found["mediators"] == POSTS
    assert found["mediator_families"] == len({id(case.family) for case in all_cases(year)})
    assert found["cases"] == len(all_cases(year))
    assert found["contacts_individual"] == forms[ContactForm.INDIVIDUAL]
    assert found["contacts_group"] == forms[ContactForm.GROUP]
    assert found["contact_persons"] == sum(contact.persons for contact in contacts)
    assert found["contacts_without_persons"] == 0


def _compare_hours(connection: Connection, year: list[Month]) -> None:
    reports = monthly.reports(connection, OPERATOR, ROUND)
    recorded = reports[reports["status"] == "recorded"]
    assert len(recorded) == len(year)
    assert recorded["hours"].sum() == sum(told.hours for told in year)
