"""What made-up lists say of people: gender, age, place and institution, in turn for everybody."""

from collections.abc import Mapping
from dataclasses import dataclass

from data_access.rules import AgeBand, Category, Gender
from seed.sample.participants import (
    EDUCATION,
    EMPLOYMENT,
    FINAL,
    HEALTH,
    PARTICIPATION,
    VALKA,
    VENTSPILS,
)

WOMAN, MAN, UNSAID = Gender.WOMAN, Gender.MAN, Gender.NOT_STATED
YOUNG, MIDDLE, OLD = AgeBand.FROM_18_TO_29, AgeBand.FROM_30_TO_54, AgeBand.FROM_55
AGELESS = AgeBand.NOT_STATED

REPRESENTED = (
    *("LV-DGV", "LV-JEL", "LV-JUR", "LV-RIX", "LV-VMR", "LV-VEN", "LV-026", "LV-043", "LV-047"),
    *("LV-050", "LV-054", "LV-059", "LV-073", "LV-077", "LV-084", "LV-097", "LV-099", "LV-101"),
    "LV-108",
)
BUSIER = ("LV-RIX", "LV-VEN", "LV-097", "LV-JEL", "LV-VMR", "LV-101", "LV-DGV", "LV-099")


@dataclass(frozen=True)
class Traits:
    """What the people of one category are given in turn."""

    genders: tuple[Gender, ...]
    ages: tuple[AgeBand, ...]
    places: tuple[str, ...]
    institutions: tuple[str | None, ...]


TRAITS: Mapping[Category, Traits] = {
    Category.STATE: Traits(
        genders=(WOMAN, WOMAN, MAN, WOMAN, MAN),
        ages=(MIDDLE, AGELESS, MIDDLE, OLD),
        places=("national_body",),
        institutions=("sample-ministry-a", "sample-ministry-b", "sample-agency", "sample-centre"),
    ),
    Category.MUNICIPAL: Traits(
        genders=(WOMAN, WOMAN, MAN, WOMAN, WOMAN, UNSAID, MAN),
        ages=(MIDDLE, MIDDLE, AGELESS, OLD, YOUNG),
        places=REPRESENTED + BUSIER,
        institutions=(
            *("sample-social-service", "sample-education-board", None),
            *("sample-school", "sample-culture-house"),
        ),
    ),
    Category.ROMA: Traits(
        genders=(WOMAN, MAN, WOMAN, MAN, UNSAID),
        ages=(MIDDLE, YOUNG, AGELESS, MIDDLE, OLD, YOUNG, AGELESS),
        places=(
            *("LV-RIX", "LV-JEL", "not_stated", "LV-VEN", "LV-VMR", "LV-097", "LV-DGV"),
            *("not_stated", "LV-099", "LV-050", "LV-026", "LV-JUR", "not_stated", "LV-101"),
            *("LV-043", "LV-077", "LV-108"),
        ),
        institutions=("sample-roma-association", None, None, "sample-roma-youth"),
    ),
    Category.NGO: Traits(
        genders=(WOMAN, MAN, WOMAN),
        ages=(MIDDLE, YOUNG, AGELESS, OLD),
        places=("LV-RIX", "LV-VMR", "not_stated", "LV-DGV"),
        institutions=("sample-association", "sample-foundation"),
    ),
    Category.OTHER: Traits(
        genders=(MAN, WOMAN, UNSAID),
        ages=(AGELESS, MIDDLE),
        places=("not_stated", "LV-097", "LV-VEN"),
        institutions=(None,),
    ),
    Category.NOT_STATED: Traits(
        genders=(UNSAID, WOMAN, UNSAID, MAN),
        ages=(AGELESS, AGELESS, MIDDLE),
        places=("not_stated", "not_stated", "LV-RIX", "not_stated", "LV-084", "LV-VEN"),
        institutions=(None, None, None, None, "sample-association"),
    ),
}

NOT_ASKED: Mapping[str, tuple[str, ...]] = {
    EDUCATION: ("gender", "age_band"),
    EMPLOYMENT: ("age_band",),
    HEALTH: ("gender", "age_band"),
    PARTICIPATION: ("age_band",),
    VALKA: ("age_band",),
    VENTSPILS: ("gender",),
    FINAL: ("age_band",),
}
"""Columns that an activity's list does not have, so that they are not stated for anybody there."""
