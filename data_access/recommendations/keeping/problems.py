"""What the register of recommendations refuses; nothing was stored then."""


class ReferenceTaken(ValueError):
    """Another entry has the reference, whatever the case and the accents of its letters."""


class ReferenceUnusable(ValueError):
    """A reference too long, or with other signs than letters, digits, ``-``, ``.`` and ``/``."""


class RoundUnknown(LookupError):
    """No round has the code."""


class ActivityElsewhere(ValueError):
    """No activity of the entry's round has the code."""


class NotInBothLanguages(ValueError):
    """A wording is stated in Latvian and in English."""


class WordedAlike(ValueError):
    """The new wording is the one that stands already."""


class MadeAhead(ValueError):
    """An entry was made on a day that has come."""


class DeadlineBeforeMade(ValueError):
    """The deadline passed before the entry was made; ``reference`` names one that is there."""

    def __init__(self, reference: str = "") -> None:
        super().__init__(f"The deadline of {reference or 'the entry'} lies before it was made.")
        self.reference = reference


class StandsAlready(ValueError):
    """The entry has this addressee in this part, this link or this round already."""


class LinkToItself(ValueError):
    """An entry is linked to another one."""


class LinkInCircle(ValueError):
    """The earlier entry comes, by its links, after the later one."""


class LinkBackwards(ValueError):
    """By the days on which they were made, the earlier entry is the later one."""


class CarriedBack(ValueError):
    """An entry is carried into a round after its own; ``reference`` names the entry."""

    def __init__(self, reference: str) -> None:
        super().__init__(f"{reference} is carried into a later round alone.")
        self.reference = reference


class SpokenOf(RuntimeError):
    """Something was said or found of the entry, or refers to it; ``tables`` say what."""

    def __init__(self, tables: tuple[str, ...]) -> None:
        super().__init__(f"The entry is referred to by: {', '.join(tables)}.")
        self.tables = tables
