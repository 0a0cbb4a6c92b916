"""What stands in a sheet beside people: totals, signatures, numbering, marks of presence."""

import re
from collections.abc import Sequence

from data_access.rules import fold

DASHES = str.maketrans("‐‑‒–—−", "------", "\ufe0f")
LONGEST = 300
LEADING = 2
"""In so many of a row's first filled cells a footer says what it is."""

FOOTER = re.compile(
    r"^(kopa( bija| piedalijas)?( \d+.*| dalibniek.*)?|kopskaits|kopsumma|pavisam( kopa)?"
    r"|dalibnieki kopa|kopa dalibniek\w*|dalibnieku skaits|kopejais skaits|total( participants)?"
    r"|skolenu skaits|sum|summa|итого|всего( участников)?|razem|suma|ogolem|is viso|viso|kokku)"
    r"( \d+.*)?$"
)
COUNTED = re.compile(
    r"^(count|sievietes|viriesi|romi|romu parstavji|jauniesi|berni|women|men|youth|children"
    r"|organizatori|citi|pieaugusie|женщины|мужчины|kobiety|mezczyzni)( \d+.*)?$"
)
"""Under a list these are totals where a number stands beside them, else titles of sections."""
SECTIONS = re.compile(
    r"^(?:(?:ne)?(?:ierad\w+|piedal\w+)(?: dalibnieki)?|klausitaji|viesi|lektori|lektores"
    r"|organizatori|atteik\w+"
    r"|rezerve|rezervisti|klatesos\w+|dalibnieki|eksperti|runataji|komanda|projekta komanda"
    r"|present|absent|apologies|excused|guests|participants|observers|in attendance|attendees"
    r"|speakers|members|staff|online|attalinati|klatiene|tiessaiste|prombutne|присутств\w+"
    r"|отсутств\w+|гости|участники|obecni|nieobecni|goscie|uczestnicy|dalyviai|sveciai)$"
)
"""Titles of sections, in the plural or of a way to take part; folded."""
SIGNED = re.compile(
    r"^(sarakstu (sagatavoja|sastadija|apstiprina)|sagatavoja|sastadija|apstiprinu|apliecinu"
    r"|atbildig(a|ais) (persona|par)|organizator[se]|pasakuma vaditaj[sa]|vaditaja paraksts"
    r"|paraksts|prepared by|signed by|signature|approved"
    r"|организатор|составил|подпись|ответственн|sporzadzil|podpis|parenge"
    r"|parasas|koostas|projekta vaditaj[sa]|projektu finanse|pasakumu finanse"
    r"|ar cienu|ar sveicieniem|best regards|kind regards|regards|с уважением|pozdrawiam|pagarbiai"
    r"|lugupidamisega|mit freundlichen|eksportej\w*|exported|izdrukats|drukats"
    r"|#(?!ref|n/a|name|value|div/|null|num)"
    r"|(sis )?dokuments (ir )?(parakstits|sagatavots)|this document|tulkoja|protokoleja"
    r"|ar savu parakstu|parakstoties|piekritu|es piekritu)(\b|(?<=#))"
)
NOTED = re.compile(r"^(piezim(e|es)|datums|vieta|date|note|notes|примечание|uwagi|pastaba)\b")
"""A note, which may stand between people as well as below them."""
PAGE = re.compile(
    r"^(?:(?:lapa|page|lpp|strana|strona|страница|стр)\.? \d.*|\d+\.? ?(?:lapa|lpp)\.?.*)$"
)
LINE_TO_SIGN = re.compile(r"_{4,}|\.{8,}|^/.+/$")
OF_WHOM = (
    r"(?:t\.? ?sk|tai skaita|taja skaita|no tiem|no kuriem|no tam|incl|including"
    r"|of whom|of which|в т\.? ?ч|в том числе|w tym|z czego|is ju|tarp ju)\b"
)
PARTS = re.compile(rf"\(.*|[,;]? ?\b{OF_WHOM}.*")
"""After these a total is taken apart."""
OF_TOTAL = re.compile(rf"^{OF_WHOM}")
STATED = re.compile(
    r"^(?:kopa )?(?:piedalij\w+|ieradas|apmeklej\w+|klat(?:esosi)?|dalibnieki|attended|present"
    r"|participants|присутствовал\w*|участвовал\w*|obecnych|dalyvavo) (\d+)"
    r"(?: (?:dalibniek\w*|cilvek\w*|person\w*|participants?|people|человек\w*|osob\w*))?$"
)
"""A line that says how many came: "Piedalījās 14 dalībnieki"."""
DIGITS = re.compile(r"\d+")
LONGEST_LABEL, LONGEST_NUMBER = 120, 9
LINE_NUMBER = re.compile(r"^\W{0,2}\d{1,6}\W{0,2}$")

