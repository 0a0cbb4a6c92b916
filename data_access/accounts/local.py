"""Who works here while there is no sign-in: one named operator, or, among made-up data, anybody.

With the made-up sample one may see the platform as each of its readers; with real data there is
the operator alone.
"""

import datetime as dt
import getpass
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select

from data_access import schema
from data_access.access import OPERATOR_ROLES, Reader
from data_access.accounts.readers import reader_of
from data_access.rules import Origin, Role

LOCAL, SAMPLE = "local", "sample"
"""Issuers of accounts that no sign-in vouches for."""

FROM_THE_BEGINNING = dt.date(2000, 1, 1)
NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,31}")
RIGA = "LV-RIX"

Limits = Callable[[], dict[str, Select[Any]]]


class OperatorUnusable(ValueError):
    """The operator is not named, or by more than a short name; the message says what to do."""


@dataclass(frozen=True)
class Persona:
    """A reader of the sample: roles, and the rows that limit them, each the first one found."""

    roles: tuple[Role, ...]
    limits: Limits = dict


def _of_riga() -> dict[str, Select[Any]]:
    place, division = schema.municipality, schema.division
    latest = select(place.c.id).join(division).where(place.c.iso == RIGA)
    return {"municipality_id": latest.order_by(division.c.valid_from.desc())}


def _of_mediator() -> dict[str, Select[Any]]:
    mediator = schema.mediator
    made_up = select(mediator.c.id).where(mediator.c.origin == Origin.SAMPLE)
    return {"mediator_id": made_up.order_by(mediator.c.id)}


def _of_institution() -> dict[str, Select[Any]]:
    addressee = schema.recommendation_addressee
    return {"institution_id": select(addressee.c.institution_id).order_by(addressee.c.id)}


DEFAULT_PERSONA = "operator"
PERSONAS: dict[str, Persona] = {
    DEFAULT_PERSONA: Persona(OPERATOR_ROLES),
    "administrator": Persona((Role.ADMINISTRATOR,)),
    "coordinator": Persona((Role.COORDINATOR,)),
    "coordinator-riga": Persona((Role.COORDINATOR,), _of_riga),
    "mediator": Persona((Role.MEDIATOR,), _of_mediator),
    "institution": Persona((Role.INSTITUTION,), _of_institution),
    "manager": Persona((Role.MANAGER,)),
    "council-member": Persona((Role.COUNCIL_MEMBER,)),
    "council-member-ngo": Persona((Role.COUNCIL_MEMBER,)),
    "auditor": Persona((Role.AUDITOR,)),
}


def operator_name(environment: Mapping[str, str] = os.environ) -> str:
    """The short name of whoever works here: PLATFORM_OPERATOR, or the account of the machine.

    Refuses (OperatorUnusable) what is no short name.
    """
    name = environment.get("PLATFORM_OPERATOR", "").strip().lower()
    try:
        name = name or getpass.getuser().lower()
    except (KeyError, OSError):
        name = ""
    if not NAME.fullmatch(name):
        raise OperatorUnusable(
            "Name who works with the platform: PLATFORM_OPERATOR=name, up to 32 of the letters "
            "a-z, digits, dot, dash and underscore."
        )
    return name


def operator_of(connection: Connection, name: str) -> Reader | None:
    """The operator of that name; None before ``open_operator``."""
    return reader_of(connection, LOCAL, name)


def persona_of(connection: Connection, code: str) -> Reader | None:
    """A reader of the sample; None of an unknown one, and before ``open_personas``."""
    return reader_of(connection, SAMPLE, code) if code in PERSONAS else None


def open_operator(connection: Connection, name: str) -> None:
    """An account for whoever works here, where the name has none yet."""
    _open(connection, LOCAL, name, Persona(OPERATOR_ROLES))


def open_personas(connection: Connection) -> None:
    """Accounts for the readers of the sample; one whose limits name nothing gets no role."""
    for code, persona in PERSONAS.items():
        _open(connection, SAMPLE, code, persona)


def close_personas(connection: Connection) -> None:
    """Take the roles of the sample's readers away; what their accounts signed stays."""
    account, grant = schema.account, schema.role_grant
    made_up = select(account.c.id).where(account.c.issuer == SAMPLE)
    connection.execute(delete(grant).where(grant.c.account_id.in_(made_up)))


def _open(connection: Connection, issuer: str, subject: str, persona: Persona) -> None:
    number = _account(connection, issuer, subject)
    grant = schema.role_grant
    held = select(grant.c.id).where(grant.c.account_id == number)
    found = {n: connection.scalars(q.limit(1)).first() for n, q in persona.limits().items()}
    if None in found.values() or connection.scalars(held.limit(1)).first() is not None:
        return
    limited = {"account_id": number, "valid_from": FROM_THE_BEGINNING, **found}
    rows = [limited | {"role": role.value} for role in persona.roles]
    connection.execute(insert(grant), rows)


def _account(connection: Connection, issuer: str, subject: str) -> int:
    account = schema.account
    key = {"issuer": issuer, "subject": subject}
    known = connection.scalars(select(account.c.id).filter_by(**key)).first()
    if known is not None:
        return int(known)
    values = key | {"created_at": dt.datetime.now(dt.UTC)}
    added = insert(account).values(values).returning(account.c.id)
    return int(connection.execute(added).scalar_one())
