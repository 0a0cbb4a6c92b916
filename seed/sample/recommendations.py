"""The made-up recommendations with their wordings, addressees, reports and findings."""

from sqlalchemy import Connection

from data_access import schema
from data_access.rules import AddresseeRole, RecommendationKind, RecommendationLinkKind, fold
from seed.sample.advice import (
    ADVICE,
    CARRIED,
    MEETINGS,
    REPEATED_BY,
    REPLACED_BY,
    Advice,
    day,
    moment,
)
from seed.sample.planting import Ground, Row, place, put

FIRST_ENTERED, REWORDED = "2020-07-31", "2020-10-01"
LINKED = {
    RecommendationLinkKind.REPLACES: REPLACED_BY,
    RecommendationLinkKind.REPEATS: REPEATED_BY,
}
REWORDING = "Papildināts formulējums (izdomāts)."


def fill_recommendations(connection: Connection, ground: Ground) -> None:
    """Thirteen recommendations and what became of them, nothing of it true."""
    entries = put(connection, schema.recommendation, [_entry(advice, ground) for advice in ADVICE])
    known = dict(zip((advice.reference for advice in ADVICE), entries, strict=True))
    versions = [row for a in ADVICE for row in _versions(a, known[a.reference])]
    put(connection, schema.recommendation_version, versions)
    addressees = [row for a in ADVICE for row in _addressees(a, known[a.reference], ground)]
    put(connection, schema.recommendation_addressee, addressees)
    links = [_link(kind, pair, known) for kind, pair in LINKED.items()]
    put(connection, schema.recommendation_link, links)
    carried = [
        {"recommendation_id": known[reference], "round_id": ground.rounds[later]}
        for reference, later in CARRIED
    ]
    put(connection, schema.recommendation_carry, carried)
    meetings = _fill_meetings(connection, ground)
    for advice in ADVICE:
        _fill_history(connection, advice, known[advice.reference], meetings, ground)


def _entry(advice: Advice, ground: Ground) -> Row:
    precision, start, end = advice.deadline
    return {
        "reference": advice.reference,
        "round_id": ground.rounds[advice.round],
        "kind": RecommendationKind.RECOMMENDATION,
        "area": advice.area,
        "made_on": day(advice.made_on),
        "deadline_starts_on": day(start),
        "deadline_ends_on": day(end),
        "deadline_date_precision": precision,
        "source_id": ground.source,
    } | place(advice.place, ground)


def _link(kind: RecommendationLinkKind, pair: tuple[str, str], known: dict[str, int]) -> Row:
    later, earlier = pair
    return {"recommendation_id": known[later], "earlier_id": known[earlier], "kind": kind}


def _versions(advice: Advice, entry: int) -> list[Row]:
    return [
        {
            "recommendation_id": entry,
            "number": number,
            "text_lv": f"Izdomāts: {text_lv}",
            "text_en": f"Made up: {text_en}",
            "text_folded": fold(f"Izdomāts: {text_lv}"),
            "written_at": moment(FIRST_ENTERED if number == 1 else REWORDED),
            "reason": None if number == 1 else REWORDING,
        }
        for number, (text_lv, text_en) in enumerate(advice.wordings, start=1)
    ]


def _addressees(advice: Advice, entry: int, ground: Ground) -> list[Row]:
    roles = [(advice.lead, AddresseeRole.LEAD)] if advice.lead else []
    roles += [(code, AddresseeRole.SUPPORTING) for code in advice.supporting]
    return [
        {"recommendation_id": entry, "institution_id": ground.institutions[code], "role": role}
        for code, role in roles
    ]


def _fill_meetings(connection: Connection, ground: Ground) -> dict[str, tuple[int, str]]:
    """Number and day of each meeting."""
    rows = [
        {"held_on": day(on), "title_lv": lv, "title_en": en, "source_id": ground.source}
        for _, on, lv, en in MEETINGS
    ]
    numbers = put(connection, schema.council_meeting, rows)
    return {code: (number, on) for (code, on, *_), number in zip(MEETINGS, numbers, strict=True)}


def _fill_history(
    connection: Connection,
    advice: Advice,
    entry: int,
    meetings: dict[str, tuple[int, str]],
    ground: Ground,
) -> None:
    claims = [
        {
            "recommendation_id": entry,
            "institution_id": ground.institutions[report.institution],
            "claim": report.claim,
            "reported_on": day(report.on),
            "text": f"Izdomāts: {report.text}",
            "entered_at": moment(report.on),
        }
        for report in advice.reports
    ]
    reports = put(connection, schema.progress_report, claims) if claims else []
    evidence = [
        {"progress_report_id": number, "title": of.evidence[0], "address": of.evidence[1]}
        for number, of in zip(reports, advice.reports, strict=True)
        if of.evidence
    ]
    if evidence:
        put(connection, schema.progress_report_link, evidence)
    findings: list[int] = []
    for finding in advice.findings:  # one by one: a later one may name an earlier one
        meeting, held_on = meetings[finding.meeting]
        other = finding.disagrees_with
        row = {
            "recommendation_id": entry,
            "progress_report_id": None if finding.report is None else reports[finding.report],
            "council_meeting_id": meeting,
            "verdict": finding.verdict,
            "note": f"Izdomāts: {finding.note}" if finding.note else None,
            "entered_at": moment(held_on),
            "disagrees_with_id": None if other is None else findings[other],
        }
        findings += put(connection, schema.confirmation, [row])
