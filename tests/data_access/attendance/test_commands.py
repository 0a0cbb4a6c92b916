"""``check-file`` and ``read-table``: what a file says, for people and programs; nothing stored."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select

from data_access import schema
from data_access.__main__ import main
from data_access.engine import open_engine, writing
from data_access.rules import fold
from tests.conftest import written_out
from tests.data_access.command_lines import Said, call, run
from tests.data_access.people import add, an_institution
from tests.provide.databases import SqliteShelf

LIST = """Dalībnieku saraksts;;;
Pasākums: Romu platformas seminārs;;;
Datums: 22.07.2020.;;;
Nr.;Vārds, uzvārds;Iestāde;Pašvaldība
1;Anna Ozola;Kultūras ministrija;Talsu novads
2;Jānis Bērziņš;Kultūras ministrija;Talsu nov.
3;Anna Ozola;Kultūras ministrija;Talsu novads
Kopā: 2;;;
"""
ASKS = "Timestamp;Full name\n2020/07/20 10:00;Anna Ozola\n"
SENTENCE_OF_A_PDF = "This is a PDF"
KEYS = {"source", "encoding", "activity", "rows", "problems", "counts", "stated_total"}
KEYS_OF_A_ROW = {"row", "name", "status", "institution", "municipality", "category"}
KEYS_OF_A_PROBLEM = {"row", "column", "code", "message"}
COUNTED = {"read", "accepted", "merged", "skipped", "rejected"}


@pytest.fixture(scope="module")
def url(sqlite_shelf: SqliteShelf) -> Iterator[str]:
    """The address of a file with the facts, and an institution and a place that they lack."""
    with sqlite_shelf.copy("facts") as place:
        engine = open_engine(place)
        _plant(engine)
        engine.dispose()
        yield written_out(place)


def _plant(engine: Engine) -> None:
    with writing(engine) as connection:
        name = "Ziemeļu ļaužu birojs"
        an_institution(connection, "birojs", name_lv=name, name_folded=fold(name), kind="state")
        every = schema.municipality.c
        for talsi in connection.scalars(select(every.id).where(every.name == "Talsu novads")).all():
            named = {"name": "Talsu puse", "name_folded": fold("Talsu puse")}
            add(connection, schema.municipality_alias, municipality_id=talsi, **named)


def file(folder: Path, content: str | bytes, name: str = "list.csv") -> str:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def told(said: Said) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(said.out)
    return found


def test_a_program_gets_what_was_promised(tmp_path: Path, url: str) -> None:
    said = call(main, "check-file", file(tmp_path, LIST), "--json", url=url)
    assert (said.code, said.problem) == (0, "")
    found = told(said)
    assert set(found) == KEYS
    assert (found["source"], found["encoding"], found["stated_total"]) == ("sign_in", "utf-8", 2)
    assert found["activity"] == {"title": "Romu platformas seminārs", "date": "2020-07-22"}
    assert set(found["counts"]) == COUNTED
    assert found["counts"] == {"read": 4, "accepted": 2, "merged": 1, "skipped": 1, "rejected": 0}
    assert [set(row) for row in found["rows"]] == [KEYS_OF_A_ROW] * 2
    anna, janis = found["rows"]
    assert (anna["row"], anna["name"], anna["status"]) == (5, "Anna Ozola", "attended")
    assert (anna["institution"], anna["category"]) == ("Kultūras ministrija", "state")
    assert set(anna["municipality"]) == {"raw", "division", "code"}
    assert janis["municipality"]["raw"] == "Talsu nov."
    assert janis["municipality"]["code"] == anna["municipality"]["code"] is not None
    assert [one for one in found["problems"] if set(one) != KEYS_OF_A_PROBLEM] == []


def test_people_get_the_same_without_the_names(tmp_path: Path, url: str) -> None:
    said = call(main, "check-file", file(tmp_path, LIST), url=url)
    assert (said.code, said.problem) == (0, "")
    lines = said.out.splitlines()
    assert lines[0] == "sign_in, 2020-07-22: 2 attended, 0 registered only"
    assert lines[1] == "rows read 4 = accepted 2 + merged 1 + skipped 1 + rejected 0"
    assert lines[2] == "the file states 2 in total"
    assert "Ozola" not in said.out


def test_what_is_to_be_asked_is_in_the_exit_code_and_in_a_sentence(
    tmp_path: Path, url: str
) -> None:
    path = file(tmp_path, ASKS)
    said = call(main, "check-file", path, "--json", url=url)
    found = told(said)
    assert (said.code, said.problem) == (1, "")
    asked = [one for one in found["problems"] if one["code"] == "attended_or_registered"]
    assert [(one["row"], one["column"]) for one in asked] == [(None, None)]
    assert [row["status"] for row in found["rows"]] == ["registered"]
    plain = call(main, "check-file", path, url=url)
    assert plain.code == 1
    assert f"- {asked[0]['message']}" in plain.out.splitlines()


def test_a_problem_is_told_with_its_row_and_the_column_of_the_file(
    tmp_path: Path, url: str
) -> None:
    content = "Nr.;Vārds, uzvārds;Pašvaldība\n1;iPhone;Talsi\n2;Anna Ozola;Nekurienes novads\n"
    found = told(call(main, "check-file", file(tmp_path, content), "--json", url=url))
    places = {(one["code"], one["row"], one["column"]) for one in found["problems"]}
    assert {("not_a_person", 2, "B"), ("place_unknown", 3, "C")} <= places
    assert found["counts"]["rejected"] == 2


@pytest.mark.parametrize("command", ["check-file", "read-table"])
@pytest.mark.parametrize("form", ["pdf", "empty", "missing", "folder"])
def test_what_cannot_be_read_is_refused_with_the_reason_alone(
    tmp_path: Path, url: str, command: str, form: str
) -> None:
    made = {"pdf": b"%PDF-1.7\n" + b"x" * 99, "empty": b""}
    path = file(tmp_path, made[form]) if form in made else str(tmp_path / form)
    if form == "folder":
        Path(path).mkdir()
    for more in ([], ["--json"] if command == "check-file" else []):
        said = call(main, command, path, *more, url=url)
        assert (said.code, said.out) == (2, "")
        (reason,) = said.problem.splitlines()
        assert reason.endswith(".")
        assert form != "pdf" or SENTENCE_OF_A_PDF in reason


def test_where_no_list_is_found_somebody_may_show_it_and_no_table_is_printed(
    tmp_path: Path, url: str
) -> None:
    path = file(tmp_path, "Apples;Pears\n3;4\n")
    found = call(main, "check-file", path, "--json", url=url)
    assert found.code != 0
    table = call(main, "read-table", path, url=url)
    assert (table.code, table.out) == (2, "")
    assert "No column of names" in table.problem


WORDS = """Vārds, uzvārds;Iestāde;Pašvaldība
Anna Ozola;Ziemeļu ļaužu birojs;Talsu puse
"""


def test_names_of_the_database_are_known(tmp_path: Path, url: str) -> None:
    (row,) = told(call(main, "check-file", file(tmp_path, WORDS), "--json", url=url))["rows"]
    assert row["category"] == "state"
    assert row["municipality"]["raw"] == "Talsu puse"
    assert row["municipality"]["code"] is not None


def test_without_a_database_the_documented_names_are_known_and_none_is_made(tmp_path: Path) -> None:
    path = file(tmp_path, LIST)
    said = run("data_access", "check-file", path, "--json", folder=tmp_path)
    found = told(said)
    assert (said.code, said.problem, len(found["rows"])) == (0, "", 2)
    assert found["rows"][0]["municipality"]["code"] is not None
    table = run("data_access", "read-table", path, folder=tmp_path)
    assert (table.code, table.problem) == (0, "")
    unknown = run("data_access", "check-file", file(tmp_path, WORDS), "--json", folder=tmp_path)
    assert told(unknown)["rows"] == [] or told(unknown)["rows"][0]["municipality"]["code"] is None
    assert [one.name for one in tmp_path.iterdir()] == ["list.csv"]


@pytest.mark.parametrize("wrong", ["postgresql//nowhere", "sqlite:////nowhere/at/all.sqlite"])
def test_a_database_that_is_named_and_cannot_be_asked_is_a_refusal(
    tmp_path: Path, wrong: str
) -> None:
    said = call(main, "check-file", file(tmp_path, LIST), "--json", url=wrong)
    assert (said.code, said.out) == (2, "")
    (sentence,) = said.problem.splitlines()
    assert sentence.endswith(".")


def test_nothing_is_stored(tmp_path: Path, url: str) -> None:
    database = Path(url.removeprefix("sqlite:///"))
    path = file(tmp_path, LIST)
    before, beside = database.read_bytes(), sorted(database.parent.iterdir())
    for command in (("check-file", path), ("check-file", path, "--json"), ("read-table", path)):
        assert call(main, *command, url=url).code == 0
    assert database.read_bytes() == before
    assert sorted(database.parent.iterdir()) == beside
    assert [one.name for one in tmp_path.iterdir()] == ["list.csv"]


CELLS = ["0037129", "Null", "NA", "nan", "TRUE", "1.0", "=1+1", 'a "quoted" word', "two\nlines",
         "a;b,c\t|d", "Ķēniņš „Ābols”", "", "00", "+371 26123456", "-"]  # fmt: skip


def test_a_table_is_written_as_csv_with_every_row_and_cell_kept(tmp_path: Path, url: str) -> None:
    text = io.StringIO(newline="")
    heading = ["Vārds, uzvārds", "Iestāde", "Piezīmes"]
    rows = [["Anna Ozola", cell, str(at)] for at, cell in enumerate(CELLS)]
    last = [["Kopā: 16", "", ""], ["", "", "piezīme"]]
    csv.writer(text, delimiter=";").writerows([["Saraksts", "", ""], heading, *rows, *last])
    for encoding in ("utf-8", "utf-16", "cp1257"):
        content = text.getvalue().encode(encoding)
        said = call(main, "read-table", file(tmp_path, content), url=url)
        assert (said.code, said.problem) == (0, "")
        read = list(csv.reader(io.StringIO(said.out, newline="")))
        assert read == [heading, *rows, *last]


def test_a_table_comes_as_utf_8_whatever_the_terminal_is_thought_to_have(tmp_path: Path) -> None:
    path = file(tmp_path, "Vārds, uzvārds;Iestāde\nĢirts Šķēle;KM\n".encode("cp1257"))
    said = run("data_access", "read-table", path, folder=tmp_path)
    assert (said.code, said.out) == (0, '"Vārds, uzvārds",Iestāde\nĢirts Šķēle,KM\n')
