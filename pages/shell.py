"""The frame round every page: language, navigation, filters, which data one looks at."""

import streamlit as st

from data_access.engine import DatabaseProblem
from pages.shared import data, errors, filters, frame
from pages.shared.words import mark

PAGES = {
    mark("Figures"): [
        ("overview", "", mark("Overview")),
        ("participants", "participants", mark("Participants")),
        ("coverage", "coverage", mark("Coverage")),
        ("caseloads", "caseloads", mark("Caseloads")),
        ("recommendations", "recommendations", mark("Recommendations")),
    ],
    mark("Records"): [
        ("search", "search", mark("Search")),
        ("activities", "activities", mark("Activities")),
        ("attendance", "attendance", mark("Attendance")),
        ("rounds", "rounds", mark("Rounds")),
        ("institutions", "institutions", mark("Institutions")),
        ("reported", "reported", mark("Reported figures")),
    ],
}

filters.settle()
words = filters.words()
page = st.navigation(
    {
        words.say(group): [
            st.Page(f"{topic}/page.py", title=words.say(title), url_path=path, default=path == "")
            for topic, path, title in topics
        ]
        for group, topics in PAGES.items()
    }
)
platform = words.say("Latvian Roma Platform")
st.set_page_config(page_title=f"{page.title} – {platform}", page_icon="📊", layout="wide")
with st.sidebar:
    filters.choose_language()
try:
    data.arrive()
    with st.sidebar:
        filters.choose_round_and_period()
    frame.say_which_data(words)
    page.run()
    frame.say_whose_words(words)
except DatabaseProblem as problem:
    errors.show_database_problem(problem, words)
