"""A mediator chooses from the words that the pages use as well."""

from collections.abc import Mapping
from enum import StrEnum

import pytest

from data_access.attendance.columns import Said
from data_access.monthly import vocabularies
from data_access.monthly.vocabularies import NOTHING
from pages.shared import vocabulary
from pages.shared.words import Words

LISTS: dict[str, tuple[Mapping[StrEnum, Said], Mapping[str, str]]] = {
    "areas": (vocabularies.AREAS, vocabulary.AREAS),
    "places": (vocabularies.PLACES, vocabulary.CONTACT_PLACES),
    "results": (vocabularies.RESULTS, vocabulary.CONTACT_RESULTS),
    "reasons": (vocabularies.CLOSING_REASONS, vocabulary.CLOSING_REASONS),
    "referrers": (vocabularies.REFERRERS, vocabulary.REFERRERS),
    "trainings": (vocabularies.TRAINING_KINDS, vocabulary.TRAINING_KINDS),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_the_workbook_has_the_words_of_the_pages(name: str) -> None:
    offered, shown = LISTS[name]
    assert {code.value for code in offered} == set(shown)
    for language in ("lv", "en"):
        words = Words(language)
        for code, said in offered.items():
            if said is not NOTHING:
                written = said.lv if language == "lv" else said.en
                assert written.casefold() == words.code(shown, code.value).casefold()
