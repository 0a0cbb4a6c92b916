"""The matrix, written by hand: what each role may, and what each function of data_access needs.

Whoever adds a function with a reader adds its line; what stands in no line is refused.
"""

import datetime as dt
from typing import Any

from data_access import schema
from data_access.access import Right
from data_access.denominators import Of
from data_access.filters import Filters
from data_access.monthly import Sheets
from data_access.recommendations.importing import Table
from data_access.rules import ReportedPlaceRole, Role

RIGHTS: dict[Role, set[str]] = {
    Role.ADMINISTRATOR: {
        *("read_published", "read_figures", "read_caseloads", "read_records"),
        *("keep_rounds", "keep_keys"),
    },
    Role.COORDINATOR: {
        *("read_published", "read_figures", "read_caseloads", "read_records"),
        *("read_identities", "answer_gaps", "keep_records", "upload_attendance", "claim"),
        "keep_meetings",
    },
    Role.MEDIATOR: {"read_published", "read_caseloads"},
    Role.INSTITUTION: {"read_published", "claim"},
    Role.MANAGER: {"read_published", "read_figures", "read_caseloads"},
    Role.COUNCIL_MEMBER: {"read_published", "confirm", "keep_meetings"},
    Role.AUDITOR: {"read_audit"},
}

NEEDS: dict[str, tuple[str, ...]] = {
    "read_published": (
        *("activities.listed.documents", "activities.listed.further_places"),
        *("activities.listed.institutions", "activities.listed.listed"),
        *("activities.listed.measures", "activities.listed.undated"),
        *("owed.addressees", "owed.owed"),
        *("denominators.counted.municipalities", "denominators.listed.listed"),
        *("denominators.reading.read", "figures.gaps.gap_history"),
        *("figures.gaps.gaps", "figures.kept.kept"),
        *("figures.kept.subjects", "figures.reported.of_activity", "figures.reported.planned"),
        "figures.summary.require_known",
        "caseloads.rounds.rounds",
        *("figures.reported.reported", "freshness.holdings", "institutions.listed.aliases"),
        *("institutions.listed.appearances", "institutions.listed.listed"),
        *("institutions.listed.municipalities", "overview.compared", "overview.timeline"),
        *("institutions.words.proposed", "institutions.words.words"),
        *("municipalities.known.aliases", "municipalities.known.known"),
        *("municipalities.lineage.successions", "municipalities.units.units"),
        *("places.day_of", "places.columns_of", "places.municipalities", "places.entered"),
        *("recommendations.counts.by_status", "recommendations.counts.spread"),
        *("recommendations.entries.addressees", "recommendations.entries.listed"),
        *("recommendations.events.findings", "recommendations.events.links"),
        *("recommendations.events.reports", "recommendations.history.history"),
        *("recommendations.register.register", "rounds.listed.default_round"),
        *("recommendations.counts.by_lateness", "recommendations.register.how_many"),
        *("recommendations.ageing.ageing", "recommendations.moved.moved"),
        *("recommendations.returning.returning", "recommendations.waiting.waiting"),
        *("recommendations.offering.offered", "recommendations.seeing.seen"),
        *("recommendations.beside.carried", "recommendations.beside.disagreements"),
        *("recommendations.beside.evidence", "recommendations.beside.marks"),
        "recommendations.choices.catalogue",
        "recommendations.taking_back.last_stored",
        *(
            "recommendations.keeping.entries.next_reference",
            "recommendations.keeping.wording.versions",
        ),
        *(f"reviewing.{name}" for name in ("agenda.agenda", "agenda.lines", "decided.decided")),
        *("reviewing.meetings.meetings", "reviewing.minutes.minutes"),
        *("rounds.listed.listed", "rounds.listed.places", "rounds.listed.statements"),
        *("rounds.state.require_open", "rounds.state.require_unapproved", "search.found"),
        *("sources.listed", "territory.divisions.added_maps"),
        "territory.divisions.division_of",
        *("territory.same_land.shared_land", "territory.same_land.validity"),
    ),
    "read_figures": (
        *("accounts.limits.where_read", "attendance.uploads.last_upload"),
        "coverage.chosen.chosen",
        *("coverage.aside.candidates", "coverage.aside.unlisted", "coverage.became.became"),
        *("coverage.behind.attended_from", "coverage.places.places"),
        *("coverage.behind.held_at", "coverage.behind.posts_at", "coverage.behind.reported_at"),
        *("coverage.behind.recommended_for", "coverage.counted.activities"),
        *("coverage.counted.listed", "coverage.counted.people", "coverage.counted.posts"),
        *("coverage.counted.all_listed", "coverage.counted.families"),
        *("coverage.counted.open_entries", "coverage.since.last_held"),
        *("figures.recorded.recorded", "figures.represented.represented"),
        "figures.summary.summary",
        "municipalities.reached.reached",
        *("overview.changed_by_hand", "overview.reached", "participants.answer.breakdown"),
    ),
    "read_caseloads": (
        *("caseloads.months.months", "caseloads.needs.needs", "caseloads.posts.posts"),
        *("caseloads.open_cases.open_cases", "caseloads.selection.last_day"),
        *("caseloads.rates.rates", "caseloads.rounds_recorded.rounds_recorded"),
        "caseloads.totals.totals",
        *("caseloads.hand_over.hand_over", "caseloads.loads.loads", "caseloads.missing.missing"),
        *("caseloads.next_round.next_round", "caseloads.summary.summary"),
        *("caseloads.care.in_care", "caseloads.flows.care_days", "caseloads.flows.flows"),
        *("caseloads.contacted.contacted", "caseloads.lengths.lengths", "caseloads.quiet.quiet"),
        *("caseloads.reasons.reasons", "caseloads.results.results", "caseloads.unmet.unmet"),
    ),
    "read_records": (
        *("attendance.met.where_met", "attendance.rows.rows", "attendance.uploads.uploads"),
        *("caseloads.quiet_cases.quiet_cases", "caseloads.hand_over_cases.hand_over_cases"),
        *("attendance.joined.joined", "attendance.lying.is_read", "denominators.past.changes"),
        *("mediators.belonging.families", "mediators.belonging.gaps"),
        *("mediators.belonging.trainings", "mediators.listed.listed", "mediators.listed.undated"),
        *("mediators.supported.supported", "mediators.supported.without_day"),
        *("reached.activities", "reached.attendances", "reached.changes", "reached.removals"),
        *("reached.posts", "reached.support"),
        *("monthly.reports.reports", "upkeep.history", "upkeep.removed"),
    ),
    "read_identities": (
        *("identities.disclosing.open_names", "identities.disclosing.require_on_record"),
        *("identities.disclosing.standing", "identities.mending.error_workbook"),
        *("identities.mending.waiting_workbook", "identities.naming.names_in"),
        "identities.naming.names_waiting",
        *("identities.naming.names_of", "identities.occasion.occasion_of"),
        "identities.occasion.scene_of",
    ),
    "read_audit": (
        *("audit.listed.events", "audit.listed.kinds", "audit.listed.number"),
        *("audit.verification.head", "audit.verification.verify"),
    ),
    "answer_gaps": ("accounts.limits.where_answered", "figures.gaps.answer_gap"),
    "keep_records": (
        *("accounts.limits.limits", "accounts.limits.where_kept"),
        *("activities.keeping.add", "activities.keeping.change", "activities.keeping.current"),
        *("activities.keeping.remove", "activities.parts.add_document"),
        *("activities.parts.add_institution", "activities.parts.remove_document"),
        *("activities.parts.remove_institution", "attendance.by_hand.by_hand"),
        *("attendance.by_hand.correct", "attendance.by_hand.remove", "figures.keeping.add"),
        "denominators.keeping.store",
        *("attendance.joining.join", "attendance.joining.take_apart", "attendance.lying.admit"),
        "attendance.splitting.split_attendance",
        *("figures.keeping.correct", "figures.keeping.let_lead", "figures.keeping.remove"),
        *("institutions.keeping.add", "institutions.keeping.add_alias"),
        *("institutions.keeping.add_institutions", "institutions.keeping.change"),
        *("institutions.keeping.remove_alias", "institutions.words.add_word"),
        *("institutions.words.remove_word", "sources.add"),
        *(f"mediators.gaps.{name}" for name in ("add", "change", "remove")),
        *(f"mediators.posts.{name}" for name in ("add", "change", "remove")),
        *(f"mediators.support.{name}" for name in ("add", "change", "remove")),
        *(f"mediators.trainings.{name}" for name in ("add", "change", "remove")),
        *(f"mediators.standing.{name}" for name in ("kept", "reached", "require_where")),
        *("mediators.families.correct", "mediators.substitution.require_substitution"),
        "mediators.tables.add_line",
        *("monthly.checking.check", "monthly.template.template"),
        *("expiring.are_due", "expiring.delete_due", "monthly.due.are_due"),
        *("monthly.at_post.admit", "monthly.due.delete_due", "monthly.held.waiting_row"),
        *(f"monthly.deciding.{name}" for name in ("decide", "discard", "opened")),
        *("monthly.recording.record", "monthly.staging.stage", "monthly.undoing.undo"),
        "monthly.waiting.waiting",
        *(f"recommendations.importing.checking.{name}" for name in ("check", "read")),
        "recommendations.importing.storing.store",
        *(
            f"recommendations.importing.template.{name}"
            for name in ("register_csv", "template", "template_csv")
        ),
        *(f"recommendations.importing.undoing.{name}" for name in ("imports", "undo")),
        *(f"recommendations.keeping.addressing.{name}" for name in ("address", "unaddress")),
        *("recommendations.keeping.bulk.change_many", "recommendations.keeping.columns.columns_of"),
        *(f"recommendations.keeping.carrying.{name}" for name in ("carry", "put_into", "uncarry")),
        *(f"recommendations.keeping.entries.{name}" for name in ("add", "edit", "kept", "remove")),
        *(f"recommendations.keeping.linking.{name}" for name in ("link", "tie", "unlink")),
        *(f"recommendations.keeping.rows.{name}" for name in ("beyond", "current", "require_kept")),
        "recommendations.keeping.wording.word_anew",
    ),
    "keep_keys": ("rotation.turning.rotate",),
    "keep_meetings": (
        *("reviewing.keeping.add_meeting", "reviewing.keeping.edit_meeting"),
        "reviewing.keeping.remove_meeting",
    ),
    "keep_rounds": ("rounds.keeping.add", "rounds.keeping.change", "rounds.keeping.take"),
    "upload_attendance": (
        *("attendance.remembering.forget", "attendance.remembering.recalled"),
        "attendance.remembering.last_decided",
        *("attendance.remembering.remember", "attendance.remembering.remembered"),
        "attendance.shared_words.shared_words",
        *("attendance.check.check", "attendance.record.record", "attendance.undoing.undo"),
        *("attendance.check.is_a_trial", "attendance.record.tell", "attendance.due.delete_due"),
        "attendance.due.are_due",
        *("attendance.queue.place_of", "attendance.waiting.waiting"),
        *("attendance.waiting.check_waiting", "attendance.waiting.decide"),
        "attendance.waiting.dismiss",
        *("attendance.template.template_csv_en", "attendance.template.template_csv_lv"),
        *("attendance.template.template_en", "attendance.template.template_lv"),
    ),
    "claim": ("recommendations.claiming.claim",),
    "confirm": (
        *("recommendations.confirming.decide", "recommendations.disagreeing.disagree"),
        *("recommendations.marking.mark", "recommendations.marking.settle"),
        "recommendations.taking_back.take_back",
    ),
}

