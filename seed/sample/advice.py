"""Made-up recommendations to made-up bodies: what was asked, claimed and found, as a table."""

import datetime as dt
from dataclasses import dataclass

from data_access.rules import Area, Claim, PlaceKind, Precision, Verdict

Deadline = tuple[Precision, str | None, str | None]

UNSTATED: Deadline = (Precision.NOT_STATED, None, None)
REPLACED_BY = ("P-12", "P-05")
REPEATED_BY = ("P-13", "P-11")
CARRIED = (("P-06", "V"), ("P-06", "VII"), ("P-11", "V"))
MEETINGS: tuple[tuple[str, str, str, str], ...] = (
    ("first", "2020-11-18", "Izdomāta padomes sēde Nr. 1", "Made-up council meeting No. 1"),
    ("second", "2021-05-19", "Izdomāta padomes sēde Nr. 2", "Made-up council meeting No. 2"),
    ("third", "2021-11-17", "Izdomāta padomes sēde Nr. 3", "Made-up council meeting No. 3"),
    ("ahead", "2028-05-17", "Izdomāta padomes sēde Nr. 4", "Made-up council meeting No. 4"),
)


@dataclass(frozen=True)
class Report:
    """What a body says it did, and on which day."""

    institution: str
    claim: Claim
    on: str
    text: str
    evidence: tuple[str, str] | None = None


@dataclass(frozen=True)
class Finding:
    """What a council meeting found, of the how-manieth report (none: without one)."""

    meeting: str
    verdict: Verdict
    report: int | None = None
    note: str | None = None
    disagrees_with: int | None = None


@dataclass(frozen=True)
class Advice:
    """One recommendation, in its wordings from first to last, and what became of it."""

    reference: str
    area: Area
    made_on: str | None
    deadline: Deadline
    wordings: tuple[tuple[str, str], ...]
    round: str = "IV"
    lead: str | None = None
    supporting: tuple[str, ...] = ()
    place: PlaceKind = PlaceKind.NOT_STATED
    reports: tuple[Report, ...] = ()
    findings: tuple[Finding, ...] = ()


ACCEPTED, UNDER_WAY, DONE = Claim.ACCEPTED, Claim.IN_PROGRESS, Claim.DONE
PARTLY, DECLINED = Claim.PARTLY_DONE, Claim.NOT_ACCEPTED
DAY, MONTH, YEAR = Precision.DAY, Precision.MONTH, Precision.YEAR
HALF_YEAR, HORIZON = Precision.HALF_YEAR, Precision.HORIZON
NATIONAL = PlaceKind.NATIONAL_BODY

