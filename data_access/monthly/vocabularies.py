"""The words that a mediator chooses from, and the codes they stand for."""

from collections.abc import Mapping
from enum import StrEnum

from data_access.attendance.columns import Said
from data_access.rules import (
    Area,
    ClosingReason,
    ContactForm,
    ContactPlace,
    ContactResult,
    Referrer,
    TrainingKind,
)

NOTHING = Said(
    "Nav norādīts", "Not stated", ("Nav norādīta", "Nav norādīti", "Nav zināms", "Nav zināma")
)
"""What says that something is not stated, as an empty cell does; no list offers it."""

AREAS: Mapping[StrEnum, Said] = {
    Area.EQUALITY: Said("Līdztiesība", "Equality", ("Diskriminācija", "Diskriminācijas novēršana")),
    Area.INCLUSION: Said("Iekļaušana", "Inclusion", ("Sociālā iekļaušana",)),
    Area.PARTICIPATION: Said("Līdzdalība", "Participation"),
    Area.EDUCATION: Said("Izglītība", "Education"),
    Area.EMPLOYMENT: Said("Nodarbinātība", "Employment"),
    Area.HEALTH: Said("Veselība", "Health", ("Veselības aprūpe", "Health care")),
    Area.HOUSING: Said("Mājoklis", "Housing"),
    Area.CULTURE: Said("Kultūra", "Culture"),
    Area.YOUTH: Said("Jaunatne", "Youth", ("Jaunieši",)),
    Area.NOT_STATED: NOTHING,
}
FORMS: Mapping[StrEnum, Said] = {
    ContactForm.INDIVIDUAL: Said(
        "Individuāla",
        "Individual",
        ("Individuāls", "Individuālā", "Individuāli", "Individuāla saziņa", "Ar ģimeni"),
    ),
    ContactForm.GROUP: Said(
        "Ar grupu", "Group", ("Grupa", "Grupas", "Grupā", "Saziņa ar grupu", "With a group")
    ),
}
PLACES: Mapping[StrEnum, Said] = {
    ContactPlace.HOME: Said("Ģimenes mājās", "At the family's home", ("Mājās", "Dzīvesvietā")),
    ContactPlace.OFFICE: Said("Mediatora birojā", "At the mediator's office", ("Birojā",)),
    ContactPlace.INSTITUTION: Said("Iestādē", "At an institution"),
    ContactPlace.PUBLIC: Said("Sabiedriskā vietā", "In a public place", ("Publiskā vietā",)),
    ContactPlace.PHONE: Said("Pa tālruni", "By telephone", ("Telefoniski", "Tālrunis")),
    ContactPlace.ONLINE: Said("Tiešsaistē", "Online", ("Attālināti", "Internetā")),
    ContactPlace.NOT_STATED: NOTHING,
}
RESULTS: Mapping[StrEnum, Said] = {
    ContactResult.INFORMED: Said("Sniegta informācija", "Information given", ("Informēta",)),
    ContactResult.APPLIED: Said("Iesniegts pieteikums", "Application made"),
    ContactResult.REFERRED: Said("Nosūtīts uz iestādi", "Referred to an institution"),
    ContactResult.TAKEN_UP: Said(
        "Iestāde uzņēmusies risināt", "Taken up by an institution", ("Iestāde uzņēmās risināt",)
    ),
    ContactResult.TURNED_DOWN: Said(
        "Iestāde atteikusi", "Turned down by an institution", ("Iestāde atteica",)
    ),
    ContactResult.ARRANGED: Said("Norunāts nākamais solis", "Next step arranged"),
    ContactResult.NOTHING: Said("Bez rezultāta", "Nothing came of it", ("Nav rezultāta",)),
    ContactResult.NOT_STATED: NOTHING,
}
CLOSING_REASONS: Mapping[StrEnum, Said] = {
    ClosingReason.NEED_MET: Said("Vajadzība atrisināta", "Need met"),
    ClosingReason.HANDED_OVER: Said("Nodota tālāk", "Handed over"),
    ClosingReason.MOVED_AWAY: Said("Ģimene pārcēlusies", "The family moved away", ("Pārcēlusies",)),
    ClosingReason.OWN_WISH: Said("Pēc ģimenes vēlēšanās", "The family's own wish"),
    ClosingReason.LOST_TOUCH: Said("Zudusi saikne ar ģimeni", "Touch was lost"),
    ClosingReason.ROUND_ENDED: Said("Kārta beigusies", "The round ended"),
    ClosingReason.NOT_STATED: NOTHING,
}
REFERRERS: Mapping[StrEnum, Said] = {
    Referrer.FAMILY: Said("Pati ģimene", "The family itself", ("Ģimene",)),
    Referrer.MEDIATOR: Said("Uzrunājis mediators", "Sought out by the mediator", ("Mediators",)),
    Referrer.SOCIAL_SERVICE: Said("Sociālais dienests", "Social service"),
    Referrer.SCHOOL: Said("Skola", "School", ("Izglītības iestāde",)),
    Referrer.HEALTH: Said("Ārstniecības iestāde", "Health care"),
    Referrer.EMPLOYMENT: Said("Nodarbinātības aģentūra", "Employment agency", ("NVA",)),
    Referrer.NGO: Said("Nevalstiska organizācija", "Non-governmental organisation", ("NVO", "NGO")),
    Referrer.OTHER: Said("Kāds cits", "Somebody else", ("Cits", "Other")),
    Referrer.NOT_STATED: NOTHING,
}
TRAINING_KINDS: Mapping[StrEnum, Said] = {
    TrainingKind.TRAINING: Said("Mācības", "Training", ("Apmācība", "Apmācības", "Kursi")),
    TrainingKind.SUPERVISION: Said("Supervīzija", "Supervision"),
    TrainingKind.EXCHANGE: Said("Pieredzes apmaiņa", "Exchange of experience"),
    TrainingKind.NOT_STATED: NOTHING,
}
