"""What happened, in a chain: written down, exported, verified, and listed for the auditor."""

from data_access.audit.chain import BEGINNING, append, hash_of
from data_access.audit.heads import Exported, Head, exported, heads_file
from data_access.audit.listed import EVENTS, KINDS, LogUnreadable, Narrowing, events, kinds, number
from data_access.audit.telling import (
    HeadUnusable,
    LogBroken,
    as_names,
    as_text,
    head_of,
    sentence_of,
)
from data_access.audit.verification import Break, Fault, Verdict, head, verify

__all__ = [
    "BEGINNING",
    "EVENTS",
    "KINDS",
    "Break",
    "Exported",
    "Fault",
    "Head",
    "HeadUnusable",
    "LogBroken",
    "LogUnreadable",
    "Narrowing",
    "Verdict",
    "append",
    "as_names",
    "as_text",
    "events",
    "exported",
    "hash_of",
    "head",
    "head_of",
    "heads_file",
    "kinds",
    "number",
    "sentence_of",
    "verify",
]