PRESENT = frozenset(
    {
        "x", "х", "v", "+", "1", "ja", "j", "y", "yes", "true", "p", "n+", "✓", "✔", "☑", "☒",
        "✗+", "✅", "da", "да", "д", "tak", "t", "taip", "piedalijas", "bija", "ir", "ieradas",
        "klat", "present", "attended", "*", "•", "●", "■", "ok", "был", "была", "obecny", "obecna",
        "dalyvavo", "/",
    }
)  # fmt: skip
ABSENT = frozenset(
    {
        "", "-", "--", "0", "✗", "✘", "✖", "×", "❌", "ne", "n", "no", "false", "nav", "nebija",
        "neieradas", "нет", "nie", "absent", "☐", "○", "□", "nepiedalijas", "slimo", "attaisnots",
        "не был", "не была", "nieobecny", "nieobecna", "nedalyvavo",
    }
)  # fmt: skip
HOURS = re.compile(r"^\d{1,2}([.,]\d{1,2})?$")
SIGNED_WORD = re.compile(
    r"^(?!.*\b(?:nav|bez|ne|no|not|без)\b)"
    r".*\b(?:e-?)?(?:parakst(?:s|u|its|ijas|ija)\b|signed\b|signature\b|podpis|подпис)"
)
"""In a column of signatures, words that stand for one."""
REMARK = re.compile(r"\s*\(.*?\)$")
IN_ORDER = (
    r"(?:d|dien\w*|day|день|dzien|paev|nod|nodarb\w*|sesij\w*|session|lekcij\w*|lecture|lesson"
    r"|занятие|zajecia|uzsiemim\w*|modul\w*|tiksan\w*)"
)
ORDINAL_DAY = re.compile(
    rf"^(?:(\d{{1,2}}\.? ?|[ivx]{{1,4}}(?:\. ?| )){IN_ORDER}\.?"
    rf"|{IN_ORDER}\.? ?(\d{{1,2}}|(?<=[ .])[ivx]{{1,4}})\.?)$"
)
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
PART_OF_DAY = re.compile(
    r"^(?:rit[sa]?(?: dala)?|pecpusdien\w*|priekspusdien\w*|vakar[sa]|(?:pirms|pec) pusdien\w*"
    r"|morning|afternoon|evening|утро|вечер|rano|popoludni\w*|a\.?m\.?|p\.?m\.?"
    r"|\d{1,2}[:.]\d\d(?: ?- ?\d{1,2}[:.]\d\d)?)$"
)
"""Over columns of marks: which part of the day somebody was there."""
SECTION = re.compile(r"^(\d+[.)]\s+\D|.+:$|[ivx]+\.\s+\D)", re.IGNORECASE)


def key(text: str) -> str:
    """A text folded for the tables of words, in which a crossed l is one without its stroke."""
    return fold(text[:LONGEST].translate(DASHES)).replace("ł", "l")


def marked(cell: str) -> bool | None:
    """Whether a mark says that somebody was there; None for what is no mark.

    A signature or initials put into a cell as text count as neither.
    """
    told = key(cell) if cell else ""
    told = (REMARK.sub("", told) or told).strip(" .()")
    if SIGNED_WORD.search(told):
        return True
    if HOURS.match(told):
        return float(told.replace(",", ".")) > 0
    if told in PRESENT:
        return True
    return False if told in ABSENT else None


def ends_list(cells: Sequence[str]) -> bool:
    """Whether a row is one of those under a list: a total, who made it, a line to sign."""
    filled = [cell for cell in cells if cell]
    for cell in filled[:LEADING]:
        if not cell.isdigit() and _ends(_told(cell), filled):
            return True
    return any(LINE_TO_SIGN.search(cell) for cell in filled)


def _ends(text: str, filled: Sequence[str]) -> bool:
    if FOOTER.match(text) or SIGNED.match(text):
        return True
    if NOTED.match(text):
        return True
    return bool(COUNTED.match(text) or OF_TOTAL.match(text)) and any(map(DIGITS.search, filled))


def is_label(word: str) -> bool:
    """Whether a folded word begins a row under a list, or names a section of it."""
    return any(labels.match(word) for labels in (FOOTER, SIGNED, NOTED, COUNTED))


def is_section(text: str) -> bool:
    """Whether a text alone in a row says what the people below it are."""
    return SECTIONS.match(key(text)) is not None


def is_of_list(section: str) -> bool:
    """Whether the title of a section begins as titles of lists do: it names no institution."""
    return SECTIONS.match(key(section).partition(" ")[0]) is not None


def is_page(cells: Sequence[str]) -> bool:
    """Whether a row is but the number of a page."""
    filled = [cell for cell in cells if cell]
    return len(filled) == 1 and PAGE.match(_told(filled[0])) is not None


def is_signed_by(cells: Sequence[str]) -> bool:
    """Whether a row says who made the list, who answers for it, or leaves a line to sign."""
    filled = [cell for cell in cells if cell]
    told = [_told(cell) for cell in filled[:LEADING]]
    return any(map(SIGNED.match, told)) or any(map(LINE_TO_SIGN.search, filled))


def total_of(cells: Sequence[str]) -> int | None:
    """The number of people that a row of totals states; None where it states none or several."""
    filled = [cell for cell in cells if cell]
    told = [_told(cell) for cell in filled[:LEADING]]
    stated = STATED.match(told[0]) if len(filled) == 1 else None
    if stated:
        return int(stated[1])
    if not any(FOOTER.match(text) for text in told):
        return None
    whole = [PARTS.sub("", fold(cell)) for cell in filled]
    found = {int(number) for cell in whole for number in DIGITS.findall(cell)} - {0}
    return found.pop() if len(found) == 1 else None


def _told(cell: str) -> str:
    """A label without its colon: "Kopā: 5" reads like "Kopā 5"."""
    return " ".join(key(cell[:LONGEST_LABEL]).replace(":", " ").split()).strip(".;, ")


def is_line_number(cell: str) -> bool:
    """Whether it only numbers a line."""
    return bool(LINE_NUMBER.match(cell))


def is_of_several(cell: str) -> bool:
    """Whether a number of people beside one name is greater than one."""
    return cell.isdecimal() and int(cell[:LONGEST_NUMBER]) > 1


def day_number(heading: str) -> int | None:
    """Of "2. diena" or "Day 2" the number."""
    found = ORDINAL_DAY.match(fold(heading).strip())
    told = (found[1] or found[2]).strip(". ") if found else ""
    if not told:
        return None
    return int(told) if told.isdigit() else ROMAN.index(told) + 1 if told in ROMAN else None


def is_sign(text: str) -> bool:
    """Whether a text is a mark of presence or absence, and no number of hours."""
    return key(text).strip(" .()") in PRESENT | ABSENT
