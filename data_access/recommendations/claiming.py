"""What an addressee says of an entry: a progress report, told apart from what the Council finds."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from data_access import audit, schema
from data_access.access import AccessRefused, Grant, Reader, Right, granting
from data_access.clock import today
from data_access.recommendations import standings
from data_access.rules import Claim, Role
from data_access.upkeep import Hand

Values = Mapping[str, Any]


class EntryUnknown(LookupError):
    """The register has no such entry; nothing was stored."""


class NotAnAddressee(ValueError):
    """The entry does not address the institution, or nobody by name; nothing was stored."""


class ReportInWords(ValueError):
    """A report says in words what it claims; nothing was stored."""


class ReportAhead(ValueError):
    """A report is of a day that has come; nothing was stored."""


def claim(connection: Connection, reader: Reader, reference: str, values: Values) -> int:
    """A progress report on the entry, in the name of one of its addressees; its number.

    ``values`` hold ``institution`` by its code, ``claim`` (rules.Claim), ``text`` and
    ``reported_on``, which is today where it is left out. The status follows from it by
    ``rules.follow_up``: what is claimed done waits for the Council. It may be said of a round
    that is closed or approved: follow-up outlives its round.

    An institution's own people speak for it alone, about entries that their role reaches; a
    coordinator who is not limited enters what any addressee says. Refuses anybody else
    (AccessRefused), an entry that is none (EntryUnknown), an institution that it does not address
    (NotAnAddressee), a report without words (ReportInWords), and one of a day to come
    (ReportAhead).
    """
    hand = Hand(connection, reader, Right.CLAIM)
    entry = _entry(connection, reference)
    institution = _addressee(connection, entry.id, values["institution"])
    if not any(_speaks(grant, institution, entry) for grant in granting(reader, Right.CLAIM)):
        raise AccessRefused(f"The right '{Right.CLAIM.value}' does not reach this institution.")
    number = hand.add(
        schema.progress_report,
        recommendation_id=entry.id,
        institution_id=institution,
        claim=Claim(values["claim"]).value,
        reported_on=_day(values.get("reported_on")),
        text=_words(values["text"]),
        entered_at=hand.now,
        entered_by_id=hand.account(),
    )
    standings.renew(connection, {entry.id})
    audit.append(
        connection,
        reader.who,
        "recommendation.claimed",
        subject=("progress_report", number),
        details={"recommendation": entry.id, "institution": institution},
    )
    return number


def _entry(connection: Connection, reference: str) -> Any:
    entry = schema.recommendation
    statement = select(entry.c.id, entry.c.round_id, entry.c.municipality_id)
    found = connection.execute(statement.where(entry.c.reference == reference)).first()
    if found is None:
        raise EntryUnknown("There is no such entry.")
    return found


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


def _speaks(grant: Grant, institution: int, entry: Any) -> bool:
    """Whether the role speaks for the institution about the entry."""
    if grant.role is Role.INSTITUTION:
        return grant.institution == institution and grant.reaches(
            entry.round_id, entry.municipality_id
        )
    return not grant.is_limited and grant.institution in (None, institution)


def _words(text: str) -> str:
    stated = text.strip()
    if not stated:
        raise ReportInWords("A report says what was done.")
    return stated


def _day(day: dt.date | None) -> dt.date:
    if day is not None and day > today():
        raise ReportAhead("A report is of a day that has come.")
    return day or today()
