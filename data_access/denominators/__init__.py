"""How many inhabitants, and how many Roma, a source states: what shares and rates are put to."""

from data_access.denominators.counted import MUNICIPALITIES, doubtful, municipalities
from data_access.denominators.keeping import (
    COUNTRY,
    LARGEST,
    Number,
    Numbers,
    NumbersChanged,
    NumbersFromDocuments,
    NumbersUnusable,
    Of,
    SourceMissing,
    Stored,
    store,
)
from data_access.denominators.listed import LISTED, listed
from data_access.denominators.past import CHANGES, changes
from data_access.denominators.reading import Read, Remark, Unread, read, whole

__all__ = [
    "CHANGES",
    "COUNTRY",
    "LARGEST",
    "LISTED",
    "MUNICIPALITIES",
    "Number",
    "Numbers",
    "NumbersChanged",
    "NumbersFromDocuments",
    "NumbersUnusable",
    "Of",
    "Read",
    "Remark",
    "SourceMissing",
    "Stored",
    "Unread",
    "changes",
    "doubtful",
    "listed",
    "municipalities",
    "read",
    "store",
    "whole",
]
