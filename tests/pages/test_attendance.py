"""The attendance screen: a list uploaded, checked, recorded and undone."""

import pandas as pd
import pytest
from sqlalchemy import URL, Engine, update
from streamlit.testing.v1 import AppTest

from data_access import attendance, schema
from data_access.access import OPERATOR
from data_access.attendance import Problem, ProblemCode
from data_access.attendance.sentences import SENTENCES
from data_access.engine import writing
from pages.attendance.problems import sentence
from pages.shared.words import Words
from tests.data_access.attendance.lists import a_csv, a_workbook, came, close
from tests.pages.attendance_screen import (
    ACTIVITY,
    GOOD,
    NAMES,
    attended,
    everything,
    fill,
    give,
    labels,
    press,
    press_nothing,
)
from tests.pages.conftest import ESCAPED, Visit, shown


def told_of(screen: AppTest, heading: str) -> pd.DataFrame:
    """The table that has a column of this heading."""
    return next(each.value for each in screen.table if heading in each.value.columns)


BAD = a_csv(
    came(NAMES[0], "nav zināms", "Biedrība „Nekur nav”", place="Nekuriene"),
    came("", "berta@example.org"),
)


def test_without_an_activity_a_file_is_told_and_the_template_is_there(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = visit(facts_url, "attendance", lang="en", round="IV")
    assert [getattr(each, "label", "") for each in screen.get("download_button")] == [
        "Template for Excel (XLSX)",
        "Template as CSV",
    ]
    give(screen, GOOD)
    assert "The platform's template, 3 rows of participants." in shown(screen)
    assert "Choose the activity above" in shown(screen)
    assert not [label for label in labels(screen) if label.startswith("Record")]
    assert attended(facts) == 0
    assert not screen.get("download_button")


def test_activities_stand_latest_first_and_undated_ones_last(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "attendance", lang="en", round="IV", since="2030-01-01")
    options = screen.selectbox(key="choice-activity").options
    assert len(options) == 16
    assert options[1].startswith("22 July 2020")
    assert options[-1].startswith("date not stated")


def test_an_activity_of_another_round_is_named_with_its_round(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "attendance", lang="en", round="III", activity=ACTIVITY)
    assert screen.selectbox(key="choice-activity").value == ACTIVITY
    assert [each for each in screen.selectbox(key="choice-activity").options if "IV ·" in each]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("lv", ("Platformas veidne, 2 dalībnieki, 1 tikai pieteicās",
                "Ierakstīt 2 dalības reizes",
                "Ierakstīts: 2 dalības reizes, 2 jaunas personas.")),
        ("en", ("The platform's template, 2 participants, 1 registered only",
                "Record 2 attendances",
                "Recorded: 2 attendances, 2 new persons.")),
    ],
)  # fmt: skip
def test_a_good_list_is_checked_and_recorded_once(
    facts_url: URL, facts: Engine, visit: Visit, language: str, said: tuple[str, str, str]
) -> None:
    verdict, button, done = said
    screen = give(visit(facts_url, "attendance", lang=language, activity=ACTIVITY), GOOD)
    assert verdict in shown(screen)
    assert attended(facts) == 0
    press(screen, button)
    assert done in shown(screen)
    assert button not in labels(screen)
    assert screen.file_uploader[0].value is None
    assert attended(facts) == 2
    press_nothing(screen)
    assert attended(facts) == 2


def test_names_and_contacts_are_on_no_screen_and_in_no_address(
    facts_url: URL, visit: Visit
) -> None:
    screen = give(visit(facts_url, "attendance", lang="lv", activity=ACTIVITY), GOOD)
    before = everything(screen)
    after = everything(press(screen, "Ierakstīt 2 dalības reizes"))
    found = [name for name in (*NAMES, "example.org") for text in (before, after) if name in text]
    assert found == []


def test_a_workbook_is_taken_as_well(facts_url: URL, facts: Engine, visit: Visit) -> None:
    content = a_workbook([["Full name", "Attended"], ["Anna Paraudziņa", "Yes"]])
    screen = visit(facts_url, "attendance", lang="en", activity=ACTIVITY)
    press(give(screen, content, "list.xlsx"), "Record 1 attendance")
    assert attended(facts) == 1


