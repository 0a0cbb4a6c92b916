"""The post of a report: where it lies, who may write to it, and whether its round is closed."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import Reader, Right, may_at, require, require_at
from data_access.rounds import RoundClosed


@dataclass(frozen=True)
class AtPost:
    """A mediator's post, and what recording something there needs to know."""

    post: int
    mediator: int
    round: int
    municipality: int | None
    is_closed: bool

    @classmethod
    def find(cls, connection: Connection, post: int | None) -> "AtPost | None":
        """The post of the number; None where none is named."""
        table, round_ = schema.mediator_post, schema.round
        statement = (
            select(table, round_.c.closed_at)
            .join_from(table, round_, table.c.round_id == round_.c.id)
            .where(table.c.id == post)
        )
        row = None if post is None else connection.execute(statement).first()
        if row is None:
            return None
        is_closed = row.closed_at is not None
        return cls(row.id, row.mediator_id, row.round_id, row.municipality_id, is_closed)

    def admit(self, reader: Reader) -> None:
        """Nothing, where the right to keep records reaches the post (AccessRefused)."""
        where = {"round_": self.round, "municipality": self.municipality}
        require_at(reader, Right.KEEP_RECORDS, **where)

    def require_open(self) -> None:
        """Nothing, while the post's round takes records (RoundClosed)."""
        if self.is_closed:
            raise RoundClosed("The post's round is closed.")


def admit(reader: Reader, at: AtPost | None, received_by: int | None) -> None:
    """Nothing, where a report may be kept: the right reaches its post.

    One without a post is for who is not limited, and for whoever brought it (AccessRefused).
    """
    require(reader, Right.KEEP_RECORDS)
    is_own = reader.account is not None and reader.account == received_by
    if at is not None:
        at.admit(reader)
    elif not (is_own or may_at(reader, Right.KEEP_RECORDS)):
        require_at(reader, Right.KEEP_RECORDS)
