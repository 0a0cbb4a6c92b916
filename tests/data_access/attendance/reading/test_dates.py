"""Days are read as people and programs write them, and never as another day."""

import datetime as dt

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from data_access.attendance.reading.dates import (
    Days,
    Order,
    days_of,
    find_all,
    find_days,
    order_of,
    read_days,
    serial,
)

WEDNESDAY = dt.date(2020, 7, 22)
days = st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31))

LV = "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris"
LATVIAN = [*LV.split(), "decembris"]
EN = "January February March April May June July August September October November December"
ENGLISH = EN.split()
PL = "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada"
POLISH = [*PL.split(), "grudnia"]
LT = "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio"
LITHUANIAN = [*LT.split(), "gruodžio"]
RU = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
RUSSIAN = RU.split()


def through(first: dt.date, last: dt.date) -> Days:
    return tuple(first + dt.timedelta(n) for n in range((last - first).days + 1))


ONE_DAY = """22.07.2020.
22.07.2020
22. 07. 2020.
22.7.20.
22.07.2020.g.
2020. gada 22. jūlijā
2020. gada 22. jūlijs
2020.gada 22.jūlijs
2020. gada 22.07.
22. jūlijs, 2020
trešdiena, 2020. gada 22. jūlijs plkst. 10.00-12.00
22. jūlijs (trešdiena), 2020
22.07.2020, 10:00:00
22.07.2020 10.00-12.30
22.07.2020 10:00 - 12:00
2020-07-22
2020-07-22T10:00:00
2020-07-22T22:30:00.000Z
2020-07-22 10:00:00+03:00
Wed, 22 Jul 2020 10:00:00 +0300
2020/07/22 2:00:33 PM GMT+3
2020.07.22 14:00:33
2020/07/22
20200722
7/22/2020
07/22/2020 02:00 PM
7/22/20, 10:00:00 AM
July 22, 2020
July 22nd, 2020
22nd of July 2020
Wednesday, July 22, 2020 10:00 AM
22-Jul-2020
22-Jul-20
22 июля 2020 г.
22-го июля 2020 года
22 lipca 2020
22 lipca 2020 r.
22.VII.2020
2020 m. liepos 22 d.
22. juuli 2020""".splitlines()


@pytest.mark.parametrize("text", ONE_DAY)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert days_of(text) == (WEDNESDAY,)


SEVERAL = [
    ("22. un 23. jūlijs 2020", "2020-07-22", "2020-07-23"),
    ("22.-23.07.2020.", "2020-07-22", "2020-07-23"),
    ("22.–23. jūlijā, 2020. gadā", "2020-07-22", "2020-07-23"),
    ("2020. gada 22.-23. jūlijā", "2020-07-22", "2020-07-23"),
    ("22/23.07.2020", "2020-07-22", "2020-07-23"),
    ("30.06.-02.07.2020", "2020-06-30", "2020-07-02"),
    ("no 2020. gada 22. jūlija līdz 24. jūlijam", "2020-07-22", "2020-07-24"),
    ("22.07.2020 - 24.07.2020", "2020-07-22", "2020-07-24"),
    ("22.07.2020 10:00 - 24.07.2020 12:00", "2020-07-22", "2020-07-24"),
    ("2020-07-22/2020-07-24", "2020-07-22", "2020-07-24"),
    ("July 22-24, 2020", "2020-07-22", "2020-07-24"),
    ("с 22 по 24 июля 2020 г.", "2020-07-22", "2020-07-24"),
    ("od 22 do 24 lipca 2020", "2020-07-22", "2020-07-24"),
    ("2020 m. liepos 22–23 d.", "2020-07-22", "2020-07-23"),
    ("30.12.-02.01.2021", "2020-12-30", "2021-01-02"),
    ("2020. gada 30. decembris - 2. janvāris", "2020-12-30", "2021-01-02"),
]


