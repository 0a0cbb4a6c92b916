"""Who is asking, and what they may do; whatever is not granted here is refused."""

from dataclasses import dataclass
from enum import StrEnum

from data_access.rules import Role


class Right(StrEnum):
    """What a question or an answer needs."""

    READ_FIGURES = "read_figures"
    READ_RECORDS = "read_records"
    ANSWER_GAPS = "answer_gaps"
    KEEP_RECORDS = "keep_records"
    KEEP_ROUNDS = "keep_rounds"
    UPLOAD_ATTENDANCE = "upload_attendance"


class View(StrEnum):
    """Whether a reader sees figures as they are or protected ones."""

    EXACT = "exact"
    PROTECTED = "protected"


class AccessRefused(PermissionError):
    """The reader has no role that grants the right; the message names the right alone."""


@dataclass(frozen=True)
class Reader:
    """One who asks: an account's neutral name, the roles in force, and the view they are given."""

    who: str
    roles: frozenset[Role]
    view: View = View.EXACT


GRANTS: dict[Role, frozenset[Right]] = {
    Role.ADMINISTRATOR: frozenset({Right.READ_FIGURES, Right.READ_RECORDS, Right.KEEP_ROUNDS}),
    Role.COORDINATOR: frozenset(
        {
            Right.READ_FIGURES,
            Right.READ_RECORDS,
            Right.ANSWER_GAPS,
            Right.KEEP_RECORDS,
            Right.UPLOAD_ATTENDANCE,
        }
    ),
    Role.MANAGER: frozenset({Right.READ_FIGURES}),
}

OPERATOR = Reader("local:operator", frozenset({Role.ADMINISTRATOR, Role.COORDINATOR}))


def may(reader: Reader, right: Right) -> bool:
    """Whether one of the reader's roles grants the right."""
    return any(right in GRANTS.get(role, frozenset()) for role in reader.roles)


def require(reader: Reader, right: Right) -> None:
    """Nothing, where the reader has the right; AccessRefused where not."""
    if not may(reader, right):
        raise AccessRefused(f"This needs the right '{right.value}'.")
