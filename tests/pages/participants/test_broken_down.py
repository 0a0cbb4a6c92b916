"""One breakdown: what adds up, in which order, and what the picture tells in words."""

from collections import Counter

import pandas as pd
import pytest
from sqlalchemy import URL, Engine, select, update

from data_access import schema
from data_access.engine import reading, writing
from data_access.participants import COUNTED_ANEW, Dimension
from pages.participants import labels
from pages.shared.words import Words
from tests.data_access.people import a_person, an_institution, attends
from tests.pages.conftest import Visit, shown
from tests.pages.participants.reading import described, drawn, numbers, spec

TOTALS = {"persons": ("Personas", 230), "attendances": ("Dalības reizes", 318)}


@pytest.mark.parametrize("count", TOTALS)
def test_every_breakdown_adds_up_or_says_why_not(sample_url: URL, visit: Visit, count: str) -> None:
    screen = visit(sample_url, "participants", lang="lv", count=count)
    column, total = TOTALS[count]
    for by in Dimension:
        screen.query_params["by"] = by
        assert not screen.run().exception
        added = sum(numbers(screen, column).values())
        says_why = f"Summa: {added}; personas: {total}." in shown(screen)
        anew = count == "persons" and by in COUNTED_ANEW
        assert (added > total, says_why) == (anew, anew), by
        assert anew or added == total
        assert "Izdomāts, pilnīgi vai daļēji" in described(screen)


def test_the_categories_of_a_row_add_up_to_its_total(sample_url: URL, visit: Visit) -> None:
    table = drawn(visit(sample_url, "participants", lang="en", by="age_band")).astype(int)
    total, *categories = table.columns
    assert total == "Persons"
    assert len(categories) == 6
    assert table[categories].sum(axis=1).equals(table[total])
    assert list(table.index) == [
        "Under 18",
        "18 to 29",
        "30 to 54",
        "55 and older",
        "Age not stated",
    ]


def test_the_picture_is_told_in_words_with_every_number(sample_url: URL, visit: Visit) -> None:
    screen = visit(sample_url, "participants", lang="lv")
    parts = "Valsts iestāžu pārstāvji: 42; Pašvaldību pārstāvji: 61; Romu pārstāvji: 70"
    assert f"Personas pa grupām: {parts}" in described(screen)
    assert "Grupa nav norādīta: 43" in described(screen)


def test_what_is_not_stated_looks_different_without_its_colour(
    sample_url: URL, visit: Visit
) -> None:
    dashes = spec(visit(sample_url, "participants", lang="en", by="gender"))["layer"][0]
    scale = dashes["encoding"]["strokeDash"]["scale"]
    looks = dict(zip(scale["domain"], map(tuple, scale["range"]), strict=True))
    assert looks.pop("Category not stated") not in looks.values()


COLUMNS = {"gender": "gender", "age_band": "age_band", "category": "capacity"}


@pytest.mark.parametrize("by", COLUMNS)
def test_attendances_are_those_of_the_rows(
    sample_url: URL, sample: Engine, visit: Visit, by: str
) -> None:
    attendance = schema.attendance
    with reading(sample) as connection:
        rows = connection.execute(
            select(attendance.c[COLUMNS[by]]).where(attendance.c.status == "attended")
        )
        counted = Counter(code for (code,) in rows)
    screen = visit(sample_url, "participants", lang="en", by=by, count="attendances")
    found = numbers(screen, "Attendances")
    assert Counter(found.values()) - Counter({0: len(found)}) == Counter(counted.values())
    not_stated = next(name for name in found if name.endswith("not stated"))
    assert found[not_stated] == counted["not_stated"]


def test_institutions_stand_by_size_then_in_latvian_order_and_not_stated_last(
    sample_url: URL, visit: Visit
) -> None:
    found = numbers(visit(sample_url, "participants", lang="lv", by="institution"), "Personas")
    *names, last = found
    assert last == "Iestāde nav norādīta"
    place = {name: at for at, name in enumerate(Words("lv").sort(names))}
    assert names == sorted(names, key=lambda name: (-found[name], place[name]))
    assert len(set(found.values())) < len(found)


def test_months_between_have_zeros_and_undated_activities_a_column_of_their_own(
    sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, "participants", lang="en", by="month")
    found = numbers(screen, "Persons")
    assert list(found)[:3] == ["November 2019", "December 2019", "January 2020"]
    assert (found["November 2019"], found["December 2019"]) == (9, 0)
    assert list(found)[-1] == "Date not stated"
    assert found["Date not stated"] > 0
    domain = spec(screen)["layer"][0]["encoding"]["x"]["scale"]["domain"]
    assert domain[-3:] == ["07.2020", " ", "Date not stated"]
    assert "in the month of its first day" in shown(screen)


def test_a_hostile_name_stays_text(sample_url: URL, sample: Engine, visit: Visit) -> None:
    hostile = "![x](http://elsewhere.example/p.png) :red[r] $x$ <b>"
    with writing(sample) as connection:
        connection.execute(update(schema.institution).values(name_en=hostile))
        body = an_institution(connection, "further", name_en="Further")
        attendance = select(schema.attendance.c.id).limit(1).scalar_subquery()
        connection.execute(
            update(schema.attendance)
            .where(schema.attendance.c.id == attendance)
            .values(institution_id=body)
        )
    screen = visit(sample_url, "participants", lang="en", by="institution")
    raw = screen.table[0].value
    assert not [name for name in raw.index if hostile in name]
    shared = [name for name in drawn(screen).index if "elsewhere.example" in name]
    assert len(shared) == len(set(shared)) > 1


def test_many_codes_leave_the_smallest_to_the_table(
    sample_url: URL, sample: Engine, visit: Visit
) -> None:
    with writing(sample) as connection:
        code = select(schema.activity.c.id).where(schema.activity.c.code == "iv-talsi")
        activity = connection.scalars(code).one()
        for number in range(40):
            body = an_institution(connection, f"body-{number}")
            attends(connection, a_person(connection), activity, "ngo", institution_id=body)
    screen = visit(sample_url, "participants", lang="en", by="institution")
    told = list(drawn(screen).index)
    assert f"{len(told) - 30} more stand in the table below" in shown(screen)
    assert told[-1] == "Institution not stated"
    order = spec(screen)["layer"][0]["encoding"]["y"]["sort"]
    assert (len(order), order[-1]) == (30, "not_stated")


def test_names_that_several_codes_share_say_whose_they_are() -> None:
    rows = {
        "dimension": "place", "code": ["2009:LV-1", "2021:LV-1", "2021:LV-2"],
        "label_lv": ["Talsu novads", "Talsu novads", "Madonas novads"],
        "category": "roma", "persons": [1, 1, 2],
    }  # fmt: skip
    cells = pd.DataFrame(rows)
    called = labels.in_order(Words("lv"), cells, Dimension.PLACE, "persons")
    assert list(called.values()) == [
        "Madonas novads", "Talsu novads (2009)", "Talsu novads (2021)",
    ]  # fmt: skip
