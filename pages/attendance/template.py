"""The template: for whoever has no list yet."""

from typing import Any

import streamlit as st

from data_access import attendance
from data_access.filters import Filters
from pages.shared import data
from pages.shared.words import Words

Row = dict[Any, Any]

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TEMPLATES = {
    "lv": (attendance.template_lv, attendance.template_csv_lv),
    "en": (attendance.template_en, attendance.template_csv_en),
}


def offer(words: Words, activity: Row | None, round_: str | None) -> None:
    """The template in the reader's language, as a workbook and as CSV, folded away.

    Its lists hold the municipalities of the activity's day, or else of the round's.
    """
    label = words.say("No list yet? Take the template")
    with st.expander(label, key="attendance-template-open"):
        st.markdown(
            words.say(
                "One row a person: the name, and as far as known the contact, the institution, "
                "whom the person represents, the place, gender, age group, and whether the person "
                "came. Only rows with “yes” in the last column count as attendances."
            )
        )
        asked = Filters(round=round_) if activity is None else Filters(activity=activity["code"])
        workbook, text = TEMPLATES[words.language]
        name = words.say("attendance-template")
        with st.container(horizontal=True):
            st.download_button(
                words.say("Template for Excel (XLSX)"),
                data=lambda: data.ask(workbook, asked),
                file_name=f"{name}.xlsx",
                mime=WORKBOOK,
                key="attendance-template-xlsx",
                on_click="ignore",
            )
            st.download_button(
                words.say("Template as CSV"),
                data=lambda: data.ask(text, asked),
                file_name=f"{name}.csv",
                mime="text/csv",
                key="attendance-template-csv",
                on_click="ignore",
            )
