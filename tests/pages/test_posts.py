"""Mediators' posts stand by their town: nothing that reaches a browser tells whose they are."""

import pytest
from sqlalchemy import URL, Engine, select, update

from data_access import schema
from data_access.engine import writing
from tests.data_access.people import add
from tests.pages.caseloads import charts, table
from tests.pages.conftest import Visit, shown
from tests.pages.readers import go, sent

CANARY = "kanarijputninaanna"
RIGA = "2009:LV-RIX"
SCREENS = {
    "caseloads": ("operator", "mediator"),
    "coverage": ("manager", "coordinator-riga"),
    "reported": ("operator", "coordinator-riga"),
    "overview": ("operator",),
    "mediators": ("operator", "administrator", "coordinator-riga"),
}


@pytest.fixture
def telling_url(sample: Engine, sample_url: URL) -> URL:
    """A database in which the codes of mediators tell who they are, two of them in one town."""
    mediator, post = schema.mediator, schema.mediator_post
    with writing(sample) as connection:
        numbers = connection.scalars(select(mediator.c.id).order_by(mediator.c.id)).all()
        for turn, number in enumerate(numbers):
            named = update(mediator).where(mediator.c.id == number)
            connection.execute(named.values(code=f"{CANARY}-{turn}"))
        held = connection.execute(select(post).order_by(post.c.id)).all()
        riga = next(row for row in held if row.mediator_id == numbers[1])
        place = {"place_kind": riga.place_kind, "municipality_id": riga.municipality_id}
        connection.execute(update(post).where(post.c.id == held[0].id).values(place))
        stated = {"figure": "mediator_families", "value": 30, "mediator_post_id": held[0].id}
        add(connection, schema.reported_figure, scope="post", **stated)
    return sample_url


def test_no_screen_and_no_file_tells_whose_a_post_is(
    telling_url: URL, visit: Visit, files: list[str]
) -> None:
    screen = visit(telling_url, "rounds", lang="en", show="mediators", place=RIGA)
    for topic, personas in SCREENS.items():
        for persona in personas:
            go(screen, topic, **{"as": persona})
            assert CANARY.encode() not in sent(screen), (persona, topic)
    for post in range(1, 8):
        go(screen, "mediators", post=str(post), **{"as": "operator"})
        assert "No post has this address" not in shown(screen)
        assert CANARY.encode() not in sent(screen), post
    assert files
    assert not [file for file in files if CANARY in file]


def test_posts_of_one_town_are_told_apart_by_number(telling_url: URL, visit: Visit) -> None:
    screen = visit(telling_url, "caseloads", lang="en")
    names = [row[0] for row in table(screen, "Hours a week")]
    assert {"Rīga, post 1", "Rīga, post 2", "Ventspils"} < set(names)
    told = [str(chart["description"]) for chart in charts(screen)]
    assert [text for text in told if "Rīga, post 1 · 10 months of service: " in text]
    go(screen, "reported")
    assert "A mediator's post, Rīga, post 1" in shown(screen)


def test_the_walk_through_what_was_sent_finds_what_is_there(telling_url: URL, visit: Visit) -> None:
    screen = visit(telling_url, "caseloads", lang="en")
    assert "Ventspils · 10 months of service".encode() in sent(screen), "in a picture"
    assert b"not held" in sent(screen), "in a sentence"
    assert b"Hours a week" in sent(screen), "in a table"
