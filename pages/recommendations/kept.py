"""What the forms of the register share: labels, choices, what a refusal says, and undoing."""

from collections.abc import Callable
from typing import Any

from data_access import activities, institutions, recommendations, rounds
from data_access.access import Reader, Right
from data_access.filters import Filters
from data_access.recommendations import keeping
from data_access.recommendations.deadlines import DeadlineUnusable
from pages.shared import data, desk, forms, once, placing, sources
from pages.shared.fields import Field, Kind
from pages.shared.vocabulary import AREAS, RECOMMENDATION_KINDS, SPEAKING
from pages.shared.words import Words, mark

NONE = ""
UNDO = "undo-of-the-register"
LABELS = {
    "kind": mark("Kind"),
    "area": mark("Area"),
    "made_on": mark("Made on"),
    "activity": mark("Where it was made"),
    "place": mark("Place"),
    "place_name_lv": mark("Name of the place in Latvian"),
    "place_name_en": mark("Name of the place in English"),
}
TEXTS = {
    "text_lv": mark("What is asked, in Latvian"),
    "text_en": mark("What is asked, in English"),
}
Undo = Callable[[data.Asking, Reader], object]


def _early(words: Words, refusal: keeping.DeadlineBeforeMade) -> str:
    if not refusal.reference:
        return words.say("The deadline lies before the day made. Nothing was stored.")
    return words.say(
        "The deadline lies before the day on which {reference} was made. Nothing was stored.",
        reference=refusal.reference,
    )


def _back(words: Words, refusal: keeping.CarriedBack) -> str:
    return words.say(
        "{reference} can be carried into a round after its own alone. Nothing was stored.",
        reference=refusal.reference,
    )


def _spoken_of(words: Words, refusal: keeping.SpokenOf) -> str:
    named = ", ".join(words.code(SPEAKING, table) for table in refusal.tables)
    return words.say("It stays, for there is more of it: {list}. Nothing was removed.", list=named)


REFUSALS: forms.Refusals = {
    recommendations.EntryUnknown: mark(
        "The register has no entry of this number. Nothing was stored."
    ),
    rounds.RoundApproved: mark(
        "The round is approved: the register gains no entry of it and loses none. Nothing was "
        "stored; withdraw the approval under “Rounds” first."
    ),
    institutions.InstitutionUnknown: mark(
        "This institution is not on the register any more. Nothing was stored."
    ),
    DeadlineUnusable: mark(
        "This is no deadline: the year lies too far away, or a horizon ends before it begins. "
        "Nothing was stored."
    ),
    keeping.ActivityElsewhere: mark(
        "This activity belongs to another round. Choose one of the entry's round; "
        "nothing was stored."
    ),
    keeping.CarriedBack: _back,
    keeping.DeadlineBeforeMade: _early,
    keeping.LinkBackwards: mark(
        "By the days on which they were made, the earlier entry is the later one. "
        "Nothing was stored."
    ),
    keeping.LinkInCircle: mark(
        "The links would run in a circle: that entry comes after this one. Nothing was stored."
    ),
    keeping.LinkToItself: mark("An entry is linked to another one. Nothing was stored."),
    keeping.MadeAhead: mark("The day on which it was made is still to come. Nothing was stored."),
    keeping.NotInBothLanguages: mark(
        "What is asked is stated in Latvian and in English. Nothing was stored."
    ),
    keeping.ReferenceTaken: mark(
        "Another entry has this number. Leave it empty for the next free one; nothing was stored."
    ),
    keeping.ReferenceUnusable: mark(
        "A number has letters, digits and hyphens, such as V-03. Nothing was stored."
    ),
    keeping.RoundUnknown: mark("This round is gone: somebody removed it. Nothing was stored."),
    keeping.SpokenOf: _spoken_of,
    keeping.StandsAlready: mark("It stands so already. Nothing was stored."),
    keeping.TooMany: mark("These are too many entries for one change. Nothing was stored."),
    keeping.WordedAlike: mark("It is worded so already. Nothing was stored."),
}


def particulars(words: Words, round_: str, stood: dict[str, Any]) -> list[Field]:
    """The fields of what is known of an entry of the round, but for texts and deadline."""
    place = (str(stood.get("place") or ""), "")
    options = {
        "kind": {code: words.code(RECOMMENDATION_KINDS, code) for code in RECOMMENDATION_KINDS},
        "area": {code: words.code(AREAS, code) for code in reversed(AREAS)},
        "activity": {NONE: words.say("not stated"), **_activities(words, round_)},
        "place": placing.offered(words, Filters(round=round_), round_, place),
    }
    plain = [
        Field(
            name,
            label,
            Kind.DAY if name == "made_on" else Kind.CHOICE if name in options else Kind.LINE,
            options.get(name, {}),
            required=name == "kind",
        )
        for name, label in LABELS.items()
    ]
    return [*plain, *sources.citation(words)]


def texts() -> list[Field]:
    """The fields of a wording; both languages are stated."""
    plain = mark("No names of persons: the text is shown to everybody.")
    return [
        Field(name, label, Kind.TEXT, required=True, help=plain if name == "text_lv" else "")
        for name, label in TEXTS.items()
    ]


def bodies(words: Words) -> dict[str, str]:
    """Every institution by its code, in the order of names."""
    rows = data.frame(institutions.listed, Filters()).to_dict("records")
    named = {str(row["code"]): words.pick(row, "name") for row in rows}
    order = {name: at for at, name in enumerate(words.sort(named.values()))}
    return dict(sorted(named.items(), key=lambda pair: order[pair[1]]))


def may_keep() -> bool:
    """Whether whoever is reading keeps entries at all."""
    return forms.may(Right.KEEP_RECORDS)


def note_undo(name: str, undo: Undo) -> None:
    """What was just stored can be undone by this, until something else is stored."""
    once.forget(f"undo-{name}")
    desk.here()[UNDO] = (name, undo)


def offer_undo(words: Words, name: str) -> None:
    """A button that puts back what stood before the latest change, and what came of it."""
    noted, undo = desk.here().get(UNDO, (None, None))
    if noted != name:
        forms.outcome(words, f"undo-{name}")
        return
    forms.button(
        words,
        f"undo-{name}",
        words.say("Undo what was just stored"),
        lambda connection, reader, _: undo(connection, reader),
        refusals=REFUSALS,
        after=lambda: desk.here().pop(UNDO, None),
        done=forms.TAKEN_BACK,
    )


def _activities(words: Words, round_: str) -> dict[str, str]:
    rows = data.frame(activities.listed, Filters(round=round_)).to_dict("records")
    return {str(row["code"]): words.pick(row, "title") for row in rows}
