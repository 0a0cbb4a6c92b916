"""Words that stand beside names and say who somebody is not: titles, devices, rooms, bodies."""

import re

from data_access.attendance.reading.known_names import folded
from data_access.rules import fold


def phrases(text: str) -> frozenset[str]:
    """One a line, folded."""
    return frozenset(fold(line) for line in text.splitlines() if line.strip())


DECORATIONS = phrases(
    """
    guest
    external
    unverified
    anonymous
    host
    co-host
    cohost
    host, me
    me
    you
    organizer
    organiser
    presenter
    attendee
    panelist
    speaker
    interpreter
    moderator
    internal
    viesis
    viese
    ārējais
    ārējā
    ārējs
    nepārbaudīts
    neverificēts
    organizators
    rīkotājs
    vadītājs
    vadītāja
    prezentētājs
    dalībnieks
    dalībniece
    moderators
    moderatore
    lektors
    lektore
    runātājs
    tulks
    es
    гость
    внешний
    внешняя
    организатор
    ведущий
    я
    gość
    zewnętrzny
    organizator
    gospodarz
    svečias
    išorinis
    külaline
    väline
    online
    tiešsaistē
    attālināti
    klātienē
    zoom
    teams
    """
)
"""What programs and people add to a name in brackets, and what says nothing of who it is."""

ORIGINAL = re.compile(r"^(?:original(?: name)?|sākotnēji|īstais vārds)\s*:\s*", re.IGNORECASE)
PRONOUNS = folded(
    "she her hers he him his they them theirs viņa viņš viņi она ее он его ona jej on jego"
)

BEFORE_NAMES = folded(
    "dr doc prof mg mgr mag bc inž ing habil mr mrs ms sir pan pani ponas ponia г-н г-жа господин"
    " госпожа härra proua kundze kungs"
)
AFTER_NAMES = folded(
    "kundze kungs kgs kdze k-gs k-dze jaunkundze phd mba msc bsc llm mag mg dr prof habil"
)
"""Titles, of which those without a dot stand on one side of a name alone."""

OFFICES = folded(
    """
    deputāts deputāte ministrs ministre mācītājs mācītāja priesteris diakons prāvests bīskaps
    direktors direktore direktora vadītājs vadītāja vietnieks vietniece priekšsēdētājs
    priekšsēdētāja valdes padomes projekta projektu nodaļas departamenta izpilddirektors
    izpilddirektore eksperts eksperte speciālists speciāliste koordinators koordinatore lektors
    lektore moderators moderatore mediators mediatore skolotājs skolotāja profesors profesore
    asociētais asociētā docents docente referents referente konsultants konsultante vēstnieks
    vēstniece sekretārs sekretāre prezidents prezidente tulks tulce priekšnieks priekšniece
    vecākais vecākā galvenais galvenā director deputy minister ambassador professor president
    chairman chairwoman chairperson secretary reverend father
    """
)
"""What somebody is, where it stands before two words of a name at least."""

SURNAMES_LIKE_TITLES = folded("kungs pan sir doc mag ing father bīskaps sekretārs")
"""Titles only in small letters or with a dot."""

DEGREE = re.compile(
    r"^(?:dr|mg|mag|bc|doc|prof|asoc|habil|prof)\.(?:[^\W\d_]+\.)+,?$", re.IGNORECASE
)

