"""The attendance screen: questions about a whole file, with what each answer comes to."""

import pytest
from sqlalchemy import URL, Engine
from streamlit.testing.v1 import AppTest

from pages.attendance.columns import FORM as COLUMNS
from pages.attendance.questions import FORM
from tests.data_access.attendance.lists import a_workbook
from tests.pages.attendance_screen import (
    ACTIVITY,
    attended,
    everything,
    give,
    labels,
    press,
    press_nothing,
)
from tests.pages.conftest import ESCAPED, Visit, shown
from tests.pages.test_names_shown import IN_FILE, state, unfold

HEAD = ["Vārds, uzvārds", "Iestāde"]
PEOPLE = (["Anna Paraudziņa", "KM"], ["Zane Kalna", "LM"])


def a_list(*lines: str, encoding: str = "utf-8") -> bytes:
    return "\r\n".join(lines).encode(encoding)


def answers(screen: AppTest, question: str) -> dict[str, str]:
    """What can be answered, each with what it would come to."""
    radio = screen.radio(key=f"{FORM}-{question}")
    told = zip(radio.options, radio.proto.captions, strict=True)
    return {ESCAPED.sub(r"\1", option): ESCAPED.sub(r"\1", text) for option, text in told}


def answer(screen: AppTest, question: str, value: object) -> AppTest:
    screen.radio(key=f"{FORM}-{question}").set_value(value)
    return press(screen, "Apply")


def test_day_and_month_are_asked_with_both_readings(facts_url: URL, visit: Visit) -> None:
    content = a_list("Sanāksme;03/04/2020", "", "Vārds, uzvārds;Iestāde", "Zane Kalna;LM")
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), content)
    assert answers(screen, "date_order") == {
        "Day before month": "3 April 2020",
        "Month before day": "4 March 2020",
    }
    assert not [label for label in labels(screen) if label.startswith(("Record", "Accept"))]
    answer(screen, "date_order", "mdy")
    assert "4 March 2020, 1 participant" in shown(screen)
    assert "The file says 4 March 2020, the activity chosen is on 22 July 2020." in shown(screen)


def test_of_people_who_may_only_have_registered_it_is_asked_whether_they_came(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    content = a_list(
        "Timestamp,Vārds un uzvārds,E-pasts",
        "2020/07/01 10:00:00,Anna Paraudziņa,anna@example.org",
        "2020/07/02 10:00:00,Zane Kalna,zane@example.org",
    )
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), content)
    question = "attended_or_registered"
    assert list(answers(screen, question)) == ["Yes, they came", "No, they only registered"]
    assert screen.radio(key=f"{FORM}-{question}").value is None
    press(screen, "Apply")
    assert "Did these people come?" in [each.label for each in screen.radio]
    answer(screen, question, "attended")
    press(screen, "Record 2 attendances")
    assert attended(facts) == 2


def test_damaged_letters_are_repaired_with_consent_alone(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    sound = "\r\n".join(["Vārds, uzvārds;Iestāde", "Jānis Bērziņš;Kultūras ministrija"])
    content = sound.encode().decode("latin-1").encode()
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), content)
    told = answers(screen, "mojibake")
    assert "Kultūras ministrija" in told["Repair the letters"]
    assert "Kultūras" not in told["I get the file anew"]
    assert not [label for label in labels(screen) if label.startswith(("Record", "Add these"))]
    answer(screen, "mojibake", value=True)
    press(screen, "Record 1 attendance")
    assert attended(facts) == 1


def test_letters_are_asked_about_without_names_until_a_reason_is_given(
    facts_url: URL, visit: Visit
) -> None:
    names = ("Jānis Bērziņš", "Līga Šķēle", "Žanete Ģēģere", "Ūla Ķirse")
    lines = ["Vārds, uzvārds;Iestāde", *(f"{name};Rīgas skola" for name in names)]
    content = a_list(*lines, encoding="iso8859-4")
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), content)
    told = answers(screen, "encoding_uncertain")
    assert told["ISO 8859-4 (Northern European)"] == "Vārds, uzvārds · Iestāde · Rīgas skola"
    assert len(told) > 1
    assert [name for name in names if name in everything(screen)] == []
    state(unfold(screen, IN_FILE), IN_FILE, "Burtu pārbaude")
    told = answers(screen, "encoding_uncertain")
    assert told["ISO 8859-4 (Northern European)"] == " · ".join(names[:3])
    answer(screen, "encoding_uncertain", "iso8859-4")
    assert "4 participants" in shown(screen) or "4 to be decided" in shown(screen)


