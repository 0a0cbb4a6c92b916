"""What a reader gets in place of a page that is not for their role."""

from collections.abc import Sequence

import streamlit as st

from pages.shared import data, filters
from pages.shared.vocabulary import ROLES
from pages.shared.words import Words


def show(words: Words, title: str, open_pages: Sequence[st.Page]) -> None:
    """That the page is not for the reader's role, and links to those that are."""
    roles = sorted(data.reader().roles)
    st.title(title, anchor=False)
    if not roles:
        st.info(words.say("You have no role here yet. Whoever runs the platform gives roles."))
        return
    named = ", ".join(words.code(ROLES, role) for role in roles)
    st.info(
        words.say("This page is not for the role you are here in ({roles}).", roles=named),
        icon="🔒",
    )
    st.markdown(words.say("Pages that are open to it:"))
    for page in open_pages:
        st.page_link(page, query_params=filters.address())
