"""Entries of the register out of a file: read, checked, decided about, stored, and taken back."""

from data_access.recommendations.importing.checking import Draft, check, read
from data_access.recommendations.importing.decisions import UNDECIDED, Decisions
from data_access.recommendations.importing.judging import CheckedRow, Outcome
from data_access.recommendations.importing.problems import (
    ACCEPTABLE,
    Code,
    FileKnown,
    ImportUndone,
    ImportUnknown,
    NothingToStore,
    NotStorable,
    Problem,
    TouchedSince,
)
from data_access.recommendations.importing.storing import store
from data_access.recommendations.importing.table import Table, read_table
from data_access.recommendations.importing.template import register_csv, template, template_csv
from data_access.recommendations.importing.undoing import IMPORTS, imports, undo

__all__ = [
    "ACCEPTABLE",
    "IMPORTS",
    "UNDECIDED",
    "CheckedRow",
    "Code",
    "Decisions",
    "Draft",
    "FileKnown",
    "ImportUndone",
    "ImportUnknown",
    "NotStorable",
    "NothingToStore",
    "Outcome",
    "Problem",
    "Table",
    "TouchedSince",
    "check",
    "imports",
    "read",
    "read_table",
    "register_csv",
    "store",
    "template",
    "template_csv",
    "undo",
]
