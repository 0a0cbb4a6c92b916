"""The register with 20,000 entries and 200,000 reports: each question and page, on both databases.

``python -m tests.bench.register [ENTRIES]`` prints a line for each: milliseconds, and how many
times the baseline, which reads every report and finding and finds out in Python where each entry
stands. Pages are reruns with cold and with warm memory; their baseline draws one word. It ends with
1 where a question takes longer than the baseline.
"""

import datetime as dt
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import streamlit as st
from sqlalchemy import Connection, Engine, insert, select, true
from streamlit.testing.v1 import AppTest

from data_access import freshness, recommendations, reviewing, schema, standings
from data_access.access import OPERATOR
from data_access.engine import open_engine, reading, writing
from data_access.filters import Filters
from data_access.recommendations import Part, Sort, Wanted
from data_access.rules import Area, Claim, Verdict, standing_of
from tests.bench.__main__ import SHELL, median_of, shelves
from tests.conftest import written_out

ENTRIES, REPORTS_EACH, BODIES = 20_000, 10, 40
FIRST, DAYS = dt.date(2017, 1, 2), 2_500
PAST = dt.date(2020, 6, 30)
SHEET = Part(20)
MEETING = 14

Row = dict[str, Any]


@dataclass(frozen=True)
class Question:
    """What is asked, under which name."""

    name: str
    ask: Callable[[Connection], object]


def of(question: Callable[..., object], *parts: object) -> Callable[[Connection], object]:
    """The question about all rounds, as the operator asks it."""
    return lambda connection: question(connection, OPERATOR, Filters(), *parts)


def of_one(question: Callable[..., object], *parts: object) -> Callable[[Connection], object]:
    """The question about one entry."""
    chosen = Filters(recommendation="X-00777")
    return lambda connection: question(connection, OPERATOR, chosen, *parts)


QUESTIONS = (
    Question("register, one sheet", of(recommendations.register, Wanted(), SHEET)),
    Question("register, the 500th sheet", of(recommendations.register, Wanted(), Part(20, 9_980))),
    Question(
        "register, overdue",
        of(recommendations.register, Wanted(list=Sort.OVERDUE.value), SHEET),
    ),
    Question("register, a word", of(recommendations.register, Wanted(words="zvaigzne"), SHEET)),
    Question("register, on a past day", of(recommendations.register, Wanted(as_of=PAST), SHEET)),
    Question("how many", of(recommendations.how_many)),
    Question("by status", of(recommendations.by_status)),
    Question("by status, on a past day", of(recommendations.by_status, Wanted(as_of=PAST))),
    Question("by lateness", of(recommendations.by_lateness)),
    Question("spread", of(recommendations.spread)),
    Question("agenda of a meeting, in lines", of(reviewing.lines, MEETING)),
    Question("agenda of a meeting, one sheet", of(reviewing.agenda, MEETING, SHEET)),
    Question("agenda of a meeting, one entry", of_one(reviewing.agenda, MEETING)),
    Question("what was decided at a meeting", of(reviewing.decided, MEETING)),
)
PAGES = ("recommendations", "review", "addressees")


def fill(engine: Engine, entries: int) -> float:
    """Made-up entries with their reports and findings, the same every time; seconds to renew."""
    dice = random.Random(7)  # noqa: S311 - the same numbers every time
    with writing(engine) as connection:
        rounds = list(connection.scalars(select(schema.round.c.id)))
        bodies = [_put(connection, schema.institution, [_body(n)])[0] for n in range(BODIES)]
        meetings = _put(connection, schema.council_meeting, [_meeting(n) for n in range(14)])
        made = [FIRST + dt.timedelta(dice.randrange(DAYS)) for _ in range(entries)]
        numbers = _put(
            connection,
            schema.recommendation,
            [_entry(n, day, dice.choice(rounds), dice) for n, day in enumerate(made)],
        )
        _put(connection, schema.recommendation_version, [_wording(n) for n in numbers])
        addressed = [_addressee(n, dice.choice(bodies)) for n in numbers]
        _put(connection, schema.recommendation_addressee, addressed)
        said = [
            _report(number, day, dice.choice(bodies), dice)
            for number, day in zip(numbers, made, strict=True)
            for _ in range(REPORTS_EACH)
        ]
        reports = _put(connection, schema.progress_report, said)
        told = [_finding(said[n], reports[n], meetings, dice) for n in range(0, len(said), 7)]
        _put(connection, schema.confirmation, told)
        start = time.perf_counter()
        standings.renew(connection)
        took = time.perf_counter() - start
        freshness.advance(connection)
    with writing(engine) as connection:
        connection.exec_driver_sql("ANALYZE")
    return took


def baseline(connection: Connection) -> object:
    """Every report and finding read, and where each entry stands found out in Python."""
    told = standings.histories(connection, true())
    return {entry: standing_of(events).status for entry, events in told.items()}


