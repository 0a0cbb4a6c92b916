"""The words of this screen's forms: labels, what a refusal says, what a history line holds."""

from collections.abc import Callable
from typing import Any

from data_access import figures, institutions, mediators
from data_access.activities import RoundUnknown
from pages.shared.words import Words, mark

NONE = ""
POST = {
    "place": mark("Place"),
    "starts_on": mark("First day"),
    "ends_on": mark("Last day"),
    "precision": mark("How exactly the days are known"),
    "hours_per_week": mark("Hours a week"),
    "substitutes": mark("Stands in for"),
}
PRECISIONS = {
    "day": mark("To the day"),
    "month": mark("To the month"),
    "half_year": mark("To the half-year"),
    "year": mark("To the year"),
}
PRECISIONS_STOOD = PRECISIONS | {"not_stated": mark("date not stated")}
HELP = {
    "place": mark("The municipality that the post serves; it may be not stated."),
    "ends_on": mark("Left empty, the post goes on."),
    "precision": mark("What is known to the month is stored from its first day to its last."),
    "substitutes": mark("Another post of the same round whose mediator is away."),
}
HANGING = {
    "post_gap": mark("gaps"),
    "mediation_case": mark("cases"),
    "contact": mark("contacts"),
    "monthly_report": mark("monthly reports"),
    "mediator_post": mark("posts that stand in for it"),
    "mediator_training": mark("trainings of its mediator"),
    "reported_figure": mark("reported figures"),
}
"""What keeps a post from being removed."""


def _gaps_outside(words: Words, refusal: mediators.GapsLeftOutside) -> str:
    return words.count(
        "{n} gap of the post lies outside these days. Correct it first; nothing was stored.",
        "{n} gaps of the post lie outside these days. Correct them first; nothing was stored.",
        refusal.number,
    )


def _records_outside(words: Words, refusal: mediators.RecordsLeftOutside) -> str:
    parts = [
        refusal.cases
        and words.count("{n} case was opened", "{n} cases were opened", refusal.cases),
        refusal.contacts
        and words.count("{n} contact was held", "{n} contacts were held", refusal.contacts),
        refusal.reports
        and words.count("{n} month was reported", "{n} months were reported", refusal.reports),
    ]
    return words.say(
        "Outside these days lie records of the post: {list}. Nothing was stored. If the days hold "
        "all the same, tick that below and store again.",
        list=", ".join(part for part in parts if part),
    )


def _still_referred_to(words: Words, refusal: mediators.StillReferredTo) -> str:
    named = ", ".join(words.code(HANGING, table) for table in refusal.tables)
    return words.say("Still tied to this post: {list}. Nothing was removed.", list=named)


REFUSALS: dict[type[Exception], str | Callable[[Words, Any], str]] = {
    RoundUnknown: mark("This round is gone: somebody removed it. Nothing was stored."),
    institutions.InstitutionUnknown: mark(
        "This institution is not on the register any more. Nothing was stored."
    ),
    figures.CitationMissing: mark("Name the document that states it. Nothing was stored."),
    figures.SubjectUnknown: mark(
        "The activity or mediator is gone: somebody removed it. Nothing was stored."
    ),
    mediators.SubstitutesItself: mark("A post cannot stand in for itself. Nothing was stored."),
    mediators.SubstitutesElsewhere: mark(
        "A post stands in for another one of the same round. Nothing was stored."
    ),
    mediators.SubstitutesInCircle: mark(
        "That post stands in for this one already, itself or through others. Nothing was stored."
    ),
    mediators.HoursUnusable: mark(
        "There are no such hours: a week has up to 168, a training up to 744, and what is not "
        "stated is left empty. Nothing was stored."
    ),
    mediators.GapOutside: mark(
        "The gap reaches beyond the days of the post. Correct one or the other; nothing was stored."
    ),
    mediators.GapsOverlap: mark(
        "Another gap of the post has one of these days already. Nothing was stored."
    ),
    mediators.GapsLeftOutside: _gaps_outside,
    mediators.RecordsLeftOutside: _records_outside,
    mediators.StillReferredTo: _still_referred_to,
    mediators.FamilyUnknown: mark(
        "No family has this number. Leave it empty for a family that is new here; nothing was "
        "stored."
    ),
    mediators.SizeUnusable: mark(
        "A family has at least one person, and no more children than people. Nothing was stored."
    ),
    mediators.NothingStated: mark("State at least one figure. Nothing was stored."),
}
"""What is said of each refusal, beside what all forms say."""
