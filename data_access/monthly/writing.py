"""A draft becomes families, cases, needs, contacts and trainings; how it was before is noted."""

from collections import Counter
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection

from data_access import schema
from data_access.monthly.at_post import AtPost
from data_access.monthly.counts import Counts
from data_access.monthly.report import ContactLine, Draft, TrainingLine
from data_access.monthly.stood import Stood
from data_access.monthly.writing_cases import CHANGED, CLOSED, OPENED, Cases, add
from data_access.upkeep import Hand


def write(
    connection: Connection, hand: Hand, at: AtPost, report: int, draft: Draft
) -> tuple[Counts, Stood]:
    """Everything the draft says, at the post and under the report's number.

    How much that was, and what undoing needs to know.
    """
    stood = Stood()
    cases = Cases(connection, hand, at, report, stood)
    became = Counter(cases.write(line) for line in draft.cases)
    for contact in draft.contacts:
        add(connection, hand, schema.contact, **_contact(contact, at, cases, report))
    for training in draft.trainings:
        row = _training(training, at)
        stood.trainings.append(add(connection, hand, schema.mediator_training, **row))
    counts = Counts(
        families=len(stood.new_families),
        opened=became[OPENED],
        closed=became[CLOSED],
        changed=became[CHANGED],
        contacts=len(draft.contacts),
        trainings=len(draft.trainings),
    )
    stood.counts = asdict(counts)
    return counts, stood


def _contact(line: ContactLine, at: AtPost, cases: Cases, report: int) -> dict[str, Any]:
    return {
        "mediator_post_id": at.post,
        "mediation_case_id": cases.of(line),
        "held_on": line.held_on,
        "form": line.form.value,
        "persons": line.persons,
        "area": line.area.value,
        "institution_id": line.institution,
        "met_at": line.met_at.value,
        "result": line.result.value,
        "monthly_report_id": report,
    }


def _training(line: TrainingLine, at: AtPost) -> dict[str, Any]:
    said = {"kind": line.kind.value, "held_on": line.held_on, "hours": line.hours}
    return {"mediator_id": at.mediator, "round_id": at.round, **said}
