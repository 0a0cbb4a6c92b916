"""Which tables the dashboards see whole, which row by row, and which never.

PostgreSQL keeps the same rules by grants and policies, which the migrations make; whoever adds a
table decides for both.
"""

HIDDEN = frozenset(
    {
        "account",
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
OF_ACTIVITY = f"{PROGRAMME} OR activity_id IN (SELECT id FROM activity_in_scope)"
OF_POST = "mediator_post_id IN (SELECT id FROM mediator_post)"
ROWS = {
    "activity": f"{PROGRAMME} OR (round_id, coalesce(municipality_id, 0)) IN {SCOPE}",
    "activity_day": OF_ACTIVITY,
    "activity_document": OF_ACTIVITY,
    "activity_further_place": f"{PROGRAMME} OR (activity_id IN (SELECT id FROM activity_in_scope)"
    " AND (municipality_id IS NULL"
    " OR municipality_id IN (SELECT municipality_id FROM reader_scope)))",
    "activity_institution": OF_ACTIVITY,
    "attendance": "activity_id IN (SELECT id FROM activity_in_scope)"
    " AND (municipality_id IS NULL OR (activity_id, municipality_id) IN"
    " (SELECT seen.id, reached.municipality_id FROM activity_in_scope AS seen"
    " JOIN reader_scope AS reached ON reached.round_id = seen.round_id))",
    "attendance_day": "attendance_id IN (SELECT id FROM attendance)",
    "case_need": "mediation_case_id IN (SELECT id FROM mediation_case)",
    "change": "subject_table NOT IN ('activity', 'attendance', 'mediator_post', 'mediation_case',"
    " 'contact', 'family', 'family_support', 'upload')"
    " OR (subject_table = 'activity' AND subject_id IN (SELECT id FROM activity_in_scope))"
    " OR (subject_table = 'attendance' AND subject_id IN (SELECT id FROM attendance))"
    " OR (subject_table = 'mediator_post' AND subject_id IN (SELECT id FROM mediator_post))"
    " OR (subject_table = 'upload' AND subject_id IN (SELECT id FROM upload))",
    "contact": OF_POST,
    "family": "id IN (SELECT family_id FROM mediation_case)"
    " OR id IN (SELECT family_id FROM family_support)",
    "family_support": f"(round_id, 0) IN {SCOPE}",
    "mediation_case": OF_POST,
    "mediator": "id IN (SELECT mediator_id FROM mediator_post)",
    "mediator_post": f"(round_id, coalesce(municipality_id, 0)) IN {SCOPE}"
    " OR mediator_id IN (SELECT mediator_id FROM reader_mediator)",
    "reported_figure": f"{PROGRAMME} OR ((activity_id IS NULL"
    " OR activity_id IN (SELECT id FROM activity_in_scope))"
    " AND (mediator_post_id IS NULL OR mediator_post_id IN (SELECT id FROM mediator_post)))",
    "upload": "activity_id IN (SELECT id FROM activity_in_scope)",
    "upload_row": "upload_id IN (SELECT id FROM upload)",
}
"""Which rows of a table are the reader's, by the relations that the door makes: reader_flags,
reader_scope (rounds with municipalities, 0 for none), reader_mediator and activity_in_scope."""

IN_SCOPE = f"(round_id, coalesce(municipality_id, 0)) IN {SCOPE}"
