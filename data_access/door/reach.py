"""How far a reader sees: everything, the programme alone, or the rows of some places."""

from dataclasses import dataclass

from data_access.access import Grant, Reader, Right, granting, may
from data_access.rules import Role


@dataclass(frozen=True)
class Reach:
    """What the roles of a reader let through, whatever is asked.

    ``everything``: all rows that are not hidden from everybody. ``programme``: activities and what
    documents report of them, without a record of anybody. ``places``: the rounds and
    municipalities of those who are limited. ``mediators``: whose posts and cases are the reader's
    own. ``audits``: the audit log.
    """

    everything: bool
    programme: bool
    audits: bool
    places: tuple[Grant, ...]
    mediators: tuple[int, ...]

    @classmethod
    def of(cls, reader: Reader) -> "Reach":
        """The reach of a reader; of one without roles, nothing but the register."""
        counted = set(granting(reader, Right.READ_FIGURES))
        return cls(
            everything=any(not grant.is_limited for grant in counted),
            programme=any(grant not in counted for grant in granting(reader, Right.READ_PUBLISHED)),
            audits=may(reader, Right.READ_AUDIT),
            places=tuple(grant for grant in counted if grant.is_limited),
            mediators=tuple(
                grant.mediator
                for grant in reader.grants
                if grant.role is Role.MEDIATOR and grant.mediator is not None
            ),
        )
