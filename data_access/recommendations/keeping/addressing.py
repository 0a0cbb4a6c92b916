"""Whom an entry addresses: who leads on it, and who supports."""

from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import Reader
from data_access.institutions import InstitutionUnknown
from data_access.recommendations.keeping.problems import StandsAlready
from data_access.recommendations.keeping.rows import ENTRY, Row, current
from data_access.recommendations.marking import ADDRESSEE
from data_access.rules import AddresseeRole
from data_access.upkeep import Hand, RowUnknown


def address(
    connection: Connection, reader: Reader, reference: str, institution: str, role: AddresseeRole
) -> None:
    """The entry addresses the institution, to lead or to support; several may lead.

    One that it addresses already has the other part from now on. Refuses whoever has no right
    there (AccessRefused), an entry or institution that is none (EntryUnknown,
    InstitutionUnknown), and an addressee that has the part already (StandsAlready).
    """
    hand = Hand(connection, reader)
    row = current(connection, reader, reference)
    if not put(connection, hand, row, institution, AddresseeRole(role)):
        raise StandsAlready("The entry addresses the institution already.")


def unaddress(connection: Connection, reader: Reader, reference: str, institution: str) -> None:
    """The entry addresses the institution no longer; what it reported stays.

    Refuses as ``address`` does, and an institution that it does not address (RowUnknown).
    """
    hand = Hand(connection, reader)
    row = current(connection, reader, reference)
    if not put(connection, hand, row, institution, None):
        raise RowUnknown("The entry does not address the institution.")


def put(
    connection: Connection, hand: Hand, row: Row, institution: str, role: AddresseeRole | None
) -> bool:
    """The part that an institution has from now on, or none; whether that is new."""
    to, body = schema.recommendation_addressee, _body(connection, institution)
    stood = role_of(connection, row, institution)
    if stood == role:
        return False
    here = to.c.recommendation_id == row["id"], to.c.institution_id == body
    number = connection.scalars(select(to.c.id).where(*here)).first()
    of = (ENTRY, row["id"])
    before, after = (_part(part, institution) for part in (stood, role))
    if number is None:
        values = {"recommendation_id": row["id"], "institution_id": body}
        hand.attach(to, of, ADDRESSEE, str(after), **values, role=AddresseeRole(str(role)).value)
    elif role is None:
        hand.detach(to, of, ADDRESSEE, str(before), number)
    else:
        connection.execute(to.update().where(to.c.id == number).values(role=role.value))
        hand.note(*of, ADDRESSEE, before, after)
    return True


def role_of(connection: Connection, row: Row, institution: str) -> AddresseeRole | None:
    """The part that an institution has in the entry."""
    to, body = schema.recommendation_addressee.c, schema.institution.c
    found = connection.scalars(
        select(to.role)
        .where(to.recommendation_id == row["id"])
        .where(to.institution_id.in_(select(body.id).where(body.code == institution)))
    ).first()
    return None if found is None else AddresseeRole(found)


def _body(connection: Connection, code: str) -> int:
    body = schema.institution.c
    found = connection.scalars(select(body.id).where(body.code == code)).first()
    if found is None:
        raise InstitutionUnknown("The register has no such institution.")
    return int(found)


def _part(role: AddresseeRole | None, institution: str) -> str | None:
    return None if role is None else f"{role.value}: {institution}"
