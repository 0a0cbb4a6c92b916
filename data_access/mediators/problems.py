"""Why something about a mediator's post was not stored; in each case nothing was."""

from data_access.upkeep import RowUnknown


class PostUnknown(RowUnknown):
    """There is no such post; it is gone, or never was."""


class SubstitutesItself(ValueError):
    """A post stands in for itself."""


class SubstitutesElsewhere(ValueError):
    """A post stands in for one of another round."""


class SubstitutesInCircle(ValueError):
    """A post stands in for one that, itself or through others, stands in for this one."""


class HoursUnusable(ValueError):
    """Hours of which there are none, or more than there can be."""


class GapOutside(ValueError):
    """A gap reaches beyond the days of its post."""


class GapsOverlap(ValueError):
    """Two gaps of a post share a day."""


class GapsLeftOutside(ValueError):
    """New days of a post would leave some of its gaps outside; ``number`` is how many."""

    def __init__(self, number: int) -> None:
        super().__init__("A gap of the post lies outside these days.")
        self.number = number


class RecordsLeftOutside(ValueError):
    """New days of a post would leave records of it outside: how many of each.

    ``cases`` opened, ``contacts`` held and ``reports`` recorded of months outside the days.
    """

    def __init__(self, cases: int, contacts: int, reports: int) -> None:
        super().__init__("Records of the post lie outside these days.")
        self.cases, self.contacts, self.reports = cases, contacts, reports


class StillReferredTo(RuntimeError):
    """Records still refer to the post; ``tables`` names the tables that hold them."""

    def __init__(self, tables: tuple[str, ...]) -> None:
        super().__init__(f"The post is referred to by: {', '.join(tables)}.")
        self.tables = tables


class FamilyUnknown(LookupError):
    """No family has the number."""


class SizeUnusable(ValueError):
    """A family of nobody, or with more children than people."""


class NothingStated(ValueError):
    """A line of a report's table without any figure."""
