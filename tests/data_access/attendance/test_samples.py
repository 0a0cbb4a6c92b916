"""The twelve samples: the right people from each, and none silently wrong."""

from collections import Counter
from pathlib import Path

import pytest

from data_access.attendance.file_check import READABLE, REFUSED, check_file
from data_access.rules import fold

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
TWELVE = (
    "Džesika Ozoliņa", "Ilze Rozentāle", "Jānis Jansons", "Ilze Jansone", "Ilze Vītola",
    "Anna Šmite", "Inese Ozoliņa", "Inese Vītola", "Līga Vītola", "Agnese Kalniņa",
    "Džesika Rozentāle", "Zane Ķēniņa",
)  # fmt: skip
TWO = ("Līga Bērziņa", "Jānis Šmits")
CAME_TO_THE_WEBINAR = ("Host", *(n for n in TWELVE if n not in {
    "Džesika Ozoliņa", "Ilze Vītola", "Līga Vītola"}))  # fmt: skip
FILES = {
    "gforms_lv.csv": ("google_forms", None),
    "meet.csv": ("meet", None),
    "signin.ods": ("sign_in", "2019-12-05"),
    "signin_merged.xlsx": ("sign_in", "2019-12-05"),
    "signin_semicolon_cp1257.csv": ("sign_in", "2019-12-05"),
    "teams_new_utf16le_lvdate.csv": ("teams", "2020-07-22"),
    "teams_resaved_cp1257_semicolon.csv": ("teams", "2020-07-22"),
    "two_row_header_multiday.xlsx": ("sign_in", None),
    "webex_utf16.csv": ("webex", "2020-07-22"),
    "zoom_with_header.csv": ("zoom_meeting", "2020-07-22"),
}


@pytest.mark.parametrize(("file", "told"), FILES.items())
def test_each_sample_holds_the_same_twelve_people(file: str, told: tuple[str, str | None]) -> None:
    code, found = check_file((SAMPLES / file).read_bytes(), file)
    assert code != REFUSED
    assert Counter(row["name"] for row in found["rows"]) == Counter(TWELVE)
    assert (found["source"], found["activity"]["date"]) == told
    came = {row["name"] for row in found["rows"] if row["status"] == "attended"}
    assert came == (set() if file == "gforms_lv.csv" else set(TWELVE))


def test_who_only_registered_for_the_webinar_did_not_attend() -> None:
    _, found = check_file((SAMPLES / "zoom_webinar.csv").read_bytes(), "zoom_webinar.csv")
    came = [row["name"] for row in found["rows"] if row["status"] == "attended"]
    assert Counter(came) == Counter(CAME_TO_THE_WEBINAR)
    assert len(found["rows"]) == len(CAME_TO_THE_WEBINAR) + 3


def test_a_list_of_two_people_is_read_letter_by_letter() -> None:
    file = SAMPLES / "short_semicolon_cp1257.csv"
    code, found = check_file(file.read_bytes(), file.name)
    assert (code, found["encoding"]) == (READABLE, "cp1257")
    assert [row["name"] for row in found["rows"]] == list(TWO)


def test_every_sample_was_copied_and_is_checked() -> None:
    others = {"README.md", "zoom_webinar.csv", "short_semicolon_cp1257.csv"}
    assert {path.name for path in SAMPLES.iterdir()} == set(FILES) | others


def test_nobody_becomes_a_roma_representative_by_organisation() -> None:
    for path in SAMPLES.glob("*.*"):
        if path.suffix == ".md":
            continue
        _, found = check_file(path.read_bytes(), path.name)
        roma = {row["name"] for row in found["rows"] if row["category"] == "roma"}
        assert {fold(name) for name in roma} <= {"dzesika ozolina"}, path.name
