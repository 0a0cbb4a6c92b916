"""What a role does not see is told as hidden: never as zero, nor for want of rows."""

import re

from sqlalchemy import URL, Engine, select, update
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.testing.v1 import AppTest

from data_access import schema
from data_access.engine import writing
from tests.pages.caseloads import described, table
from tests.pages.conftest import Visit, shown
from tests.pages.readers import go, refusal

HIDDEN = "hidden from your role"
LIMIT = "Your role reaches only this: Rīga."
BEYOND = "What lies beyond your role is hidden"
RIGA = {"as": "coordinator-riga", "lang": "en"}
OWN = "You see your own posts alone"


def test_the_overview_shows_what_is_reported_and_says_that_the_rest_is_hidden(
    sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, lang="en", **{"as": "manager"})
    assert "recorded: Persons: 230" in shown(screen)
    assert HIDDEN not in shown(screen)
    for persona in ("council-member", "institution", "mediator"):
        go(screen, "overview", **{"as": persona})
        text = shown(screen)
        assert "Recorded figures are hidden from your role." in text
        assert "Participants: 230" in text
        assert "recorded:" not in text
        assert "attendances recorded" not in text
        assert "What changed since the last upload" not in text
        assert "with an activity known here: 9." in text
        for one in screen.table:
            assert not [name for name in one.value.columns if "ecorded" in name]
            assert "no rows yet" not in one.value.to_string()


def test_the_same_stands_in_latvian_and_on_the_page_of_an_activity(
    sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, "activities", lang="lv", activity="iv-talsi", **{"as": "mediator"})
    assert "Uzskaitītie rādītāji jūsu lomai nav redzami." in shown(screen)
    go(screen, "activities", **{"as": "manager"})
    assert re.search(r"Uzskaitītās dalības reizes: \d+ ", shown(screen))


def test_records_behind_an_institution_are_counted_for_those_who_see_figures(
    sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, "institutions", lang="en", institution="sample-school")
    assert "attendances on its behalf" in shown(screen)
    go(screen, "institutions", **{"as": "institution"})
    assert "attendances on its behalf" not in shown(screen)


def test_the_files_of_a_limited_role_say_how_far_it_reaches(
    sample_url: URL, visit: Visit, files: list[str]
) -> None:
    screen = visit(sample_url, "participants", **RIGA)
    assert files
    assert all(LIMIT in file for file in files)
    files.clear()
    go(screen, "caseloads", **{"as": "mediator"})
    assert files
    assert all(OWN in file for file in files)
    files.clear()
    go(screen, "caseloads", **{"as": "coordinator"})
    assert files
    assert not [file for file in files if LIMIT in file or OWN in file]


def test_no_other_town_is_counted_for_the_coordinator_of_one(sample_url: URL, visit: Visit) -> None:
    screen = visit(sample_url, "coverage", **RIGA)
    rows = {row[0]: row[1:] for row in table(screen, "Recorded attendance")}
    # The register is everybody's, so entries about Jelgava are counted.
    assert rows["Jelgava"] == ["yes", *[HIDDEN] * 6, "0", HIDDEN, "yes"]
    assert rows["Ādažu novads"] == ["no", *[HIDDEN] * 6, "0", HIDDEN, "no"]
    assert rows["Rīga"][1] == "yes"
    assert HIDDEN not in rows["Rīga"]
    assert rows["National body"][4:7] == [HIDDEN] * 3
    assert rows["National body"][8] == HIDDEN
    assert "with recorded attendance: 1 of 1." in shown(screen)
    assert "Hidden from your role are 118 municipalities." in shown(screen)
    (described_map,) = described(screen)
    assert "Only reported" not in described_map
    go(screen, "coverage", **{"as": "coordinator"})
    rows = {row[0]: row[1:] for row in table(screen, "Recorded attendance")}
    assert rows["Jelgava"][1] == "yes"
    assert not [row for row in rows.values() if HIDDEN in row]


