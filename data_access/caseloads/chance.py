"""What chance alone explains: the exact interval of a count."""

from scipy.special import gammainccinv, gammaincinv

CONFIDENCE = 0.95

Interval = tuple[float, float]


class CountUnusable(ValueError):
    """A count below zero, or a confidence that is no share between none and all."""


def poisson_interval(count: int, confidence: float = CONFIDENCE) -> Interval:
    """The exact (Garwood) interval of a Poisson count: its lower and its upper bound.

    Below the lower bound a count as high as this one, above the upper bound one as low, would come
    by chance in less than half of what ``confidence`` leaves. Of zero the lower bound is zero. The
    bounds are the quantiles of chi-square with 2 n and 2 n + 2 degrees of freedom, halved
    (F. Garwood, Biometrika 28, 1936). Refuses a count below zero, and a confidence that is not
    between 0 and 1 (CountUnusable).
    """
    if count < 0 or not 0 < confidence < 1:
        raise CountUnusable("A count is zero or more, and a confidence between 0 and 1.")
    tail = (1 - confidence) / 2
    low = float(gammaincinv(count, tail)) if count else 0.0
    return low, float(gammainccinv(count + 1, tail))
