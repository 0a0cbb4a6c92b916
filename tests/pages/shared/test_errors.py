"""Every problem of the database has a sentence that a reader can act on."""

import logging

import pytest

from data_access import engine
from data_access.access import AccessRefused
from data_access.accounts import OperatorUnusable
from data_access.engine import DatabaseProblem
from pages.shared.errors import PROBLEMS, show_failure


def test_each_problem_of_the_database_has_its_sentence() -> None:
    known = {
        name
        for name, kind in vars(engine).items()
        if isinstance(kind, type) and issubclass(kind, DatabaseProblem)
    }
    assert known - {"DatabaseProblem"} == set(PROBLEMS)


@pytest.mark.parametrize(
    ("error", "lines"),
    [(AccessRefused("read_audit"), 0), (OperatorUnusable("Name who works here."), 1)],
)
def test_what_a_role_or_a_name_stands_in_the_way_of_leaves_no_trace_in_the_log(
    error: Exception, lines: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    assert show_failure(error)
    assert len(caplog.records) == lines
    assert not any(record.exc_info for record in caplog.records)
    show_failure(ValueError("a fault"))
    assert caplog.records[-1].exc_info
