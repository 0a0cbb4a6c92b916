"""What somebody decided about a file: cells written anew, rows left out, names told apart."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Decisions:
    """``cells`` by row and column; ``institutions`` by folded text, a code, or empty for nobody.

    ``accepted`` rows are taken although letters of theirs look lost; ``again`` takes in a file
    that was taken in before; ``numbered`` gives new entries without a number the next free one of
    their round.
    """

    cells: Mapping[tuple[int, str], str] = field(default_factory=dict, repr=False)
    left_out: frozenset[int] = frozenset()
    accepted: frozenset[int] = frozenset()
    institutions: Mapping[str, str] = field(default_factory=dict, repr=False)
    again: bool = False
    numbered: bool = False


UNDECIDED = Decisions()
