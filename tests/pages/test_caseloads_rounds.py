"""Rounds side by side: always there, from documents, and never compared without a warning."""

from sqlalchemy import URL, Connection, Engine

from data_access.engine import writing
from tests.data_access.people import a_figure, a_round
from tests.pages.caseloads import cells, charts, described, drawing, plant, table
from tests.pages.conftest import Visit, shown
from tests.pages.readers import go

REPORTED = [
    ["Families with mediators", "134", "125", "128"],
    ["Mediators", "5", "4", "5"],
    ["Months of mediation", "7", "8", "10"],
    ["Families per mediator", "26.8", "31.3", "25.6"],
    ["Families per mediator-month", "3.83", "3.91", "2.56"],
]
SAID = {
    "en": [
        "(II: 7 months, III: 8 months, IV: 10 months)",
        "families per mediator +17%, families per mediator-month +2%.",
        "families per mediator −18%, families per mediator-month −34%.",
        "Families are a stock that builds up",
    ],
    "lv": [
        "(II: 7 mēneši, III: 8 mēneši, IV: 10 mēneši)",
        "uz vienu mediatoru −18\u00a0%, ģimenes uz vienu mediatora mēnesi −34\u00a0%.",
        "Ģimenes ir krājums, kas aug",
    ],
}
DRAWN = {
    "en": "Families per mediator by round, as reported: Round II · 5 mediators: 26.8; ",
    "lv": "Ģimenes uz vienu mediatoru pa kārtām, kā ziņots: II kārta · 5 mediatori: 26,8; ",
}


def state(connection: Connection, code: str, *values: int | None, **more: object) -> None:
    round_id = a_round(connection, code)
    named = zip(("mediators", "service_months", "mediator_families"), values, strict=True)
    for figure, value in named:
        if value is not None:
            a_figure(connection, round_id, figure, value, **more)


def test_rounds_stand_side_by_side_with_sources_whatever_is_recorded_or_chosen(
    facts_url: URL, visit: Visit, files: list[str]
) -> None:
    screen = visit(facts_url, "caseloads", lang="en", section="rounds")
    for chosen in ("IV", "V"):
        screen.query_params["round"] = chosen
        screen.run()
        text = shown(screen)
        assert [line for line in SAID["en"] if line not in text] == []
        assert table(screen, "Reported figure") == REPORTED
        assert [text for text in described(screen) if text.startswith(DRAWN["en"])]
        assert len(charts(screen)) == 3
    assert "III, Mediators: 4" in text
    assert "– Platforma III" in text
    file = [file for file in files if file.startswith("Reported figure;")][-1]
    assert "Families per mediator-month;3.83;3.91;2.56" in file
    assert "Platforma II;" in file


def test_latvian_rates_have_decimal_commas(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "caseloads", lang="lv", section="rounds")
    assert [line for line in SAID["lv"] if line not in shown(screen)] == []
    assert [text for text in described(screen) if text.startswith(DRAWN["lv"])]
    rates = [row[1:] for row in table(screen, "Ziņotais rādītājs")[-2:]]
    assert rates == [["26,8", "31,3", "25,6"], ["3,83", "3,91", "2,56"]]
    drawn = cells(screen, drawing(screen, "mediatora mēnesi pa kārtām"))
    assert list(drawn["value_label"]) == ["3,83", "3,91", "2,56"]


def test_rounds_of_one_length_have_no_warning_and_what_is_missing_is_not_stated(
    engine: Engine, migrated_url: URL, visit: Visit
) -> None:
    with writing(engine) as connection:
        state(connection, "III", 4, 8, 100)
        state(connection, "IV", 5, 8, 120, qualifier="about")
        state(connection, "V", None, None, 9)
    screen = visit(migrated_url, "caseloads", lang="en", section="rounds")
    text = shown(screen)
    assert "lasted unlike long" not in text
    assert "Families are a stock" not in text
    assert table(screen, "Reported figure")[-2:] == [
        ["Families per mediator", "25.0", "about 24.0", "not stated"],
        ["Families per mediator-month", "3.13", "about 3.00", "not stated"],
    ]
    last = described(screen)[drawing(screen, "Families per mediator-month by round")]
    assert last.endswith("Round V · mediators not stated, months not stated: not stated.")


def test_recorded_rounds_stand_apart_and_say_that_they_are_made_up(
    sample_url: URL, visit: Visit, files: list[str]
) -> None:
    screen = visit(sample_url, "caseloads", lang="en", section="rounds", round="III")
    assert table(screen, "Recorded figure") == [
        ["Families with mediators", "128", "no rows yet"],
        ["Mediators", "5", "2"],
        ["Months with mediation", "10", "not stated"],
        ["Months of service, added up over the posts", "50", "not stated"],
        ["Families per mediator", "25.6", "no rows yet"],
        ["Families per month of service", "2.56", "no rows yet"],
    ]
    assert table(screen, "Reported figure") == REPORTED
    text = shown(screen)
    assert "are not to be compared. Made up, wholly or in part." in text.replace("**", "")
    assert "Of 2 posts the days are not stated, so their months of service" in text
    made_up = {file.split(";")[0]: "Made up, wholly" in file for file in files}
    assert (made_up["Reported figure"], made_up["Recorded figure"]) == (False, True)


def test_without_a_document_and_without_hours_the_screen_says_so(
    engine: Engine, migrated_url: URL, visit: Visit
) -> None:
    with writing(engine) as connection:
        plant(connection)
    screen = visit(migrated_url, "caseloads", lang="en", section="rounds")
    text = shown(screen)
    assert "No document states mediators, months or families of any round." in text
    assert [row[1] for row in table(screen, "Recorded figure")][:2] == ["1", "3"]
    assert not charts(screen)
    go(screen, "caseloads", section="compared")
    text = shown(screen)
    assert "there is nothing to divide by, so towns cannot be compared fairly" in text
    assert not [said for said in described(screen) if "per 100 hours" in said]
