"""How the names of places change in Latvian, as tables of endings over folded names."""

from collections.abc import Sequence

Endings = Sequence[tuple[str, str]]

GENITIVES: Endings = (
    ("pils", "pils"),
    ("us", "us"),
    ("is", "u"),
    ("as", "u"),
    ("a", "as"),
    ("e", "es"),
    ("i", "u"),
    ("s", "a"),
)
"""Rīga - Rīgas, Ogre - Ogres, Talsi - Talsu, Tukums - Tukuma, Cēsis - Cēsu, Saldus - Saldus."""
NOMINATIVES: Endings = (
    ("pils", "pils"),
    ("us", "us"),
    ("as", "a"),
    ("es", "e"),
    ("u", "i"),
    ("a", "s"),
)
"""Talsu - Talsi: as far as the genitive alone tells. Cēsis and Pļaviņas are known as towns."""
LOCATIVES: Endings = (("pils", "pili"), ("us", "u"), ("is", "is"), ("i", "os"), ("s", "a"))
"""Talsi - Talsos; Rīgā and Ogrē differ from Rīga and Ogre in nothing that is compared."""


def genitive(name: str) -> str:
    """The genitive of a folded name in the nominative; the name itself where no rule fits."""
    return _changed(name, GENITIVES)


def nominative(name: str) -> str:
    """The nominative that a folded genitive lets one expect; the same where no rule fits."""
    return _changed(name, NOMINATIVES)


def locative(name: str) -> str:
    """The locative of a folded name in the nominative; the same where no rule fits."""
    return _changed(name, LOCATIVES)


def _changed(name: str, endings: Endings) -> str:
    for ending, other in endings:
        if name.endswith(ending) and len(name) > len(ending):
            return name.removesuffix(ending) + other
    return name
