"""The monthly reports' screen: the workbook out, a file in, recorded, taken back, or let go."""

import datetime as dt

from sqlalchemy import URL, Engine, func, insert, select, update

from data_access import schema
from data_access.accounts import persona_of
from data_access.engine import writing
from data_access.monthly import columns as c
from data_access.rules import Role
from tests.pages.conftest import Visit, shown
from tests.pages.monthly_screen import (
    BOTH,
    OF_MARCH,
    contacts,
    number,
    unreported,
    upload,
)
from tests.pages.screens import labels, links, press

ASKED = {"lang": "en", "round": "IV"}
FIRST = dt.date(2000, 1, 1)


def test_a_report_is_kept_recorded_and_taken_back(
    visit: Visit, sample_url: URL, sample: Engine
) -> None:
    book, before = unreported(sample), contacts(sample)
    screen = upload(visit(sample_url, "monthly", **ASKED), book.with_(*book.good()))
    text = shown(screen)
    for card in ("New families: 1", "Contacts: 2", "Persons at contacts: 16", "Hours worked: 72"):
        assert card in text
    assert "individual: 1; with a group: 1" in text
    assert "closed: 0; changed: 0; as they stand: 11" in text
    assert contacts(sample) == before
    press(screen, "Record the report")
    assert BOTH in shown(screen)
    assert "report" not in screen.query_params
    assert "Caseloads" in links(screen)
    assert contacts(sample) == before + 2
    screen.checkbox[0].check().run()
    press(screen, "Undo")
    undone = "Undone: 2 contacts, 1 case opened, 1 new family, 0 trainings taken out."
    assert undone in shown(screen)
    assert contacts(sample) == before
    (latest, *_) = screen.table[0].value.reset_index().to_dict("records")
    assert latest["Report"] == OF_MARCH
    assert latest["What became of it"].startswith("Taken back")
    upload(screen, book.with_(*book.good()))
    assert "Record the report" in labels(screen)


def test_what_waits_is_found_again_under_its_address_and_in_the_queue(
    visit: Visit, sample_url: URL, sample: Engine
) -> None:
    book = unreported(sample)
    screen = upload(visit(sample_url, "monthly", **ASKED), book.with_(*book.good()))
    asked = number(screen)
    again = visit(sample_url, "monthly", **ASKED, report=asked)
    assert "Contacts: 2" in shown(again)
    press(again, "Close the report")
    assert "report" not in again.query_params
    assert "Contacts: 2" not in shown(again)
    press(again, "Open this report")
    assert number(again) == asked
    assert "It is open above." in shown(again)


def test_the_same_file_again_opens_the_report_that_waits_and_is_refused_once_recorded(
    visit: Visit, sample_url: URL, sample: Engine
) -> None:
    book = unreported(sample)
    content = book.with_(*book.good())
    asked = number(upload(visit(sample_url, "monthly", **ASKED), content))
    screen = upload(visit(sample_url, "monthly", **ASKED), content)
    assert number(screen) == asked
    press(screen, "Record the report")
    screen = upload(visit(sample_url, "monthly", **ASKED), content)
    assert "nothing is recorded twice" in shown(screen)
    assert "report" not in screen.query_params
    screen.selectbox(key="monthly-undo").select_index(0).run()
    screen.checkbox[0].check().run()
    press(screen, "Undo")
    assert screen.file_uploader[0].value is None
    assert "nothing is recorded twice" not in shown(screen)
    assert number(upload(screen, content)) != asked


def test_a_report_that_is_let_go_leaves_nothing(
    visit: Visit, sample_url: URL, sample: Engine
) -> None:
    book = unreported(sample)
    screen = upload(visit(sample_url, "monthly", **ASKED), book.with_(*book.good()))
    asked = number(screen)
    (button,) = [each for each in screen.button if each.label == "Discard"]
    assert button.disabled
    screen.checkbox[0].check().run()
    press(screen, "Discard")
    assert "Discarded. The same file can be uploaded again." in shown(screen)
    assert "No report waits." in shown(screen)
    again = visit(sample_url, "monthly", **ASKED, report=asked)
    assert "There is no such report, or none any more." in shown(again)


