"""Mediators on screen: posts with their picture, a page for each, and what belongs to them."""

import datetime as dt

import pytest
from sqlalchemy import URL, Engine, select

from data_access import mediators, schema
from data_access.access import OPERATOR
from data_access.engine import reading, writing
from data_access.filters import Filters
from tests.data_access.mediators.rows import close
from tests.pages.caseloads import cells, described, table
from tests.pages.conftest import Visit, shown
from tests.pages.readers import go
from tests.pages.screens import labels, links, press

DAY = dt.date(2020, 4, 6)
OF_FOUR = {"lang": "en", "round": "IV"}
PLACES = ["Jelgava", "Rīga", "Valmiera", "Ventspils", "Place not stated"]


def post_in(engine: Engine, place: str, round_: str = "IV") -> int:
    """The number of the post there."""
    with reading(engine) as connection:
        found = mediators.listed(connection, OPERATOR, Filters(round=round_))
    return int(found[found["place_lv"] == place]["id"].iloc[0])


def entered(engine: Engine, round_: str = "V", **values: object) -> int:
    """A post of the round that somebody entered."""
    with writing(engine) as connection:
        return mediators.posts.add(connection, OPERATOR, round_, values)


def number_of(engine: Engine, table_name: str) -> int:
    """The number of the row that came last."""
    rows = schema.metadata.tables[table_name]
    with reading(engine) as connection:
        found = connection.scalars(select(rows.c.id).order_by(rows.c.id.desc())).first()
    return int(found or 0)


def test_posts_stand_with_their_strips_and_gaps(sample_url: URL, visit: Visit) -> None:
    screen = visit(sample_url, "mediators", **OF_FOUR)
    assert [name for name in PLACES if name not in links(screen)] == []
    text = shown(screen)
    assert "5 posts" in text
    assert "27 families · 9 open cases · 10 months reported · 1 gap · made up" in text
    (said,) = described(screen)
    assert "Rīga: September 2019–June 2020, gap 6–17 April 2020" in said
    assert said.startswith("Made up, wholly or in part")
    strips = cells(screen, 0)
    assert len(strips) == 5
    assert not strips["is_substitute"].any()
    held = table(screen, "Hours a week")
    assert held[1][:6] == ["Rīga", "September 2019–June 2020", "20", "–", "1", "3"]
    assert held[2][2] == "not stated"


def test_the_same_stands_in_latvian(sample_url: URL, visit: Visit) -> None:
    screen = visit(sample_url, "mediators", lang="lv", round="IV")
    text = shown(screen)
    assert "5 amata vietas" in text
    assert "pārskati par 9 mēnešiem" in text
    assert "Izdomāts, pilnīgi vai daļēji" in text
    assert "36 ieraksti, 36 ģimenes" in text
    (said,) = described(screen)
    assert "Rīga: 09.2019.–06.2020., pārtraukums 06.–17.04.2020." in said


def test_the_page_of_a_post_has_what_belongs_to_it(
    sample: Engine, sample_url: URL, visit: Visit
) -> None:
    post = post_in(sample, "Rīga")
    screen = visit(sample_url, "mediators", **OF_FOUR, post=str(post))
    assert shown(screen).startswith("Rīga, round IV\n")
    assert table(screen, "Reason") == [["6–17 April 2020", "Leave", "made up"]]
    assert [row[:2] for row in table(screen, "Hours")] == [
        ["16 October 2019", "Training"],
        ["12 February 2020", "Supervision"],
        ["11 June 2020", "Exchange of experience"],
    ]
    assert len(table(screen, "Open cases")) == 10
    assert "Held by the same mediator: Rīga, V" in links(screen)
    assert "The first 10 of 27 are shown" in shown(screen)


def test_who_reads_and_does_not_keep_is_offered_no_form(
    sample: Engine, sample_url: URL, visit: Visit
) -> None:
    administrator = OF_FOUR | {"as": "administrator"}
    screen = visit(sample_url, "mediators", **administrator)
    assert "36 entries, 36 families" in shown(screen)
    assert not labels(screen)
    go(screen, "mediators", post=str(post_in(sample, "Rīga")))
    assert "27 families" in shown(screen)
    assert not labels(screen)
    go(screen, "mediators", **{"as": "coordinator"})
    assert {"Store the post", "Add the gap", "Add the training"} < labels(screen)


