"""What is sealed of a report comes back as it was, whatever it said."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_access.identity import IdentityKeyProblem, Keyring
from data_access.monthly import Code, Decisions, Part, Problem, Sheets
from data_access.monthly.sealing import Kept, sealed, unsealed

KEYRING = Keyring.new()
TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
ROWS = st.integers(0, 2_000)
PARTS, CODES = st.sampled_from(Part), st.sampled_from(Code)
CELLS = st.dictionaries(TEXTS, TEXTS, max_size=4)
PROBLEMS = st.builds(
    Problem,
    CODES | TEXTS.filter(lambda text: text not in set(Code)),
    st.none() | PARTS,
    st.none() | ROWS,
    st.none() | TEXTS,
    TEXTS,
    st.lists(TEXTS, max_size=2).map(tuple),
)
SHEETS = st.builds(
    Sheets,
    CELLS,
    st.dictionaries(PARTS, st.dictionaries(ROWS, CELLS, max_size=3)),
    st.lists(PROBLEMS, max_size=3).map(tuple),
    st.frozensets(st.tuples(PARTS, st.none() | TEXTS), max_size=3),
)
DECISIONS = st.builds(
    Decisions,
    st.dictionaries(st.tuples(PARTS, ROWS, TEXTS), TEXTS, max_size=3),
    st.frozensets(st.tuples(PARTS, ROWS), max_size=3),
    st.frozensets(st.tuples(CODES, PARTS, ROWS, TEXTS), max_size=3),
)
KEPT = st.builds(Kept, SHEETS, DECISIONS)


@given(KEPT)
@settings(max_examples=80)
def test_what_was_sealed_comes_back_as_it_was(kept: Kept) -> None:
    assert unsealed(KEYRING, sealed(KEYRING, kept)) == kept


def test_its_codes_are_codes_again_and_others_stay_texts() -> None:
    told = tuple(Problem(code) for code in (Code.DAY_AHEAD, "damaged"))
    back = unsealed(KEYRING, sealed(KEYRING, Kept(Sheets(problems=told), Decisions())))
    kinds: list[Any] = [type(problem.code) for problem in back.sheets.problems]
    assert kinds == [Code, str]
    assert back.sheets.problems[0].part is None


def test_no_other_key_opens_it() -> None:
    with pytest.raises(IdentityKeyProblem):
        unsealed(Keyring.new(), sealed(KEYRING, Kept(Sheets(), Decisions())))
