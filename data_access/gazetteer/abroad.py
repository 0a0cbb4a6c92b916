"""Names of other countries, in Latvian and English; what they say of a place or an institution."""

import re

from data_access.gazetteer.inflection import genitive
from data_access.rules import fold

IN_LATVIAN = (
    "Igaunija Lietuva Polija Krievija Baltkrievija Ukraina Vācija Somija Zviedrija Norvēģija Dānija"
    " Islande Īrija Lielbritānija Anglija Francija Beļģija Nīderlande Luksemburga Austrija Šveice"
    " Čehija Slovākija Ungārija Rumānija Bulgārija Moldova Itālija Spānija Portugāle Grieķija"
    " Slovēnija Horvātija Serbija Kipra Malta Turcija ASV Kanāda"
)
IN_ENGLISH = (
    "Estonia Lithuania Poland Russia Belarus Ukraine Germany Finland Sweden Norway Denmark Iceland"
    " Ireland Britain England France Belgium Netherlands Luxembourg Austria Switzerland Czechia"
    " Slovakia Hungary Romania Bulgaria Italy Spain Portugal Greece Slovenia Croatia"
    " Serbia Cyprus Turkey USA Canada Estonian Lithuanian Polish Russian Ukrainian German Finnish"
    " Swedish Hungarian Romanian Bulgarian Czech Slovak"
)
COUNTRIES = frozenset(fold(name) for name in f"{IN_LATVIAN} {IN_ENGLISH}".split())
FORMS = COUNTRIES | {genitive(fold(name)) for name in IN_LATVIAN.split()}
WORD = re.compile(r"[^\W_]+")


def is_another_country(text: str) -> bool:
    """Whether the text is the name of another country and nothing else."""
    return fold(text).strip(" .") in COUNTRIES


def names_another_country(text: str) -> bool:
    """Whether another country is named in the text: its ministry is none of Latvia's."""
    return any(word in FORMS for word in WORD.findall(fold(text)))