def test_a_coordinator_of_one_town_sees_and_keeps_its_posts_alone(
    sample: Engine, sample_url: URL, visit: Visit
) -> None:
    elsewhere = post_in(sample, "Jelgava")
    screen = visit(sample_url, "mediators", **OF_FOUR, **{"as": "coordinator-riga"})
    text = shown(screen)
    assert "1 post" in text
    assert [name for name in PLACES if name in links(screen)] == ["Rīga"]
    assert "so it is hidden from your role" in text
    assert "sample-family" not in text
    assert "Add the support" not in labels(screen)
    assert screen.selectbox(key="post-add-IV-place").options == ["Rīga"]
    assert not [o for o in screen.selectbox(key="post-add-IV-holder").options if "Jelgava" in o]
    assert {row[1] for row in table(screen, "Hours")} == {"Rīga"}
    go(screen, "mediators", post=str(elsewhere))
    assert "No post has this address" in shown(screen)
    go(screen, "mediators", **{"as": "coordinator"})
    assert shown(screen).startswith("Jelgava, round IV\n")


def test_a_post_is_added_and_opens(facts_url: URL, facts: Engine, visit: Visit) -> None:
    screen = visit(facts_url, "mediators", lang="en", round="V")
    assert "No mediator's post of this round is recorded here yet. Add one below." in shown(screen)
    screen.selectbox(key="post-add-V-place").select("2009:LV-VEN")
    screen.date_input(key="post-add-V-starts_on").set_value(DAY)
    screen.selectbox(key="post-add-V-precision").select("month")
    screen.text_input(key="post-add-V-hours_per_week").set_value("0")
    press(screen, "Add the post")
    assert "There are no such hours" in shown(screen)
    screen.text_input(key="post-add-V-hours_per_week").set_value("37.5")
    press(screen, "Add the post")
    assert screen.query_params["post"] == str(number_of(facts, "mediator_post"))
    text = shown(screen)
    assert "Stored." in text
    assert "from April 2020 · hours a week: 37.5 · no case recorded yet · 0 months reported" in text
    assert "municipality: nothing → Ventspils" in text
    assert "mediator-" not in text


