"""The rules that single rows keep: the name, a row that breaks it and the row beside it."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from tests.data_access.schema.samples import Row

BEFORE, DAY = dt.date(2020, 1, 1), dt.date(2020, 1, 2)
EARLIER, MOMENT = (dt.datetime(2020, 1, day, tzinfo=dt.UTC) for day in (1, 2))


class Check(NamedTuple):
    """A check, values that break it and nothing else, and the nearest values that keep it."""

    name: str
    broken: Row
    kept: Row


CLOSED = {"closed_at": MOMENT, "closed_by_id": 1}
OF_A_MONTH = {
    "status": "recorded",
    "mediator_post_id": 2,
    "month": BEFORE,
    "recorded_at": MOMENT,
}
FILE = {"origin": "upload", "sha256": "c" * 64}
UNDONE = {"status": "undone", "undone_at": MOMENT}
APPROVED = {"approved_at": MOMENT, "approved_by_id": 1}

OF_ONE_TABLE = [
    Check("ck_attendance_upload_named", {"origin": "upload"}, {"origin": "upload", "upload_id": 1}),
    Check("ck_attendance_upload_named", {"upload_id": 1}, {"origin": "entered"}),
    Check("ck_audit_event_sequence_counts", {"sequence": 0}, {"sequence": 2}),
    Check(
        "ck_carried_land_nothing_was_before_without_a_day",
        {"before_id": 1},
        {"before_id": 1, "changed_on": DAY},
    ),
    Check("ck_contact_persons_count", {"persons": -1}, {"persons": 0}),
    Check("ck_monthly_report_hours_fit_a_month", {"hours_worked": -1}, {"hours_worked": 0}),
    Check("ck_monthly_report_hours_fit_a_month", {"hours_worked": 745}, {"hours_worked": 744}),
    Check(
        "ck_monthly_report_recorded_of_a_month",
        OF_A_MONTH | {"month": None},
        OF_A_MONTH,
    ),
    Check(
        "ck_monthly_report_recorded_of_a_month", OF_A_MONTH | {"mediator_post_id": None}, OF_A_MONTH
    ),
    Check("ck_monthly_report_recorded_of_a_month", OF_A_MONTH | {"recorded_at": None}, OF_A_MONTH),
    Check("ck_monthly_report_sha256_is_hex", FILE | {"sha256": "a" * 63}, FILE),
    Check("ck_monthly_report_sha256_is_hex", FILE | {"sha256": "z" * 64}, FILE),
    Check("ck_monthly_report_undone_has_a_time", {"status": "undone"}, UNDONE),
    Check("ck_monthly_report_undone_has_a_time", {"undone_at": MOMENT}, UNDONE),
    Check("ck_monthly_report_upload_has_a_file", {"origin": "upload"}, FILE),
    Check("ck_monthly_report_upload_has_a_file", {"sha256": "b" * 64}, FILE),
    Check("ck_data_version_one_row", {"id": 2}, {"id": 1}),
    Check("ck_reading_key_one_row", {"id": 2}, {"id": 1}),
    Check("ck_denominator_value_counts", {"value": -1}, {"value": 0}),
    Check("ck_family_children_count", {"children": -1}, {"children": 0}),
    Check("ck_family_children_fit", {"size": 2, "children": 3}, {"size": 2, "children": 2}),
    Check("ck_family_size_counts", {"size": 0}, {"size": 1}),
    Check("ck_institution_word_kind", {"kind": "roma"}, {"kind": "state"}),
    Check("ck_institution_word_word_says_something", {"word_folded": ""}, {"word_folded": "x"}),
    Check(
        "ck_gap_explained_in_words",
        {"status": "explained"},
        {"status": "explained", "explanation": "counted twice"},
    ),
    Check(
        "ck_mediation_case_closes_after_it_opens",
        {"opened_on": DAY, "closed_on": BEFORE},
        {"opened_on": DAY, "closed_on": DAY},
    ),
    Check(
        "ck_mediation_case_only_what_ended_has_a_reason",
        {"closing_reason": "need_met"},
        {"closing_reason": "need_met", "closed_on": DAY},
    ),
    Check("ck_mediator_training_hours_count", {"hours": 0}, {"hours": 0.5}),
    Check("ck_mediator_post_hours_fit_a_week", {"hours_per_week": 0}, {"hours_per_week": 0.5}),
    Check("ck_mediator_post_hours_fit_a_week", {"hours_per_week": 169}, {"hours_per_week": 168}),
    Check("ck_person_nobody_merges_into_themselves", {"merged_into_id": 2}, {"merged_into_id": 1}),
    Check("ck_person_merge_nobody_merges_into_themselves", {"merged_id": 3}, {"merged_id": 1}),
    Check(
        "ck_progress_report_link_address_is_of_the_web",
        {"address": "ftp://example.lv"},
        {"address": "https://example.lv"},
    ),
    Check("ck_recommendation_link_nothing_links_to_itself", {"earlier_id": 3}, {"earlier_id": 1}),
    Check(
        "ck_recommendation_standing_until_after_it_starts",
        {"starts_on": DAY, "until": DAY},
        {"starts_on": BEFORE, "until": DAY},
    ),
    Check("ck_recommendation_version_number_counts", {"number": 0}, {"number": 2}),
    Check("ck_register_import_entries_counts", {"entries": 0}, {"entries": 1}),
    Check("ck_register_import_sha256_is_hex", {"sha256": "a" * 63}, {"sha256": "a" * 64}),
    Check("ck_register_import_sha256_is_hex", {"sha256": "z" * 64}, {"sha256": "0f" * 32}),
    Check(
        "ck_register_import_undone_by_somebody",
        {"undone_at": MOMENT},
        {"undone_at": MOMENT, "undone_by_id": 1},
    ),
    Check("ck_register_import_undone_by_somebody", {"undone_by_id": 1}, {"undone_by_id": None}),
    Check(
        "ck_post_gap_ends_after_it_starts",
        {"starts_on": DAY, "ends_on": BEFORE},
        {"starts_on": DAY, "ends_on": DAY},
    ),
    Check("ck_reported_figure_value_counts", {"value": -1}, {"value": 0}),
    Check("ck_reported_figure_scope_names_its_subject", {"round_id": None}, {"round_id": 2}),
    Check("ck_reported_figure_scope_names_its_subject", {"activity_id": 1}, {"activity_id": None}),
    Check(
        "ck_reported_figure_scope_names_its_subject",
        {"scope": "activity", "activity_id": 1},
        {"scope": "activity", "activity_id": 1, "round_id": None},
    ),
    Check(
        "ck_reported_figure_scope_names_its_subject",
        {"scope": "post", "mediator_post_id": 1},
        {"scope": "post", "mediator_post_id": 1, "round_id": None},
    ),
    Check("ck_role_grant_valid_to_after_from", {"valid_to": BEFORE}, {"valid_to": DAY}),
    Check("ck_round_approved_by_somebody", CLOSED | {"approved_at": MOMENT}, CLOSED | APPROVED),
    Check("ck_round_approved_by_somebody", {"approved_by_id": 1}, CLOSED | APPROVED),
    Check("ck_round_approved_once_closed", APPROVED, CLOSED | APPROVED),
    Check("ck_round_closed_by_somebody", {"closed_at": MOMENT}, CLOSED),
    Check("ck_round_closed_by_somebody", {"closed_by_id": 1}, CLOSED),
    Check("ck_round_eu_share_is_a_part", {"eu_share_percent": 100.1}, {"eu_share_percent": 100}),
    Check("ck_round_eu_share_is_a_part", {"eu_share_percent": -0.1}, {"eu_share_percent": 0}),
    Check("ck_round_funding_counts", {"funding_cents": -1}, {"funding_cents": 0}),
    Check(
        "ck_round_state_share_is_a_part",
        {"state_share_percent": 100.1},
        {"state_share_percent": 100},
    ),
    Check(
        "ck_round_state_share_is_a_part", {"state_share_percent": -0.1}, {"state_share_percent": 0}
    ),
    Check("ck_session_expires_after_it_starts", {"expires_at": MOMENT}, {"started_at": EARLIER}),
    Check("ck_succession_nothing_succeeds_itself", {"successor_id": 3}, {"successor_id": 1}),
    Check("ck_succession_share_is_a_part", {"share_of_area": 0}, {"share_of_area": 0.01}),
    Check("ck_succession_share_is_a_part", {"share_of_area": 1.01}, {"share_of_area": 1}),
    Check("ck_upload_sha256_is_hex", {"sha256": "a" * 63}, {"sha256": "a" * 64}),
    Check("ck_upload_sha256_is_hex", {"sha256": "z" * 64}, {"sha256": "0f" * 32}),
    Check("ck_upload_size_counts", {"size_bytes": -1}, {"size_bytes": 0}),
    Check(
        "ck_upload_undone_has_a_time",
        {"status": "undone"},
        {"status": "undone", "undone_at": MOMENT},
    ),
    Check("ck_upload_undone_has_a_time", {"undone_at": MOMENT}, {"undone_at": None}),
]

DATED = [
    ("activity", ""),
    ("mediator_post", ""),
    ("recommendation", "deadline_"),
    ("round", "planned_"),
    ("round", "actual_"),
    ("round_statement", ""),
]
PLACED = [
    "activity",
    "activity_further_place",
    "attendance",
    "mediator_post",
    "recommendation",
]
VALID = ["division", "municipality"]


def _of_dates(table: str, prefix: str) -> Iterator[Check]:
    start, end, precision = f"{prefix}starts_on", f"{prefix}ends_on", f"{prefix}date_precision"
    stated = {start: DAY, precision: "day"}
    name = f"ck_{table}_{prefix}dates_or_not_stated"
    yield Check(name, {start: DAY}, stated)
    yield Check(name, {precision: "day"}, {precision: "not_stated"})
    name = f"ck_{table}_{prefix}ends_after_it_starts"
    yield Check(name, stated | {end: BEFORE}, stated | {end: DAY})


def _of_place(table: str) -> Iterator[Check]:
    placed = {"place_kind": "municipality", "municipality_id": 1}
    name = f"ck_{table}_place_names_its_municipality"
    yield Check(name, {"place_kind": "municipality"}, placed)
    yield Check(name, {"place_kind": "abroad", "municipality_id": 1}, {"place_kind": "abroad"})
    unit = {"territorial_unit_id": 1}
    yield Check(f"ck_{table}_unit_lies_in_a_municipality", unit, placed | unit)


def _of_validity(table: str) -> Check:
    name = f"ck_{table}_valid_to_after_from"
    return Check(name, {"valid_to": DAY}, {"valid_from": BEFORE, "valid_to": DAY})


CHECKS = [
    *OF_ONE_TABLE,
    *(check for table, prefix in DATED for check in _of_dates(table, prefix)),
    *(check for table in PLACED for check in _of_place(table)),
    *map(_of_validity, VALID),
]
