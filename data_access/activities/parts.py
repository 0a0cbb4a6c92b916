"""What hangs on an activity by hand: the institutions that had a part in it, and its documents.

Each is for whoever may write to the activity itself; see ``keeping.current``.
"""

import datetime as dt

from sqlalchemy import Connection, func, select

from data_access import institutions, schema, sources
from data_access.access import Reader
from data_access.activities.keeping import Row, current
from data_access.codes import free_code
from data_access.rules import ActivityPart, Origin
from data_access.upkeep import Hand, NotByHand, RowUnknown

INSTITUTION, DOCUMENT = "institution", "document"
"""The names by which the activity's history tells of them."""


class PartKnown(ValueError):
    """The institution has this part already; nothing was stored."""


def add_institution(
    connection: Connection, reader: Reader, code: str, institution: str, part: ActivityPart
) -> None:
    """Say that an institution organised, received, or took part.

    Refuses an institution that nobody knows (InstitutionUnknown), a part it has already
    (PartKnown), an activity that the right does not reach (AccessRefused) or that is gone
    (RowUnknown), and a closed round (RoundClosed).
    """
    hand = Hand(connection, reader)
    activity = current(connection, reader, code)
    table = schema.activity_institution
    named = institutions.current(connection, institution)["id"]
    row = {"activity_id": activity["id"], "institution_id": named, "part": part.value}
    if connection.scalars(select(table.c.id).filter_by(**row)).first() is not None:
        raise PartKnown("The institution has this part already.")
    of = (schema.activity, activity["id"])
    hand.attach(table, of, INSTITUTION, _told(institution, part), **row)


def remove_institution(connection: Connection, reader: Reader, code: str, number: int) -> None:
    """Take a part back, by the row's number.

    Refuses RowUnknown, AccessRefused, RoundClosed, and a part that a document states (NotByHand):
    its citation would be lost.
    """
    hand = Hand(connection, reader)
    activity = current(connection, reader, code)
    table = schema.activity_institution
    statement = (
        select(schema.institution.c.code, table.c.part, table.c.origin)
        .join_from(table, schema.institution)
        .where(table.c.id == number, table.c.activity_id == activity["id"])
    )
    found = connection.execute(statement).first()
    if found is None:
        raise RowUnknown("The entry is gone already.")
    if found.origin != Origin.ENTERED:
        raise NotByHand("Only what was entered by hand is taken away by hand.")
    of = (schema.activity, activity["id"])
    hand.detach(table, of, INSTITUTION, _told(found.code, ActivityPart(found.part)), number)


def add_document(
    connection: Connection,
    reader: Reader,
    code: str,
    *,
    title_lv: str,
    title_en: str | None,
    address: str | None,
    published_on: dt.date | None,
) -> None:
    """A document that the activity left.

    Without an English title the Latvian one stands in its place. Refuses an address that no
    browser opens (AddressUnusable), an activity that the right does not reach (AccessRefused) or
    that is gone, and a closed round (RoundClosed).
    """
    hand = Hand(connection, reader)
    activity = current(connection, reader, code)
    sources.require_web_address(address)
    document = hand.add(
        schema.document,
        code=free_code(connection, schema.document, f"{code} {title_lv}"),
        title_lv=title_lv,
        title_en=title_en or title_lv,
        address=address,
        published_on=published_on,
    )
    link = {"activity_id": activity["id"], "document_id": document}
    of = (schema.activity, activity["id"])
    hand.attach(schema.activity_document, of, DOCUMENT, title_lv, **link)


def remove_document(connection: Connection, reader: Reader, code: str, number: int) -> None:
    """Take a document off the activity, by the link's number; it goes where nothing else has it.

    Refuses RowUnknown, AccessRefused and RoundClosed.
    """
    hand = Hand(connection, reader)
    activity = current(connection, reader, code)
    link, document = schema.activity_document, schema.document
    statement = (
        select(document)
        .join_from(link, document)
        .where(link.c.id == number, link.c.activity_id == activity["id"])
    )
    found = connection.execute(statement).mappings().first()
    if found is None:
        raise RowUnknown("The entry is gone already.")
    of = (schema.activity, activity["id"])
    hand.detach(link, of, DOCUMENT, found["title_lv"], number)
    if not _is_in_use(connection, found):
        hand.remove(document, found["id"], found["revision"])


def _told(institution: str, part: ActivityPart) -> str:
    return f"{part.value}: {institution}"


def _is_in_use(connection: Connection, document: Row) -> bool:
    return any(
        connection.execute(
            select(func.count()).select_from(table).where(table.c.document_id == document["id"])
        ).scalar_one()
        for table in (schema.activity_document, schema.progress_report_document)
    )
