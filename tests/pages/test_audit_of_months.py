"""The log's words for what is done to a mediator's month: no code is shown to a person."""

from dataclasses import fields

from data_access.monthly import deciding, due, recording, staging, undoing
from data_access.monthly.counts import Counts
from data_access.monthly.held import told_of
from pages.audit.vocabulary import ACTIONS, DETAILS, SUBJECTS

DONE = {
    *(staging.RECEIVED, deciding.DECIDED, deciding.DISCARDED),
    *(recording.RECORDED, undoing.UNDONE, due.DELETED),
}


def test_whatever_is_done_to_a_month_has_words() -> None:
    told = {"questions", "reports", *told_of(None, None), *(field.name for field in fields(Counts))}
    assert DONE - ACTIONS.keys() == set()
    assert told - DETAILS.keys() == set()
    assert "monthly_report" in SUBJECTS
