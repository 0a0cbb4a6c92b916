"""What an addressee says of an entry: a progress report, told apart from what the Council finds."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from data_access import audit, schema, standings
from data_access.access import AccessRefused, Grant, Reader, Right, granting
from data_access.clock import today
from data_access.filters import FIRST_DAY
from data_access.recommendations.steps import (
    CouncilMetSince,
    DayTooEarly,
    StepNotOffered,
    entry_of,
    worded,
)
from data_access.rules import Claim, Report, Role, fits, is_from_behind
from data_access.sources import require_web_address
from data_access.upkeep import Hand

Values = Mapping[str, Any]
EVIDENCE = "evidence"
"""How the history of a report names what bears it out."""


class NotAnAddressee(ValueError):
    """The entry does not address the institution, or nobody by name; nothing was stored."""


class ReportInWords(ValueError):
    """A report says in words what it claims, or why it is not accepted; nothing was stored."""


class ReportAhead(ValueError):
    """A report is of a day that has come; nothing was stored."""


class DocumentUnknown(LookupError):
    """The catalogue has no such document; nothing was stored."""


def claim(connection: Connection, reader: Reader, reference: str, values: Values) -> int:
    """A progress report on the entry, in the name of one of its addressees; its number.

    ``values`` hold ``institution`` by its code, ``claim`` (rules.Claim), ``text`` (what was done,
    or why it is not accepted), ``reported_on``, which is today where it is left out, and what
    bears it out: ``links``, pairs of a title and an address, and ``documents`` of the catalogue by
    their codes. The status follows from it by ``rules.follow_up``: what is claimed done waits for
    the Council. It may be said of a round that is closed or approved: follow-up outlives its round.

    An institution's own people speak for it alone, about entries that their role reaches; a
    coordinator who is not limited enters what any addressee says. Refuses anybody else
    (AccessRefused), an entry that is none (EntryUnknown), an institution that it does not address
    (NotAnAddressee), a report without words (ReportInWords), one of a day to come (ReportAhead) or
    before FIRST_DAY (DayTooEarly), one of a day on which or after which the Council decided
    (CouncilMetSince), a claim that is no step where the entry stood that day (StepNotOffered), a
    link that no browser opens (sources.AddressUnusable), and a document that is none
    (DocumentUnknown).
    """
    hand = Hand(connection, reader, Right.CLAIM)
    entry = entry_of(connection, reference)
    institution = _addressee(connection, entry.id, values["institution"])
    if not any(speaks(grant, institution, entry) for grant in granting(reader, Right.CLAIM)):
        raise AccessRefused(f"The right '{Right.CLAIM.value}' does not reach this institution.")
    said, text = Claim(values["claim"]), _words(values["text"])
    day = _day(values.get("reported_on"))
    events, report = standings.history_of(connection, entry.id), Report(day, said)
    if is_from_behind(events, report):
        raise CouncilMetSince("The Council decided on that day or later.")
    if not fits(events, report):
        raise StepNotOffered("This is no step where the entry stood that day.")
    number = hand.add(
        schema.progress_report,
        recommendation_id=entry.id,
        institution_id=institution,
        claim=said.value,
        reported_on=day,
        text=text,
        entered_at=hand.now,
        entered_by_id=hand.account(),
    )
    _bear_out(connection, hand, number, values)
    standings.renew(connection, {entry.id})
    audit.append(
        connection,
        reader.who,
        "recommendation.claimed",
        subject=("progress_report", number),
        details={"recommendation": entry.id, "institution": institution},
    )
    return number


def speaks(grant: Grant, institution: int, entry: Any) -> bool:
    """Whether the role speaks for the institution about the entry."""
    if grant.role is Role.INSTITUTION:
        return grant.institution == institution and grant.reaches(
            entry.round_id, entry.municipality_id
        )
    return not grant.is_limited and grant.institution in (None, institution)


def _addressee(connection: Connection, entry: int, code: str) -> int:
    """The institution's number, where the entry addresses it, be it to lead or to support."""
    to, institution = schema.recommendation_addressee, schema.institution
    statement = (
        select(institution.c.id)
        .join_from(to, institution)
        .where(to.c.recommendation_id == entry, institution.c.code == code)
    )
    found = connection.scalars(statement).first()
    if found is None:
        raise NotAnAddressee("The entry does not address this institution.")
    return int(found)


def _words(text: str | None) -> str:
    stated = worded(text)
    if stated is None:
        raise ReportInWords("A report says what was done, or why it is not accepted.")
    return stated


def _day(day: dt.date | None) -> dt.date:
    if day is not None and day > today():
        raise ReportAhead("A report is of a day that has come.")
    if day is not None and day < FIRST_DAY:
        raise DayTooEarly("A report is of no day before the first that can be asked for.")
    return day or today()


def _bear_out(connection: Connection, hand: Hand, report: int, values: Values) -> None:
    """What the report rests on, each once, in the order in which it is named."""
    of = schema.progress_report, report
    for address, title in _links(values.get("links") or ()).items():
        row = {"progress_report_id": report, "title": title, "address": address}
        hand.attach(schema.progress_report_link, of, EVIDENCE, address, **row)
    for code in dict.fromkeys(values.get("documents") or ()):
        document = schema.document.c
        number = connection.scalars(select(document.id).where(document.code == code)).first()
        if number is None:
            raise DocumentUnknown("There is no such document.")
        hand.attach(
            schema.progress_report_document,
            of,
            EVIDENCE,
            code,
            progress_report_id=report,
            document_id=number,
        )


def _links(links: Iterable[tuple[str | None, str | None]]) -> dict[str, str]:
    """Titles by their addresses; a link without a title goes by its address."""
    found: dict[str, str] = {}
    for title, stated in links:
        address = worded(stated)
        if address is None and worded(title) is None:
            continue
        require_web_address(address or "")
        found[address or ""] = worded(title) or address or ""
    return found
