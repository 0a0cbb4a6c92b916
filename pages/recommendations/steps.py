"""What the forms of the follow-up share: the Council's meetings, and a sentence a refusal."""

import datetime as dt

from data_access import institutions, recommendations, reviewing, sources
from data_access.clock import today
from data_access.filters import Filters
from pages.shared import data, forms
from pages.shared.words import Words, mark

MEETING = mark("Meeting of the Council")
NOTE = mark("Note")

REFUSALS: forms.Refusals = {
    recommendations.DecidedMeanwhile: mark(
        "Somebody reported on this entry or decided on it in the meantime. Nothing of yours was "
        "stored and nothing is lost: what you chose still stands in the form. Read what is new in "
        "the history below, and store yours again if it still holds."
    ),
    recommendations.EntryUnknown: mark("This entry is gone. Nothing was stored."),
    recommendations.StepNotOffered: mark(
        "Where the entry stood on that day, this is no step: it was settled already, or what comes "
        "after would no longer follow. Nothing was stored."
    ),
    recommendations.CouncilMetSince: mark(
        "The Council decided on this entry on that day or later, so a report is of a later day: "
        "choose one, and say in words what was done when. Nothing was stored."
    ),
    recommendations.DayTooEarly: mark("Days begin with 1 July 2009. Nothing was stored."),
    recommendations.NotAnAddressee: mark(
        "The entry does not address this institution any more. Nothing was stored."
    ),
    recommendations.ReportInWords: mark(
        "Say in words what was done, or why it is not accepted. Nothing was stored."
    ),
    recommendations.ReportAhead: mark(
        "That day is still to come: report on what has been done. Nothing was stored."
    ),
    recommendations.DocumentUnknown: mark(
        "There is no such document any more. Choose another one; nothing was stored."
    ),
    recommendations.OwnClaim: mark(
        "You or your institution reported this, so another member of the Council decides on it. "
        "Nothing was stored."
    ),
    recommendations.MeetingUnknown: mark(
        "There is no such meeting any more. Choose another one; nothing was stored."
    ),
    recommendations.MeetingAhead: mark(
        "The Council has not held this meeting yet. Nothing was stored."
    ),
    recommendations.MeetingBefore: mark(
        "This meeting was held before the report was made, so the Council cannot have looked at "
        "it there. Choose a later meeting; nothing was stored."
    ),
    recommendations.FindingUnknown: mark(
        "This decision was taken back. There is nothing to disagree with; nothing was stored."
    ),
    recommendations.OwnFinding: mark(
        "You entered this decision yourself: take it back instead, or let another member say "
        "otherwise. Nothing was stored."
    ),
    recommendations.SameVerdict: mark(
        "This is what the Council decided. Choose what you find instead; nothing was stored."
    ),
    recommendations.DisagreementInWords: mark("Say in words why. Nothing was stored."),
    recommendations.DisagreedAlready: mark(
        "Your disagreement with this decision is kept already. Nothing was stored."
    ),
    recommendations.NotYours: mark("Somebody else entered it. Nothing was taken back."),
    recommendations.NotOfToday: mark(
        "It was entered before today, so it stays. Nothing was taken back."
    ),
    institutions.InstitutionUnknown: mark(
        "This institution is not on the register any more. Nothing was stored."
    ),
    sources.AddressUnusable: mark(
        "A link begins with https:// or http://. Correct it and store again; nothing was stored."
    ),
}


def meetings(words: Words, since: dt.date | None) -> dict[str, str]:
    """The meetings held since a day, by their numbers, the latest first."""
    known = data.frame(reviewing.meetings, Filters()).to_dict("records")
    first = since or dt.date.min
    held = [row for row in known if first <= row["held_on"].date() <= today()]
    return {
        str(row["number"]): f"{words.date(row['held_on'].date())} · {words.pick(row, 'title')}"
        for row in held
    }
