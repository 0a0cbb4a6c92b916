"""What the codes of the database are called on screen; one table a vocabulary."""

from pages.shared.words import mark

LANGUAGE_NAMES = {"lv": "Latviešu", "en": "English"}

FIGURES = {
    "participants": mark("Participants"),
    "participants_state_municipal": mark("State and municipal representatives"),
    "participants_roma": mark("Roma representatives"),
    "participants_ngo_other": mark("Non-Roma NGOs and other interested people"),
    "families": mark("Families supported"),
    "municipalities": mark("Towns and municipalities"),
    "mediators": mark("Mediators"),
    "service_months": mark("Months of mediation"),
    "mediator_families": mark("Families with mediators"),
    "headcount": mark("Headcount"),
    "applicants": mark("Applicants"),
    "completed_in_part": mark("Finished in part"),
    "stories": mark("Stories"),
    "foreign_project_participants": mark("Reached by the project visited"),
    "persons": mark("Persons"),
    "persons_not_stated": mark("Persons of no stated category"),
    "attendances": mark("Attendances"),
    "calendar_months": mark("Months with mediation"),
}

QUALIFIERS = {
    "exact": "{value}",
    "about": mark("about {value}"),
    "more_than": mark("more than {value}"),
}

ACTIVITY_KINDS = {
    "meeting": mark("Meeting"),
    "training": mark("Training"),
    "seminar": mark("Seminar"),
    "visit": mark("Visit"),
    "workshop": mark("Workshop"),
    "course": mark("Course"),
    "story": mark("Stories in the media"),
    "measure": mark("Measure"),
}

AREAS = {
    "equality": mark("Equality"),
    "inclusion": mark("Inclusion"),
    "participation": mark("Participation"),
    "education": mark("Education"),
    "employment": mark("Employment"),
    "health": mark("Health"),
    "housing": mark("Housing"),
    "culture": mark("Culture"),
    "youth": mark("Youth"),
    "not_stated": mark("area not stated"),
}

CATEGORIES = {
    "state": mark("State representatives"),
    "municipal": mark("Municipal representatives"),
    "roma": mark("Roma representatives"),
    "ngo": mark("Non-Roma NGOs"),
    "other": mark("Other people"),
    "not_stated": mark("category not stated"),
}

GENDERS = {
    "woman": mark("Women"),
    "man": mark("Men"),
    "other": mark("Another gender"),
    "not_stated": mark("gender not stated"),
}

AGE_BANDS = {
    "under_18": mark("Under 18"),
    "18_29": mark("18 to 29"),
    "30_54": mark("30 to 54"),
    "55_plus": mark("55 and older"),
    "not_stated": mark("age not stated"),
}

ATTENDANCE_STATUSES = {
    "attended": mark("attended"),
    "registered": mark("registered only"),
    "not_stated": mark("not stated whether attended"),
}

ROW_OUTCOMES = {
    "new": mark("new person"),
    "known_person": mark("known person"),
    "repeated": mark("same person again"),
    "raised": mark("had registered, and came"),
    "already_there": mark("recorded already"),
    "problem": mark("waits for a decision"),
}

UPLOAD_STATUSES = {
    "staged": mark("not recorded yet"),
    "recorded": mark("in the records"),
    "undone": mark("taken back"),
}

ROW_ORIGINS = {
    "fact": mark("from a document"),
    "sample": mark("made up"),
    "upload": mark("from an upload"),
    "entered": mark("entered by hand"),
}

PLACE_KINDS = {
    "municipality": mark("Municipality"),
    "national_body": mark("National body"),
    "abroad": mark("Abroad"),
    "online": mark("Online"),
    "not_stated": mark("place not stated"),
}

LOOKS = {
    "was": mark("As it was"),
    "reported": mark("As reported"),
    "today": mark("Today's map"),
}

STANDS = {
    "either": mark("In one of several municipalities"),
    "unlisted": mark("Not on the round's list"),
}

WHERE = PLACE_KINDS | STANDS
"""Where a record can stand in a look."""