def test_posts_stand_in_for_each_other_and_never_in_a_circle(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    first, second = (entered(facts, place=f"2009:LV-{town}") for town in ("VEN", "RIX"))
    screen = visit(facts_url, "mediators", lang="en", round="V", post=str(second))
    offered = screen.selectbox(key=f"post-{second}-substitutes").options
    assert offered == ["no other post", "Ventspils"]
    screen.selectbox(key=f"post-{second}-substitutes").set_value(str(first))
    press(screen, "Store the post")
    assert "stands in for Ventspils" in shown(screen)
    assert "stands in for: nothing → Ventspils" in shown(screen)
    go(screen, "mediators", post=str(first))
    assert "For it stands in: Rīga" in links(screen)
    screen.selectbox(key=f"post-{first}-substitutes").set_value(str(second))
    press(screen, "Store the post")
    assert "That post stands in for this one already" in shown(screen)


def test_days_that_leave_records_outside_are_asked_about(
    sample: Engine, sample_url: URL, visit: Visit
) -> None:
    post = post_in(sample, "Ventspils")
    screen = visit(sample_url, "mediators", **OF_FOUR, post=str(post))
    screen.date_input(key=f"post-{post}-ends_on").set_value(dt.date(2020, 5, 31))
    press(screen, "Store the post")
    text = shown(screen)
    assert "Outside these days lie records of the post:" in text
    assert "1 month was reported. Nothing was stored." in text
    assert screen.date_input(key=f"post-{post}-ends_on").value == dt.date(2020, 5, 31)
    screen.checkbox(key=f"post-{post}-despite_records").set_value(True)
    press(screen, "Store the post")
    assert "September 2019–May 2020" in shown(screen)
    assert "last day: 30 June 2020 → 31 May 2020" in shown(screen)
    assert screen.checkbox(key=f"post-{post}-despite_records").value is False


def test_a_gap_is_added_corrected_and_removed_and_all_is_told(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    post = entered(facts, starts_on=dt.date(2020, 1, 1), ends_on=dt.date(2020, 6, 30))
    screen = visit(facts_url, "mediators", lang="en", round="V", post=str(post))
    assert "No gap is recorded" in shown(screen)
    screen.date_input(key=f"gap-add-{post}-starts_on").set_value(DAY)
    screen.date_input(key=f"gap-add-{post}-ends_on").set_value(dt.date(2020, 7, 1))
    screen.selectbox(key=f"gap-add-{post}-reason").select("leave")
    press(screen, "Add the gap")
    assert "The gap reaches beyond the days of the post." in shown(screen)
    screen.date_input(key=f"gap-add-{post}-ends_on").set_value(dt.date(2020, 4, 17))
    press(screen, "Add the gap")
    assert table(screen, "Reason") == [["6–17 April 2020", "Leave", "entered by hand"]]
    screen.date_input(key=f"gap-add-{post}-starts_on").set_value(dt.date(2020, 4, 17))
    press(screen, "Add the gap")
    assert "Another gap of the post has one of these days" in shown(screen)
    gap = number_of(facts, "post_gap")
    screen.selectbox(key="choice-gap").set_value(str(gap)).run()
    screen.selectbox(key=f"gap-{gap}-reason").select("sickness")
    press(screen, "Store the gap")
    assert "gap: 6–17 April 2020, Leave → 6–17 April 2020, Sickness" in shown(screen)
    press(screen, "Remove the gap")
    assert "gap" not in screen.query_params
    assert "gap: 6–17 April 2020, Sickness → nothing" in shown(screen)
    assert "No gap is recorded" in shown(screen)


def test_a_training_is_added_corrected_and_removed_and_all_is_told(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    post = entered(facts)
    screen = visit(facts_url, "mediators", lang="lv", round="V", post=str(post))
    press(screen, "Pievienot mācības")
    assert "Aizpildiet: Veids" in shown(screen)
    screen.selectbox(key=f"training-add-{post}-kind").select("supervision")
    screen.text_input(key=f"training-add-{post}-hours").set_value("1,5")
    screen.date_input(key=f"training-add-{post}-held_on").set_value(DAY)
    screen.selectbox(key=f"training-add-{post}-institution").select("km")
    press(screen, "Pievienot mācības")
    (row,) = table(screen, "Stundas")
    assert row[0] == "06.04.2020."
    assert row[2:] == ["1,5", "Kultūras ministrija"]
    training = number_of(facts, "mediator_training")
    screen.selectbox(key="choice-training").set_value(str(training)).run()
    screen.text_input(key=f"training-{training}-hours").set_value("")
    press(screen, "Saglabāt mācības")
    assert table(screen, "Stundas")[0][2] == "nav norādīts"
    press(screen, "Dzēst mācības")
    assert "training" not in screen.query_params
    assert "06.04.2020., stundas: 1,5, Kultūras ministrija" in shown(screen)
    assert "Nav uzskaitītas ne mācības, ne supervīzijas." in shown(screen)


def test_the_size_of_a_family_is_corrected(sample: Engine, sample_url: URL, visit: Visit) -> None:
    post = post_in(sample, "Rīga")
    screen = visit(sample_url, "mediators", **OF_FOUR, post=str(post))
    first = table(screen, "Open cases")[0]
    assert first[:3] == ["sample-family-002", "5", "3"]
    family = str(screen.selectbox(key="choice-family").options.index("sample-family-002"))
    assert family == "1"
    screen.selectbox(key="choice-family").select_index(1).run()
    (size,) = [each for each in screen.number_input if each.label == "Persons in the family"]
    size.set_value(2)
    press(screen, "Store the size")
    assert "no more children than people" in shown(screen)
    (size,) = [each for each in screen.number_input if each.label == "Persons in the family"]
    size.set_value(6)
    press(screen, "Store the size")
    assert table(screen, "Open cases")[0][:3] == ["sample-family-002", "6", "3"]
    assert "persons in the family: 5 → 6" in shown(screen)


def test_support_is_added_to_a_new_family_and_removed_with_it(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = visit(facts_url, "mediators", lang="en", round="V")
    assert "No support outside mediation is recorded" in shown(screen)
    screen.text_input(key="support-add-V-family").set_value("G-0404")
    screen.selectbox(key="support-add-V-area").select("culture")
    press(screen, "Add the support")
    assert "No family has this number." in shown(screen)
    screen.text_input(key="support-add-V-family").set_value("")
    screen.number_input(key="support-add-V-size").set_value(4)
    press(screen, "Add the support")
    (row,) = table(screen, "Family")
    assert row[0].startswith("G-")
    assert row[1:3] == ["Culture", "date not stated"]
    support = number_of(facts, "family_support")
    screen.selectbox(key="choice-support").set_value(str(support)).run()
    screen.selectbox(key=f"support-{support}-area").select("youth")
    press(screen, "Store the support")
    assert table(screen, "Family")[0][1] == "Youth"
    assert "area: Culture → Youth" in shown(screen)
    press(screen, "Remove the entry")
    assert "support" not in screen.query_params
    assert "No support outside mediation is recorded" in shown(screen)
    assert "area: Youth → nothing" in shown(screen)
    assert number_of(facts, "family") == 0


def test_an_old_table_is_entered_town_by_town_with_its_document(
    facts_url: URL, visit: Visit
) -> None:
    screen = visit(facts_url, "mediators", lang="en", round="III")
    press(screen, "Add the line")
    assert "Fill in: Source." in shown(screen)
    screen.selectbox(key="line-add-III-source").select("km-rounds")
    press(screen, "Add the line")
    assert "State at least one figure." in shown(screen)
    for place, families in (("2009:LV-VEN", 31), ("2009:LV-RIX", 40)):
        screen.selectbox(key="line-add-III-place").select(place)
        screen.number_input(key="line-add-III-mediator_families").set_value(families)
        assert screen.selectbox(key="line-add-III-source").value == "km-rounds"
        press(screen, "Add the line")
    assert {"Rīga", "Ventspils"} <= links(screen)
    assert "no case recorded yet · 0 months reported · 1 reported figure" in shown(screen)
    assert table(screen, "Hours a week")[0][-4:-1] == ["0", "no rows yet", "no rows yet"]
    go(screen, "reported")
    text = shown(screen).replace("*", "")
    assert "A mediator's post, Ventspils" in text
    assert "Families with mediators: 31" in text


def test_a_figure_of_a_post_is_added_on_its_page(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    post = entered(facts, "III")
    screen = visit(facts_url, "mediators", lang="en", round="III", post=str(post))
    assert "No document known here states a figure of this post." in shown(screen)
    screen.selectbox(key=f"figure-add-{post}-figure").select("service_months")
    screen.number_input(key=f"figure-add-{post}-value").set_value(8)
    screen.selectbox(key=f"figure-add-{post}-qualifier").select("about")
    screen.selectbox(key=f"figure-add-{post}-source").select("deck")
    press(screen, "Add the figure")
    assert "Months of mediation: about 8" in shown(screen)
    assert "Reported figures: correct one of these" in links(screen)


def test_what_hangs_on_a_post_keeps_it_and_a_bare_one_goes(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    post = entered(facts)
    with writing(facts) as connection:
        mediators.gaps.add(connection, OPERATOR, post, {"starts_on": DAY})
    screen = visit(facts_url, "mediators", lang="en", round="V", post=str(post))
    press(screen, "Remove the post")
    assert "Still tied to this post: gaps. Nothing was removed." in shown(screen)
    gap = number_of(facts, "post_gap")
    with writing(facts) as connection:
        mediators.gaps.remove(connection, OPERATOR, gap, 1)
    press(screen.run(), "Remove the post")
    assert "post" not in screen.query_params
    text = shown(screen)
    assert "No mediator's post of this round is recorded here yet." in text
    assert "place: place not stated → nothing" in text


def test_a_sample_post_offers_no_removal(sample: Engine, sample_url: URL, visit: Visit) -> None:
    post = post_in(sample, "Rīga")
    screen = visit(sample_url, "mediators", **OF_FOUR, post=str(post))
    assert "Store the post" in labels(screen)
    assert "Remove the post" not in labels(screen)
    assert "it can be corrected, and not removed" in shown(screen)


def test_the_second_of_two_editors_is_told(facts_url: URL, facts: Engine, visit: Visit) -> None:
    post = entered(facts)
    screen = visit(facts_url, "mediators", lang="en", round="V", post=str(post))
    with writing(facts) as connection:
        mediators.posts.change(connection, OPERATOR, post, 1, {"hours_per_week": 10})
    screen.text_input(key=f"post-{post}-hours_per_week").set_value("20")
    press(screen, "Store the post")
    assert "Somebody else changed this in the meantime." in shown(screen)
    assert "hours a week: 10" in shown(screen)


def test_a_closed_round_offers_no_form_and_says_why(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    post = entered(facts)
    with writing(facts) as connection:
        fifth = select(schema.round.c.id).where(schema.round.c.code == "V")
        close(connection, connection.execute(fifth).scalar_one())
    screen = visit(facts_url, "mediators", lang="en", round="V")
    assert not {"Add the post", "Add the line", "Add the support"} & labels(screen)
    go(screen, "mediators", post=str(post))
    assert "The round is closed: this post stays as it is." in shown(screen)
    assert not labels(screen)


def test_chosen_days_leave_posts_out_and_say_so(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    entered(facts)
    entered(facts, starts_on=DAY, ends_on=DAY)
    screen = visit(facts_url, "mediators", lang="en", round="V", to="2020-04-05")
    assert "No post was held within these days." in shown(screen)
    assert "1 post without stated days is left out" in shown(screen)
    screen = visit(facts_url, "mediators", lang="en", round="V", to="2020-04-06")
    assert "1 post\n" in shown(screen)


def test_every_round_at_once_has_a_heading_each(sample_url: URL, visit: Visit) -> None:
    screen = visit(sample_url, "mediators", lang="en", round="all")
    assert [each.value for each in screen.subheader] == ["Round IV", "Round V"]
    assert {"Rīga, IV", "Rīga, V"} < links(screen)
    assert not {"Add the post", "Add the line"} & labels(screen)


@pytest.mark.parametrize("address", ["999", "x", ""])
def test_an_address_that_names_no_post_says_so(facts_url: URL, visit: Visit, address: str) -> None:
    screen = visit(facts_url, "mediators", lang="en", post=address)
    assert "No post has this address." in shown(screen)
    assert "← All posts" in links(screen)


def test_an_empty_database_says_how_to_begin(migrated_url: URL, visit: Visit) -> None:
    assert "The database holds no round yet" in shown(visit(migrated_url, "mediators", lang="en"))
