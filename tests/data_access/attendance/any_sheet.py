"""Lists of people who never were, as anybody might write them, in any format; for Hypothesis."""

import csv
import datetime as dt
import html
import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from hypothesis import strategies as st
from xlsxwriter import Workbook  # type: ignore[import-untyped]


@dataclass(frozen=True)
class Language:
    """Names, and the words that stand round them."""

    given: str
    surnames: str
    one_column: str
    surname_first: str
    two_columns: tuple[str, str]
    others: Mapping[str, str]
    came: tuple[str, str, str]
    title: str
    date: str
    total: str
    made_by: str
    bodies: tuple[str, ...]


LANGUAGES = (
    Language(
        "Anna Jānis Līga Pēteris Ģirts Ķersta Žanis Ieva Čārlijs Ņina Šarlote Valdis Undīne",
        "Ozoliņš Bērziņa Kalniņa Šmits Ķēniņš Liepa Žagars Ābele Ēķis Vītola Null Ņikitina Čače",
        "Vārds, uzvārds", "Uzvārds, vārds", ("Vārds", "Uzvārds"),
        {"number": "Nr.p.k.", "email": "E-pasts", "phone": "Tālrunis", "body": "Iestāde",
         "job": "Amats"},
        ("Piedalījās", "Jā", "Nē"), "Romu platformas seminārs", "Datums", "Kopā",
        "Sarakstu sagatavoja: Zane Ķirse",
        ("Talsu novada dome", "Biedrība „Ceļš”", "Kultūras ministrija", "IZM", 'SIA "Ābols; āda"'),
    ),
    Language(
        "Anna Ivan Maria Dmitry Olga Mary-Ann Noel Sofia Renée Jürgen",
        "Petrov Smith Jones O'Neil McDonald Andersson Müller Smith-Jones Black Null",
        "Full name", "Surname, name", ("Name", "Surname"),
        {"number": "No.", "email": "E-mail", "phone": "Phone", "body": "Organisation",
         "job": "Job title"},
        ("Attended", "Yes", "No"), "Roma platform seminar", "Date", "Total",
        "Prepared by: Zoe Kirk", ("Ministry of Culture", "Riga, City Council", "NGO Way"),
    ),
    Language(
        "Анна Иван Мария Дмитрий Ольга Пётр Юлия Сергей Наталья Фёдор",
        "Петрова Иванов Соколова Кузнецов Щукина Ёлкин Яковлев Михайлова Жуков Цой",
        "Имя и фамилия", "Фамилия, имя", ("Имя", "Фамилия"),
        {"number": "№", "email": "Эл. почта", "phone": "Телефон", "body": "Организация",
         "job": "Должность"},
        ("Присутствие", "Да", "Нет"), "Семинар платформы рома", "Дата", "Итого",
        "Составил: Зоя Киркорова", ("Министерство культуры", "Общество «Путь»", "Рижская дума"),
    ),
    Language(
        "Anna Łukasz Małgorzata Paweł Zofia Święcisława Jan Żaneta Wojciech Bożena",
        "Kowalski Wiśniewska Wójcik Dąbrowski Żółć Nowak Śliwa Źrebiec Ćwik Zielińska",
        "Imię i nazwisko", "Nazwisko i imię", ("Imię", "Nazwisko"),
        {"number": "Lp.", "email": "Adres e-mail", "phone": "Telefon", "body": "Instytucja",
         "job": "Stanowisko"},
        ("Obecność", "Tak", "Nie"), "Seminarium platformy romskiej", "Data", "Razem",
        "Sporządził: Zyta Kirk", ("Ministerstwo Kultury", "Fundacja „Droga”", "Urząd Gminy"),
    ),
    Language(
        "Ona Jonas Rūta Giedrė Šarūnas Živilė Ąžuolas Eglė Vytautas Ūla",
        "Kazlauskas Petraitienė Žukauskaitė Šimkus Jankūnas Čepaitė Ąžuolaitė Butkus Rimkutė Ėglis",
        "Vardas, pavardė", "Pavardė, vardas", ("Vardas", "Pavardė"),
        {"number": "Eil. Nr.", "email": "El. paštas", "phone": "Telefonas", "body": "Įstaiga",
         "job": "Pareigos"},
        ("Dalyvavo", "Taip", "Ne"), "Romų platformos seminaras", "Data", "Iš viso",
        "Parengė: Zita Kirkutė", ("Kultūros ministerija", "Asociacija „Kelias“", "Vilniaus taryba"),
    ),
)  # fmt: skip
MONTHS = ("janvāris", "februāris", "marts", "aprīlis", "maijs", "jūnijs", "jūlijs", "augusts",
          "septembris", "oktobris", "novembris", "decembris")  # fmt: skip