PLACE_ROLES = {
    "represented": mark("Represented"),
    "mediator": mark("Named as places of mediators"),
}

OPEN_FOR = {
    "under_3_months": mark("under 3 months"),
    "3_to_6_months": mark("3 to 6 months"),
    "over_6_months": mark("over 6 months"),
    "not_stated": mark("opening not stated"),
}

CONTACT_RESULTS = {
    "informed": mark("Information given"),
    "applied": mark("Application made"),
    "referred": mark("Referred to an institution"),
    "taken_up": mark("Taken up by an institution"),
    "turned_down": mark("Turned down by an institution"),
    "arranged": mark("Next step arranged"),
    "nothing": mark("Nothing came of it"),
    "not_stated": mark("result not stated"),
}

CONTACT_PLACES = {
    "home": mark("At the family's home"),
    "office": mark("At the mediator's office"),
    "institution": mark("At an institution"),
    "public": mark("In a public place"),
    "phone": mark("By telephone"),
    "online": mark("Online"),
    "not_stated": mark("meeting place not stated"),
}

CLOSING_REASONS = {
    "need_met": mark("Need met"),
    "handed_over": mark("Handed over"),
    "moved_away": mark("The family moved away"),
    "own_wish": mark("The family's own wish"),
    "lost_touch": mark("Touch was lost"),
    "round_ended": mark("The round ended"),
    "not_stated": mark("reason not stated"),
}

REFERRERS = {
    "family": mark("The family itself"),
    "mediator": mark("Sought out by the mediator"),
    "social_service": mark("Social service"),
    "school": mark("School"),
    "health": mark("Health care"),
    "employment": mark("Employment agency"),
    "ngo": mark("Non-governmental organisation"),
    "other": mark("Somebody else"),
    "not_stated": mark("referrer not stated"),
}

GAP_REASONS = {
    "leave": mark("Leave"),
    "sickness": mark("Sickness"),
    "nobody_found": mark("Nobody found for the post"),
    "not_stated": mark("reason not stated"),
}

TRAINING_KINDS = {
    "training": mark("Training"),
    "supervision": mark("Supervision"),
    "exchange": mark("Exchange of experience"),
    "not_stated": mark("kind not stated"),
}

REPORT_STATUSES = {
    "waiting": mark("Waiting for decisions"),
    "recorded": mark("Recorded"),
    "undone": mark("Taken back"),
}

PARTS = {
    "organiser": mark("Organised by"),
    "host": mark("Received by"),
    "participant": mark("Took part"),
}

PART_NAMES = {
    "organiser": mark("organiser"),
    "host": mark("host"),
    "participant": mark("participant"),
}

STATEMENTS = {
    "task": mark("Task"),
    "aim": mark("Aims"),
    "measure": mark("Planned and carried out"),
    "result": mark("Results in words"),
    "direction": mark("Directions of work"),
    "note": mark("Also stated"),
}

RECOMMENDATION_KINDS = {
    "recommendation": mark("Recommendation"),
    "undertaking": mark("Undertaking"),
}

ADDRESSEE_ROLES = {"lead": mark("lead"), "supporting": mark("supporting")}

STATUSES = {
    "proposed": mark("Proposed, no report yet"),
    "accepted": mark("Accepted by the addressee"),
    "in_progress": mark("In progress"),
    "claimed_done": mark("Done, says the addressee"),
    "confirmed_done": mark("Done, confirmed by the Council"),
    "partly_done": mark("Partly done, found by the Council"),
    "not_accepted": mark("Not accepted by the addressee"),
    "superseded": mark("Superseded"),
}

LATENESS = {
    "on_time": mark("Not late"),
    "late": mark("Late"),
    "silent": mark("No report for too long"),
    "done_late": mark("Done late"),
    "no_deadline": mark("No deadline stated"),
}

SORTS = {
    "open": mark("Still open"),
    "waiting": mark("Waiting for the Council"),
    "overdue": mark("Overdue"),
    "unsettled": mark("Without a lead or a deadline"),
    "returned": mark("Coming back"),
}

