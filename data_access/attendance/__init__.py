"""Attendance lists: a file in, read, checked, recorded, taken back; and single rows by hand."""

from data_access.attendance.by_hand import by_hand, correct, remove
from data_access.attendance.check import CheckedRow, Preview, check
from data_access.attendance.entry import Entry
from data_access.attendance.examining import Outcome
from data_access.attendance.problems import (
    ActivityUnknown,
    AlreadyThere,
    FileKnown,
    NotRecordable,
    Problem,
    ProblemCode,
    UploadUndone,
    UploadUnknown,
)
from data_access.attendance.reading import FileKind, Sheet, SheetRow, read
from data_access.attendance.record import Recorded, record
from data_access.attendance.rows import ROWS, rows
from data_access.attendance.template import (
    template_csv_en,
    template_csv_lv,
    template_en,
    template_lv,
)
from data_access.attendance.undoing import Undone, undo
from data_access.attendance.uploads import LAST_UPLOAD, UPLOADS, last_upload, uploads
from data_access.institutions import InstitutionUnknown
from data_access.rounds import RoundClosed

__all__ = [
    "LAST_UPLOAD",
    "ROWS",
    "UPLOADS",
    "ActivityUnknown",
    "AlreadyThere",
    "CheckedRow",
    "Entry",
    "FileKind",
    "FileKnown",
    "InstitutionUnknown",
    "NotRecordable",
    "Outcome",
    "Preview",
    "Problem",
    "ProblemCode",
    "Recorded",
    "RoundClosed",
    "Sheet",
    "SheetRow",
    "Undone",
    "UploadUndone",
    "UploadUnknown",
    "by_hand",
    "check",
    "correct",
    "last_upload",
    "read",
    "record",
    "remove",
    "rows",
    "template_csv_en",
    "template_csv_lv",
    "template_en",
    "template_lv",
    "undo",
    "uploads",
]