DATES: Mapping[str, Callable[[dt.date], str]] = {
    "latvian": lambda day: f"{day:%d.%m.%Y}.",
    "in words": lambda day: f"{day.year}. gada {day.day}. {MONTHS[day.month - 1]}",
    "dots": lambda day: f"{day.day}.{day.month}.{day.year}",
    "iso": lambda day: day.isoformat(),
    "american": lambda day: f"{day:%m/%d/%Y}",
    "british": lambda day: f"{day:%d/%m/%Y}",
    "with its time": lambda day: f"{day:%d.%m.%Y} 10:00",
    "english": lambda day: f"{day.day} {day:%B} {day.year}",
}
DAYS = st.builds(
    dt.date, st.integers(2016, 2025), st.integers(1, 12), st.integers(1, 12) | st.integers(1, 28)
)
"""Half of them and more may be read as another day where the month stands first."""
MARKS = (("x", ""), ("1", "0"), ("+", "-"), ("X", ""))
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1257", "cp1251", "cp1250",
             "cp1252")  # fmt: skip
PAGES = {"utf-8": "utf-8", "cp1257": "windows-1257", "cp1251": "windows-1251"}
A_DAY = re.compile(r"\d\d\.\d\d\.\d{4}\.")
Row = list[str]


@dataclass(frozen=True)
class List:
    """A list as its author means it: who, whether they came, and on which day."""

    people: Mapping[str, bool] = field(repr=False)
    day: dt.date | None
    rows: list[Row]


def words_of(name: str) -> str:
    """A name in no order of words and without case."""
    return " ".join(sorted(name.casefold().replace(",", " ").split()))


@st.composite
def lists(draw: st.DrawFn) -> List:
    """A list of 1 to 12 people under headings, with or without what people put round them."""
    language = draw(st.sampled_from(LANGUAGES))
    pair = st.tuples(*(st.sampled_from(w.split()) for w in (language.given, language.surnames)))
    pairs = draw(st.lists(pair, min_size=1, max_size=12, unique_by=lambda p: words_of(" ".join(p))))
    came = [draw(st.booleans()) for _ in pairs]
    headings, cells = _named(draw, language, pairs)
    for other in draw(st.lists(st.sampled_from(sorted(language.others)), unique=True)):
        at = 0 if other == "number" else len(headings)
        headings.insert(at, language.others[other])
        for number, row in enumerate(cells, start=1):
            row.insert(at, _beside(draw, other, number, language))
    day = draw(st.none() | DAYS | DAYS)
    presence = draw(st.sampled_from(["none", "status", "days"][: 3 if day else 2]))
    if presence == "status":
        _stated(headings, cells, came, language.came)
    elif presence == "days" and day:
        written = DATES[draw(st.sampled_from(["latvian", "iso", "dots"]))]
        _days(draw, headings, cells, came, written=written, first=day)
    else:
        came = [True] * len(pairs)
    above = _above(draw, language, day, is_told=presence == "days")
    below = _below(draw, language, headings, sum(came))
    people = {words_of(" ".join(pair)): there for pair, there in zip(pairs, came, strict=True)}
    return List(people, day, [*above, headings, *cells, *below])


def _stated(headings: Row, cells: list[Row], came: list[bool], words: tuple[str, str, str]) -> None:
    column, yes, no = words
    headings.append(column)
    for row, is_there in zip(cells, came, strict=True):
        row.append(yes if is_there else no)


def _named(
    draw: st.DrawFn, language: Language, pairs: list[tuple[str, str]]
) -> tuple[Row, list[Row]]:
    how = draw(st.sampled_from(["one", "turned", "comma", "two", "surname first", "capitals"]))
    if how == "one":
        return [language.one_column], [[f"{given} {surname}"] for given, surname in pairs]
    if how == "turned":
        return [language.surname_first], [[f"{surname} {given}"] for given, surname in pairs]
    if how == "comma":
        return [language.surname_first], [[f"{surname}, {given}"] for given, surname in pairs]
    if how == "capitals":
        return [language.one_column], [[f"{given} {surname.upper()}"] for given, surname in pairs]
    first, last = language.two_columns
    if how == "two":
        return [first, last], [[given, surname] for given, surname in pairs]
    return [last, first], [[surname, given] for given, surname in pairs]


