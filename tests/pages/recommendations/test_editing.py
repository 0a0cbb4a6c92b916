"""An entry kept on its own page: worded anew, corrected, put right again, removed."""

from typing import Any

from sqlalchemy import URL, Engine

from data_access import recommendations
from data_access.engine import reading, writing
from data_access.filters import Filters
from data_access.recommendations import keeping
from tests.data_access.readers import COORDINATOR, READER
from tests.pages.conftest import Visit, shown
from tests.pages.screens import labels, press

UNDO = "Undo what was just stored"


def stored(engine: Engine, reference: str = "IV-04") -> dict[str, Any]:
    with reading(engine) as connection:
        found = recommendations.register(connection, READER, Filters(recommendation=reference))
    (row,) = found.to_dict("records")
    return {str(name): value for name, value in row.items()}


def test_an_entry_is_worded_anew_and_the_difference_is_told_without_colour(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    old = stored(facts)["text_en"]
    screen = visit(facts_url, "recommendations", lang="en", recommendation="IV-04")
    screen.text_area(key="entry-reword-IV-04-text_en").set_value(f"{old} Every year.")
    screen.text_input(key="entry-reword-IV-04-reason").set_value("clearer")
    press(screen, "Store the wording")
    assert "Wording 2 · " in shown(screen)
    assert "**Every year.**" in shown(screen)
    assert stored(facts)["text_en"] == f"{old} Every year."
    press(screen, UNDO)
    assert stored(facts)["text_en"] == old
    assert "~~Every year.~~" in shown(screen)
    assert "Taken back." in shown(screen)
    assert shown(screen).count("the earlier wording again") == 2
    assert "Wording 3 · " in shown(screen)
    assert UNDO not in labels(screen)
    screen.query_params["lang"] = "lv"
    assert shown(screen.run()).count("atjaunots iepriekšējais teksts") == 2
    assert "earlier" not in shown(screen)


def test_particulars_are_corrected_and_put_back(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = visit(facts_url, "recommendations", lang="en", recommendation="IV-04")
    screen.selectbox(key="entry-IV-04-precision").set_value("month").run()
    screen.selectbox(key="entry-IV-04-deadline_month").set_value("5")
    screen.number_input(key="entry-IV-04-deadline_year").set_value(2027)
    screen.selectbox(key="entry-IV-04-area").set_value("youth")
    press(screen, "Store the entry")
    found = stored(facts)
    assert (found["area"], found["deadline_date_precision"]) == ("youth", "month")
    assert "area: Culture → Youth" in shown(screen)
    press(screen, UNDO)
    found = stored(facts)
    assert (found["area"], found["deadline_date_precision"]) == ("culture", "not_stated")


def test_the_later_of_two_is_told(facts_url: URL, facts: Engine, visit: Visit) -> None:
    screen = visit(facts_url, "recommendations", lang="en", recommendation="IV-04")
    with writing(facts) as connection:
        keeping.edit(connection, COORDINATOR, "IV-04", 1, {"area": "health"})
    screen.selectbox(key="entry-IV-04-area").set_value("youth")
    press(screen, "Store the entry")
    assert "Somebody else changed this in the meantime." in shown(screen)
    assert stored(facts)["area"] == "health"


def test_addressees_links_and_rounds_are_put_and_undone(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = visit(facts_url, "recommendations", lang="en", recommendation="IV-04")
    assert "Name an addressee first" in shown(screen)
    screen.selectbox(key="addressee-IV-04-institution").set_value("izm")
    screen.selectbox(key="addressee-IV-04-role").set_value("lead")
    press(screen, "Store the addressee")
    assert "→ Ministry of Education and Science (lead)" in shown(screen)
    assert "Name an addressee first" not in shown(screen)
    press(screen, UNDO)
    screen.selectbox(key="link-IV-04-kind").set_value("replaces")
    screen.text_input(key="link-IV-04-earlier").set_value("IV-01")
    press(screen, "Store the link")
    assert stored(facts, "IV-01")["status"] == "superseded"
    press(screen, UNDO)
    assert stored(facts, "IV-01")["status"] == "proposed"
    screen.selectbox(key="carry-IV-04-round").set_value("V")
    press(screen, "Carry it into the round")
    with reading(facts) as connection:
        listed = recommendations.listed(connection, READER, Filters(round="V"))
        named = recommendations.addressees(connection, READER, Filters(recommendation="IV-04"))
    assert list(listed["reference"]) == ["IV-04"]
    assert named.empty


def test_an_entry_by_hand_is_removed_and_the_list_says_so(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    with writing(facts) as connection:
        texts = {"text_lv": "Rīkot.", "text_en": "Hold."}
        keeping.add(connection, COORDINATOR, {"round": "IV"} | texts)
    screen = visit(facts_url, "recommendations", lang="en", recommendation="IV-01")
    assert "Remove this entry" not in labels(screen)
    screen = visit(facts_url, "recommendations", lang="en", recommendation="IV-10")
    press(screen, "Remove this entry")
    assert "Stored. What stood before is kept in the history." in shown(screen)
    assert "recommendation" not in screen.query_params


def test_whoever_does_not_reach_an_entry_is_told_and_who_only_reads_sees_no_form(
    sample_url: URL, visit: Visit
) -> None:
    chosen = {"lang": "en", "recommendation": "IV-01"}
    screen = visit(sample_url, "recommendations", **chosen, **{"as": "coordinator-riga"})
    assert "this entry is not among them" in shown(screen)
    assert "Store the entry" not in labels(screen)
    screen = visit(sample_url, "recommendations", **chosen, **{"as": "institution"})
    assert "Keep this entry" not in shown(screen)
    assert "Changed by hand" not in shown(screen)
