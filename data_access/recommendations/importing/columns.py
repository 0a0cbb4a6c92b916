"""The columns of a file of entries and the words in them, as data: what people write, and the code.

A heading and a word are recognised in any case, with or without accents and signs.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from data_access.attendance.columns import PLACE_KINDS, Said
from data_access.rules import Area, RecommendationKind, RecommendationLinkKind, fold

REFERENCE, ROUND, TEXT_LV, TEXT_EN = "reference", "round", "text_lv", "text_en"
KIND, AREA, PLACE, LEAD, SUPPORTING = "kind", "area", "place", "lead", "supporting"
DEADLINE, MADE_ON, SOURCE, LOCATOR = "deadline", "made_on", "source", "locator"
LINKS = tuple(kind.value for kind in RecommendationLinkKind)
TEXTS = (TEXT_LV, TEXT_EN)
ROLES = (LEAD, SUPPORTING)
LONGEST = {LOCATOR: 300, TEXT_LV: 4000, TEXT_EN: 4000}

HEADINGS: Mapping[str, Said] = {
    REFERENCE: Said("Nr.", "No.", ("Numurs", "Number", "Atsauce", "Reference", "Ref", "Kods")),
    ROUND: Said("Kārta", "Round", ("Platformas kārta", "Platforma", "Platform")),
    TEXT_LV: Said(
        "Ko lūdz darīt (latviski)",
        "What is asked (Latvian)",
        (
            *(
                "Ko lūdz darīt",
                "Teksts",
                "Teksts latviski",
                "Teksts latviešu valodā",
                "Formulējums",
            ),
            *("Ieteikums", "Ieteikuma teksts", "Text in Latvian", "Text (LV)", "Latvian text"),
            "Teksts (LV)",
        ),
    ),
    TEXT_EN: Said(
        "Ko lūdz darīt (angliski)",
        "What is asked (English)",
        (
            *("What is asked", "Text", "Text in English", "Text (EN)", "English text", "Wording"),
            *("Teksts angliski", "Teksts angļu valodā", "Teksts (EN)", "Tulkojums"),
            *("Recommendation", "Translation"),
        ),
    ),
    KIND: Said("Veids", "Kind", ("Type", "Ieteikuma veids")),
    AREA: Said("Joma", "Area", ("Nozare", "Politikas joma", "Policy area")),
    PLACE: Said("Vieta", "Place", ("Pašvaldība", "Municipality", "Pašvaldība vai vieta")),
    LEAD: Said(
        "Atbild par izpildi",
        "Lead",
        (
            *("Atbildīgā iestāde", "Atbildīgās iestādes", "Atbildīgais", "Adresāts", "Adresāti"),
            *("Lead institution", "Lead institutions", "Responsible", "Addressee", "Addressees"),
        ),
    ),
    SUPPORTING: Said(
        "Iesaistītās iestādes",
        "Supporting",
        ("Iesaistītā iestāde", "Līdzatbildīgās iestādes", "Supporting institutions"),
    ),
    DEADLINE: Said("Termiņš", "Deadline", ("Izpildes termiņš", "Due", "Due date", "Līdz kuram")),
    MADE_ON: Said("Izteikts", "Made on", ("Datums", "Date", "Izteikts datumā", "Pieņemts")),
    SOURCE: Said("Avots", "Source", ("Dokuments", "Document")),
    LOCATOR: Said("Vieta avotā", "Place in the source", ("Lappuse", "Page", "Locator", "Punkts")),
    RecommendationLinkKind.REPEATS: Said("Atkārto", "Repeats"),
    RecommendationLinkKind.REPLACES: Said("Aizstāj", "Replaces"),
    RecommendationLinkKind.NARROWS: Said("Sašaurina", "Narrows", ("Precizē", "Konkretizē")),
}
WORKED_OUT = Said(
    "Statuss",
    "Status",
    (
        *("Kavējums", "Lateness", "Pamatojums", "Why", "Pēdējais ziņojums", "Latest report"),
        *("Izcelsme", "Origin", "Nr. p. k.", "NPK"),
    ),
)
"""What a file may hold and the platform works out by itself."""
KINDS: Mapping[StrEnum, Said] = {
    RecommendationKind.RECOMMENDATION: Said("Ieteikums", "Recommendation"),
    RecommendationKind.UNDERTAKING: Said("Apņemšanās", "Undertaking", ("Saistība", "Commitment")),
}
AREAS: Mapping[StrEnum, Said] = {
    Area.EQUALITY: Said("Līdztiesība", "Equality", ("Diskriminācijas novēršana",)),
    Area.INCLUSION: Said("Iekļaušana", "Inclusion", ("Sociālā iekļaušana", "Social inclusion")),
    Area.PARTICIPATION: Said("Līdzdalība", "Participation"),
    Area.EDUCATION: Said("Izglītība", "Education"),
    Area.EMPLOYMENT: Said("Nodarbinātība", "Employment"),
    Area.HEALTH: Said("Veselība", "Health", ("Veselības aprūpe", "Health care")),
    Area.HOUSING: Said("Mājoklis", "Housing"),
    Area.CULTURE: Said("Kultūra", "Culture"),
    Area.YOUTH: Said("Jaunatne", "Youth"),
    Area.NOT_STATED: Said("Nav norādīta", "Not stated", ("Joma nav norādīta", "Area not stated")),
}
VOCABULARIES: Mapping[str, Mapping[StrEnum, Said]] = {KIND: KINDS, AREA: AREAS}
NOTHING = Said(
    "Nav norādīts",
    "Not stated",
    (
        *("Nav norādīta", "Nav norādītas", "Nav norādīti", "Nav", "None", "n/a", "Nav zināms"),
        "Date not stated",
    ),
)
"""What says that something is not stated; an empty cell says nothing at all."""
EXAMPLE = Said("Piemērs", "Example")
"""How the number of a row begins that only shows how to fill in."""
SIGNS = re.compile(r"[\W_]+")
BETWEEN = re.compile(r"[;\n]+")


def key(text: str) -> str:
    """A heading or a word as it is recognised: without case, accents and signs."""
    return SIGNS.sub(" ", fold(text)).strip()


def _recognised(vocabulary: Mapping[StrEnum, Said] | Mapping[str, Said]) -> Mapping[str, str]:
    return {key(way): str(code) for code, said in vocabulary.items() for way in said.every()}


COLUMN_OF = _recognised(HEADINGS)
LEFT_ASIDE = frozenset(map(key, WORKED_OUT.every()))
NOT_STATED = frozenset(map(key, NOTHING.every()))
CODE_OF: Mapping[str, Mapping[str, str]] = {
    column: {**_recognised(words), **{code.value: code.value for code in words}}
    for column, words in VOCABULARIES.items()
}
PLACE_WORDS: Mapping[str, Said] = {kind.value: said for kind, said in PLACE_KINDS.items()}


def is_example(reference: str) -> bool:
    """Whether the row says of itself that it is an example."""
    return key(reference).startswith(tuple(map(key, EXAMPLE.every())))


def parts(text: str) -> tuple[str, ...]:
    """What stands in a cell that holds several things, one after another."""
    found = (" ".join(part.split()) for part in BETWEEN.split(text))
    return tuple(dict.fromkeys(part for part in found if part))