def _beside(draw: st.DrawFn, what: str, number: int, language: Language) -> str:
    if what == "number":
        return f"{number}."
    if what == "email":
        return f"p{number}@example.org"
    if what == "phone":
        return f"+371 261234{number:02}"
    return draw(st.sampled_from(("", *language.bodies) if what == "body" else ("", "eksp.")))


def _days(
    draw: st.DrawFn,
    headings: Row,
    cells: list[Row],
    came: list[bool],
    *,
    written: Callable[[dt.date], str],
    first: dt.date,
) -> None:
    """A column a day; who came, came on one of them at least."""
    count = draw(st.integers(1, 3))
    headings += [written(first + dt.timedelta(further)) for further in range(count)]
    here, gone = draw(st.sampled_from(MARKS))
    for row, there in zip(cells, came, strict=True):
        on = draw(st.integers(0, count - 1)) if there else None
        row += [here if at == on else gone for at in range(count)]


def _above(draw: st.DrawFn, language: Language, day: dt.date | None, *, is_told: bool) -> list[Row]:
    has_title = draw(st.booleans())
    rows: list[Row] = [[language.title]] if has_title else []
    if day and not (is_told and draw(st.booleans())):
        written = DATES[draw(st.sampled_from(sorted(DATES)))](day)
        labelled = ((f"{language.date}: {written}",), (language.date, written), (written,))
        rows.append([*draw(st.sampled_from(labelled))])
    has_gap = draw(st.booleans())
    if rows and has_gap:
        rows.append([])
    return rows


def _below(draw: st.DrawFn, language: Language, headings: Row, total: int) -> list[Row]:
    has_gap = draw(st.booleans())
    rows: list[Row] = [[]] if has_gap else []
    if draw(st.booleans()):
        apart = len(headings) > 1 and draw(st.booleans())
        rows.append([language.total, str(total)] if apart else [f"{language.total}: {total}"])
    if draw(st.booleans()):
        rows.append([language.made_by])
    return rows


@st.composite
def files(draw: st.DrawFn, rows: list[Row]) -> tuple[str, bytes]:
    """The rows as a file, and how it was written."""
    if draw(st.booleans()):
        width = max(map(len, rows))
        rows = [row + [""] * (width - len(row)) for row in rows]
    kind = draw(st.sampled_from(["xlsx", "html", "text", "text", "text"]))
    if kind == "xlsx":
        as_days, since_1904 = draw(st.booleans()), draw(st.booleans())
        return f"xlsx {as_days} {since_1904}", _workbook(rows, as_days, since_1904)
    if kind == "html":
        page = _page(rows)
        encoding = draw(st.sampled_from([one for one in PAGES if _carries(one, page)]))
        return f"html {encoding}", page.replace("{charset}", PAGES[encoding]).encode(encoding)
    mark = draw(st.sampled_from(";,\t|"))
    quoting = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    text = _text(rows, mark, quoting, draw(st.sampled_from(["\n", "\r\n"])))
    possible = [one for one in ENCODINGS if _carries(one, text)]
    encoding = draw(st.sampled_from(possible) | st.just(possible[-1]))
    return f"{encoding} {mark!r} {quoting}", text.encode(encoding)


def _workbook(rows: list[Row], as_days: bool, since_1904: bool) -> bytes:
    """A workbook whose days are text, or days that count from 1900 or 1904."""
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True, "date_1904": since_1904}) as book:
        sheet = book.add_worksheet()
        shown = book.add_format({"num_format": "dd.mm.yyyy"})
        for at, row in enumerate(rows):
            for index, cell in enumerate(row):
                if cell and as_days and A_DAY.fullmatch(cell):
                    number, month, year = map(int, cell.strip(".").split("."))
                    sheet.write_datetime(at, index, dt.date(year, month, number), shown)
                elif cell:
                    sheet.write_string(at, index, cell)
    return content.getvalue()


def _page(rows: list[Row]) -> str:
    lines = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in rows)
    table = "".join(f"<tr>{line}</tr>\n" for line in lines)
    return f'<html><meta charset="{{charset}}"><table border="1">{table}</table></html>'


def _text(rows: list[Row], mark: str, quoting: int, end: str) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=mark, quoting=quoting, lineterminator=end)  # type: ignore[arg-type]
    writer.writerows(rows)
    return text.getvalue()


def _carries(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
