"""The made-up set for round IV: filled in beside the facts, and dropped again."""

from seed.sample.dropping import Dropped, drop_sample
from seed.sample.filling import fill_sample, holds_sample

__all__ = ["Dropped", "drop_sample", "fill_sample", "holds_sample"]
