"""Each check of the tables refuses the row that breaks it and accepts the row beside it."""

import datetime as dt
from typing import NamedTuple

import pytest
from sqlalchemy import CheckConstraint, Connection

from data_access.schema import data_version, metadata
from tests.data_access.schema.refusals import refused_by, table_of
from tests.data_access.schema.samples import Row, plant, row, vocabulary


class Rule(NamedTuple):
    """A check, values that break it alone, and the nearest values that keep it."""

    name: str
    broken: Row
    kept: Row


DAY, DAY_BEFORE = dt.date(2020, 1, 2), dt.date(2020, 1, 1)
MOMENT = dt.datetime(2020, 1, 2, tzinfo=dt.UTC)

RULES = [
    Rule("ck_audit_event_sequence_counts", {"sequence": 0}, {"sequence": 2}),
    Rule("ck_contact_persons_count", {"persons": -1}, {"persons": 0}),
    Rule("ck_denominator_value_counts", {"value": -1}, {"value": 0}),
    Rule("ck_division_valid_to_after_from", {"valid_to": DAY}, {"valid_from": DAY_BEFORE, "valid_to": DAY}),
    Rule("ck_family_children_count", {"children": -1}, {"children": 0}),
    Rule("ck_family_children_fit", {"size": 2, "children": 3}, {"size": 2, "children": 2}),
    Rule("ck_family_size_counts", {"size": 0}, {"size": 1}),
    Rule("ck_gap_explained_in_words", {"status": "explained"}, {"status": "explained", "explanation": "counted twice"}),
    Rule("ck_mediation_case_closes_after_it_opens", {"opened_on": DAY, "closed_on": DAY_BEFORE}, {"opened_on": DAY, "closed_on": DAY}),
]
