"""Whoever is limited gets workbooks of posts within reach, and learns nothing of the others."""

import pytest

from data_access import monthly
from data_access.access import AccessRefused, Grant, Reader
from data_access.filters import Filters
from data_access.monthly import Code, Part
from data_access.monthly import columns as c
from data_access.rules import Role
from data_access.upkeep import RowUnknown
from tests.data_access.monthly.books import TALK
from tests.data_access.monthly.september import FIRST, SEPTEMBER, September, told
from tests.data_access.people import support
from tests.data_access.readers import COORDINATOR, READER

NEW = {c.FAMILY: "J1", c.OPENED_ON: "03.09.2019."}
NOBODY = 99_999


def limited(month: September, town: str | None = "Jelgava", round_: str | None = None) -> Reader:
    """A coordinator of one town, of one round, or of one town in one round."""
    towns = frozenset({month.towns[town]}) if town else None
    of = month.rounds[round_] if round_ else None
    return Reader("test:limited", frozenset({Grant(Role.COORDINATOR, of, towns)}))


def workbook(month: September, reader: Reader, post: int) -> bytes:
    return monthly.template(month.connection, reader, Filters(), post, SEPTEMBER)


REACH = {
    "of Jelgava": ({}, {"here", "later"}),
    "of the round": ({"town": None, "round_": "IV"}, {"here", "elsewhere"}),
    "of Jelgava in the round": ({"round_": "IV"}, {"here"}),
    "of Valka in the next round": ({"town": "Valka", "round_": "V"}, set()),
}


@pytest.mark.parametrize("name", REACH)
def test_posts_are_within_reach_or_as_though_they_were_not_there(
    month: September, name: str
) -> None:
    how, reached = REACH[name]
    reader = limited(month, **how)  # type: ignore[arg-type]
    for post, number in month.posts.items():
        head = {c.POST: str(number), c.MONTH: "10.2020"}
        draft = month.check(month.sheets(head), reader=reader)
        assert (draft.post is not None) is (post in reached)
        assert ((Code.POST_UNKNOWN, Part.HEAD, None, c.POST) in told(draft)) is (
            post not in reached
        )
        if post in reached:
            assert workbook(month, reader, number)
        else:
            with pytest.raises(AccessRefused):
                workbook(month, reader, number)


def test_a_post_that_is_not_there_is_unknown_only_to_whoever_sees_all(month: September) -> None:
    with pytest.raises(RowUnknown):
        workbook(month, COORDINATOR, NOBODY)
    with pytest.raises(AccessRefused):
        workbook(month, limited(month), NOBODY)
    with pytest.raises(AccessRefused):
        workbook(month, READER, month.posts["here"])


FAMILIES = {
    "G-01": (True, True),
    "G-03": (False, True),
    "G-04": (False, False),
    "G-98": (False, False),
}
"""Which are known to the coordinators of Jelgava and of the whole round; the first is in care."""


@pytest.mark.parametrize("code", FAMILIES)
def test_families_beyond_reach_are_as_unknown_as_those_that_are_nowhere(
    month: September, code: str
) -> None:
    readers = (limited(month), limited(month, None, "IV"), COORDINATOR)
    seen = (*FAMILIES[code], code != "G-98")
    for reader, is_known in zip(readers, seen, strict=True):
        row = {c.FAMILY: code} if code == "G-01" else NEW | {c.FAMILY: code}
        draft = month.rows(Part.FAMILIES, row, reader=reader)
        unknown = (Code.FAMILY_UNKNOWN, Part.FAMILIES, FIRST, c.FAMILY)
        assert (unknown not in told(draft)) is is_known
        others = {other for problem in draft.questions for other in problem.others}
        assert others <= {"G-01", "G-02"}


def test_families_with_support_are_known_to_whoever_has_the_round(month: September) -> None:
    support(month.connection, month.families["G-04"], month.rounds["IV"])
    row = NEW | {c.FAMILY: "G-04"}
    for reader, codes in (
        (limited(month, None, "IV"), set()),
        (limited(month, None, "V"), {Code.POST_UNKNOWN}),
        (limited(month), {Code.FAMILY_UNKNOWN}),
    ):
        draft = month.rows(Part.FAMILIES, row, reader=reader)
        assert {p.code for p in draft.questions if p.part is not Part.CONTACTS} == codes


def test_of_a_post_beyond_reach_no_row_is_looked_at(month: September) -> None:
    head = {c.POST: str(month.posts["elsewhere"])}
    talk = TALK | {c.FAMILY: "G-03"}
    rows = {Part.FAMILIES: [{c.FAMILY: "G-03"}], Part.CONTACTS: [talk]}
    draft = month.check(month.sheets(head, rows), reader=limited(month))
    assert told(draft) == {(Code.POST_UNKNOWN, Part.HEAD, None, c.POST)}
    seen = month.check(month.sheets(head, rows))
    assert (seen.problems, len(seen.contacts)) == ((), 1)
