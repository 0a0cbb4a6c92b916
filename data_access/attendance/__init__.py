"""Attendance lists: a file in, read, checked, recorded, taken back; and single rows by hand."""

from data_access.attendance.arrivals import Outcome
from data_access.attendance.by_hand import by_hand, correct, remove
from data_access.attendance.check import CheckedRow, Preview, check
from data_access.attendance.counts import Counts
from data_access.attendance.difference import Changed, Difference, Missing
from data_access.attendance.digest import digest_of
from data_access.attendance.due import KeepDaysUnusable, are_due, delete_due, keep_days, last_day
from data_access.attendance.entry import Entry
from data_access.attendance.joined import JOINED, joined
from data_access.attendance.joining import (
    Joined,
    JoinUndone,
    JoinUnknown,
    NotJoinable,
    PersonUnknown,
    TakenApart,
    join,
    take_apart,
)
from data_access.attendance.memory import over
from data_access.attendance.problems import (
    ActivityUnknown,
    AlreadyThere,
    DifferenceUnconfirmed,
    FileKnown,
    NotRecordable,
    Problem,
    ProblemCode,
    UploadUndone,
    UploadUnknown,
)
from data_access.attendance.reading import FileKind, Sheet, SheetRow, read
from data_access.attendance.record import Recorded, record
from data_access.attendance.remembering import (
    REMEMBERED,
    MemoryUnknown,
    forget,
    last_decided,
    recalled,
    remembered,
)
from data_access.attendance.rows import ROWS, rows
from data_access.attendance.splitting import OnlyAttendance, split_attendance
from data_access.attendance.taking_out import NotRestored, Why
from data_access.attendance.template import (
    template_csv_en,
    template_csv_lv,
    template_en,
    template_lv,
)
from data_access.attendance.undoing import Undone, undo
from data_access.attendance.uploads import LAST_UPLOAD, UPLOADS, last_upload, uploads
from data_access.attendance.waiting import WAITING, check_waiting, decide, dismiss, waiting
from data_access.institutions import InstitutionUnknown
from data_access.rounds import RoundClosed

__all__ = [
    "JOINED",
    "LAST_UPLOAD",
    "REMEMBERED",
    "ROWS",
    "UPLOADS",
    "WAITING",
    "ActivityUnknown",
    "AlreadyThere",
    "Changed",
    "CheckedRow",
    "Counts",
    "Difference",
    "DifferenceUnconfirmed",
    "Entry",
    "FileKind",
    "FileKnown",
    "InstitutionUnknown",
    "JoinUndone",
    "JoinUnknown",
    "Joined",
    "KeepDaysUnusable",
    "MemoryUnknown",
    "Missing",
    "NotJoinable",
    "NotRecordable",
    "NotRestored",
    "OnlyAttendance",
    "Outcome",
    "PersonUnknown",
    "Preview",
    "Problem",
    "ProblemCode",
    "Recorded",
    "RoundClosed",
    "Sheet",
    "SheetRow",
    "TakenApart",
    "Undone",
    "UploadUndone",
    "UploadUnknown",
    "Why",
    "are_due",
    "by_hand",
    "check",
    "check_waiting",
    "correct",
    "decide",
    "delete_due",
    "digest_of",
    "dismiss",
    "forget",
    "join",
    "joined",
    "keep_days",
    "last_day",
    "last_decided",
    "last_upload",
    "over",
    "read",
    "recalled",
    "record",
    "remembered",
    "remove",
    "rows",
    "split_attendance",
    "take_apart",
    "template_csv_en",
    "template_csv_lv",
    "template_en",
    "template_lv",
    "undo",
    "uploads",
    "waiting",
]
