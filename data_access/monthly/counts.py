"""How much a report brings, or took away as it was undone."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Counts:
    """``families`` never met before, cases ``opened`` and ``closed``, others ``changed``,
    ``contacts`` and ``trainings``.

    A case that opens and ends in one month counts as opened; one of which it or its family says
    something else, and that does not end, as changed.
    """

    families: int = 0
    opened: int = 0
    closed: int = 0
    changed: int = 0
    contacts: int = 0
    trainings: int = 0
