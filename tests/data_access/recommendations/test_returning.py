"""Chains of entries that come back round after round."""

import datetime as dt
from itertools import pairwise

from sqlalchemy import Connection

from data_access import recommendations, schema
from data_access.filters import Filters
from data_access.recommendations import Part, Wanted
from tests.data_access.answers import records
from tests.data_access.people import a_round, add
from tests.data_access.readers import READER
from tests.data_access.register import an_entry, link, report, word

TOLD = ("first", "last", "rounds", "entries", "times", "status")


def returning(
    connection: Connection, filters: Filters | None = None, wanted: Wanted | None = None
) -> list[tuple[object, ...]]:
    asked = filters or Filters(), wanted or Wanted()
    answer = recommendations.returning(connection, READER, *asked)
    return records(answer, *TOLD)


def three_rounds(connection: Connection) -> list[int]:
    """Rounds IV, V and VI, which begin in 2018, 2019 and 2020."""
    return [
        a_round(connection, code, actual_starts_on=dt.date(year, 1, 1), actual_date_precision="day")
        for code, year in (("IV", 2018), ("V", 2019), ("VI", 2020))
    ]


def carry(connection: Connection, entry: int, round_id: int) -> None:
    add(connection, schema.recommendation_carry, recommendation_id=entry, round_id=round_id)


def test_what_repeats_or_is_carried_is_one_chain_and_the_longest_is_first(
    connection: Connection,
) -> None:
    fourth, fifth, sixth = three_rounds(connection)
    carried = an_entry(connection, fourth, "IV-01")
    carry(connection, carried, fifth)
    first, again, last = (
        an_entry(connection, of, name)
        for of, name in ((fourth, "IV-02"), (fifth, "V-02"), (sixth, "VI-02"))
    )
    link(connection, again, first, "repeats")
    link(connection, last, again, "repeats")
    report(connection, last, dt.date(2020, 5, 5), "done")
    replaced = an_entry(connection, fourth, "IV-03")
    link(connection, an_entry(connection, fifth, "V-03"), replaced, "replaces")
    assert returning(connection) == [
        ("IV-02", "VI-02", "IV, V, VI", 3, 3, "claimed_done"),
        ("IV-01", "IV-01", "IV, V", 1, 2, "proposed"),
    ]


def test_a_circle_and_a_fork_are_chains_as_others_are(connection: Connection) -> None:
    fourth, fifth, _ = three_rounds(connection)
    one, two = an_entry(connection, fourth, "IV-01"), an_entry(connection, fifth, "V-01")
    link(connection, two, one, "repeats")
    link(connection, one, two, "repeats")
    stem = an_entry(connection, fourth, "IV-02")
    for name in ("V-02", "V-03"):
        link(connection, an_entry(connection, fifth, name), stem, "repeats")
    assert returning(connection) == [
        ("IV-02", "V-03", "IV, V", 3, 3, "proposed"),
        ("IV-01", "V-01", "IV, V", 2, 2, "proposed"),
    ]


def test_a_chain_is_told_whole_once_one_of_its_entries_is_wanted(connection: Connection) -> None:
    fourth, fifth, sixth = three_rounds(connection)
    first = an_entry(connection, fourth, "IV-01")
    link(connection, an_entry(connection, fifth, "V-01", area="youth"), first, "repeats")
    assert returning(connection, Filters(round="V")) == returning(connection)
    assert len(returning(connection, Filters(), Wanted(area="youth"))) == 1
    assert returning(connection, Filters(round="VI")) == []
    carry(connection, first, sixth)
    assert returning(connection, Filters(round="VI"))[0][2:5] == ("IV, V, VI", 2, 3)


def test_a_round_carried_into_and_made_in_counts_once(connection: Connection) -> None:
    fourth, fifth, sixth = three_rounds(connection)
    first = an_entry(connection, fourth, "IV-01")
    link(connection, an_entry(connection, fifth, "V-01"), first, "repeats")
    carry(connection, first, fifth)
    assert returning(connection) == [("IV-01", "V-01", "IV, V", 2, 2, "proposed")]
    carry(connection, first, sixth)
    assert returning(connection) == [("IV-01", "V-01", "IV, V, VI", 2, 3, "proposed")]


def test_as_of_an_earlier_day_nothing_later_has_come_back(connection: Connection) -> None:
    fourth, fifth, sixth = three_rounds(connection)
    first = an_entry(connection, fourth, "IV-01")
    link(connection, an_entry(connection, fifth, "V-01"), first, "repeats")
    carry(connection, first, sixth)
    assert returning(connection, Filters(), Wanted(as_of=dt.date(2018, 12, 31))) == []
    in_2019 = returning(connection, Filters(), Wanted(as_of=dt.date(2019, 12, 31)))
    assert in_2019 == [("IV-01", "V-01", "IV, V", 2, 2, "proposed")]


def test_a_part_says_how_many_there_are_and_holds_the_last_wording(connection: Connection) -> None:
    fourth, fifth, _ = three_rounds(connection)
    for number in range(3):
        entry = an_entry(connection, fourth, f"IV-0{number}")
        word(connection, entry, 2, f"Second wording {number}")
        carry(connection, entry, fifth)
    answer = recommendations.returning(connection, READER, Filters(), Wanted(), Part(1, 1))
    assert records(answer, "first", "text_en", "chains") == [("IV-01", "Second wording 1", 3)]
    assert recommendations.returning(connection, READER, Filters(), Wanted(), Part(9, 3)).empty


def test_a_long_chain_is_walked_without_going_deeper_and_deeper(connection: Connection) -> None:
    fourth = a_round(connection)
    entries = [an_entry(connection, fourth, f"IV-{number:03}") for number in range(60)]
    for earlier, later in pairwise(entries):
        link(connection, later, earlier, "repeats")
    assert returning(connection) == [("IV-000", "IV-059", "IV", 60, 60, "proposed")]