def test_what_is_hidden_on_the_map_has_a_sign_of_its_own(sample_url: URL, visit: Visit) -> None:
    screen = visit(sample_url, "coverage", show="activities", place="2009:LV-JEL", **RIGA)
    text = shown(screen)
    assert "persons: hidden from your role" in text
    assert "National body: ×" in text
    assert "× hidden from your role" in text
    assert "on the map 1 +" not in text, "no sum of which a part is hidden"
    (chart,) = screen.get("vega_lite_chart")
    drawn = [convert_arrow_bytes_to_pandas_df(each.data.data) for each in chart.proto.datasets]
    (legend,) = [rows for rows in drawn if "label" in rows]
    (found,) = legend[legend["label"] == HIDDEN].to_dict("records")
    assert (found["state"], found["sign"]) == ("hidden", "×")
    assert not {"no rows yet", "none recorded"} & set(legend["label"])


def test_an_empty_page_of_a_limited_role_does_not_say_that_nothing_is_there(
    sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, round="VII", **RIGA)
    for topic in ("activities", "participants", "caseloads"):
        assert BEYOND in shown(go(screen, topic, **RIGA)), topic
        assert BEYOND not in shown(go(screen, topic, **{"as": "coordinator"})), topic


def test_families_without_a_mediator_are_hidden_from_those_who_see_some_posts(
    sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, "rounds", lang="en")
    for persona in ("coordinator-riga", "mediator"):
        go(screen, "caseloads", **{"as": persona})
        counted = {metric.label: metric.value for metric in screen.metric}
        assert counted["Mediators"] == "1"
        assert "Families in all" not in counted
        beside = table(screen, "Reported")
        assert beside[0] == ["Families supported", "149", HIDDEN]
        assert beside[-1] == ["Families with mediators", "128", "27"]
        assert len(table(screen, "Hours a week")) == 1


def test_a_mediator_reads_that_these_are_their_own_posts(sample_url: URL, visit: Visit) -> None:
    screen = visit(sample_url, "caseloads", lang="en", **{"as": "mediator"})
    assert OWN in shown(screen)
    go(screen, "caseloads", round="III")
    assert "None of your posts belongs to this round." in shown(screen)
    go(screen, "caseloads", **{"as": "manager"})
    assert OWN not in shown(screen)
    assert "None of your posts" not in shown(screen)


def test_other_rounds_are_hidden_from_who_is_limited_to_one(
    sample: Engine, sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, **RIGA)
    grant, round_ = schema.role_grant, schema.round
    with writing(sample) as connection:
        fourth = select(round_.c.id).where(round_.c.code == "IV").scalar_subquery()
        limited = grant.c.municipality_id.is_not(None)
        values = {"round_id": fourth, "municipality_id": None}
        connection.execute(update(grant).where(limited).values(values))
    for topic in ("overview", "participants", "coverage", "caseloads"):
        text = shown(go(screen, topic, round="III"))
        assert "Your role reaches only this: round IV." in text
        assert "Recorded figures are hidden from your role." in text, topic
        assert "no rows yet" not in text.replace("“no rows yet”", ""), topic
        assert HIDDEN not in shown(go(screen, topic, round="IV")), topic


def test_a_place_found_by_search_is_linked_for_those_who_may_open_municipalities(
    sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, "search", lang="en")
    for persona, is_linked in (("manager", True), ("council-member", False)):
        go(screen, "search", **{"as": persona})
        screen.text_input(key="search").set_value("jelgava").run()
        assert not refusal(screen)
        labels = [link.proto.label for link in screen.get("page_link")]
        assert "Jelgava" in shown(screen) + str(labels)
        assert any("municipalities" in page for page in links_of(screen)) is is_linked


def links_of(screen: AppTest) -> list[str]:
    return [link.proto.page for link in screen.get("page_link")]