def test_problems_stand_by_row_and_column(facts_url: URL, facts: Engine, visit: Visit) -> None:
    screen = give(visit(facts_url, "attendance", lang="lv", activity=ACTIVITY), BAD)
    assert "Platformas veidne, 0 dalībnieku, 2 jāprecizē" in shown(screen)
    assert "Rindas: nolasītas 2 = pieņemtas 0 + apvienotas 0 + izlaistas 0 + gaida lēmumu 2." in (
        shown(screen)
    )
    table = told_of(screen, "Ko darīt")
    assert list(table.columns) == ["Aile", "Nozīme", "Kas nav kārtībā", "Ko darīt"]
    assert list(table.index)[:4] == ["2", "2", "2", "3"]
    assert "Trūkst vārda un uzvārda\\." in list(table["Kas nav kārtībā"])
    assert "Ierakstīt sarakstu, 2 rindas gaida" in labels(screen)


def test_notes_come_after_what_blocks(facts_url: URL, visit: Visit) -> None:
    content = a_csv(
        came(NAMES[0], "a@example.org"), came(NAMES[0], "b@example.org"), came("", "c@example.org")
    )
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), content)
    weights = list(told_of(screen, "What it means")["What it means"])
    notes = ["Note" in text for text in weights]
    assert notes == sorted(notes)
    assert {False, True} == set(notes)


def test_unknown_institutions_are_added_and_the_list_is_checked_again(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    content = a_csv(came(NAMES[0], institution="Biedrība „Nekur nav”"))
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), content)
    assert "0 participants, 1 to be decided" in shown(screen)
    press(screen, "Add this 1 institution to the register")
    press(screen, "Record 1 attendance")
    assert attended(facts) == 1


@pytest.mark.parametrize("language", ["lv", "en"])
def test_contacts_under_other_headings_are_on_no_screen(
    facts_url: URL, visit: Visit, language: str
) -> None:
    content = a_csv(came("Ozola", "Anna", "anna@example.org"), came("Liepa", "A", "+371 29123456"))
    screen = give(visit(facts_url, "attendance", lang=language, activity=ACTIVITY), content)
    remedy = {"lv": "Ko darīt", "en": "What to do"}[language]
    assert {"2", "3"} <= set(told_of(screen, remedy).index)
    text = everything(screen)
    assert [part for part in ("anna@", "example.org", "29123456") if part in text] == []
    assert not [label for label in labels(screen) if "regist" in label.casefold()]


def test_the_same_file_is_recognised_and_after_undoing_it_can_be_recorded_again(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), GOOD)
    press(screen, "Record 2 attendances")
    give(screen, GOOD)
    assert "This very file was recorded on" in shown(screen)
    assert "Record 2 attendances" not in labels(screen)
    press(screen, "Undo")
    assert "State the reason." in shown(screen)
    fill(screen, "attendance-undo-1", reason="Wrong activity")
    press(screen, "Undo")
    assert "Tick the box first." in shown(screen)
    screen.checkbox(key="attendance-undo-1-sure").check()
    press(screen, "Undo")
    assert "Undone: 2 attendances and 3 persons taken out." in shown(screen)
    assert ": Wrong activity" in shown(screen)
    assert attended(facts) == 0
    press(screen, "Record 2 attendances")
    assert attended(facts) == 2


def test_a_list_that_somebody_else_recorded_meanwhile_is_not_recorded_twice(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), GOOD)
    (button,) = [each for each in screen.button if each.label == "Record 2 attendances"]
    with writing(facts) as connection:
        attendance.record(connection, OPERATOR, GOOD, "list", ACTIVITY)
    button.click()
    press_nothing(screen)
    assert "This very file was recorded on" in shown(screen)
    assert attended(facts) == 2