CLAIMS = {
    "accepted": mark("accepted"),
    "in_progress": mark("under way"),
    "done": mark("done"),
    "partly_done": mark("partly done"),
    "not_accepted": mark("not accepted"),
}

VERDICTS = {
    "done": mark("done"),
    "partly_done": mark("partly done"),
    "not_done": mark("not done"),
    "superseded": mark("superseded"),
}

REVIEW_OUTCOMES = {
    "noted": mark("taken note of"),
    "postponed": mark("put off"),
    "settled": mark("lead or deadline settled"),
}

ROUND_STATES = {
    "planned": mark("Not opened here yet"),
    "open": mark("Open for records"),
    "closed": mark("Closed"),
    "approved": mark("Approved"),
}

INSTITUTION_KINDS = {
    "state": mark("State body"),
    "municipal": mark("Municipal body"),
    "ngo": mark("Non-governmental organisation"),
    "foreign": mark("Body of another country"),
    "international": mark("International body"),
    "other": mark("Another body"),
    "not_stated": mark("kind not stated"),
}

REFERRING = {
    "activity_day": mark("days on which it was held"),
    "activity_further_place": mark("further places"),
    "activity_institution": mark("institutions with a part in it"),
    "activity_document": mark("documents"),
    "attendance": mark("attendances"),
    "upload": mark("uploads"),
    "reported_figure": mark("reported figures"),
    "recommendation": mark("recommendations"),
}

FIGURE_KINDS = {"reported": mark("Reported"), "planned": mark("Planned")}

QUALIFIER_NAMES = {
    "exact": mark("exactly this many"),
    "about": mark("about this many"),
    "more_than": mark("more than this"),
}

GAP_STATUSES = {
    "open": mark("Open"),
    "explained": mark("Explained"),
    "unexplainable": mark("Cannot be explained any more"),
}

ORIGINS = {
    "fact": mark("facts from documents"),
    "sample": mark("made-up sample data"),
    "upload": mark("uploaded lists and reports"),
    "entered": mark("entries made on screen"),
}

ROLES = {
    "administrator": mark("administrator"),
    "coordinator": mark("coordinator"),
    "mediator": mark("mediator"),
    "institution": mark("institution"),
    "manager": mark("manager"),
    "council_member": mark("Council member"),
    "auditor": mark("auditor"),
}

PERSONAS = {
    "operator": mark("The platform's operator"),
    "administrator": mark("Administrator"),
    "coordinator": mark("Coordinator"),
    "coordinator-riga": mark("Coordinator of Rīga"),
    "mediator": mark("Mediator"),
    "institution": mark("Institution addressed"),
    "manager": mark("Manager"),
    "council-member": mark("Council member"),
    "council-member-ngo": mark("Council member of an NGO"),
    "auditor": mark("Auditor"),
}

MISSING = {
    "not_stated": mark("not stated"),
    "no_data": mark("no rows yet"),
    "protected": mark("hidden for protection"),
    "hidden": mark("hidden from your role"),
}

POPULATIONS = {
    "inhabitants": mark("Inhabitants"),
    "roma": mark("Roma inhabitants"),
}

PRECISIONS = {
    "not_stated": mark("No deadline is stated"),
    "day": mark("To the day"),
    "month": mark("To the month"),
    "half_year": mark("To the half-year"),
    "year": mark("To the year"),
    "horizon": mark("A horizon of years, no deadline"),
}

LINK_KINDS = {
    "repeats": mark("repeats"),
    "replaces": mark("replaces"),
    "narrows": mark("narrows"),
}

SPEAKING = {
    "progress_report": mark("reports on it"),
    "confirmation": mark("findings of the Council"),
    "review_mark": mark("what the Council noted at a meeting"),
    "recommendation_link": mark("later entries linked to it"),
    "recommendation_standing": mark("entries that it replaces"),
}
"""What keeps an entry from being removed."""
WORDED = {
    "earlier_wording": mark("the earlier wording again"),
    "imported": mark("taken in from a file"),
}
"""The reasons of a wording that the platform states itself."""
