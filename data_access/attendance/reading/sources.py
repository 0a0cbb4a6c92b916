"""Known exports, told by their structure: headings that stand together, in any language."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from data_access.attendance.reading import marks
from data_access.attendance.reading.decisions import Means
from data_access.attendance.reading.roles import BRACKETED
from data_access.attendance.reading.roles import ColumnRole as Role
from data_access.attendance.reading.sheet import Source


@dataclass(frozen=True)
class Sign:
    """What gives a source away: roles that its columns have, and parts of texts above or in them.

    Every role must be there, and of each group of words one.
    """

    source: Source
    roles: frozenset[Role] = frozenset()
    words: tuple[tuple[str, ...], ...] = ()

    def fits(self, roles: Collection[Role], texts: str) -> bool:
        """Whether a table with these roles, among these folded texts, comes from there."""
        return self.roles <= set(roles) and all(
            any(word in texts for word in group) for group in self.words
        )


SIGNS = (
    Sign(Source.TEAMS, frozenset({Role.FULL_NAME, Role.JOIN}),
         (("(upn)", "meeting summary"),)),
    Sign(
        Source.TEMPLATE,
        frozenset({Role.FULL_NAME, Role.CONTACT, Role.INSTITUTION, Role.CATEGORY, Role.PLACE,
                   Role.GENDER, Role.AGE, Role.STATUS}),
    ),
    Sign(Source.ZOOM_WEBINAR, frozenset({Role.FULL_NAME}),
         (("attendee details", "webinar id", "panelist details", "host details",
           "dalibnieku informacija"),)),
    Sign(Source.ZOOM_WEBINAR, frozenset({Role.STAMP, Role.GIVEN}), (("approval status",),)),
    Sign(Source.ZOOM_MEETING, frozenset({Role.FULL_NAME}),
         (("name (original name)", "recording consent", "in waiting room", "meeting id",
           "(original name)", "(avota vards)", "(исходное имя)"),)),
    Sign(Source.TEAMS, frozenset({Role.FULL_NAME, Role.ACTION})),
    Sign(Source.TEAMS, frozenset({Role.FULL_NAME, Role.JOIN}),
         (("participant id (upn)", "in-meeting", "meeting summary", "1. summary", "first join",
           "user principal", "pirma pievieno", "1. kopsavilkums", "2. dalibnieki", "2. участники",
           "utc event timestamp", "sapulces kopsavilkums", "2. participants", "1. сводка"),)),
    Sign(Source.TEAMS, frozenset(), (("utc event timestamp",), ("participant id",))),
    Sign(Source.WEBEX, frozenset({Role.JOIN}),
         (("connection type", "invitee email", "webex"), ("display name", "attendee", "name"))),
    Sign(Source.TEAMS, frozenset({Role.FULL_NAME, Role.JOIN, Role.LEAVE, Role.DURATION,
                                  Role.CALL_ROLE})),
    Sign(Source.MEET, frozenset({Role.GIVEN, Role.JOIN, Role.DURATION})),
    Sign(Source.MEET, frozenset({Role.DURATION}), (("time exited", "time joined"),)),
    Sign(Source.MICROSOFT_FORMS, frozenset(),
         (("completion time", "pabeigsanas laiks", "время завершения", "godzina ukonczenia"),)),
    Sign(Source.GOOGLE_FORMS, frozenset({Role.STAMP}),
         (("timestamp", "laika zimogs", "laikspiedols", "отметка времени", "sygnatura czasowa",
           "laiko zyma"),)),
    Sign(Source.EVENTBRITE, frozenset(),
         (("order #", "order id", "order date", "order no"), ("attendee", "ticket"))),
    Sign(Source.CIVICRM, frozenset(),
         (("participant status", "participant role", "contact id"),
          ("sort name", "display name", "event", "register date", "contact id"))),
    Sign(Source.INDICO, frozenset(),
         (("checked in", "registration state", "registration id", "check-in"),
          ("affiliation", "registration", "id"))),
    Sign(Source.SIGN_IN, frozenset({Role.SIGNATURE})),
    Sign(Source.SIGN_IN, frozenset({Role.DAY})),
    Sign(Source.SIGN_IN, frozenset(),
         (("dalibnieku sarakst", "dalibnieku registracij", "registracijas lapa",
           "attendance sheet", "sign-in sheet", "attendance list", "lista obecnosci",
           "список участников", "dalyviu sarasas", "apmeklejuma"),)),
)  # fmt: skip
"""The first that fits decides."""

ONLY_REGISTERED = frozenset(
    {Source.GOOGLE_FORMS, Source.MICROSOFT_FORMS, Source.EVENTBRITE, Source.INDICO}
)
"""Who stands there said that they would come; whether they did, another column has to tell."""

ANNOUNCED = (
    "apstiprinaj", "confirmed", "planot", "planned", "piedalisi", "piedalities", "plano pied",
    "will attend", "will you", "potencial", "rsvp", "doodle", "poll", "aptauja", "optin", "opt-in",
    "subscrib", "plus one", "kontaktu sarakst", "kontaktpersonu sarakst", "iesutisanas sarakst",
    "adresatu sarakst", "adresu sarakst", "mailing list", "contact list", "distribution list",
    "list of contacts", "рассылк", "lista kontakt", "biedru sarakst", "member list",
    "list of members", "registered at", "going", "interested", "pieteik", "pieteic", "uzaicin",
    "invited", "invitation list", "registered partic", "registration list", "приглашен",
    "зарегистрирован", "zapisan", "zaprosz", "uzsiregistrav", "kviest", "registrants",
    "registration report",
)  # fmt: skip
"""Parts of a list's own title by which it may hold people who never came."""

