"""The family that a cell names: a known one, or a new one as the file calls it."""

from data_access.monthly import cells
from data_access.monthly import columns as c
from data_access.monthly.asked_row import Row
from data_access.monthly.cases import Family
from data_access.monthly.families import Families
from data_access.monthly.report import Code
from data_access.monthly.unclear import ALIKE_NUMBERS, Unclear, like

Named = tuple[str, Family | None]
"""What rows call the family, and the family itself; a new one is none yet."""


def named(row: Row, families: Families) -> Named | None:
    """The family of the row; None where it names none, or one that nobody knows."""
    return row.read(c.FAMILY, lambda text: _find(text, families))


def _find(text: str, families: Families) -> Named:
    """Raises Unclear, with numbers alike that the post has had.

    A family whose own number looks like that of a new one may be either.
    """
    new, family = cells.new_family(text), families.find(text)
    if (new is None) == (family is None):
        raise Unclear(Code.FAMILY_UNKNOWN, like(text, families.codes_at_post(), ALIKE_NUMBERS))
    return (family.code, family) if family else (new or text, None)
