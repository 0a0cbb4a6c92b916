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

PLACE_KINDS = {
    "municipality": mark("Municipality"),
    "national_body": mark("National body"),
    "abroad": mark("Abroad"),
    "online": mark("Online"),
    "not_stated": mark("place not stated"),
}

PLACE_ROLES = {
    "represented": mark("Represented"),
    "mediator": mark("Named as places of mediators"),
}

PARTS = {
    "organiser": mark("Organised by"),
    "host": mark("Received by"),
    "participant": mark("Took part"),
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

GAP_STATUSES = {
    "open": mark("Open"),
    "explained": mark("Explained"),
    "unexplainable": mark("Cannot be explained any more"),
}

ORIGINS = {
    "fact": mark("facts from documents"),
    "sample": mark("made-up sample data"),
    "upload": mark("uploaded attendance files"),
    "entered": mark("entries made on screen"),
}

MISSING = {
    "not_stated": mark("not stated"),
    "no_data": mark("no rows yet"),
    "protected": mark("hidden for protection"),
}
