"""Which tables the dashboards see whole, which row by row, and which never.

PostgreSQL keeps the same rows by grants and policies, which the migrations make; whoever adds a
table decides for both.
"""

HIDDEN = frozenset(
    {
        "account",
        "monthly_report_content",
        "person_identity",
        "person_merge",
        "reading_key",
        "remembered_decision",
        "role_grant",
        "session",
    }
)
"""Nobody's dashboard reads them."""

HIDDEN_COLUMNS = frozenset({("upload_row", "cells_sealed"), ("upload_row", "problems")})
AUDIT = "audit_event"
"""The auditors' alone."""

PROGRAMME = "(SELECT programme FROM reader_flags)"
SCOPE = "(SELECT round_id, municipality_id FROM reader_scope)"
IS_LIMITED = "EXISTS (SELECT 1 FROM reader_scope)"
OF_ACTIVITY = f"{PROGRAMME} OR activity_id IN (SELECT id FROM activity_in_scope)"
LIES_WITHIN = (
    "activity_id IN (SELECT id FROM activity_in_scope)"
    " AND (municipality_id IS NULL OR (activity_id, municipality_id) IN"
    " (SELECT seen.id, reached.municipality_id FROM activity_in_scope AS seen"
    " JOIN reader_scope AS reached ON reached.round_id = seen.round_id))"
)
OF_POST = "mediator_post_id IN (SELECT id FROM mediator_post)"
TOLD = (
    "('confirmation', 'council_meeting', 'document', 'gap', 'institution', 'progress_report',"
    " 'recommendation', 'round', 'source')"
)
"""Tables whose history is everybody's: their rows lie in no municipality."""

TRACED = {"activity": "activity_in_scope"} | {
    table: table for table in ("attendance", "mediator_post", "reported_figure", "upload")
}
"""Tables whose history is theirs who reach some places and see the row, and where they see it."""

ROWS = {
    "activity": f"{PROGRAMME} OR (round_id, coalesce(municipality_id, 0)) IN {SCOPE}",
    "activity_day": OF_ACTIVITY,
    "activity_document": OF_ACTIVITY,
    "activity_further_place": f"{PROGRAMME} OR ({LIES_WITHIN})",
    "activity_institution": OF_ACTIVITY,
    "attendance": LIES_WITHIN,
    "attendance_day": "attendance_id IN (SELECT id FROM attendance)",
    "case_need": "mediation_case_id IN (SELECT id FROM mediation_case)",
    "change": f"(({PROGRAMME} OR {IS_LIMITED}) AND subject_table IN {TOLD})"
    + "".join(
        f" OR ({IS_LIMITED} AND subject_table = '{table}'"
        f" AND subject_id IN (SELECT id FROM {seen}))"
        for table, seen in TRACED.items()
    ),
    "contact": OF_POST,
    "family": "id IN (SELECT family_id FROM mediation_case)"
    " OR id IN (SELECT family_id FROM family_support)",
    "family_support": f"(round_id, 0) IN {SCOPE}",
    "mediation_case": OF_POST,
    "mediator": "id IN (SELECT mediator_id FROM mediator_post)",
    "mediator_post": f"(round_id, coalesce(municipality_id, 0)) IN {SCOPE}"
    " OR mediator_id IN (SELECT mediator_id FROM reader_mediator)",
    "mediator_training": "mediator_id IN (SELECT id FROM mediator)",
    "monthly_report": OF_POST,
    "person": "id IN (SELECT person_id FROM attendance) OR id IN (SELECT person_id FROM mediator)",
    "post_gap": OF_POST,
    "reported_figure": f"{PROGRAMME} OR ({IS_LIMITED} AND (activity_id IS NULL"
    " OR activity_id IN (SELECT id FROM activity_in_scope))"
    " AND (mediator_post_id IS NULL OR mediator_post_id IN (SELECT id FROM mediator_post)))",
    "upload": "activity_id IN (SELECT id FROM activity_in_scope)",
    "upload_row": "upload_id IN (SELECT id FROM upload)"
    " AND (attendance_id IS NULL OR attendance_id IN (SELECT id FROM attendance))",
}
"""Which rows of a table are the reader's, by the relations that the door makes: reader_flags,
reader_scope (rounds with municipalities, 0 for none), reader_mediator and activity_in_scope."""

IN_SCOPE = f"(round_id, coalesce(municipality_id, 0)) IN {SCOPE}"
