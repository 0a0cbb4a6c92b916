"""The workbook of rows to be mended: it says who is who, so it is made under a disclosure alone."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from data_access import freshness
from data_access.access import AccessRefused, Reader, Right, require
from data_access.attendance.kept import sheet_of
from data_access.attendance.mending import Told, workbook
from data_access.attendance.people import People
from data_access.attendance.queue import Queue
from data_access.attendance.reading import Sheet
from data_access.identities.disclosing import Disclosure, require_on_record
from data_access.identities.occasion import Occasion, occasion_of

By = Mapping[int, Sequence[Told]]
OTHER_FILE = "The reason on record is for another file."


def error_workbook(
    connection: Connection,
    reader: Reader,
    disclosure: Disclosure,
    content: bytes,
    sheet: Sheet,
    *,
    told: By,
    language: str,
    every_row: bool = False,
) -> bytes:
    """The file's rows of which something is told, or all of them, with what is wrong beside them.

    ``sheet`` is what was read of the file; ``told`` says by rows, in the language, what is wrong.
    What comes back can be mended and uploaded again, and is marked where the database holds made-up
    rows. Refuses (AccessRefused) a disclosure that is not on record, and one for another file.
    """
    require(reader, Right.READ_IDENTITIES)
    require_on_record(connection, reader, disclosure)
    occasion = disclosure.occasion
    if Occasion.of_file(occasion.activity, content, sheet.part) != occasion:
        raise AccessRefused(OTHER_FILE)
    is_made_up = freshness.is_made_up(connection)
    return workbook(sheet, told, language, every_row=every_row, is_made_up=is_made_up)


def waiting_workbook(
    connection: Connection,
    reader: Reader,
    disclosure: Disclosure,
    upload: int,
    *,
    told: By,
    language: str,
) -> bytes:
    """The rows of an upload that wait, in the same form, under our own headings.

    Refuses what ``error_workbook`` and the queue refuse, and a missing or another key for names
    (identity.IdentityKeyProblem).
    """
    require(reader, Right.READ_IDENTITIES)
    require_on_record(connection, reader, disclosure)
    if occasion_of(connection, reader, upload) != disclosure.occasion:
        raise AccessRefused(OTHER_FILE)
    queue = Queue.open(connection, reader, upload, People.keyring(connection))
    sheet = sheet_of(list(queue.rows.values()), Sheet((), ()))
    is_made_up = freshness.is_made_up(connection)
    return workbook(sheet, told, language, every_row=True, is_made_up=is_made_up)
