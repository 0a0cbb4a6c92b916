"""Figures as screens show them equal those counted anew from the rows, in plain Python."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import URL, Engine, select
from streamlit.testing.v1 import AppTest

from data_access import schema
from data_access.engine import reading
from tests.pages.conftest import Visit, shown

Row = dict[str, Any]
RECORDED = "Uzskaitīts (izdomāts, pilnīgi vai daļēji)"
ORDER = ["state", "municipal", "roma", "ngo", "other"]


class Rows:
    """Every row of the tables that a test counts, and the counting rules once more."""

    def __init__(self, engine: Engine) -> None:
        with reading(engine) as connection:
            self.tables = {
                name: [dict(row) for row in connection.execute(select(table)).mappings()]
                for name, table in schema.metadata.tables.items()
            }
        (self.round,) = (row for row in self.tables["round"] if row["code"] == "IV")
        self.activities = {
            row["id"]: row for row in self.tables["activity"] if row["round_id"] == self.round["id"]
        }
        self.attended = [
            row
            for row in self.tables["attendance"]
            if row["activity_id"] in self.activities and row["status"] == "attended"
        ]

    def persons(self) -> set[int]:
        return {row["person_id"] for row in self.attended}

    def category_of(self, person: int) -> str:
        """Most attendances, then the latest, then the order of the codes."""
        stated = [
            (str(row["capacity"]), self._last_day(row))
            for row in self.attended
            if row["person_id"] == person and row["capacity"] != "not_stated"
        ]
        if not stated:
            return "not_stated"
        times = Counter(capacity for capacity, _ in stated)
        latest = {c: max(day for capacity, day in stated if capacity == c) for c in times}
        return min(times, key=lambda c: (-times[c], -latest[c].toordinal(), ORDER.index(c)))

    def counting_as(self, *categories: str) -> int:
        return sum(self.category_of(person) in categories for person in self.persons())

    def attendances_at(self, code: str) -> int:
        ids = {row["id"] for row in self.activities.values() if row["code"] == code}
        return sum(row["activity_id"] in ids for row in self.attended)

    def municipalities(self) -> set[int]:
        return {row["municipality_id"] for row in self.attended if row["municipality_id"]}

    def posts(self) -> dict[int, Row]:
        posts = self.tables["mediator_post"]
        return {row["id"]: row for row in posts if row["round_id"] == self.round["id"]}

    def cases(self) -> list[Row]:
        return [r for r in self.tables["mediation_case"] if r["mediator_post_id"] in self.posts()]

    def contacts(self, form: str = "") -> list[Row]:
        found = [r for r in self.tables["contact"] if r["mediator_post_id"] in self.posts()]
        return [row for row in found if form in ("", row["form"])]

    def families(self) -> set[int]:
        supported = self.tables["family_support"]
        of_round = {r["family_id"] for r in supported if r["round_id"] == self.round["id"]}
        return of_round | {row["family_id"] for row in self.cases()}

    def open_cases(self) -> int:
        last = dt.date(2020, 6, 30)
        still = (row for row in self.cases() if row["closed_on"] is None or row["closed_on"] > last)
        return len(list(still))

    def needing(self, area: str) -> int:
        cases = {row["id"] for row in self.cases()}
        needs = self.tables["case_need"]
        return sum(row["area"] == area and row["mediation_case_id"] in cases for row in needs)

    def sizes(self) -> int:
        with_mediators = {row["family_id"] for row in self.cases()}
        sizes = (r["size"] for r in self.tables["family"] if r["id"] in with_mediators)
        return sum(size for size in sizes if size is not None)

    def persons_at(self, name: str) -> int:
        """Persons of one municipality: nobody of the sample ties between two places there."""
        ids = {row["id"] for row in self.tables["municipality"] if row["name"] == name}
        places: dict[int, Counter[object]] = defaultdict(Counter)
        for row in self.attended:
            if row["place_kind"] != "not_stated":
                place = row["municipality_id"] or row["place_kind"]
                places[row["person_id"]][place] += 1
        return sum(counter.most_common(1)[0][0] in ids for counter in places.values())

    def recommendations(self, kind: str) -> int:
        rows = self.tables["recommendation"]
        return sum(r["kind"] == kind and r["round_id"] == self.round["id"] for r in rows)

    def without_report(self) -> int:
        rows = [r for r in self.tables["recommendation"] if r["round_id"] == self.round["id"]]
        told = {r["recommendation_id"] for r in self.tables["progress_report"]}
        told |= {r["recommendation_id"] for r in self.tables["confirmation"]}
        links = self.tables["recommendation_link"]
        told |= {r["earlier_id"] for r in links if r["kind"] == "replaces"}
        return sum(row["id"] not in told for row in rows)

    def _last_day(self, row: Row) -> dt.date:
        activity = self.activities[row["activity_id"]]
        return activity["ends_on"] or activity["starts_on"] or dt.date.min


@pytest.fixture
def rows(sample: Engine) -> Rows:
    return Rows(sample)


def cell(screen: AppTest, column: str, row: str) -> str:
    """What a table of the screen says in a row, under a heading."""
    for element in screen.table:
        table = element.value.rename(index=plain)
        if column in table.columns and row in table.index:
            return plain(str(table.loc[row, column]))
    raise AssertionError(f"no table has {column} of {row}")


def plain(text: str) -> str:
    """A cell as a person reads it, without what keeps Markdown from reading it."""
    return text.replace("\\", "")


def metric(screen: AppTest, label: str) -> str:
    return next(str(found.value) for found in screen.metric if found.label == label)


Found = Callable[[Rows], int]
OVERVIEW: dict[str, Found] = {
    "Valsts un pašvaldību pārstāvji": lambda r: r.counting_as("state", "municipal"),
    "Romu pārstāvji": lambda r: r.counting_as("roma"),
    "Ne-romu NVO un citi interesenti": lambda r: r.counting_as("ngo", "other"),
}
CASELOADS: dict[str, Found] = {
    "Mediatori": lambda r: len({row["mediator_id"] for row in r.posts().values()}),
    "Ģimenes ar mediatoru": lambda r: len({row["family_id"] for row in r.cases()}),
    "Ģimenes kopā": lambda r: len(r.families()),
    "Lietas": lambda r: len(r.cases()),
    "Saziņas reizes": lambda r: len(r.contacts()),
    "Personas ģimenēs ar mediatoru": Rows.sizes,
}


def test_the_overview_counts_as_the_rows_do(sample_url: URL, rows: Rows, visit: Visit) -> None:
    screen = visit(sample_url, lang="lv")
    for figure, counted in OVERVIEW.items():
        assert cell(screen, RECORDED, figure) == f"Personas: {counted(rows)}"
    persons, attendances = len(rows.persons()), len(rows.attended)
    both = f"Personas: {persons}, Dalības reizes: {attendances}"
    assert cell(screen, RECORDED, "Dalībnieki") == both
    assert cell(screen, RECORDED, "Pilsētas un novadi") == str(len(rows.municipalities()))


def test_the_coverage_counts_as_the_rows_do(sample_url: URL, rows: Rows, visit: Visit) -> None:
    screen = visit(sample_url, "coverage", lang="lv")
    for place in ("Rīga", "Talsu novads", "Aizkraukles novads"):
        assert cell(screen, "Personas", place) == str(rows.persons_at(place))
    assert metric(screen, "Kopā ar karti") == str(len(rows.persons()))


def test_the_caseloads_count_as_the_rows_do(sample_url: URL, rows: Rows, visit: Visit) -> None:
    screen = visit(sample_url, "caseloads", lang="lv")
    for label, counted in CASELOADS.items():
        assert metric(screen, label) == str(counted(rows))
    of_needs = visit(sample_url, "caseloads", lang="lv", section="needs")
    assert cell(of_needs, "Lietas", "Veselība") == str(rows.needing("health"))
    by_form = (
        f"individuālas: {len(rows.contacts('individual'))}; ar grupu: {len(rows.contacts('group'))}"
    )
    assert by_form in shown(screen)
    assert f"vēl bija atvērtas: {rows.open_cases()}" in shown(screen)


def test_the_register_counts_as_the_rows_do(sample_url: URL, rows: Rows, visit: Visit) -> None:
    screen = visit(sample_url, "recommendations", lang="lv")
    asked, own = (rows.recommendations(kind) for kind in ("recommendation", "undertaking"))
    assert f"{asked} ieteikumi, {own} apņemšanās" in shown(screen)
    assert cell(screen, "Ieraksti", "Ierosināts, ziņojuma vēl nav") == str(rows.without_report())


def test_the_participants_count_as_the_rows_do(sample_url: URL, rows: Rows, visit: Visit) -> None:
    screen = visit(sample_url, "participants", lang="lv", count="attendances", by="activity")
    for code, title in (("iv-talsi", "Talsu novadā"), ("iv-final-meeting", "koordinācijas")):
        (total,) = (plain(str(v)) for k, v in totals(screen).items() if title in k)
        assert total == str(rows.attendances_at(code))


def totals(screen: AppTest) -> dict[str, str]:
    """The first column of the table behind the bars, by row."""
    table = screen.table[0].value
    return {plain(str(name)): str(row.iloc[0]) for name, row in table.iterrows()}