MAKES = folded(
    """
    iphone ipad ipod galaxy samsung huawei xiaomi redmi poco oneplus oppo vivo realme motorola nokia
    pixel macbook imac laptop notebook desktop android smartphone smarttv thinkpad chromebook lenovo
    viedtālrunis planšete planšetdators klēpjdators portatīvais dators telefons tālrunis mobilais
    телефон айфон планшет ноутбук компьютер telefon komputer tablet smartfon laptopas telefonas
    """
)
USERS = re.compile(
    r"^(?:zoom|teams|webex|meet|google|anonymous|anonims|guest|call-in|phone|unknown|viesa)? ?"
    r"(?:(?:fellow )?jitster|user|users|lietotajs|guest|viesis|viesi|participant|dalibnieks"
    r"|attendee|host|admin|administrator|anonymous|anonims|zoom|teams|webex|caller|unknown|nezinams|me|gosc|gost|гость"
    r"|пользователь|участник|uzytkownik|vartotojas|svecias|kasutaja|test|tests|demo)"
    r"[ _#-]*\d*(?: \d+)?$"
)
STAFF = re.compile(
    r"\b(?:otter(?:\.ai|pilot)?|read\.ai|fireflies|fathom|tl;?dv|sembly|avoma|notetaker|note ?taker"
    r"|meeting notes|recorder|recording|record bot|transcri\w*|ierakst\w*|captions?|tulk[sia]?"
    r"|tulce|tulkosana\w*|tulkojums|interpreters?|interpretation|moderator\w*|tehnisk\w*|atbalst[sa]?"
    r"|technical|support|helpdesk|it support|assistant|asistent[se]|operators?|переводчик\w*"
    r"|техническ\w*|поддержк\w*|модератор\w*|tlumacz\w*|techniczn\w*|vertej\w*)\b|\.ai\b"
)
"""Programs that take notes, and those who serve a call, where no name stands beside the word."""
ROOM = (
    r"(?:zal[ea]|telpa|kabinets|auditorija|klase|studija|sala|room|hall|classroom|зал|комната"
    r"|kabinetas)"
)
ROOM_KINDS = (
    r"(?:sezu|liela|maza|konferencu|konferences|apspriezu|sapulcu|sanaksmju|aktu|preses|domes|teams"
    r"|zoom|meeting|conference|board|class|konferencyjna|video|конференц)"
)
ROOMS = re.compile(
    rf"^(?:{ROOM}|(?:{ROOM_KINDS}[ -]?)+{ROOM}?|boardroom)"
    r"(?:[ #-]*(?:nr\.? ?)?\d+\w?)?(?: \(.*\))?$"
    rf"|^{ROOM}[ #-]*(?:nr\.? ?)?\d+|(?:^|\s)(?:teams|zoom|meeting|conference|board) ?room\b"
    rf"|^{ROOM_KINDS} {ROOM}\b|^\d+\.? {ROOM}$"
)
MODEL = re.compile(r"^(?:[A-Z]{2,}-[A-Z0-9]+|(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9-]{4,})$")
COMPUTER = re.compile(r"^(?:desktop|laptop|pc|win|mac|nb|dators)[-_][\w-]+$", re.IGNORECASE)

BODIES = re.compile(
    r"\b(?:ministrij\w*|pasvaldib\w*|biedrib\w*|nodibinajum\w*|dienest\w*|vidusskol\w*|pamatskol\w*"
    r"|sakumskol\w*|skolas?|augstskol\w*|agentur\w*|padome|domes?|novad[sau]"
    r"|novados|departament\w*|parvald\w*"
    r"|inspekcij\w*|policij\w*|universitat\w*|bibliotek\w*|fonds|asociacij\w*|savienib\w*"
    r"|institut\w*|komisij\w*|kancelej\w*|birojs|birojam|biroja|pilsetas|valstspilset\w*|pagasta?"
    r"|municipality|ministry|council|agency|association|foundation|university|department|school"
    r"|municipal\w*|government|embassy|vestniecib\w*|commission|centre|center|institute"
    r"|министерств\w*|самоуправлени\w*|обществ\w*|школа|фонд|ассоциаци\w*|управлени\w*|дума|служба"
    r"|ministerstw\w*|stowarzyszeni\w*|fundacj\w*|urzad|gmin\w*|szkola|uniwersytet\w*"
    r"|ministerij\w*|savivaldyb\w*|asociacij\w*|draugij\w*|mokykl\w*|centr[sau]|centram"
    r"|nvo|ngo|llc|ltd|gmbh|ouu|mtu|vsia|bernudarz\w*|muzejs|arhivs|teatris|tiesa|prokuratur\w*)\b"
)
"""In a folded text. Bodies are more than these; a text without any of them may be one as well."""

SURNAMES_TOO = folded(
    "dome skola fonds centrs birojs tiesa pagasts muzejs arhīvs teātris duma school"
)
"""Words of bodies that are surnames as well."""

FORMS = frozenset(
    {"SIA", "AS", "VSIA", "IK", "NVO", "UAB", "OÜ", "NGO", "VAS", "PIKC", "BO", "ZS", "PS", "IU"}
    | {"Z/S", "KS", "PSIA", "ООО", "ИП"}
)
"""Forms of companies, as they are written: "As" can be a surname."""

NOTES = re.compile(
    r"^(?:kopa|kopskaits|pavisam|sagatavoja|sarakstu|saraksts|paraksts|parakstu|total|итого|всего|razem"
    r"|is viso|kokku|dalibnieki|dalibnieku|apstiprin\w+|datums|vieta|laiks|piezime|piezimes"
    r"|vards|uzvards|vards,? uzvards|name|surname|nav|n/a|absent|apologies"
    r"|excused|present|rezerve)\W*(?:\d.*)?$"
    r"|^(?:sarakstu|kopa|sagatavoja|dalibnieku)\b.*\b(?:sagatavoja|dalibniek\w*|sagatavots|skaits)\b"
    r"|^(?:page|lapa|lpp)\.? \d+|^\d+ (?:dalibniek\w*|participants?|attendees?|person\w*|cilveki)$"
)
BETWEEN_PEOPLE = frozenset({"un", "and", "и", "oraz", "ir", "ja", "&", "+"})
WORDS_FOR_NOTHING = folded("null nill nil none nan na")
"""Surnames as well: a name is never missing because it reads like this."""
