"""How far a role reaches: a property of any limits and any record."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.access import (
    GRANTS,
    AccessRefused,
    Grant,
    Reader,
    Right,
    is_limited,
    may,
    may_at,
    require_at,
)
from data_access.rules import Role

ROUNDS, TOWNS = range(1, 4), range(1, 4)
RECORDS = [(r, t) for r in (None, *ROUNDS) for t in (None, *TOWNS)]
"""Every record there can be: of a round or of all, in a town or in none."""

grants = st.builds(
    Grant,
    role=st.sampled_from(list(Role)),
    round=st.none() | st.sampled_from(ROUNDS),
    municipalities=st.none() | st.frozensets(st.sampled_from(TOWNS)),
)
held = st.frozensets(grants, max_size=4)
rights = st.sampled_from(list(Right))


def reached(reader: Reader, right: Right) -> set[tuple[int | None, int | None]]:
    return {(r, t) for r, t in RECORDS if may_at(reader, right, round_=r, municipality=t)}


def spelled_out(grant: Grant) -> set[tuple[int | None, int | None]]:
    """A grant as a list of records, limit by limit."""
    found = set(RECORDS)
    if grant.round is not None:
        found -= {record for record in RECORDS if record[0] != grant.round}
    if grant.municipalities is not None:
        found -= {record for record in RECORDS if record[1] not in grant.municipalities}
    return found


@given(held, rights)
def test_a_reader_reaches_what_one_of_their_roles_with_the_right_reaches(
    roles: frozenset[Grant], right: Right
) -> None:
    carrying = [grant for grant in roles if right in GRANTS[grant.role]]
    expected = set().union(*map(spelled_out, carrying))
    assert reached(Reader("test:any", roles), right) == expected


@given(held, grants, rights)
def test_a_further_role_and_a_limit_fewer_take_nothing_away(
    roles: frozenset[Grant], grant: Grant, right: Right
) -> None:
    before = reached(Reader("test:any", roles | {grant}), right)
    assert reached(Reader("test:any", roles), right) <= before
    for wider in (replace(grant, round=None), replace(grant, municipalities=None)):
        assert before <= reached(Reader("test:any", roles | {wider}), right)


@given(held, rights)
def test_who_is_limited_never_reaches_everything_and_who_is_not_does(
    roles: frozenset[Grant], right: Right
) -> None:
    reader = Reader("test:any", roles)
    found = reached(reader, right)
    assert may(reader, right) or not found
    assert ((None, None) in found) == (may(reader, right) and not is_limited(reader, right))
    assert (found == set(RECORDS)) == ((None, None) in found)


@given(held, rights, st.sampled_from(RECORDS))
def test_what_is_not_reached_is_refused(
    roles: frozenset[Grant], right: Right, record: tuple[int | None, int | None]
) -> None:
    reader, (round_, town) = Reader("test:any", roles), record
    if record in reached(reader, right):
        require_at(reader, right, round_=round_, municipality=town)
        return
    with pytest.raises(AccessRefused, match=right.value) as caught:
        require_at(reader, right, round_=round_, municipality=town)
    assert "test:any" not in str(caught.value)
