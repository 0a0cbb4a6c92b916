"""What a limited role sees of a measure that looks at every round and at land of every time."""

import pytest
from sqlalchemy import Engine, select

from data_access import coverage, schema
from data_access.access import Grant, Reader
from data_access.accounts import known_places
from data_access.engine import reading
from data_access.filters import Filters
from data_access.rules import Look, Role
from pages.coverage.numbers import YEARS, hide
from pages.shared import data

KANDAVA, RIGA = "2009:LV-043", "2009:LV-RIX"


@pytest.mark.parametrize("look", [Look.WAS, Look.REPORTED])
@pytest.mark.parametrize(
    ("limits", "sees"),
    [
        ((None, None), {KANDAVA: True, RIGA: True, "online": True}),
        (("IV", None), {KANDAVA: False, RIGA: False, "online": False}),
        ((None, KANDAVA), {KANDAVA: False}),
        ((None, RIGA), {RIGA: True}),
        (("IV", RIGA), {RIGA: False}),
    ],
)
def test_the_last_activity_is_told_only_of_land_that_is_seen_in_every_round(
    facts: Engine,
    monkeypatch: pytest.MonkeyPatch,
    look: Look,
    limits: tuple[str | None, str | None],
    sees: dict[str, bool],
) -> None:
    """An activity in Kandava may be recorded in Tukums, of which Kandava later was a part."""
    round_, town = limits
    with reading(facts) as connection:
        grant = Grant(Role.COORDINATOR)
        municipality, division, of = schema.municipality, schema.division, schema.round.c
        if round_:
            number = connection.scalars(select(of.id).where(of.code == round_)).one()
            grant = Grant(Role.COORDINATOR, round=number)
        if town:
            code, iso = town.split(":")
            found = select(municipality.c.id).join(division).where(division.c.code == code)
            own = known_places(
                connection, connection.scalars(found.where(municipality.c.iso == iso)).one()
            )
            grant = Grant(Role.COORDINATOR, round=grant.round, municipalities=own)
        reader = Reader("test:limited", frozenset({grant}))
        monkeypatch.setattr(data, "reader", lambda: reader)
        monkeypatch.setattr(data, "frame", lambda of, filters: of(connection, reader, filters))
        chosen = Filters(round="IV", look=look)
        shown = hide(coverage.places(connection, reader, chosen), chosen)
    kept_back = dict(zip(shown["place"], shown["hidden"], strict=True))
    for place, is_seen in sees.items():
        hidden = kept_back[place]
        assert (YEARS not in hidden) is is_seen, place
        if place != "online":
            assert "attendances" not in hidden
