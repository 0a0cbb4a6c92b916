"""Who is asking, and what they may do and where; whatever is not granted here is refused."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from data_access.rules import Role


class Right(StrEnum):
    """What a question, an answer or a page needs."""

    READ_PUBLISHED = "read_published"
    READ_FIGURES = "read_figures"
    READ_CASELOADS = "read_caseloads"
    READ_RECORDS = "read_records"
    READ_IDENTITIES = "read_identities"
    READ_AUDIT = "read_audit"
    ANSWER_GAPS = "answer_gaps"
    KEEP_RECORDS = "keep_records"
    KEEP_ROUNDS = "keep_rounds"
    KEEP_MEETINGS = "keep_meetings"
    KEEP_KEYS = "keep_keys"
    UPLOAD_ATTENDANCE = "upload_attendance"
    CLAIM = "claim"
    CONFIRM = "confirm"


class View(StrEnum):
    """Whether a reader sees figures as they are or protected ones."""

    EXACT = "exact"
    PROTECTED = "protected"


class AccessRefused(PermissionError):
    """No role of the reader grants the right, or not there; the message names the right alone."""


@dataclass(frozen=True)
class Grant:
    """One role in force, and how far it reaches; None is everywhere.

    ``number`` is the grant's row, ``round``, ``institution`` and ``mediator`` are numbers of rows,
    ``municipalities`` those of one place through all divisions.
    """

    role: Role
    round: int | None = None
    municipalities: frozenset[int] | None = None
    institution: int | None = None
    mediator: int | None = None
    number: int | None = None

    @property
    def is_limited(self) -> bool:
        """Whether it reaches some rounds or municipalities alone."""
        return self.round is not None or self.municipalities is not None

    def reaches(self, round_: int | None, municipality: int | None) -> bool:
        """Whether a record of the round and the municipality lies within."""
        return self.round in (None, round_) and (
            self.municipalities is None or municipality in self.municipalities
        )


@dataclass(frozen=True)
class Reader:
    """One who asks: a neutral name, the roles in force, the account, and the view they are given.

    The name stands in the audit log and in histories: ``account:7``, never a person's.
    """

    who: str
    grants: frozenset[Grant] = frozenset()
    account: int | None = None
    view: View = View.EXACT

    @classmethod
    def with_roles(cls, who: str, *roles: Role) -> "Reader":
        """Who has these roles everywhere."""
        return cls(who, frozenset(Grant(role) for role in roles))

    @property
    def roles(self) -> frozenset[Role]:
        """The roles, wherever they reach."""
        return frozenset(grant.role for grant in self.grants)


GRANTS: dict[Role, frozenset[Right]] = {
    Role.ADMINISTRATOR: frozenset(
        {
            Right.READ_PUBLISHED,
            Right.READ_FIGURES,
            Right.READ_CASELOADS,
            Right.READ_RECORDS,
            Right.KEEP_ROUNDS,
            Right.KEEP_KEYS,
        }
    ),
    Role.COORDINATOR: frozenset(
        {
            Right.READ_PUBLISHED,
            Right.READ_FIGURES,
            Right.READ_CASELOADS,
            Right.READ_RECORDS,
            Right.READ_IDENTITIES,
            Right.ANSWER_GAPS,
            Right.KEEP_RECORDS,
            Right.KEEP_MEETINGS,
            Right.UPLOAD_ATTENDANCE,
            Right.CLAIM,
        }
    ),
    Role.MEDIATOR: frozenset({Right.READ_PUBLISHED, Right.READ_CASELOADS}),
    Role.INSTITUTION: frozenset({Right.READ_PUBLISHED, Right.CLAIM}),
    Role.MANAGER: frozenset({Right.READ_PUBLISHED, Right.READ_FIGURES, Right.READ_CASELOADS}),
    Role.COUNCIL_MEMBER: frozenset({Right.READ_PUBLISHED, Right.KEEP_MEETINGS, Right.CONFIRM}),
    Role.AUDITOR: frozenset({Right.READ_AUDIT}),
}
"""What each role may; a right that stands in no line is nobody's."""

OPERATOR_ROLES = (Role.ADMINISTRATOR, Role.COORDINATOR, Role.AUDITOR)
OPERATOR = Reader.with_roles("local:operator", *OPERATOR_ROLES)
"""Whoever works at the command line of the machine itself."""


def granting(reader: Reader, right: Right) -> Iterator[Grant]:
    """The reader's roles that carry the right."""
    return (grant for grant in reader.grants if right in GRANTS.get(grant.role, frozenset()))


def may(reader: Reader, right: Right) -> bool:
    """Whether one of the reader's roles grants the right, be it for some places alone."""
    return any(True for _ in granting(reader, right))


def require(reader: Reader, right: Right) -> None:
    """Nothing, where the reader has the right; AccessRefused where not."""
    if not may(reader, right):
        raise AccessRefused(f"This needs the right '{right.value}'.")


def may_at(
    reader: Reader, right: Right, *, round_: int | None = None, municipality: int | None = None
) -> bool:
    """Whether the right reaches a record of the round and the municipality.

    A record without a municipality, or of all rounds, is reached by whoever is not limited there.
    """
    return any(grant.reaches(round_, municipality) for grant in granting(reader, right))


def require_at(
    reader: Reader, right: Right, *, round_: int | None = None, municipality: int | None = None
) -> None:
    """Nothing, where ``may_at``; AccessRefused where not."""
    require(reader, right)
    if not may_at(reader, right, round_=round_, municipality=municipality):
        raise AccessRefused(f"The right '{right.value}' does not reach this record.")


def is_limited(reader: Reader, right: Right) -> bool:
    """Whether the reader has the right for some rounds or municipalities alone."""
    grants = list(granting(reader, right))
    return bool(grants) and all(grant.is_limited for grant in grants)
