"""A file in: opened, its tables found, its columns recognised, its rows as text."""

from data_access.attendance.reading.decisions import Decisions, RowDecision
from data_access.attendance.reading.recognise import read
from data_access.attendance.reading.sheet import Sheet, SheetRow
from data_access.files.grid import FileKind
from data_access.files.limits import LIMITS

MAX_BYTES = LIMITS.size

__all__ = ["MAX_BYTES", "Decisions", "FileKind", "RowDecision", "Sheet", "SheetRow", "read"]
