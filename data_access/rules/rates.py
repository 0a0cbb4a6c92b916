"""Rates: one number per another, rounded as people round them."""

from decimal import ROUND_HALF_UP, Decimal


def per(count: int | Decimal, of: int | Decimal, places: int) -> Decimal | None:
    """``count`` for each one ``of``, rounded half up to so many decimals; None where of is none.

    Decimal arithmetic: 3.125 with two places is 3.13, which binary fractions round either way.
    """
    if of <= 0:
        return None
    exact = Decimal(count) / Decimal(of)
    return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
