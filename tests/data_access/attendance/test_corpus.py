"""Realistic files, made without the importer: the right people or a question, nobody else."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from data_access.attendance.file_check import check_file
from data_access.attendance.resolver import Resolver

CORPUS = Path(__file__).parents[2] / "corpus"
MANIFESTS = ("expected.json", "second.json", "third.json")
CASES: list[dict[str, Any]] = [
    case
    for manifest in MANIFESTS
    for case in json.loads((CORPUS / manifest).read_text(encoding="utf-8"))
]
TOPICS = {case["file"].split("/")[0] for case in CASES}
REFUSED = 2
MOST_BYTES = 2_000_000

ASKED_AS = {
    "date_order": ("date", "day"),
    "attended_or_registered": ("attended", "registered", "status"),
    "name_order": ("name",),
    "device": ("not_a_person",),
    "lost_letters": ("letters", "damaged", "encoding"),
    "mojibake": ("mojibake", "letters", "damaged", "encoding"),
    "several_activities": ("several_parts",),
    "columns": ("column", "heading", "name"),
    "unknown_place": ("place", "municipality"),
    "same_person": ("rows_alike", "names_similar", "several_persons", "contact_shared"),
    "personal_code": ("personal",),
    "encoding": ("encoding", "letters", "damaged"),
}
"""What must be asked, and the words by which the code of a problem is known to ask it."""

Case = dict[str, Any]
Found = dict[str, Any]


def check(case: Case) -> tuple[int, Found]:
    """The exit code and the answer of the command line for the file of the case."""
    path = CORPUS / case["file"]
    return check_file(path.read_bytes(), path.name, facts())


@cache
def facts() -> Resolver:
    """The places and institutions of the documented facts, put together once."""
    return Resolver.of_facts()


def allowed(expected: Any) -> list[Any]:
    """What may stand there: one value, or a list of those that would be right."""
    return expected if isinstance(expected, list) else [expected]


def words(name: str) -> list[str]:
    """The words of a name, letters kept, whichever comes first."""
    return sorted(
        word for word in (part.strip(".,:;()*") for part in name.casefold().split()) if word
    )


def place_of(row: Found) -> str | None:
    """The municipality as division/code, None where none was found."""
    place = row.get("municipality") or {}
    return f"{place['division']}/{place['code'].rpartition('/')[2]}" if place.get("code") else None


def category_of(row: Found) -> str | None:
    """The category, None where it is not stated."""
    stated: str | None = row.get("category")
    return None if stated == "not_stated" else stated


def institution_of(row: Found) -> str | None:
    """The institution as the file writes it."""
    written: str | None = row.get("institution")
    return written


DETAILS = {"municipality": place_of, "category": category_of, "institution": institution_of}


def details_wrong(person: Case, row: Found) -> list[str]:
    """What the row says of the person against what the manifest says, where it says anything."""
    return [
        f"{person['name']}: {detail} is {read(row)!r}, not {person[detail]!r}"
        for detail, read in DETAILS.items()
        if detail in person and read(row) not in allowed(person[detail])
    ]


def people_wrong(case: Case, rows: list[Found]) -> list[str]:
    """Who is missing, who should not be there, and what is wrong about the others."""
    left, wrong = list(rows), []
    for person in case["people"]:
        row = next((row for row in left if words(row["name"]) == words(person["name"])), None)
        if row is None:
            if not person.get("optional"):
                wrong.append(f"missing: {person['name']}")
            continue
        left.remove(row)
        if row["status"] not in allowed(person["status"]):
            wrong.append(f"{person['name']}: {row['status']}, not {person['status']}")
        wrong += details_wrong(person, row)
    return wrong + [f"should not be there: {row['name']} ({row['status']})" for row in left]


def never_wrong(case: Case, rows: list[Found]) -> list[str]:
    """Rows taken for people that must never be."""
    return [
        f"accepted, and must never be: {row['name']}"
        for row in rows
        for never in case["never"]
        if set(words(never)) <= set(words(row["name"]))
    ]


def activity_wrong(case: Case, found: Found) -> list[str]:
    """The proposed date and title, and the file's own total."""
    wrong, expected, proposed = [], case["activity"], found["activity"] or {}
    if "date" in expected and proposed.get("date") not in allowed(expected["date"]):
        wrong.append(f"date is {proposed.get('date')!r}, not {expected['date']!r}")
    title = " ".join(words(proposed.get("title") or ""))
    if expected["title"] and not set(words(expected["title"])) <= set(title.split()):
        wrong.append(f"title is {proposed.get('title')!r}, not {expected['title']!r}")
    if "stated_total" in case and found["stated_total"] not in allowed(case["stated_total"]):
        wrong.append(f"stated total is {found['stated_total']!r}, not {case['stated_total']!r}")
    return wrong


def counts_wrong(found: Found) -> list[str]:
    """The line "rows read = accepted + merged + skipped + rejected"."""
    counts = found["counts"]
    parts = sum(counts[part] for part in ("accepted", "merged", "skipped", "rejected"))
    return [] if counts["read"] == parts else [f"counts do not add up: {counts}"]


def unasked(case: Case, found: Found) -> list[str]:
    """What the manifest wants to be asked or warned of, and no problem speaks of."""
    codes = [problem["code"] for problem in found["problems"]]
    return [
        f"nothing asks about {tag}: {codes}"
        for tag in case["must_ask"]
        if not any(word in code for word in ASKED_AS[tag] for code in codes)
    ]


def differences(case: Case, code: int, found: Found) -> list[str]:
    """Everything in which the answer differs from the manifest, one line each."""
    wrong = []
    if code not in allowed(case["outcome"]):
        wrong.append(f"outcome is {code}, not {case['outcome']}: {found.get('problems')}")
    if code == REFUSED:
        return wrong
    if case["people"] is not None and not (code and case.get("people_only_if_sure")):
        wrong += people_wrong(case, found["rows"])
    wrong += unasked(case, found)
    answer = json.dumps(found, ensure_ascii=False)
    wrong += [f"is shown: {text}" for text in case.get("absent_text", []) if text in answer]
    return (
        wrong + never_wrong(case, found["rows"]) + activity_wrong(case, found) + counts_wrong(found)
    )


OF_EACH_KIND = {Path(case["file"]).suffix: case["file"] for case in CASES}.values()
"""These are opened in a process of their own, as all files are; the others here, to be quick."""


@pytest.mark.parametrize("case", CASES, ids=[case["file"] for case in CASES])
def test_a_file_gives_the_right_people_or_a_question(
    case: Case, request: pytest.FixtureRequest
) -> None:
    if case["file"] not in OF_EACH_KIND:
        request.getfixturevalue("here")
    code, found = check(case)
    wrong = differences(case, code, found)
    assert not wrong, "\n".join([f"{case['file']} ({case['about']})", *wrong])


def test_the_manifest_lists_every_file_once() -> None:
    listed = [case["file"] for case in CASES]
    kept = {
        path.relative_to(CORPUS).as_posix()
        for topic in TOPICS
        for path in (CORPUS / topic).rglob("*")
        if path.is_file()
    }
    assert sorted(listed) == sorted(kept)


def test_the_corpus_stays_small() -> None:
    assert sum((CORPUS / case["file"]).stat().st_size for case in CASES) < MOST_BYTES