CHOSEN = Filters(round="IV", activity="iv-talsi", recommendation="IV-01", place="2009:LV-097")
NO_FILE = Table("0" * 64)
"""What a question is asked with, where its line in ASKED_WITH says nothing else."""

ASKED_WITH: dict[str, dict[str, Any]] = {
    "accounts.limits.limits": {"right": Right.KEEP_RECORDS},
    "attendance.check.is_a_trial": {},
    "audit.listed.events": {},
    "audit.listed.kinds": {},
    "audit.listed.number": {},
    "audit.verification.head": {},
    "audit.verification.verify": {},
    "caseloads.care.in_care": {"filters": CHOSEN, "day": dt.date(2020, 2, 3)},
    "coverage.since.last_held": {"filters": CHOSEN, "divisions": ["2009"]},
    "coverage.counted.listed": {"filters": CHOSEN, "role": ReportedPlaceRole.MEDIATOR},
    "denominators.past.changes": {"of": Of("roma", "statistics-office")},
    "denominators.reading.read": {"division": "2025", "content": b"R\xc4\xabga,1", "name": ""},
    "figures.gaps.gap_history": {"gap": ("IV", "participants", "sum_of_parts")},
    "caseloads.summary.summary": {"code": "IV"},
    "figures.summary.summary": {"code": "IV"},
    "freshness.holdings": {},
    "monthly.checking.check": {"sha256": "0" * 64, "sheets": Sheets({"post": "2"})},
    "monthly.template.template": {"filters": CHOSEN, "post": 2, "month": dt.date(2020, 2, 1)},
    "owed.owed": {"filters": CHOSEN, "institution": "lm"},
    "places.columns_of": {"place": "online"},
    "places.entered": {"values": {"place": "online"}, "before": None},
    "recommendations.importing.checking.check": {"table": NO_FILE},
    "recommendations.importing.checking.read": {"content": b"", "name": ""},
    "recommendations.keeping.entries.next_reference": {"round_code": "IV"},
    "recommendations.keeping.rows.beyond": {"references": ["IV-01"]},
    "recommendations.keeping.rows.current": {"reference": "IV-01"},
    "recommendations.keeping.wording.versions": {"reference": "IV-01"},
    "recommendations.taking_back.last_stored": {"reference": "IV-01"},
    "recommendations.seeing.seen": {"references": ["IV-01"]},
    "reached.activities": {},
    "reached.attendances": {},
    "reached.posts": {},
    "reached.support": {},
    "reached.changes": {"subject_table": "activity"},
    "reached.removals": {"subject_table": "activity", "line": schema.change},
    **{
        f"reviewing.{name}": {"filters": CHOSEN, "meeting": 1}
        for name in ("agenda.agenda", "agenda.lines", "decided.decided", "minutes.minutes")
    },
    "rounds.listed.default_round": {},
    "rounds.state.require_open": {"filters": Filters(round="IV")},
    "search.found": {"text": "Talsi"},
    "upkeep.history": {"subject_table": "activity", "subject_id": 1},
    "upkeep.removed": {"subject_table": "attendance", "belonged": ("activity_id", "iv-talsi")},
}
"""Functions that only look, though they ask for other things than filters."""


def right_for(function: str) -> str:
    """The right that the function's line names; KeyError where it has none."""
    return {name: right for right, names in NEEDS.items() for name in names}[function]
