"""No real body is given an invented deed, and the made-up rows hold together."""

import datetime as dt
from collections import Counter

from sqlalchemy import Engine, distinct, func, select

from data_access import schema
from data_access.engine import reading
from data_access.rules import Claim, Precision, Verdict

TO_MADE_UP_BODIES = (
    schema.attendance,
    schema.contact,
    schema.family_support,
    schema.progress_report,
    schema.recommendation_addressee,
)


def test_real_bodies_are_given_no_invented_deeds(sample: Engine) -> None:
    body = schema.institution.c
    with reading(sample) as connection:
        for table in TO_MADE_UP_BODIES:
            origins = connection.scalars(
                select(body.origin)
                .distinct()
                .join_from(table, schema.institution)
                .where(table.c.origin == "sample")
            ).all()
            assert origins == ["sample"], table.name
        invented = connection.execute(
            select(body.code, body.name_lv, body.name_en, body.municipality_id).where(
                body.origin == "sample"
            )
        ).all()
    assert invented
    for code, latvian, english, municipality in invented:
        assert code.startswith("sample-")
        assert latvian.endswith(" (izdomāta iestāde)")
        assert english.endswith(" (made-up body)")
        assert municipality is None


def test_what_the_facts_say_of_recommendations_stays_as_it_was(sample: Engine) -> None:
    entry = schema.recommendation.c
    with reading(sample) as connection:
        for table in (schema.progress_report, schema.confirmation, schema.recommendation_link):
            origins = connection.scalars(
                select(entry.origin)
                .distinct()
                .join_from(table, schema.recommendation, table.c.recommendation_id == entry.id)
            ).all()
            assert origins == ["sample"], table.name
        made_up = connection.execute(
            select(
                entry.reference,
                schema.recommendation_version.c.text_lv,
                schema.recommendation_version.c.text_en,
            )
            .join_from(schema.recommendation, schema.recommendation_version)
            .where(entry.origin == "sample")
        ).all()
    assert {reference for reference, *_ in made_up} == {f"P-{n:02}" for n in range(1, 14)}
    assert len(made_up) == 14
    assert all(lv.startswith("Izdomāts: ") and en.startswith("Made up: ") for _, lv, en in made_up)


def test_every_claim_verdict_and_kind_of_deadline_is_there(sample: Engine) -> None:
    for column, words in (
        (schema.progress_report.c.claim, Claim),
        (schema.confirmation.c.verdict, Verdict),
        (schema.recommendation.c.deadline_date_precision, Precision),
    ):
        made_up = select(column).distinct().where(column.table.c.origin == "sample")
        with reading(sample) as connection:
            assert set(connection.scalars(made_up)) == set(words), column.name


def test_mediators_share_the_cases_evenly_and_one_is_silent_for_a_month(sample: Engine) -> None:
    post, case, contact = schema.mediator_post.c, schema.mediation_case.c, schema.contact.c
    with reading(sample) as connection:
        dated = select(post.place_kind).where(post.starts_on.is_not(None))
        kinds = connection.scalars(dated.order_by(post.id)).all()
        cases = connection.execute(
            select(func.count(case.id))
            .group_by(case.mediator_post_id)
            .order_by(case.mediator_post_id)
        )
        assert list(cases.scalars()) == [27, 27, 27, 27, 26]
        held = connection.execute(
            select(contact.mediator_post_id, contact.held_on).where(contact.held_on.is_not(None))
        ).all()
    assert kinds == ["municipality"] * 4 + ["not_stated"]
    assert {dt.date(2019, 9, 1) <= day <= dt.date(2020, 6, 30) for _, day in held} == {True}
    months = Counter(number for number, *_ in {(n, day.year, day.month) for n, day in held})
    assert sorted(months.values()) == [9, 10, 10, 10, 10]
    assert 700 <= len(held) <= 900


def test_every_post_reports_its_months_but_the_silent_one(sample: Engine) -> None:
    report, contact = schema.monthly_report.c, schema.contact.c
    with reading(sample) as connection:
        reported = connection.execute(select(report.mediator_post_id, report.month)).all()
        without_hours = connection.execute(
            select(func.count()).where(report.hours_worked.is_(None))
        ).scalar_one()
        held = connection.execute(select(contact.mediator_post_id, contact.held_on)).all()
    months = {(post, day.replace(day=1)) for post, day in held if day is not None}
    assert (len(reported), without_hours) == (49, 1)
    assert {(post, month) for post, month in reported} == months


def test_two_mediators_go_on_in_the_next_round(sample: Engine) -> None:
    post = schema.mediator_post.c
    with reading(sample) as connection:
        going_on = connection.execute(
            select(schema.round.c.code, post.mediator_id)
            .join_from(schema.mediator_post, schema.round)
            .where(post.starts_on.is_(None))
        ).all()
        among = connection.scalars(
            select(post.mediator_id).where(post.starts_on.is_not(None))
        ).all()
    assert [code for code, _ in going_on] == ["V", "V"]
    assert len({mediator for _, mediator in going_on} & set(among)) == 2


def test_a_contact_lies_within_its_case(sample: Engine) -> None:
    case, contact = schema.mediation_case.c, schema.contact.c
    outside = (
        select(func.count())
        .select_from(schema.contact.join(schema.mediation_case))
        .where((contact.held_on < case.opened_on) | (contact.held_on > case.closed_on))
    )
    with reading(sample) as connection:
        assert connection.execute(outside).scalar_one() == 0


def test_six_families_have_two_mediators_and_some_have_support_too(sample: Engine) -> None:
    case, support = schema.mediation_case.c, schema.family_support.c
    mediators = func.count(distinct(case.mediator_post_id))
    with reading(sample) as connection:
        shared = connection.scalars(select(mediators).group_by(case.family_id)).all()
        supported = set(connection.scalars(select(support.family_id)))
        mediated = set(connection.scalars(select(case.family_id)))
    assert Counter(shared) == {1: 122, 2: 6}
    assert len(supported - mediated) == 21
    assert supported & mediated