def test_rows_corrected_since_are_told_before_an_upload_is_undone(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    with writing(facts) as connection:
        attendance.record(connection, OPERATOR, GOOD, "list", ACTIVITY)
        attendance.record(connection, OPERATOR, a_csv(came("Decoy")), "list", "iv-valka-valga")
    with writing(facts) as connection:
        connection.execute(update(schema.attendance).values(revision=2))
    screen = visit(facts_url, "attendance", lang="en", round="IV")
    assert "3 of its rows were corrected by hand since and stay" in shown(screen)
    assert "1 of its rows was corrected by hand since and stays" in shown(screen)


def test_uploads_of_another_round_are_shown_on_demand(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    with writing(facts) as connection:
        attendance.record(connection, OPERATOR, GOOD, "list", ACTIVITY)
    screen = visit(facts_url, "attendance", lang="en", round="III")
    assert "Nothing was uploaded yet." in shown(screen)
    screen.segmented_control(key="choice-uploads").set_value("all")
    press_nothing(screen)
    assert "in the records · 2 attendances · 2 new persons" in shown(screen)
    assert screen.query_params["uploads"] == "all"


def test_only_among_made_up_rows_an_upload_is_a_trial(
    facts_url: URL, sample_url: URL, visit: Visit
) -> None:
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), GOOD)
    assert "trial" not in shown(screen)
    screen = give(visit(sample_url, "attendance", lang="en", activity=ACTIVITY), GOOD)
    assert "This would be a trial" in shown(screen)
    assert "marked as a trial" in shown(press(screen, "Record 2 attendances"))


def test_a_closed_round_says_so_and_takes_nothing(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    with writing(facts) as connection:
        close(connection, "IV")
    screen = visit(facts_url, "attendance", lang="en", activity=ACTIVITY)
    assert "Round IV is closed" in shown(screen)
    assert len(screen.file_uploader) == 0
    assert "Add the attendance" not in labels(screen)
    assert "Add the activity" not in labels(screen)


def test_a_round_closed_meanwhile_refuses_the_list(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), GOOD)
    (button,) = [each for each in screen.button if each.label == "Record 2 attendances"]
    with writing(facts) as connection:
        close(connection, "IV")
    button.click()
    press_nothing(screen)
    assert attended(facts) == 0
    assert "The round is closed, so its records stay as they are." in shown(screen)


def test_without_the_key_for_names_nothing_is_recorded_and_a_sentence_says_why(
    facts_url: URL, facts: Engine, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IDENTITY_KEY_FILE", "/nowhere/identity.key")
    screen = give(visit(facts_url, "attendance", lang="lv", activity=ACTIVITY), GOOD)
    assert "Vārdus nevar šifrēt" in shown(screen)
    assert attended(facts) == 0


def test_the_file_outlives_a_change_of_language(facts_url: URL, visit: Visit) -> None:
    screen = give(visit(facts_url, "attendance", lang="lv", activity=ACTIVITY), GOOD)
    screen.segmented_control(key="language").set_value("en")
    assert "2 participants, 1 registered only" in shown(press_nothing(screen))


def test_an_activity_is_added_here_and_chosen(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "attendance", lang="en", round="V")
    assert "This round has no activity yet" in shown(screen)
    fill(screen, "attendance-activity", title_lv="Pirmā sanāksme", kind="meeting")
    press(screen, "Add the activity")
    assert screen.query_params["activity"].startswith("v-")
    assert len(screen.file_uploader) == 1


def test_a_file_that_is_no_list_is_refused_in_one_sentence(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    content = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
    screen = give(visit(facts_url, "attendance", lang="lv", activity=ACTIVITY), content, "a.pdf")
    (error,) = screen.error
    assert ESCAPED.sub(r"\1", error.value) == (
        "Šis ir PDF fails: saraksta attēls, no kura vārdus nevar droši nolasīt. Palūdziet sarakstu "
        "tabulas veidā (Excel vai CSV) vai ierakstiet to veidnē."
    )
    assert "3. Pārbaude" not in shown(screen)


def test_an_empty_database_says_how_to_begin(migrated_url: URL, visit: Visit) -> None:
    assert "holds no round yet" in shown(visit(migrated_url, "attendance", lang="en"))


@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_problem_has_a_sentence_in_both_languages(language: str) -> None:
    assert set(SENTENCES) == set(ProblemCode)
    for code in ProblemCode:
        text = sentence(Words(language), Problem(code, 2, "place", "Nekuriene"))
        assert "{" not in text
        assert text.endswith((".", ".”"))
