"""The codes of the audit log in words: what was done, to what, and what was noted with it."""

from pages.shared.words import mark

ACTIONS = {
    "attendance.decided": mark("rows of an attendance list decided"),
    "attendance.deleted_due": mark("rows that waited deleted on their day"),
    "attendance.dismissed": mark("rows of an attendance list left out"),
    "attendance.recorded": mark("attendance list recorded"),
    "attendance.undone": mark("upload undone"),
    "division.added": mark("division of municipalities added"),
    "division.dropped": mark("division of municipalities taken out again"),
    "identity.opened": mark("names looked at"),
    "identity.rotated": mark("keys for names renewed"),
    "recommendation.claimed": mark("progress reported"),
    "recommendation.confirmed": mark("finding of the Council entered"),
    "round.open": mark("round opened"),
    "round.close": mark("round closed"),
    "round.reopen": mark("round opened again"),
    "round.approve": mark("round approved"),
    "round.withdraw": mark("approval of a round withdrawn"),
}

SUBJECTS = {
    "account": mark("account"),
    "activity": mark("activity"),
    "confirmation": mark("finding"),
    "division": mark("division of municipalities"),
    "person_identity": mark("name and contact"),
    "progress_report": mark("progress report"),
    "recommendation": mark("recommendation"),
    "remembered_decision": mark("remembered decision"),
    "round": mark("round"),
    "session": mark("session"),
    "upload": mark("upload"),
    "upload_row": mark("row of an upload"),
}

DETAILS = {
    "activity": mark("activity"),
    "attendances": mark("attendances"),
    "corrected": mark("corrected by hand"),
    "division": mark("division of municipalities"),
    "failed": mark("not brought back"),
    "file": mark("beginning of the file's SHA-256"),
    "institution": mark("institution"),
    "is_trial": mark("trial among made-up rows"),
    "kept": mark("kept, changed by hand since"),
    "let_go": mark("let go"),
    "meeting": mark("Council meeting"),
    "moved": mark("units that changed municipality"),
    "municipalities": mark("municipalities"),
    "passed_on": mark("passed on to another upload"),
    "persons": mark("persons"),
    "recommendation": mark("recommendation"),
    "report": mark("progress report"),
    "restored": mark("brought back"),
    "round": mark("round"),
    "rows": mark("rows"),
    "sealed": mark("sealed anew"),
    "taken_out": mark("taken out"),
    "units": mark("territorial units"),
    "waiting": mark("waiting for a decision"),
}
