"""How large a file may be, in one place: the guard, the process that reads, and messages."""

from dataclasses import dataclass

MIB = 1024**2


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes, times in seconds at work, everything else counted.

    ``ratio`` is unpacked to packed, and only matters above ``ratio_from`` bytes unpacked: a small
    sheet of repeated words packs well and harms nobody.
    """

    size: int = 20 * MIB
    unpacked: int = 256 * MIB
    ratio: int = 200
    ratio_from: int = 16 * MIB
    entries: int = 1_000
    sheets: int = 50
    rows: int = 250_000
    columns: int = 500
    cells: int = 2_000_000
    characters: int = 50_000_000
    cell: int = 32_767
    memory: int = 1024 * MIB
    seconds: float = 60.0
    seconds_at_first: float = 1.5
    seconds_per_mib: float = 1.0

    def patience(self, size: int) -> float:
        """How many seconds may be spent on so many bytes: what is small has to be quick."""
        return min(self.seconds, self.seconds_at_first + self.seconds_per_mib * size / MIB)


LIMITS = Limits()