def measured(database: str, engine: Engine) -> Iterator[tuple[str, str, float, float]]:
    """Name, database, milliseconds and how many times the baseline."""

    def asked(ask: Callable[[Connection], object]) -> float:
        def once() -> None:
            with reading(engine) as connection:
                ask(connection)

        return median_of(once)[0]

    base = asked(baseline)
    yield "baseline: all of it in Python", database, base, 1.0
    for question in QUESTIONS:
        took = asked(question.ask)
        yield question.name, database, took, took / base


def pages(database: str, url: str) -> Iterator[tuple[str, str, float, float]]:
    """Reruns of each page, first with nothing in memory, then with all of it."""
    os.environ["DATABASE_URL"] = url
    base, _ = median_of(AppTest.from_string("import streamlit\nstreamlit.write('x')").run)
    for topic in PAGES:
        st.cache_resource.clear()
        st.cache_data.clear()
        screen = AppTest.from_file(str(SHELL), default_timeout=120)
        screen.query_params["round"] = "all"
        screen.run()
        start = time.perf_counter()
        screen.switch_page(f"{topic}/page.py").run()
        cold = (time.perf_counter() - start) * 1000
        yield f"page {topic}, cold", database, cold, cold / base
        warm, _ = median_of(screen.run)
        yield f"page {topic}, warm", database, warm, warm / base
    st.cache_resource.clear()


def _put(connection: Connection, table: Any, rows: list[Row]) -> list[int]:
    if "origin" in table.c:
        rows = [row | {"origin": "entered"} for row in rows]
    statement = insert(table).returning(table.c.id, sort_by_parameter_order=True)
    found: list[int] = []
    for at in range(0, len(rows), 10_000):
        found += connection.execute(statement, rows[at : at + 10_000]).scalars()
    return found


def _body(number: int) -> Row:
    name = f"Iestāde {number:02}"
    return {"code": f"body-{number}", "name_lv": name, "name_en": name, "name_folded": name.lower()}


def _meeting(number: int) -> Row:
    held = dt.date(2017 + number // 2, 5 if number % 2 else 11, 15)
    return {"held_on": held, "title_lv": f"Sēde {number}", "title_en": f"Meeting {number}"}


def _entry(number: int, made: dt.date, round_id: int, dice: random.Random) -> Row:
    due = made + dt.timedelta(days=dice.randrange(100, 1500))
    stated = dice.random() < 0.7
    return {
        "reference": f"X-{number:05}",
        "round_id": round_id,
        "area": dice.choice(list(Area)).value,
        "made_on": made,
        "deadline_starts_on": due if stated else None,
        "deadline_date_precision": "day" if stated else "not_stated",
    }


def _wording(entry: int) -> Row:
    word = "zvaigzne" if entry % 97 == 0 else "mēness"
    text = f"Ieteikums ar vārdu {word} un skaitli {entry}"
    texts = {"text_lv": text, "text_en": text, "text_folded": text.lower()}
    written = {"number": 1, "written_at": dt.datetime(2017, 1, 1, tzinfo=dt.UTC)}
    return {"recommendation_id": entry} | texts | written


def _addressee(entry: int, body: int) -> Row:
    return {"recommendation_id": entry, "institution_id": body, "role": "lead"}


def _report(entry: int, made: dt.date, body: int, dice: random.Random) -> Row:
    day = made + dt.timedelta(days=dice.randrange(1, 900))
    return {
        "recommendation_id": entry,
        "institution_id": body,
        "claim": dice.choice(list(Claim)).value,
        "reported_on": day,
        "text": "Padarīts",
        "entered_at": dt.datetime.combine(day, dt.time(9), dt.UTC),
    }


def _finding(said: Row, report: int, meetings: list[int], dice: random.Random) -> Row:
    return {
        "recommendation_id": said["recommendation_id"],
        "progress_report_id": report,
        "council_meeting_id": dice.choice(meetings),
        "verdict": dice.choice(list(Verdict)).value,
        "entered_at": said["entered_at"],
    }


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES
    print(f"{'what':<34}{'database':<12}{'ms':>10}{'x baseline':>12}")
    is_slow = False
    with shelves() as both:
        for name, shelf in both.items():
            with shelf.copy("facts") as address:
                opened = open_engine(address)
                renewed = fill(opened, size) * 1000
                print(f"{'standings of all, once':<34}{name:<12}{renewed:>10.1f}")
                for line in measured(name, opened):
                    print(f"{line[0]:<34}{line[1]:<12}{line[2]:>10.1f}{line[3]:>12.2f}", flush=True)
                    is_slow = is_slow or line[3] > 1
                opened.dispose()
                for line in pages(name, written_out(address)):
                    print(f"{line[0]:<34}{line[1]:<12}{line[2]:>10.1f}{line[3]:>12.2f}", flush=True)
    sys.exit(1 if is_slow else 0)
