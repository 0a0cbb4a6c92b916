"""The activity that a list belongs to: who may write to it, and who is there already."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from data_access import schema
from data_access.access import Reader, Right, require_at
from data_access.attendance.problems import ActivityUnknown
from data_access.rounds import RoundClosed
from data_access.rules import Origin


@dataclass(frozen=True, slots=True)
class There:
    """An attendance that the activity has already, and the upload that it belongs to."""

    attendance: int
    status: str
    revision: int = 1
    upload: int | None = None
    origin: str = Origin.ENTERED


@dataclass(frozen=True)
class Venue:
    """The activity that a file belongs to."""

    id: int
    code: str
    round: str
    round_id: int
    municipality_id: int | None
    is_closed: bool

    @classmethod
    def find(cls, connection: Connection, code: str) -> "Venue":
        """The activity of the code. Refuses an unknown one (ActivityUnknown)."""
        activity, round_ = schema.activity, schema.round
        statement = (
            select(
                activity.c.id,
                activity.c.round_id,
                activity.c.municipality_id,
                round_.c.code.label("round"),
                round_.c.closed_at,
            )
            .join_from(activity, round_)
            .where(activity.c.code == code)
        )
        row = connection.execute(statement).first()
        if row is None:
            raise ActivityUnknown("There is no such activity.")
        is_closed = row.closed_at is not None
        return cls(row.id, code, row.round, row.round_id, row.municipality_id, is_closed)

    def admit(self, reader: Reader, right: Right) -> None:
        """Nothing, where the right reaches the activity and its round is open.

        Refuses who has it elsewhere (AccessRefused), and anybody else once the round is closed
        (RoundClosed).
        """
        require_at(reader, right, round_=self.round_id, municipality=self.municipality_id)
        if self.is_closed:
            raise RoundClosed("The activity's round is closed.")

    def admit_from(self, reader: Reader, right: Right, municipality: int | None) -> None:
        """Nothing, where an attendance names no municipality, or one that the right reaches.

        Refuses any other (AccessRefused).
        """
        if municipality is not None:
            require_at(reader, right, round_=self.round_id, municipality=municipality)

    def there(self, connection: Connection) -> dict[int, There]:
        """Everybody who has an attendance at the activity; of several, the first one."""
        attendance, person = schema.attendance, schema.person
        who = func.coalesce(person.c.merged_into_id, person.c.id).label("who")
        statement = (
            select(
                who,
                *(
                    attendance.c[name]
                    for name in ("id", "status", "revision", "upload_id", "origin")
                ),
            )
            .join_from(attendance, person)
            .where(attendance.c.activity_id == self.id)
            .order_by(attendance.c.id.desc())
        )
        return {
            row.who: There(row.id, row.status, row.revision, row.upload_id, row.origin)
            for row in connection.execute(statement)
        }
