"""PostgreSQL's side of the door: the reader role, and a pass by which policies know who asks."""

import hashlib
import time

from sqlalchemy import Connection, select, text

from data_access import schema
from data_access.access import AccessRefused
from data_access.engine import DatabaseRole

SECONDS = 3_600
"""How long a pass is good for: longer than the clocks of two machines differ."""

KNOWN = text("SELECT platform_account()")
ENTER = text(
    "SELECT set_config('platform.pass', :pass, true),"
    " set_config('transaction_read_only', 'on', true), set_config('role', :role, true)"
)


class Passes:
    """Signs who asks, so that no statement of a dashboard can say it is somebody else."""

    def __init__(self, connection: Connection) -> None:
        row = connection.execute(select(schema.reading_key)).one()
        self._inner, self._outer = bytes(row.inner_pad), bytes(row.outer_pad)

    def sign(self, account: int) -> str:
        """The pass of an account: its number, when it expires, and the HMAC of both."""
        said = f"{account}.{int(time.time()) + SECONDS}"
        inner = hashlib.sha256(self._inner + said.encode()).digest()
        return f"{said}.{hashlib.sha256(self._outer + inner).hexdigest()}"


def narrow(connection: Connection, passes: Passes, account: int) -> None:
    """Be the reader role with the account's pass until the transaction ends; it only looks.

    Refuses (AccessRefused) an account that the database does not know, or not any more: it would
    be answered as though there were no rows.
    """
    values = {"pass": passes.sign(account), "role": DatabaseRole.READER.value}
    connection.execute(ENTER, values)
    if connection.scalar(KNOWN) != account:
        raise AccessRefused("The database does not know this account.")
