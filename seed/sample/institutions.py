"""Made-up bodies, so that no real one is given invented deeds; each name says what it is."""

from sqlalchemy import Connection

from data_access import schema
from data_access.rules import InstitutionKind, fold
from seed.sample.planting import put

SOURCE = {
    "code": "sample",
    "title_lv": "Izdomāti paraugdati",
    "title_en": "Made-up sample data",
}

STATE, MUNICIPAL, NGO = InstitutionKind.STATE, InstitutionKind.MUNICIPAL, InstitutionKind.NGO
INSTITUTIONS: tuple[tuple[str, InstitutionKind, str, str], ...] = (
    ("sample-ministry-a", STATE, "Ministrija A", "Ministry A"),
    ("sample-ministry-b", STATE, "Ministrija B", "Ministry B"),
    ("sample-agency", STATE, "Aģentūra C", "Agency C"),
    ("sample-centre", STATE, "Valsts centrs D", "State Centre D"),
    ("sample-social-service", MUNICIPAL, "Sociālais dienests E", "Social Service E"),
    ("sample-education-board", MUNICIPAL, "Izglītības pārvalde F", "Education Board F"),
    ("sample-culture-house", MUNICIPAL, "Kultūras nams G", "Culture House G"),
    ("sample-school", MUNICIPAL, "Skola H", "School H"),
    ("sample-roma-association", NGO, "Romu biedrība I", "Roma Association I"),
    ("sample-roma-youth", NGO, "Romu jauniešu biedrība J", "Roma Youth Association J"),
    ("sample-association", NGO, "Biedrība K", "Association K"),
    ("sample-foundation", NGO, "Nodibinājums L", "Foundation L"),
)


def fill_source(connection: Connection) -> int:
    """The source that every made-up row cites."""
    (number,) = put(connection, schema.source, [SOURCE])
    return number


def fill_institutions(connection: Connection, source: int) -> dict[str, int]:
    """The made-up bodies, by code."""
    rows = [
        {
            "code": code,
            "kind": kind,
            "name_lv": f"{name_lv} (izdomāta iestāde)",
            "name_en": f"{name_en} (made-up body)",
            "name_folded": fold(f"{name_lv} (izdomāta iestāde)"),
            "source_id": source,
        }
        for code, kind, name_lv, name_en in INSTITUTIONS
    ]
    numbers = put(connection, schema.institution, rows)
    return {code: number for (code, *_), number in zip(INSTITUTIONS, numbers, strict=True)}
