"""What the verification found, in sentences for people and in names for programs."""

from typing import Any

from data_access.audit.heads import Head
from data_access.audit.verification import Break, Fault, Verdict


class LogBroken(Exception):
    """The audit log is not whole; the message says at which number, and what is wrong there."""


class HeadUnusable(ValueError):
    """What was given as a head is none, or there is none yet; the message says what to do."""


SENTENCES = {
    Fault.EDITED: "Entry {number} of the audit log was edited: it does not fit its own hash.",
    Fault.MISSING: "Entry {number} of the audit log is missing: the next one is {next}.",
    Fault.OUT_OF_ORDER: "The audit log is out of order: entry {number} was written as {other}.",
    Fault.UNLINKED: "Entry {number} of the audit log does not follow from the one before it: "
    "one of the two was rewritten.",
    Fault.REWRITTEN: "Entry {number} of the audit log is not the one that was exported: "
    "it was rewritten, or one before it.",
    Fault.CUT: "The audit log's tail was cut: entry {number} is missing and all after it, "
    "though entry {other} was exported.",
}
NEVER = "another number, or never"


def head_of(text: str) -> Head:
    """The head that somebody kept; refuses what is none (HeadUnusable)."""
    found = Head.of(text)
    if found is None:
        raise HeadUnusable(
            "A head is a number and 64 hexadecimal digits, as 'audit head' prints them."
        )
    return found


def sentence_of(broken: Break) -> str:
    """What is wrong, and at which number first."""
    other = NEVER if broken.other is None else broken.other
    following = (broken.other or broken.number) + 1
    return SENTENCES[broken.fault].format(number=broken.number, other=other, next=following)


def as_text(verdict: Verdict) -> str:
    """The verdict on a whole log, and what it was compared with."""
    if verdict.head is None:
        lines = ["The audit log is empty."]
    else:
        lines = [f"The audit log is whole: {verdict.entries} entries.", f"Head: {verdict.head}"]
    file = verdict.heads_file
    if verdict.trouble is None:
        lines.append(f"Exported heads that agree with it: {verdict.compared} in {file}.")
    else:
        lines.append(
            f"No exported heads were compared ({file}: {verdict.trouble}): "
            "a cut tail shows only against a head that was kept elsewhere."
        )
    if verdict.unreadable:
        lines.append(f"Lines of {file} that are no heads: {verdict.unreadable}.")
    return "\n".join(lines)


def as_names(verdict: Verdict) -> dict[str, Any]:
    """The verdict for programs."""
    head, broken = verdict.head, verdict.broken
    return {
        "whole": broken is None,
        "entries": verdict.entries,
        "head": head and {"sequence": head.sequence, "hash": head.hash},
        "fault": broken and broken.fault.value,
        "number": broken and broken.number,
        "other": broken and broken.other,
        "heads_file": str(verdict.heads_file),
        "compared": None if verdict.trouble else verdict.compared,
        "unreadable": verdict.unreadable,
    }
