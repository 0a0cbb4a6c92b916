"""The sample's one month without a report: its workbook, filled in well and with mistakes."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import Engine, func, select
from streamlit.testing.v1 import AppTest

from data_access import monthly, schema
from data_access.access import OPERATOR
from data_access.caseloads import MonthStatus, missing
from data_access.engine import reading
from data_access.filters import Filters
from data_access.monthly import Part
from data_access.monthly import columns as c
from tests.data_access.monthly.by_program import edited
from tests.data_access.monthly.filling import Form, form_of
from tests.provide.calc import Step

MARCH = dt.date(2020, 3, 1)
OF_MARCH = "Place not stated · March 2020"
HOURS, PERSONS = 72, 16
BOTH = "Recorded: 2 contacts, 1 case opened, 0 cases closed, 1 new family, 0 trainings."


@dataclass(frozen=True)
class Workbook:
    """The workbook of a post and a month, as the platform hands it out."""

    post: int
    month: dt.date
    content: bytes = field(repr=False)
    form: Form = field(repr=False)

    @classmethod
    def of(cls, post: int, month: dt.date, content: bytes) -> "Workbook":
        """The workbook as it was handed out; where its cells are, it says itself."""
        return cls(post, month, content, form_of(content))

    def with_(self, *steps: Step) -> bytes:
        """The file after these steps."""
        return edited(self.content, steps)

    def head(self, column: str, value: object) -> Step:
        """What stands beside a label of the head."""
        kind = "number" if isinstance(value, int) else "text"
        return (kind, self.form.sheets[Part.HEAD], f"B{self.form.labels[column]}", value)

    def row(self, part: Part, number: int, **cells: object) -> Iterator[Step]:
        """The cells of a row, counted from the first free one."""
        for column, value in cells.items():
            at = self.form.cell(part, column, self.form.rows[part] + number)
            kind = {int: "number", dt.date: "day"}.get(type(value), "text")
            told = value.isoformat() if isinstance(value, dt.date) else value
            yield (kind, self.form.sheets[part], at, told)

    def at(self, part: Part, number: int) -> int:
        """The number of a row as the sheet counts it."""
        return self.form.rows[part] + number

    def good(self) -> list[Step]:
        """A new family, a contact with it and one with a group."""
        day = self.month.replace
        return [
            self.head(c.HOURS, HOURS),
            *self.row(
                Part.FAMILIES, 0, family="J1", opened_on=day(day=5), need_1="Izglītība", size=5
            ),
            *self.row(Part.CONTACTS, 0, held_on=day(day=6), form="Individuāla", family="J1"),
            *self.row(Part.CONTACTS, 0, persons=2, met_at="Ģimenes mājās", area="Izglītība"),
            *self.row(Part.CONTACTS, 1, held_on=day(day=12), form="Ar grupu", persons=14),
        ]

    def bad(self) -> list[Step]:
        """Rows of contacts with a mistake each: a guess, an unknown word and family, no day."""
        day = self.month.replace
        named = {"form": "Individuāla", "family": "J1"}
        return [
            *self.row(Part.CONTACTS, 2, held_on=day(day=13), form="Ar grupu", persons="~10"),
            *self.row(Part.CONTACTS, 3, **named, held_on=day(day=14), area="Skola", persons=1),
            *self.row(Part.CONTACTS, 4, **named, held_on=day(day=15), area="Skola", persons=2),
            *self.row(Part.CONTACTS, 5, **named, persons=3),
            *self.row(Part.CONTACTS, 6, held_on="Kopā", persons=38),
        ]


def unreported(engine: Engine) -> Workbook:
    """The workbook of the sample's one month without a report."""
    with reading(engine) as connection:
        found = missing(connection, OPERATOR, Filters(round="IV"))
        (row,) = found[found["status"] == MonthStatus.MISSING].to_dict("records")
        post, month = int(row["post"]), row["month"].date()
        content = monthly.template(connection, OPERATOR, Filters(), post, month)
    assert month == MARCH
    return Workbook.of(post, month, content)


def upload(screen: AppTest, content: bytes) -> AppTest:
    """Give a file; the report that it becomes is open then, unless it was refused."""
    screen.file_uploader[0].set_value(("parskats.xlsx", content, "application/octet-stream"))
    screen.run()
    assert not screen.exception
    return screen


def number(screen: AppTest) -> str:
    """The number of the report that the address names."""
    return "".join(screen.query_params["report"])


def contacts(engine: Engine) -> int:
    """How many contacts are on record."""
    with reading(engine) as connection:
        return int(connection.scalar(select(func.count()).select_from(schema.contact)) or 0)
