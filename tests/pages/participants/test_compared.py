"""Two categories or two rounds: shares of bases that are named; no rows are no zero."""

from sqlalchemy import URL, Engine, select

from data_access import schema
from data_access.engine import writing
from tests.data_access.people import a_person, an_activity, attends
from tests.pages.conftest import Visit, shown
from tests.pages.participants.reading import described, drawn, numbers


def test_two_categories_are_compared_in_shares_with_both_bases_named(
    sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, "participants", lang="en", by="gender", compare="state~roma")
    said = "State representatives: 42 persons; Roma representatives: 70 persons."
    assert said in shown(screen)
    assert said in described(screen)
    table = drawn(screen)
    first, second = ("State representatives", "Roma representatives")
    assert table[first].astype(int).sum() == 42
    assert table[second].astype(int).sum() == 70
    women = numbers(screen, second)["Women"]
    assert table.loc["Women", f"{second}, share"] == f"{round(100 * women / 70)}%"
    assert f"Roma representatives {women} ({round(100 * women / 70)}%)" in described(screen)


def test_what_is_compared_stands_by_the_size_of_the_two_sides(
    sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, "participants", lang="en", by="place", compare="ngo~other")
    table = drawn(screen)[["Non-Roma NGOs", "Other people"]].astype(int)
    sizes = [int(n) for n in table.sum(axis=1)]
    assert sizes[:-1] == sorted(sizes[:-1], reverse=True)
    assert min(sizes[:-1]) > 0
    assert sum(sizes) == 14


def test_shares_of_persons_counted_anew_say_so(sample_url: URL, visit: Visit) -> None:
    told = "more than 100 %"
    screen = visit(sample_url, "participants", lang="en", by="area", compare="state~roma")
    assert told in shown(screen)
    screen.query_params["count"] = "attendances"
    assert told not in shown(screen.run())


def test_a_round_without_rows_is_no_zero(sample_url: URL, visit: Visit) -> None:
    screen = visit(sample_url, "participants", lang="en", by="gender", compare="V")
    assert "no rows yet, which is not zero" in shown(screen)
    assert not screen.get("vega_lite_chart")
    assert not screen.table


def plant_round_iii(sample: Engine) -> None:
    with writing(sample) as connection:
        number = connection.scalars(
            select(schema.round.c.id).where(schema.round.c.code == "III")
        ).one()
        activity = an_activity(connection, number)
        for gender in ("woman", "woman", "woman", "man"):
            attends(connection, a_person(connection), activity, "roma", gender=gender)


def test_two_rounds_are_compared_and_the_other_is_taken_whole(
    sample_url: URL, sample: Engine, visit: Visit
) -> None:
    plant_round_iii(sample)
    query = {"lang": "en", "by": "gender", "round": "IV", "compare": "III"}
    screen = visit(sample_url, "participants", **query, since="2020-07-01")
    assert "Round III: 4 persons." in shown(screen)
    assert "Round III is taken as a whole." in shown(screen)
    table = drawn(screen)
    assert (table.loc["Women", "Round III"], table.loc["Women", "Round III, share"]) == ("3", "75%")
    assert int(table["Round IV"].astype(int).sum()) < 230


def test_only_what_two_rounds_share_is_compared(sample_url: URL, visit: Visit) -> None:
    screen = visit(sample_url, "participants", lang="en", by="activity", compare="V")
    options = screen.selectbox(key="choice-compare").options
    assert not [option for option in options if "round" in option]
    assert "Persons by activity" in shown(screen)
    assert "State representatives – Roma representatives" in options
