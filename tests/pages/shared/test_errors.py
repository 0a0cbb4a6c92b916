"""Every problem of the database has a sentence that a reader can act on."""

from data_access import engine
from data_access.engine import DatabaseProblem
from pages.shared.errors import PROBLEMS


def test_each_problem_of_the_database_has_its_sentence() -> None:
    known = {
        name
        for name, kind in vars(engine).items()
        if isinstance(kind, type) and issubclass(kind, DatabaseProblem)
    }
    assert known - {"DatabaseProblem"} == set(PROBLEMS)
