"""Who took part in round IV, made up: groups of people who went to the same activities.

The totals come out by adding up. By category, the people of the groups: state 42 and municipal 61
make 103, Roma 70, NGO 9 and other 5 make 14, not stated 43: 230 in all. By activity, the people of
the groups that came to it: HEADCOUNTS, 318 attendances in all.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from data_access.rules import AgeBand, Category, Gender

TRAINING, MEDIATORS = "iv-mediator-training", "iv-mediators-seminar"
EDUCATION, EMPLOYMENT = "iv-sector-education", "iv-sector-employment"
HEALTH, PARTICIPATION = "iv-sector-health", "iv-sector-youth"
VENTSPILS, TALSI = "iv-ventspils", "iv-talsi"
YOUTH, WOMEN = "iv-youth-workshop", "iv-womens-seminar"
VALKA, LITHUANIA, FINAL = "iv-valka-valga", "iv-lithuania", "iv-final-meeting"

HEADCOUNTS = {
    YOUTH: 22,  # as published
    WOMEN: 39,  # as published
    MEDIATORS: 28,  # as published
    VALKA: 20,  # published as "about 20"
    FINAL: 35,  # as published
    TALSI: 46,  # from here on nothing was published
    VENTSPILS: 42,
    EDUCATION: 21,
    EMPLOYMENT: 18,
    HEALTH: 15,
    PARTICIPATION: 15,
    LITHUANIA: 9,
    TRAINING: 8,
}

STATE, MUNICIPAL, ROMA = Category.STATE, Category.MUNICIPAL, Category.ROMA
NGO, OTHER, NOT_STATED = Category.NGO, Category.OTHER, Category.NOT_STATED


@dataclass(frozen=True)
class Group:
    """So many people, who count in this category and came to these activities.

    ``otherwise`` and ``elsewhere``: where they came in another capacity, or from another place.
    ``registered`` and ``unclear``: activities on whose lists they stand without having attended.
    Without ``genders``, ``ages`` and ``places`` of its own a group takes those of its category.
    """

    people: int
    category: Category
    came: tuple[str, ...]
    otherwise: Mapping[str, Category] = field(default_factory=dict)
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    registered: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    genders: tuple[Gender, ...] = ()
    ages: tuple[AgeBand, ...] = ()
    places: tuple[str, ...] = ()


WOMAN, MAN = (Gender.WOMAN,), (Gender.MAN,)
YOUNG = (AgeBand.UNDER_18, AgeBand.FROM_18_TO_29, AgeBand.UNDER_18)

GROUPS: tuple[Group, ...] = (
    # State: 42
    Group(10, STATE, (EDUCATION,)),
    Group(3, STATE, (EDUCATION, PARTICIPATION)),
    Group(5, STATE, (PARTICIPATION,)),
    Group(7, STATE, (EMPLOYMENT,)),
    Group(7, STATE, (HEALTH,)),
    Group(2, STATE, (EMPLOYMENT, LITHUANIA, FINAL)),
    Group(2, STATE, (EMPLOYMENT, FINAL), registered=(LITHUANIA,)),
    Group(2, STATE, (VALKA, FINAL)),
    Group(2, STATE, (MEDIATORS, FINAL)),
    Group(1, STATE, (TALSI, VENTSPILS, FINAL)),
    Group(1, STATE, (EDUCATION, TALSI, VENTSPILS, FINAL)),
    # Municipal: 61
    Group(16, MUNICIPAL, (TALSI,)),
    Group(16, MUNICIPAL, (VENTSPILS,)),
    Group(5, MUNICIPAL, (TALSI, VENTSPILS)),
    Group(3, MUNICIPAL, (VALKA,)),
    Group(2, MUNICIPAL, (VALKA,), places=("EE",)),
    Group(3, MUNICIPAL, (VALKA, FINAL)),
    Group(3, MUNICIPAL, (MEDIATORS,), registered=(TALSI,)),
    Group(3, MUNICIPAL, (MEDIATORS, FINAL)),
    Group(2, MUNICIPAL, (LITHUANIA, FINAL)),
    Group(1, MUNICIPAL, (LITHUANIA, VENTSPILS), elsewhere={VENTSPILS: "LV-VEN"}),
    Group(1, MUNICIPAL, (EDUCATION, TALSI)),
    Group(1, MUNICIPAL, (EMPLOYMENT, VENTSPILS)),
    Group(1, MUNICIPAL, (HEALTH, TALSI), unclear=(FINAL,)),
    Group(1, MUNICIPAL, (EDUCATION, VENTSPILS), otherwise={EDUCATION: NGO}),  # a tie, by code
    Group(1, MUNICIPAL, (TALSI, VENTSPILS, EMPLOYMENT), otherwise={EMPLOYMENT: STATE}),
    Group(1, MUNICIPAL, (TALSI, VENTSPILS), otherwise={TALSI: NOT_STATED}),
    Group(
        1,
        MUNICIPAL,
        (TALSI, VENTSPILS, FINAL),
        otherwise={TALSI: NOT_STATED, VENTSPILS: NOT_STATED},
    ),
    # Roma: 70
    Group(12, ROMA, (YOUTH,), ages=YOUNG),
    Group(2, ROMA, (YOUTH,), ages=YOUNG, places=("EE",)),
    Group(1, ROMA, (YOUTH,), ages=YOUNG, places=("LT",)),
    Group(3, ROMA, (YOUTH, PARTICIPATION), ages=YOUNG[1:2], registered=(FINAL,)),
    Group(1, ROMA, (YOUTH, FINAL), ages=YOUNG[1:2]),
    Group(1, ROMA, (YOUTH, FINAL), ages=YOUNG[1:2], otherwise={YOUTH: NOT_STATED}),
    Group(17, ROMA, (WOMEN,), genders=WOMAN),
    Group(2, ROMA, (WOMEN,), genders=WOMAN, places=("LT",)),
    Group(1, ROMA, (WOMEN,), genders=WOMAN, places=("EE",)),
    Group(3, ROMA, (WOMEN, TALSI), genders=WOMAN),
    Group(1, ROMA, (WOMEN, FINAL), genders=WOMAN),
    Group(2, ROMA, (WOMEN, MEDIATORS), genders=WOMAN),
    Group(2, ROMA, (WOMEN, TALSI, FINAL), genders=WOMAN, otherwise={FINAL: NGO}),
    Group(
        1,
        ROMA,
        (WOMEN, TALSI, FINAL),
        genders=WOMAN,
        otherwise={WOMEN: NOT_STATED, TALSI: NOT_STATED},
    ),
    Group(4, ROMA, (TRAINING, MEDIATORS)),
    Group(1, ROMA, (TRAINING, MEDIATORS, FINAL)),
    Group(1, ROMA, (TRAINING, MEDIATORS, VALKA)),
    Group(1, ROMA, (TRAINING, MEDIATORS, LITHUANIA)),
    Group(1, ROMA, (TRAINING, MEDIATORS, TALSI)),
    Group(4, ROMA, (MEDIATORS,), places=("online", "not_stated")),
    Group(1, ROMA, (MEDIATORS, FINAL), otherwise={MEDIATORS: MUNICIPAL}),  # a tie, the latest
    Group(2, ROMA, (TALSI,)),
    Group(2, ROMA, (VENTSPILS,), unclear=(TALSI,)),
    Group(2, ROMA, (VALKA,)),
    Group(1, ROMA, (VENTSPILS, LITHUANIA, FINAL), elsewhere={FINAL: "not_stated"}),
    Group(1, ROMA, (FINAL,)),
    # NGO: 9
    Group(1, NGO, (HEALTH,)),
    Group(1, NGO, (HEALTH, PARTICIPATION, EDUCATION), otherwise={EDUCATION: OTHER}),
    Group(1, NGO, (EDUCATION,)),
    Group(1, NGO, (EMPLOYMENT,)),
    Group(1, NGO, (PARTICIPATION,)),
    Group(1, NGO, (VENTSPILS, FINAL)),
    Group(1, NGO, (TALSI,), registered=(FINAL,)),
    Group(1, NGO, (WOMEN,), genders=WOMAN),
    Group(1, NGO, (VALKA, FINAL)),
    # Other: 5
    Group(1, OTHER, (FINAL,), genders=(Gender.OTHER,)),
    Group(1, OTHER, (TALSI,)),
    Group(1, OTHER, (VENTSPILS,)),
    Group(1, OTHER, (LITHUANIA,), places=("LT",)),
    Group(1, OTHER, (VALKA,), places=("EE",)),
    # Not stated: 43
    Group(1, NOT_STATED, (YOUTH,), ages=YOUNG, genders=(Gender.OTHER,)),
    Group(1, NOT_STATED, (YOUTH,), ages=YOUNG),
    Group(7, NOT_STATED, (WOMEN,), genders=WOMAN),
    Group(2, NOT_STATED, (WOMEN, TALSI), genders=WOMAN),
    Group(2, NOT_STATED, (MEDIATORS,), places=("online",)),
    Group(3, NOT_STATED, (MEDIATORS, VENTSPILS)),
    Group(4, NOT_STATED, (VENTSPILS,)),
    Group(4, NOT_STATED, (VALKA,)),
    Group(1, NOT_STATED, (VALKA, LITHUANIA), unclear=(FINAL,)),
    Group(4, NOT_STATED, (TALSI,)),
    Group(1, NOT_STATED, (TALSI, VENTSPILS, FINAL)),
    Group(2, NOT_STATED, (FINAL,)),
    Group(1, NOT_STATED, (EDUCATION,)),
    Group(2, NOT_STATED, (EDUCATION, EMPLOYMENT)),
    Group(2, NOT_STATED, (EMPLOYMENT,)),
    Group(4, NOT_STATED, (HEALTH,)),
    Group(1, NOT_STATED, (HEALTH, PARTICIPATION)),
    Group(1, NOT_STATED, (PARTICIPATION,)),
    # Registered and never came: beside the 230
    Group(2, ROMA, (), registered=(WOMEN,), genders=WOMAN),
    Group(2, MUNICIPAL, (), registered=(VENTSPILS,)),
    Group(1, NOT_STATED, (), registered=(YOUTH,), ages=YOUNG),
)