def test_a_month_that_is_recorded_is_asked_about(
    visit: Visit, sample_url: URL, sample: Engine
) -> None:
    book = unreported(sample)
    content = book.with_(*book.good(), book.head(c.MONTH, "02.2020"))
    screen = upload(visit(sample_url, "monthly", **ASKED), content)
    assert "is recorded already. Undo that one below" in shown(screen)
    assert "What recording it would do" not in shown(screen)
    (record,) = [each for each in screen.button if each.label == "Record the report"]
    assert record.disabled
    (month,) = [each for each in screen.selectbox if str(each.key).endswith("cell-month")]
    month.select("03.2020")
    press(screen, "Take this answer")
    assert "Contacts: 2" in shown(screen)


def test_a_file_that_is_no_report_says_why_and_is_not_kept(
    visit: Visit, sample_url: URL, sample: Engine
) -> None:
    screen = upload(visit(sample_url, "monthly", **ASKED), b"%PDF-1.7")
    assert "This is a PDF" in shown(screen)
    assert "No report waits." in shown(screen)
    book = unreported(sample)
    upload(screen, book.with_(*book.good()))
    assert "This is a PDF" not in shown(screen)
    assert number(screen)


def test_the_workbook_of_the_earliest_missing_month_is_offered_first(
    visit: Visit, sample_url: URL, sample: Engine, files: list[str]
) -> None:
    book = unreported(sample)
    screen = visit(sample_url, "monthly", **ASKED)
    chosen = {each.label: each.value for each in screen.selectbox}
    assert (chosen["Post"], chosen["Month"]) == (str(book.post), "2020-03")
    months = next(each for each in screen.selectbox if each.label == "Month").options
    assert "March 2020 · missing" in months
    assert "April 2020 · recorded" in months
    assert files[0].startswith("PK")
    visit(sample_url, "monthly", **ASKED, post="1", month="2019-09")
    assert files[0] != files[-2]


def test_without_a_round_or_a_post_it_says_how_to_begin(
    visit: Visit, facts_url: URL, migrated_url: URL
) -> None:
    assert "The database holds no round yet." in shown(visit(migrated_url, "monthly", lang="en"))
    screen = visit(facts_url, "monthly", lang="en", round="IV")
    assert "No mediator's post is recorded in this round yet." in shown(screen)
    assert "Mediators" in links(screen)
    assert "No report waits." in shown(screen)
    assert "No report is recorded here yet." in shown(screen)


def test_whose_role_reaches_one_town_works_on_its_posts_alone(
    visit: Visit, sample_url: URL, sample: Engine
) -> None:
    book = unreported(sample)
    visit(sample_url, **{"as": "coordinator-riga"})
    # Who manages as well sees figures of every town, and keeps records of one alone.
    grant(sample, "coordinator-riga", Role.MANAGER)
    screen = visit(sample_url, "monthly", **ASKED, **{"as": "coordinator-riga"})
    (posts,) = [each.options for each in screen.selectbox if each.label == "Post"]
    assert posts == ["Rīga"]
    upload(screen, book.with_(*book.good()))
    assert f"“{book.post}” is no post that your role reaches. Choose the post." in shown(screen)
    (post,) = [each for each in screen.selectbox if str(each.key).endswith("cell-post")]
    assert post.options == ["Rīga"]


def test_a_report_that_others_rest_on_stays_and_says_why(
    visit: Visit, sample_url: URL, sample: Engine
) -> None:
    book = unreported(sample)
    screen = upload(visit(sample_url, "monthly", **ASKED), book.with_(*book.good()))
    press(screen, "Record the report")
    touch_newest_family(sample)
    screen.checkbox[0].check().run()
    press(screen, "Undo")
    assert "Something happened to what the report brought since, so it stays." in shown(screen)
    assert "Families: G-" in shown(screen)


def grant(engine: Engine, persona: str, role: Role) -> None:
    """One more role of a persona that was here before, everywhere."""
    with writing(engine) as connection:
        found = persona_of(connection, persona)
        assert found is not None
        added = {"account_id": found.account, "role": role.value, "valid_from": FIRST}
        connection.execute(insert(schema.role_grant).values(**added))


def touch_newest_family(engine: Engine) -> None:
    """Somebody corrects how many the family are."""
    family = schema.family
    with writing(engine) as connection:
        newest = connection.scalar(select(func.max(family.c.id)))
        connection.execute(update(family).where(family.c.id == newest).values(size=6, revision=2))
