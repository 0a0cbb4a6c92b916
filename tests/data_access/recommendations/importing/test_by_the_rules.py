"""Files keep the rules by which entries are kept by hand, as they come in and as they go back."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from data_access import schema
from data_access.access import AccessRefused, Grant, Reader
from data_access.recommendations import importing, keeping
from data_access.recommendations.importing import UNDECIDED, Draft, Outcome, Table
from data_access.rounds import RoundApproved
from data_access.rules import RecommendationLinkKind as Kind
from data_access.rules import Role
from tests.data_access.accounts.grants import an_account
from tests.data_access.people import add, an_activity
from tests.data_access.readers import COORDINATOR
from tests.data_access.recommendations.importing.files import ROW, a_csv, contents, plant
from tests.data_access.register import an_entry, link

ENTRY = schema.recommendation
STEPS = ("closed", "approved")
EARLY, MIDDLE, LATE = (dt.date(2020, month, 1) for month in (1, 6, 12))


def looked(connection: Connection, *rows: dict[str, str]) -> Draft:
    table = Table("0" * 64, dict(enumerate(rows, start=2)))
    return importing.check(connection, COORDINATOR, table)


def stored(connection: Connection, *rows: dict[str, str]) -> int:
    return importing.store(connection, COORDINATOR, looked(connection, *rows), UNDECIDED)


def codes(draft: Draft) -> list[tuple[str, str]]:
    return [(problem.code, problem.value) for row in draft.rows for problem in row.problems]


def made(connection: Connection, **days: dt.date) -> None:
    """When the entries of round IV were made, by the ends of their references."""
    for end, day in days.items():
        this = update(ENTRY).where(ENTRY.c.reference == f"IV-{end[1:]}")
        connection.execute(this.values(made_on=day))


def planted(connection: Connection, *more: str) -> dict[str, int]:
    """As ``plant``, with further entries of round IV and of none."""
    entries = plant(connection)
    round_ = _round(connection, "IV")
    return entries | {one: an_entry(connection, round_, one) for one in more}


def _round(connection: Connection, code: str) -> int:
    return int(connection.scalars(select(schema.round.c.id).filter_by(code=code)).one())


def test_references_that_fold_alike_are_taken_by_hand_once(connection: Connection) -> None:
    plant(connection)
    values = {"round": "IV", "text_lv": "viens", "text_en": "one"}
    keeping.add(connection, COORDINATOR, values | {"reference": "IV-ā"})
    with pytest.raises(keeping.ReferenceTaken):
        keeping.add(connection, COORDINATOR, values | {"reference": "iv-A"})


def test_a_row_names_the_entry_that_is_written_so_or_asks(connection: Connection) -> None:
    planted(connection, "IV-a", "IV-ā")
    exact = looked(connection, {"reference": "IV-ā", "area": "health"}, {"reference": "IV-a"})
    assert [row.reference for row in exact.rows] == ["IV-ā", "IV-a"]
    assert [row.outcome for row in exact.rows] == [Outcome.CHANGED, Outcome.SAME]
    shared = looked(connection, {"reference": "IV-Ā"})
    assert ("reference_shared", "IV-Ā") in codes(shared)
    tied = looked(connection, {"reference": "IV-01", "repeats": "IV-Ā"})
    assert codes(tied) == [("reference_shared", "IV-Ā")]
    tied = looked(connection, {"reference": "IV-01", "repeats": "IV-ā"})
    assert tied.rows[0].said["repeats"] == ("IV-ā",)


def test_an_entry_on_an_activity_stays_in_its_round(connection: Connection) -> None:
    entries = plant(connection)
    activity = an_activity(connection, _round(connection, "IV"), code="iv-x")
    hangs = update(ENTRY).where(ENTRY.c.id == entries["IV-01"])
    connection.execute(hangs.values(activity_id=activity))
    moved = looked(connection, {"reference": "IV-01", "round": "V"})
    assert codes(moved) == [("activity_elsewhere", "V")]
    assert not codes(looked(connection, {"reference": "IV-01", "round": "IV", "area": "health"}))


def test_an_entry_stays_before_the_rounds_it_is_carried_into(connection: Connection) -> None:
    entries = plant(connection)
    later = {"recommendation_id": entries["IV-01"], "round_id": _round(connection, "V")}
    add(connection, schema.recommendation_carry, **later)
    moved = looked(connection, {"reference": "IV-01", "round": "V"})
    assert codes(moved) == [("carried_back", "V")]


@pytest.mark.parametrize(("which", "day", "other"), [("01", LATE, "02"), ("02", EARLY, "01")])
def test_a_day_keeps_the_order_of_the_links_that_stand(
    connection: Connection, which: str, day: dt.date, other: str
) -> None:
    entries = planted(connection, "IV-02")
    made(connection, _01=MIDDLE - dt.timedelta(1), _02=MIDDLE)
    link(connection, entries["IV-02"], entries["IV-01"])
    row = {"reference": f"IV-{which}", "made_on": f"{day}"}
    assert codes(looked(connection, row)) == [("link_out_of_order", f"IV-{other}")]
    both = [{"reference": f"IV-0{n}", "made_on": f"2021-01-0{n}"} for n in (1, 2)]
    assert not codes(looked(connection, *both))
    without = {"reference": "IV-02", "replaces": "nav norādīts"}
    draft = looked(connection, row, without) if which == "01" else looked(connection, row | without)
    assert not codes(draft)


def test_a_link_turned_round_by_a_file_is_no_circle(connection: Connection) -> None:
    entries = planted(connection, "IV-02")
    link(connection, entries["IV-02"], entries["IV-01"])
    turned = {"reference": "IV-01", "replaces": "IV-02"}
    assert codes(looked(connection, turned)) == [("link_circle", "IV-02")]
    stored(connection, turned, {"reference": "IV-02", "replaces": "nav norādīts"})


def test_of_two_at_once_the_later_is_told_that_the_file_is_known(connection: Connection) -> None:
    plant(connection)
    content = a_csv(ROW)
    one, two = (importing.read(connection, COORDINATOR, content) for _ in range(2))
    importing.store(connection, COORDINATOR, one, UNDECIDED)
    with pytest.raises(importing.FileKnown):
        importing.store(connection, COORDINATOR, two, UNDECIDED)


@pytest.mark.parametrize("column", ["made_on", "deadline"])
@pytest.mark.parametrize("text", ["31.12.2005.", "1999-01-31", "2008. gada 1. maijs"])
def test_a_day_before_the_first_one_is_told_as_such(
    connection: Connection, column: str, text: str
) -> None:
    plant(connection)
    assert codes(looked(connection, {"reference": "IV-01", column: text})) == [
        ("day_too_early", text)
    ]
    wrong = looked(connection, {"reference": "IV-01", column: "31.02.2005."})
    assert [code.rpartition("_")[2] for code, _ in codes(wrong)] == ["unreadable"]


def _approve(connection: Connection, code: str) -> None:
    moment, somebody = dt.datetime(2021, 1, 1, tzinfo=dt.UTC), an_account(connection, "approves")
    did = {f"{step}_at": moment for step in STEPS} | {f"{step}_by_id": somebody for step in STEPS}
    connection.execute(update(schema.round).where(schema.round.c.code == code).values(**did))


def _refused(connection: Connection, number: int, refusal: type[Exception]) -> Any:
    stands = contents(connection)
    with pytest.raises(refusal) as refused, connection.begin_nested():
        importing.undo(connection, COORDINATOR, number)
    assert contents(connection) == stands
    return refused.value


@pytest.mark.parametrize("code", ["IV", "V"])
def test_an_entry_is_not_put_back_out_of_or_into_an_approved_round(
    connection: Connection, code: str
) -> None:
    plant(connection)
    number = stored(connection, {"reference": "IV-01", "round": "V"})
    _approve(connection, code)
    _refused(connection, number, RoundApproved)


def test_what_only_says_something_else_is_put_back_in_an_approved_round(
    connection: Connection,
) -> None:
    plant(connection)
    number = stored(connection, {"reference": "IV-01", "area": "health"})
    _approve(connection, "IV")
    assert importing.undo(connection, COORDINATOR, number) == 1


def test_a_link_is_not_put_back_into_a_circle(connection: Connection) -> None:
    entries = planted(connection, "IV-02", "IV-03")
    link(connection, entries["IV-01"], entries["IV-02"], "repeats")
    number = stored(connection, {"reference": "IV-01", "repeats": "IV-03"})
    keeping.link(connection, COORDINATOR, "IV-02", Kind.REPEATS, "IV-01")
    refused = _refused(connection, number, importing.TouchedSince)
    assert refused.references == ("IV-01",)


def test_a_day_is_not_put_back_behind_a_link_made_since(connection: Connection) -> None:
    planted(connection, "IV-02")
    made(connection, _01=LATE, _02=MIDDLE)
    number = stored(connection, {"reference": "IV-01", "made_on": f"{EARLY}"})
    keeping.link(connection, COORDINATOR, "IV-02", Kind.REPLACES, "IV-01")
    refused = _refused(connection, number, importing.TouchedSince)
    assert refused.references == ("IV-01",)


def test_a_right_that_ends_at_a_round_puts_nothing_back_into_another(
    connection: Connection,
) -> None:
    plant(connection)
    number = stored(connection, {"reference": "IV-01", "round": "V"})
    there = frozenset({Grant(Role.COORDINATOR, round=_round(connection, "V"))})
    with pytest.raises(AccessRefused):
        importing.undo(connection, Reader("test:limited", there), number)