ATTENDED_WORDS = (
    "attended", "ja", "yes", "y", "1", "x", "v", "+", "true", "present", "checked in",
    "checked-in", "piedalijas", "ieradas", "apmekleja", "klatesoss", "klatesosa", "bija", "да",
    "присутствовал", "присутствовала", "участвовал", "участвовала", "был", "была", "tak", "obecny",
    "obecna", "uczestniczyl", "uczestniczyla", "taip", "dalyvavo", "joined", "completed", "ir",
    "piedalijies", "piedalijusies", "jah", "tick", "✓", "✔", "participated", "klatiene",
    "attalinati", "tiessaiste", "online", "in person", "anwesend", "oui", "присутній",
    "late", "arrived late", "kavejas", "nokaveja", "online participant", "klat", "ir klat",
    "klatesos", "klatiene bija", "bija klat", "here",
    "присутня", "так", "osales", "prezent", "present at", "teilgenommen",
)  # fmt: skip
REGISTERED_WORDS = (
    "registered", "registrejies", "registrejusies", "registrejas", "tikai registrejas", "ne", "no",
    "n", "0", "-", "--", "false", "not attended", "did not attend", "no-show", "no show", "noshow",
    "absent", "neieradas", "nebija", "nepiedalijas", "attending", "not attending", "cancelled",
    "canceled", "atcelts", "atteicas", "pending", "pending from waitlist", "on waitlist",
    "waitlisted", "approved", "denied", "rejected", "expired", "transferred", "confirmed",
    "complete", "unpaid", "нет", "не был", "не была", "отсутствовал", "отсутствовала",
    "зарегистрирован", "зарегистрирована", "nie", "nieobecny", "nieobecna", "zarejestrowany",
    "zarejestrowana", "nedalyvavo", "uzsiregistraves", "uzsiregistravo", "pieteicies",
    "pieteikusies", "pieteikts", "apstiprinats", "gaida", "ei", "refunded", "deleted", "withdrawn",
    "pending approval", "pending payment", "invited", "uzaicinats", "uzaicinata", "declined",
    "not checked in", "pending (incomplete transaction)", "partially paid", "registered only",
    "going", "interested", "maybe", "tentative", "accepted", "none", "required", "optional",
    "not responded", "no response", "varbut", "abwesend", "non", "ні", "відсутній", "nein",
    "atteikts", "attaisnots", "slimo", "nav", "apologies", "apology", "excused", "regrets",
    "sent apologies", "nav ieradies", "nav ieradusies", "nepiedalas", "nevareja", "registrets",
    "registreta", "slims", "slima", "slimoja", "atteikusies", "atteicies", "nav klat",
    "pending from pay later", "болел", "болела", "заболел", "заболела", "не пришел", "не пришла",
    "prombutne",
)  # fmt: skip
ABSENCE = re.compile(
    r"\b(nebija|neierad\w*|nepiedal\w*|atteic\w*|atteikus\w*|slim[aos]?|slimo\w*|neapmekle\w*"
    r"|nav (klat|ierad\w*|bij\w*)|kave\w*|attaisnot\w*|rezerv\w*|reserve|gaidisanas\w*"
    r"|prombutn\w*|atvalinajum\w*|neatnac\w*|absent|no[ -]?show|did ?n.t|did not|declined"
    r"|cancel+ed|atcel\w*|не бы\w*|не приш\w*|отсутств\w*|заболел\w*|nieobecn\w*|nedalyvav\w*"
    r"|neatvyk\w*|not attend\w*|unable|could ?n.t|could not|apolog(?:y|ies)|excused|regrets"
    r"|nevar(?:eja|es|ot|u)?|neatbild\w*|vin[aui]s? vieta|vieta (?:ierad|atnac|piedal|bija)\w*"
    r"|(?:ierad|atnac|piedal|bij|sutij)\w* (?:vietniek|koleg|cit|aizviet)\w*"
    r"|instead|replaced|substitut\w*|вместо|не смог\w*|zamiast|zastep\w*|komandejum\w*"
    r"|nepiesledz\w*|neierad|no answer|did not answer|не ответ\w*)\b"
)
"""In a remark these say that somebody may not have come."""
LETTERS = re.compile(r"[^\W\d_]")
LONGEST_REMARK = 30
SHORTEST = 3
"""A longer word for presence says itself what it means; a shorter one is a mark."""
WORDS: Mapping[str, Means] = {
    **dict.fromkeys(filter(str.isalnum, marks.ABSENT), Means.REGISTERED),
    **dict.fromkeys(filter(str.isalnum, marks.PRESENT), Means.ATTENDED),
    **dict.fromkeys(map(marks.key, REGISTERED_WORDS), Means.REGISTERED),
    **dict.fromkeys(map(marks.key, ATTENDED_WORDS), Means.ATTENDED),
}


