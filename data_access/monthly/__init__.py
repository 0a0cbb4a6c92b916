"""Mediators' monthly reports: the workbook out, the file in, questions, record, undo."""

from data_access.monthly.checking import check
from data_access.monthly.deciding import Opened, decide, discard, opened
from data_access.monthly.due import are_due, delete_due
from data_access.monthly.reading import read_sheets
from data_access.monthly.recording import Recorded, record
from data_access.monthly.refusals import (
    FileKnown,
    FileRefused,
    MonthRecorded,
    NotFromFile,
    NotRecorded,
    NotWaiting,
    QuestionsOpen,
    ReportUnknown,
    TooManyWaiting,
    TouchedSince,
)
from data_access.monthly.report import (
    ACCEPTABLE,
    CaseLine,
    Code,
    ContactLine,
    Decisions,
    Draft,
    Part,
    Problem,
    Sheets,
    TrainingLine,
)
from data_access.monthly.reports import REPORTS, reports
from data_access.monthly.staging import stage
from data_access.monthly.template import template
from data_access.monthly.undoing import Undone, undo
from data_access.monthly.waiting import WAITING, waiting

__all__ = [
    "ACCEPTABLE",
    "REPORTS",
    "WAITING",
    "CaseLine",
    "Code",
    "ContactLine",
    "Decisions",
    "Draft",
    "FileKnown",
    "FileRefused",
    "MonthRecorded",
    "NotFromFile",
    "NotRecorded",
    "NotWaiting",
    "Opened",
    "Part",
    "Problem",
    "QuestionsOpen",
    "Recorded",
    "ReportUnknown",
    "Sheets",
    "TooManyWaiting",
    "TouchedSince",
    "TrainingLine",
    "Undone",
    "are_due",
    "check",
    "decide",
    "delete_due",
    "discard",
    "opened",
    "read_sheets",
    "record",
    "reports",
    "stage",
    "template",
    "undo",
    "waiting",
]
