"""``python -m data_access caseloads``: a round's caseloads for programs and people."""

import json
from collections.abc import Iterator

import pytest

from data_access.__main__ import main
from tests.conftest import written_out
from tests.data_access.command_lines import Said, call, run
from tests.provide.databases import SqliteShelf

COUNTED = {"mediators": 5, "mediator_families": 128, "families": 149}
RECORDED = COUNTED | {
    "calendar_months": 10,
    "service_months": 50,
    "posts_undated": 0,
    "in_care": 46,
    "contacts": 834,
    "contacts_individual": 785,
    "contacts_group": 49,
    "contact_persons": 2292,
}
ROUNDS = {"II": (5, 7, 134, 26.8, 3.83), "III": (4, 8, 125, 31.3, 3.91)} | {
    "IV": (5, 10, 128, 25.6, 2.56)
}
RATES = ("mediators", "months", "families", "per_mediator", "per_mediator_month")


@pytest.fixture(scope="module")
def file(sqlite_shelf: SqliteShelf) -> Iterator[str]:
    """The address of a file with the facts and the made-up sample."""
    with sqlite_shelf.copy("sample") as url:
        yield written_out(url)


@pytest.fixture(scope="module")
def without_sample(sqlite_shelf: SqliteShelf) -> Iterator[str]:
    """The address of a file with the facts alone."""
    with sqlite_shelf.copy("facts") as url:
        yield written_out(url)


def caseloads(*arguments: str, url: str) -> Said:
    return call(main, "caseloads", *arguments, url=url)


def lines(said: Said) -> list[list[str]]:
    assert (said.code, said.problem) == (0, "")
    return [line.split() for line in said.out.splitlines()]


def test_reported_and_recorded_stand_apart_with_all_rounds_beside(sample_database_url: str) -> None:
    said = run("data_access", "caseloads", "--round", "IV", "--json", url=sample_database_url)
    assert (said.code, said.problem) == (0, "")
    found = json.loads(said.out)
    assert found["reported"] == COUNTED | {"service_months": 10}
    assert found["recorded"] == RECORDED
    assert (found["round"], found["last_day"], found["is_made_up"]) == ("IV", "2020-06-30", True)
    assert {code: tuple(row[name] for name in RATES) for code, row in found["rounds"].items()} == (
        ROUNDS
    )
    assert (found["months_missing"], found["not_stated"]) == (1, [])
    assert found["missing"] == [{"month": "2020-03", "post": 5, "place": None}]


def test_without_json_it_is_a_table_that_says_made_up_and_unlike(file: str) -> None:
    said = caseloads("--round", "IV", url=file)
    told = lines(said)
    assert all([name, str(value)] in told for name, value in RECORDED.items())
    assert ["service_months", "10"] in told
    assert ["III", "4", "8", "125", "31.3", "3.91"] in told
    assert "    2020-03, post 5, place not stated" in said.out.splitlines()
    assert "Made up, wholly or in part" in said.out
    assert "Rounds of unlike length are not to be compared" in said.out


def test_without_rows_nothing_is_zero(without_sample: str) -> None:
    found = json.loads(caseloads("--round", "IV", "--json", url=without_sample).out)
    assert set(found["recorded"].values()) == {None}
    assert (found["months_missing"], found["is_made_up"]) == (None, False)
    assert found["reported"] == COUNTED | {"service_months": 10}
    said = caseloads("--round", "IV", url=without_sample)
    told = lines(said)
    assert all([name, "no", "rows", "yet"] in told for name in RECORDED)
    assert ["months", "no", "month", "of", "a", "post", "is", "known"] in told
    assert "Made up" not in said.out


def test_what_rows_do_not_state_is_called_so(file: str) -> None:
    told = lines(caseloads("--round", "V", url=file))
    assert ["service_months", "not", "stated"] in told
    assert ["posts_undated", "2"] in told
    assert ["families", "no", "rows", "yet"] in told


def test_an_unknown_round_is_refused_in_a_sentence(file: str) -> None:
    sentence = caseloads("--round", "XX", url=file).refusal()
    assert sentence == "There is no round 'XX'; the database knows II, III, IV, V, VII."