WAYS = frozenset(
    {"klatiene", "attalinati", "tiessaiste", "online", "in person", "klatiene bija", "remote"}
)
MARKED = {True: Means.ATTENDED, False: Means.REGISTERED}


def source_of(roles: Collection[Role], texts: str) -> Source:
    """Where a table comes from; ``texts`` are the folded headings and what stands above them."""
    return next((sign.source for sign in SIGNS if sign.fits(roles, texts)), Source.LIST)


def is_announced(texts: str) -> bool:
    """Whether a list's title says that people were invited or had registered."""
    return any(part in texts for part in ANNOUNCED)


def tells_of_absence(text: str) -> bool:
    """Whether a remark may say that somebody did not come."""
    return ABSENCE.search(marks.key(text)) is not None


def is_absence(heading: str) -> bool:
    """Whether a heading says nothing but that somebody did not come."""
    told = BRACKETED.sub(" ", marks.key(heading))
    left = ABSENCE.sub("", told)
    return left != told and not LETTERS.search(left)


def says_how(text: str) -> bool:
    """Whether a word says how somebody takes part, as those who apply do as well."""
    return BRACKETED.sub("", marks.key(text)).strip(" .!") in WAYS


def says_present(text: str) -> bool:
    """Whether a word by itself says that somebody came."""
    return len(text) > SHORTEST and status_word(text) is Means.ATTENDED


def status_word(text: str) -> Means | None:
    """What a word about somebody's coming says; None for one that is not known."""
    key = marks.key(text)
    found = WORDS.get(key.strip(" .!"))
    if found is None and key.endswith(")"):
        remark = BRACKETED.search(key)
        is_plain = remark is not None and not (
            len(remark[0]) > LONGEST_REMARK or any(map(str.isdigit, remark[0]))
        )
        found = WORDS.get(BRACKETED.sub("", key).strip(" .!")) if is_plain else None
        if found is Means.ATTENDED and ABSENCE.search(key):
            found = None
    if found is not None or any(map(str.isalnum, key)):
        return found
    told = marks.marked(text) if key else None
    return None if told is None else MARKED[told]
