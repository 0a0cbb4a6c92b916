"""Entries beside those of the deck, and what a screen shows of them."""

import datetime as dt

from sqlalchemy import Connection, Engine, select
from streamlit.testing.v1 import AppTest

from data_access import schema
from data_access.engine import writing
from tests.data_access.register import (
    a_body,
    address,
    an_entry,
    deadline,
    find,
    link,
    report,
    word,
)

FIFTH, NINTH = dt.date(2020, 5, 5), dt.date(2020, 5, 9)


def round_iv(connection: Connection) -> int:
    found = select(schema.round.c.id).where(schema.round.c.code == "IV")
    return int(connection.execute(found).scalar_one())


def plant(engine: Engine, **values: object) -> None:
    """P-01, claimed done and late, and P-02, found not done and replaced by P-03."""
    with writing(engine) as connection:
        iv, body = round_iv(connection), a_body(connection, "body")
        due = deadline(dt.date(2020, 5, 1))
        claimed = an_entry(connection, iv, "P-01", area="health", **due, **values)
        address(connection, claimed, body)
        report(connection, claimed, FIFTH, "done", body)
        replaced = an_entry(connection, iv, "P-02", made_on=FIFTH, **values)
        find(connection, replaced, NINTH, "not_done")
        word(connection, replaced, 2, "Second wording", reason="clearer")
        link(connection, an_entry(connection, iv, "P-03", **values), replaced)


def cards(screen: AppTest) -> list[str]:
    """The references of the entries listed."""
    links = [link.proto.label for link in screen.get("page_link")]
    return [label.split()[0].replace("\\", "") for label in links if " · " in label]
