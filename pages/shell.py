"""The frame round every page: who reads, language, navigation, filters, which data one looks at."""

import streamlit as st

from data_access.access import AccessRefused, Right
from data_access.accounts import OperatorUnusable
from data_access.engine import DatabaseProblem
from pages.shared import data, errors, filters, frame, refused
from pages.shared.words import Words, mark

# Addresses of pages that show places, and so have the switch of looks.
WITH_PLACES = {"", "participants", "coverage", "municipalities", "caseloads"} | {
    *("recommendations", "search", "activities", "mediators"),
}

# Topic, address, title, and the right that the page asks for.
PAGES = {
    mark("Figures"): [
        ("overview", "", mark("Overview"), Right.READ_PUBLISHED),
        ("participants", "participants", mark("Participants"), Right.READ_FIGURES),
        ("coverage", "coverage", mark("Coverage"), Right.READ_FIGURES),
        ("municipalities", "municipalities", mark("Municipalities"), Right.READ_FIGURES),
        ("caseloads", "caseloads", mark("Caseloads"), Right.READ_CASELOADS),
        ("recommendations", "recommendations", mark("Recommendations"), Right.READ_PUBLISHED),
        ("review", "review", mark("Council review"), Right.READ_PUBLISHED),
        ("addressees", "addressees", mark("Addressees"), Right.READ_PUBLISHED),
    ],
    mark("Records"): [
        ("search", "search", mark("Search"), Right.READ_PUBLISHED),
        ("activities", "activities", mark("Activities"), Right.READ_PUBLISHED),
        ("attendance", "attendance", mark("Attendance"), Right.UPLOAD_ATTENDANCE),
        ("monthly", "monthly", mark("Monthly reports"), Right.KEEP_RECORDS),
        ("mediators", "mediators", mark("Mediators"), Right.READ_RECORDS),
        ("rounds", "rounds", mark("Rounds"), Right.READ_PUBLISHED),
        ("institutions", "institutions", mark("Institutions"), Right.READ_PUBLISHED),
        ("inhabitants", "inhabitants", mark("Inhabitants"), Right.READ_PUBLISHED),
        ("reported", "reported", mark("Reported figures"), Right.READ_PUBLISHED),
        ("audit", "audit", mark("Audit log"), Right.READ_AUDIT),
    ],
}


def menu(words: Words, *, is_known: bool) -> tuple[list[st.Page], dict[str, list[st.Page]]]:
    """The pages that the reader may open, and all pages in their groups; the others are hidden.

    Hidden ones run when an address names them. They stand in a group that is there anyway, so that
    no heading is left over nothing.
    """
    shown: dict[str, list[st.Page]] = {}
    hidden: list[st.Page] = []
    for group, topics in PAGES.items():
        for topic, path, title, right in topics:
            is_open = is_known and data.may(right)
            page = st.Page(
                f"{topic}/page.py",
                title=words.say(title),
                url_path=path,
                default=path == "",
                visibility="visible" if is_open else "hidden",
            )
            (shown.setdefault(words.say(group), []) if is_open else hidden).append(page)
    first = next(iter(shown), "")
    open_pages = [page for pages in shown.values() for page in pages]
    return open_pages, shown | {first: [*shown.get(first, []), *hidden]}


def choices_of(page: st.Page) -> None:
    """What a reader chooses beside the page; drawn after it, so that nobody waits for it."""
    with st.sidebar:
        filters.choose_reader()
        filters.choose_round_and_period()
        if page.url_path in WITH_PLACES:
            filters.choose_look()


filters.settle()
words = filters.words()
in_the_way: Exception | None = None
try:
    data.arrive()
except (DatabaseProblem, OperatorUnusable) as problem:
    in_the_way = problem

open_pages, groups = menu(words, is_known=in_the_way is None)
page = st.navigation(groups)
platform = words.say("Latvian Roma Platform")
st.set_page_config(page_title=f"{page.title} – {platform}", page_icon="📊", layout="wide")
with st.sidebar:
    filters.choose_language()
try:
    if in_the_way is not None:
        raise in_the_way
    filters.forget_unknown_reader()
    frame.say_which_data(words)
    top = st.container()
    page.run()
    errors.say_what_was_refused(words, top)
    frame.say_whose_words(words)
    choices_of(page)
except DatabaseProblem as problem:
    errors.show_database_problem(problem, words)
except OperatorUnusable as problem:
    errors.show_operator_unusable(problem, words)
except AccessRefused:
    errors.say_what_was_refused(words, st.container())
    refused.show(words, page.title, open_pages)
    choices_of(page)