@pytest.mark.parametrize(("text", "first", "last"), SEVERAL)
def test_a_range_is_all_of_its_days(text: str, first: str, last: str) -> None:
    expected = through(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert days_of(text) == expected


def test_a_list_leaves_out_the_days_between() -> None:
    expected = (dt.date(2020, 7, 22), dt.date(2020, 7, 23), dt.date(2020, 7, 25))
    assert days_of("22, 23 un 25. jūlijs 2020") == expected
    assert days_of("22., 23. un 25.07.2020") == expected


NO_DATE = """31.02.2020
40.07.2020
2020-02-30
2019-13-05
12
2020
2020. gads
Jūlijs 2020
10:00
26123456
1h 20m 5s
Anna Jansone
Mai 3
3.-2.07.2020
01.01.-28.02.2020
1.2.3.2020
+371 26 123 456""".splitlines()


@pytest.mark.parametrize("text", NO_DATE)
def test_what_is_no_day_is_none(text: str) -> None:
    assert days_of(text) is None
    found = read_days(text)
    assert found is None or not found.candidates


def test_days_without_a_year_wait_for_one() -> None:
    for text in ("22.07.", "22. jūlijs", "22.07"):
        found = read_days(text)
        assert found is not None
        assert found.lacks_year
        assert days_of(text, year=2020) == (WEDNESDAY,)
    assert days_of("no 22. līdz 24. jūlijam", year=2020) == through(WEDNESDAY, dt.date(2020, 7, 24))
    assert days_of("29.02.", year=2021) is None


def test_what_may_be_two_days_is_a_question() -> None:
    found = read_days("05/06/2020")
    assert found is not None
    assert found.days is None
    assert found.candidates == ((dt.date(2020, 5, 6),), (dt.date(2020, 6, 5),))
    assert days_of("05/06/2020", Order.MDY) == (dt.date(2020, 5, 6),)
    assert days_of("05/06/2020", Order.DMY) == (dt.date(2020, 6, 5),)
    assert days_of("05/06/2020 - 07/06/2020", Order.DMY) == through(
        dt.date(2020, 6, 5), dt.date(2020, 6, 7)
    )
    assert days_of("20-07-22") is None


def test_a_date_against_the_order_is_none() -> None:
    assert days_of("07/22/2020", Order.DMY) is None
    assert days_of("22/07/2020", Order.MDY) is None


TITLES = [
    ("Seminārs Talsos 2020. gada 22. jūlijā", "Seminārs Talsos"),
    ("2020-07-22_dalibnieki", "dalibnieki"),
    ("dalibnieki 22072020", "dalibnieki"),
    ("20200722_saraksts", "saraksts"),
    ("Romu platformas sanāksme (22.07.2020.)", "Romu platformas sanāksme"),
    ("Datums: 22.07.2020", "Datums"),
    ("GMT20200722-070000_Recording", "GMT 070000_Recording"),
    ("Platforma IV, 2.1. aktivitāte, 22.07.2020, Rīga", "Platforma IV, 2.1. aktivitāte Rīga"),
    ("lekcija-3-2020-07-22", "lekcija-3"),
    ("Spotkanie 22 lipca 2020 r. w Warszawie", "Spotkanie w Warszawie"),
    ("July 22, 2020 - Roma Platform meeting", "Roma Platform meeting"),
    ("Meeting 07/22/2020 10:00 AM", "Meeting"),
]


@pytest.mark.parametrize(("title", "rest"), TITLES)
def test_a_title_gives_its_date_and_keeps_the_rest(title: str, rest: str) -> None:
    found = find_days(title)
    assert found is not None
    assert found.days == (WEDNESDAY,)
    assert found.rest == rest


@pytest.mark.parametrize(
    "title",
    [
        "saraksts_220720",
        "tālr. 26123456",
        "1.-3. kārta",
        "Nr. 1.2.3.2020",
        "Latvijas romu platforma IV, 2020. gads",
        "Mācības 22.07.2020, atskaite 01.08.2020",
        "",
    ],
)
def test_a_title_without_one_date_gives_none(title: str) -> None:
    assert find_days(title) is None


def test_every_date_of_a_title_can_be_had() -> None:
    found = find_all("Mācības 22.07.2020, atskaite 01.08.2020")
    assert [one.days for one in found] == [(WEDNESDAY,), (dt.date(2020, 8, 1),)]
    question = find_days("Seminārs 05/06/2020")
    assert question is not None
    assert len(question.candidates) == 2
    assert find_days("Mācības 22.-24. jūlijā", year=2020) is not None


def test_numbers_of_a_spreadsheet_count_from_either_epoch() -> None:
    assert serial("44034") == serial("44034,4167") == serial(44034.5) == WEDNESDAY
    assert serial("42572", epoch_1904=True) == WEDNESDAY
    for text in ("26123456", "12", "", "Anna", "-44034", "99999"):
        assert serial(text) is None


def written(day: dt.date) -> list[str]:
    """Every form that leaves no doubt."""
    number, month, year = day.day, day.month - 1, day.year
    return [
        f"{day:%d.%m.%Y}.",
        f"{number}.{day.month}.{year}",
        f"{year}. gada {number}. {LATVIAN[month]}",
        f"{number}. {LATVIAN[month]}, {year}",
        f"{number} {POLISH[month]} {year} r.",
        f"{year} m. {LITHUANIAN[month]} {number} d.",
        f"{number} {RUSSIAN[month]} {year} г.",
        f"{ENGLISH[month]} {number}, {year}",
        f"{number} {ENGLISH[month]} {year}",
        f"{day:%Y-%m-%d}",
        f"{day:%Y-%m-%d}T00:00:00Z",
        f"{day:%Y.%m.%d} 14:00:33",
        f"{day:%Y/%m/%d}",
    ]


@given(days)
@example(dt.date(2019, 12, 5))
@example(dt.date(2020, 2, 29))
def test_no_form_gives_another_day(day: dt.date) -> None:
    assert [days_of(form) for form in written(day)] == [(day,)] * len(written(day))


@given(days, st.sampled_from(["/", "-"]))
def test_an_ambiguous_form_gives_its_day_or_a_question(day: dt.date, mark: str) -> None:
    for form in (f"%d{mark}%m{mark}%Y", f"%m{mark}%d{mark}%Y", f"%d{mark}%m{mark}%y"):
        found = read_days(day.strftime(form))
        if day.year >= 1970 and ("%Y" in form or day.year < 2070):
            assert found is not None
            assert (day,) in found.candidates


@given(days, st.integers(1, 30))
def test_a_range_begins_and_ends_where_it_says(first: dt.date, length: int) -> None:
    last = first + dt.timedelta(length)
    assume(last.year <= 2060)
    expected = through(first, last)
    assert days_of(f"{first:%d.%m.%Y}. - {last:%d.%m.%Y}.") == expected
    assert days_of(f"{first:%Y-%m-%d}/{last:%Y-%m-%d}") == expected
    if first.year == last.year:
        assert days_of(f"{first:%d.%m}.-{last:%d.%m.%Y}.") == expected


@given(days, st.sampled_from(["Seminārs Talsos", "Romu platforma", "Tikšanās ar mediatoriem"]))
def test_a_title_loses_its_date_alone(day: dt.date, title: str) -> None:
    for form in written(day)[:7]:
        found = find_days(f"{title} {form}")
        assert found is not None
        assert (found.days, found.rest) == ((day,), title)


@given(st.one_of(st.text(max_size=60), st.text("0123456789./-, :", max_size=40)))
@example("1-" * 70 + "2.7.2020")
@example("²2.07.2020")
@example("２２.07.2020")
def test_no_text_breaks_the_reading(text: str) -> None:
    read_days(text)
    find_all(text)
    order_of([text])
    serial(text)