def test_which_of_several_lists_is_asked_with_days_and_rows(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    content = a_workbook(
        [["Sanāksme 22.07.2020."], HEAD, *PEOPLE], [["Seminārs 05.12.2019."], HEAD, PEOPLE[0]]
    )
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), content, "a.xlsx")
    told = answers(screen, "several_parts")
    assert list(told.values()) == ["22 July 2020 · 2 rows", "5 December 2019 · 1 row", ""]
    answer(screen, "several_parts", "0")
    press(screen, "Record 2 attendances")
    assert attended(facts) == 2


def test_a_column_taken_for_something_else_is_put_right(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    content = a_list("Kolonna X;Piezīmes", "Zane Kalna;nāca", "Anna Paraudziņa;nāca")
    screen = give(visit(facts_url, "attendance", lang="lv", activity=ACTIVITY), content)
    assert "Dalībnieku saraksts, 3 dalībnieku rindas, 1 jautājums par failu" in shown(screen)
    box = screen.selectbox(key=f"{COLUMNS}-0")
    assert [each.label[0] for each in screen.selectbox if COLUMNS in str(each.key)] == ["A", "B"]
    assert "Kolonna X" not in box.label
    box.set_value("full_name")
    screen.number_input(key=f"{COLUMNS}-heading-row").set_value(1)
    press(screen, "Piemērot ailēm")
    assert "2 dalībnieki" in shown(screen)
    press(screen, "Atsaukt pēdējo lēmumu")
    assert screen.selectbox(key=f"{COLUMNS}-0")


def test_lost_letters_are_named_where_they_hide_the_headings(facts_url: URL, visit: Visit) -> None:
    content = a_list("Nr.;V?rds;E-pasts", "1;?anna ???le;z@example.org", "2;J?nis;j@example.org")
    screen = give(visit(facts_url, "attendance", lang="lv", activity=ACTIVITY), content)
    assert "Faila burti zuduši, pirms tas nonāca šeit" in shown(screen)
    boxes = [each.label for each in screen.selectbox if COLUMNS in str(each.key)]
    assert boxes[0] == "A · Nr\\."
    assert len(boxes) == 3


def test_what_was_left_out_is_listed_with_the_reason(facts_url: URL, visit: Visit) -> None:
    content = a_list(
        "Nr.;Vārds, uzvārds;Paraksts", "1;Zane Kalna;x", "2;Anna Paraudziņa;x", "Kopā: 2;;"
    )
    screen = give(visit(facts_url, "attendance", lang="lv", activity=ACTIVITY), content)
    (table,) = [each.value for each in screen.table if "Kāpēc" in each.value.columns]
    told = {
        ESCAPED.sub(r"\1", str(what)): ESCAPED.sub(r"\1", why)
        for what, why in table["Kāpēc"].items()
    }
    assert told["Aile A · Nr."] == "rindu numuri"
    assert told["Rinda 4"] == "kopsumma, paraksts vai piezīme zem saraksta"
    assert "✓ Pašā failā norādīti 2 dalībnieki: tas sakrīt ar saskaitīto." in shown(screen)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_decisions_are_taken_back_one_by_one_and_all_at_once(
    facts_url: URL, visit: Visit, language: str
) -> None:
    content = a_list("Sanāksme;03/04/2020", "", "Vārds, uzvārds", "Zane Kalna", "iPhone")
    screen = give(visit(facts_url, "attendance", lang=language, activity=ACTIVITY), content)
    apply, out, back, over = {
        "lv": ("Piemērot", "Izlaist šo rindu", "Atsaukt pēdējo lēmumu", "Sākt no sākuma"),
        "en": ("Apply", "Leave this row out", "Undo the last decision", "Start over"),
    }[language]
    press(press(screen, apply), out)
    assert out not in labels(screen)
    press(screen, back)
    assert out in labels(screen)
    press(screen, over)
    assert apply in labels(press_nothing(screen))
    assert over not in labels(screen)


def test_a_decision_about_an_earlier_list_is_used_again_seen_and_forgotten(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    content = a_list("Vārds, uzvārds;Iestāde;Piedalījās", "Zane Kalna;LM;Jā", "iPhone;LM;Jā")
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), content)
    press(press(screen, "Leave this row out"), "Record 1 attendance")
    again = a_list("Vārds, uzvārds;Iestāde;Piedalījās", "Anna Paraudziņa;KM;Jā", "iPhone;KM;Jā")
    screen = visit(facts_url, "attendance", lang="en", activity="iv-valka-valga")
    give(screen, again)
    assert "1 decision about an earlier list was used again. It was taken on " in shown(screen)
    assert "1 participant" in shown(screen)
    assert "to be decided" not in shown(screen)
    press(screen, "Decide anew")
    assert "1 participant, 1 to be decided" in shown(screen)
    press(screen, "Forget")
    assert "Forgotten: the next list asks again." in shown(screen)
    assert "Forget" not in labels(screen)