ADVICE: tuple[Advice, ...] = (
    Advice(
        "P-01",
        Area.EDUCATION,
        "2019-11-22",
        (DAY, "2020-09-01", "2020-09-01"),
        (
            (
                "sagatavot īsu ceļvedi vecākiem par bērnu pieteikšanu skolā.",
                "write a short guide for parents on enrolling a child at school.",
            ),
        ),
        lead="sample-education-board",
        supporting=("sample-school",),
        reports=(
            Report("sample-education-board", ACCEPTED, "2020-01-15", "Ieteikums pieņemts."),
            Report("sample-school", UNDER_WAY, "2020-04-20", "Sagatavots melnraksts."),
            Report(
                "sample-education-board",
                DONE,
                "2020-08-28",
                "Ceļvedis izdots.",
                ("Izdomāts: ceļvedis vecākiem", "https://example.org/izdomats-celvedis"),
            ),
        ),
        findings=(Finding("first", Verdict.DONE, report=2),),
    ),
    Advice(
        "P-02",
        Area.EMPLOYMENT,
        "2019-12-05",
        (MONTH, "2020-10-01", "2020-10-31"),
        (
            (
                "rīkot divas darba iespēju dienas gadā.",
                "hold two days on work opportunities a year.",
            ),
        ),
        lead="sample-agency",
        place=NATIONAL,
        reports=(
            Report("sample-agency", UNDER_WAY, "2020-05-12", "Pirmā diena ieplānota."),
            Report("sample-agency", PARTLY, "2020-11-02", "Viena diena notika, otra atcelta."),
        ),
        findings=(Finding("first", Verdict.PARTLY_DONE, report=1),),
    ),
    Advice(
        "P-03",
        Area.HEALTH,
        "2020-02-06",
        (HALF_YEAR, "2020-07-01", "2020-12-31"),
        (
            (
                "iekļaut mediatorus veselības dienu rīkošanā.",
                "include mediators in organising health days.",
            ),
        ),
        lead="sample-centre",
        supporting=("sample-association",),
        place=NATIONAL,
        reports=(Report("sample-centre", DONE, "2020-12-14", "Notikusi viena veselības diena."),),
        findings=(
            Finding("first", Verdict.NOT_DONE, note="Ziņu vēl nav."),
            Finding("second", Verdict.DONE, report=0),
            Finding(
                "second",
                Verdict.PARTLY_DONE,
                report=0,
                note="Ar vienu veselības dienu nepietiek.",
                disagrees_with=1,
            ),
        ),
    ),
    Advice(
        "P-04",
        Area.HOUSING,
        "2020-02-06",
        (YEAR, "2020-01-01", "2020-12-31"),
        (
            (
                "vienoties par kārtību, kādā ģimenes uzzina par mājokļa pabalstu.",
                "agree on how families learn about the housing benefit.",
            ),
        ),
        lead="sample-social-service",
        reports=(Report("sample-social-service", DONE, "2020-12-21", "Kārtība saskaņota."),),
    ),
    Advice(
        "P-05",
        Area.YOUTH,
        "2020-06-11",
        (DAY, "2021-03-31", "2021-03-31"),
        (
            (
                "atbalstīt vienu jauniešu tikšanos gadā.",
                "support one meeting of young people a year.",
            ),
        ),
        lead="sample-roma-youth",
        reports=(Report("sample-roma-youth", UNDER_WAY, "2020-10-06", "Notiek sagatavošanās."),),
        findings=(Finding("second", Verdict.SUPERSEDED, note="Aizstāts ar P-12."),),
    ),
    Advice(
        "P-06",
        Area.INCLUSION,
        "2020-06-11",
        (HORIZON, "2021-01-01", "2027-12-31"),
        (
            (
                "plānot mediatoru darbu vairākiem gadiem uz priekšu.",
                "plan the work of mediators several years ahead.",
            ),
            (
                "plānot mediatoru darbu un tā apmaksu vairākiem gadiem uz priekšu.",
                "plan the work of mediators and its funding several years ahead.",
            ),
        ),
        lead="sample-ministry-a",
        supporting=("sample-ministry-b", "sample-social-service"),
        place=NATIONAL,
        reports=(
            Report("sample-ministry-a", ACCEPTED, "2020-09-10", "Ieteikums pieņemts."),
            Report("sample-ministry-b", UNDER_WAY, "2021-02-17", "Aprēķini tiek gatavoti."),
        ),
    ),
    Advice(
        "P-07",
        Area.CULTURE,
        "2020-07-09",
        (DAY, "2028-06-30", "2028-06-30"),
        (
            (
                "izveidot ceļojošu izstādi par romu kultūru.",
                "put together a travelling exhibition on Roma culture.",
            ),
        ),
        lead="sample-culture-house",
        supporting=("sample-roma-association",),
        reports=(Report("sample-culture-house", ACCEPTED, "2020-10-19", "Ieteikums pieņemts."),),
    ),
    Advice(
        "P-08",
        Area.PARTICIPATION,
        "2020-07-09",
        (YEAR, "2029-01-01", "2029-12-31"),
        (
            (
                "aicināt romu sievietes uz konsultatīvo grupu sanāksmēm.",
                "invite Roma women to the meetings of consultative groups.",
            ),
        ),
        lead="sample-ministry-b",
        place=NATIONAL,
        reports=(Report("sample-ministry-b", DECLINED, "2020-11-05", "Ieteikums noraidīts."),),
    ),
    Advice(
        "P-09",
        Area.EQUALITY,
        "2020-07-22",
        UNSTATED,
        (
            (
                "apkopot labo praksi aizspriedumu mazināšanā.",
                "collect good practice in reducing prejudice.",
            ),
        ),
        lead="sample-foundation",
    ),
    Advice(
        "P-10",
        Area.NOT_STATED,
        None,
        UNSTATED,
        (
            (
                "reizi gadā pārskatīt, kas no ieteiktā ir izdarīts.",
                "review once a year what of the recommended has been done.",
            ),
        ),
    ),
    Advice(
        "P-11",
        Area.EDUCATION,
        "2020-07-22",
        (MONTH, "2021-01-01", "2021-01-31"),
        (
            (
                "piedāvāt pedagogu palīgiem kopīgas mācības.",
                "offer teacher assistants joint training.",
            ),
        ),
        lead="sample-education-board",
        supporting=("sample-ministry-a",),
    ),
    Advice(
        "P-12",
        Area.YOUTH,
        "2020-12-03",
        (DAY, "2027-12-31", "2027-12-31"),
        (
            (
                "atbalstīt jauniešu tikšanās divas reizes gadā.",
                "support meetings of young people twice a year.",
            ),
        ),
        lead="sample-roma-youth",
        supporting=("sample-roma-association",),
        reports=(
            Report("sample-roma-youth", ACCEPTED, "2021-01-20", "Ieteikums pieņemts."),
            Report("sample-roma-youth", PARTLY, "2021-04-12", "Notikusi viena tikšanās."),
        ),
    ),
    Advice(
        "P-13",
        Area.EDUCATION,
        "2021-03-17",
        (HALF_YEAR, "2021-07-01", "2021-12-31"),
        (
            (
                "vēlreiz piedāvāt pedagogu palīgiem kopīgas mācības.",
                "offer teacher assistants joint training once more.",
            ),
        ),
        round="V",
        lead="sample-education-board",
        supporting=("sample-ministry-a",),
        reports=(Report("sample-ministry-a", ACCEPTED, "2021-06-02", "Ieteikums pieņemts."),),
    ),
)


def day(text: str | None) -> dt.date | None:
    """A day, or none."""
    return None if text is None else dt.date.fromisoformat(text)


def moment(text: str) -> dt.datetime:
    """Noon of a day: when the row was entered."""
    return dt.datetime.combine(dt.date.fromisoformat(text), dt.time(12), dt.UTC)
