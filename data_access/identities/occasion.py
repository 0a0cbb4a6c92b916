"""What names are looked at for: one activity or one file for it, and the reason that is stated."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import Reader, Right, require, require_at
from data_access.attendance.digest import digest_of
from data_access.attendance.problems import ActivityUnknown, UploadUnknown

FILE_LETTERS = 16
"""Of a file's SHA-256: as many as tell the files of one activity apart."""


@dataclass(frozen=True)
class Occasion:
    """An activity by its code, or, where ``file`` is stated, one file for it.

    A file is the beginning of its fingerprint (``attendance.digest_of``): the same before it is
    recorded and after.
    """

    activity: str
    file: str | None = None

    @classmethod
    def of_file(cls, activity: str, content: bytes, part: str | None = None) -> "Occasion":
        """A file that was chosen for the activity, or one of its tables; recorded or not."""
        return cls(activity, digest_of(content, part)[:FILE_LETTERS])

    def details(self) -> dict[str, str]:
        """What the audit log says of it: codes alone."""
        return {"activity": self.activity} | ({"file": self.file} if self.file else {})


@dataclass(frozen=True)
class Scene:
    """Where an occasion's activity lies, by numbers of rows."""

    activity: int
    round: int
    municipality: int | None


def occasion_of(connection: Connection, reader: Reader, upload: int) -> Occasion:
    """The file of an upload that was recorded.

    Refuses an unknown one (UploadUnknown), and whoever sees no names there (AccessRefused).
    """
    require(reader, Right.READ_IDENTITIES)
    table, activity = schema.upload, schema.activity
    statement = select(table.c.sha256, activity.c.code).join_from(table, activity)
    row = connection.execute(statement.where(table.c.id == upload)).first()
    if row is None:
        raise UploadUnknown("There is no such upload.")
    found = Occasion(row.code, row.sha256[:FILE_LETTERS])
    scene_of(connection, reader, found)
    return found


def scene_of(connection: Connection, reader: Reader, occasion: Occasion) -> Scene:
    """Where names would be looked at.

    Refuses whoever sees no names there (AccessRefused), and an unknown activity (ActivityUnknown).
    """
    require(reader, Right.READ_IDENTITIES)
    table = schema.activity
    statement = select(table.c.id, table.c.round_id, table.c.municipality_id)
    row = connection.execute(statement.where(table.c.code == occasion.activity)).first()
    if row is None:
        raise ActivityUnknown("There is no such activity.")
    where = {"round_": row.round_id, "municipality": row.municipality_id}
    require_at(reader, Right.READ_IDENTITIES, **where)
    return Scene(row.id, row.round_id, row.municipality_id)
