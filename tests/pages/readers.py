"""The readers of the sample, the pages that each may open, and how a test walks through them."""

from collections.abc import Iterator

from streamlit.testing.v1 import AppTest

from pages.shared.words import Words

TITLES = {
    "overview": "Overview",
    "participants": "Participants",
    "coverage": "Coverage",
    "municipalities": "Municipalities",
    "caseloads": "Caseloads",
    "recommendations": "Recommendations",
    "review": "Council review",
    "addressees": "Addressees",
    "search": "Search",
    "activities": "Activities",
    "attendance": "Attendance",
    "monthly": "Monthly reports",
    "mediators": "Mediators",
    "rounds": "Rounds",
    "institutions": "Institutions",
    "inhabitants": "Inhabitants",
    "reported": "Reported figures",
    "audit": "Audit log",
}
PUBLISHED = frozenset(
    {"overview", "recommendations", "search", "activities", "rounds", "institutions"}
    | {"inhabitants", "reported", "review", "addressees"}
)
EXACT = PUBLISHED | {"participants", "coverage", "municipalities", "caseloads"}
KEPT = frozenset({"attendance", "monthly", "mediators"})
OPEN_TO = {
    "operator": frozenset(TITLES),
    "administrator": EXACT | {"mediators"},
    "coordinator": EXACT | KEPT,
    "coordinator-riga": EXACT | KEPT,
    "mediator": PUBLISHED | {"caseloads"},
    "institution": PUBLISHED,
    "manager": EXACT,
    "council-member": PUBLISHED,
    "council-member-ngo": PUBLISHED,
    "auditor": frozenset({"audit"}),
}
REFUSED = "This page is not for the role you are here in ({roles})."


def go(screen: AppTest, topic: str, **query: str) -> AppTest:
    """The same visitor on another page, what the address holds kept or set anew."""
    for name, value in query.items():
        screen.query_params[name] = value
    screen.switch_page(f"{topic}/page.py").run()
    assert not screen.exception, topic
    return screen


def refusal(screen: AppTest) -> str:
    """The sentence that says that the page is not for the reader's role; empty where it is."""
    sentence = Words(screen.query_params["lang"]).say(REFUSED, roles="")
    beginning = sentence.partition("(")[0]
    return next((each.value for each in screen.info if each.value.startswith(beginning)), "")


def sent(screen: AppTest) -> bytes:
    """Everything that went to the browser, charts, tables and what only a pointer brings up."""
    return b"\n".join(_sent(screen))


def _sent(screen: AppTest) -> Iterator[bytes]:
    for node in screen._tree:
        if (proto := getattr(node, "proto", None)) is not None:
            yield proto.SerializeToString()
