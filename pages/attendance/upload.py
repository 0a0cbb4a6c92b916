"""One file: the template for it, the file itself, what it would change, and its recording."""

import hashlib
from functools import partial
from typing import Any

import streamlit as st
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from data_access import attendance
from data_access.attendance import Preview, Recorded
from data_access.attendance.reading import MAX_BYTES
from data_access.filters import Filters
from pages.attendance import outcome, preview, refusals
from pages.shared import data, filters
from pages.shared.words import Words, safe

Row = dict[Any, Any]

PLACE = "upload"
UPLOADS, PREVIEW = "attendance-uploads", "attendance-preview"
MEGABYTE = 1024**2
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TEMPLATES = {
    "lv": (attendance.template_lv, attendance.template_csv_lv),
    "en": (attendance.template_en, attendance.template_csv_en),
}


def template(words: Words, activity: Row | None, chosen: Filters) -> None:
    """The template in the reader's language, as a workbook and as CSV.

    Its lists hold the municipalities of the activity's day, or else of the round's.
    """
    st.header(words.say("2. Template"), anchor=False)
    st.markdown(
        words.say(
            "One row a person: the name, and as far as known the contact, the institution, whom "
            "the person represents, the place, gender, age group, and whether the person came. "
            "Only rows with “yes” in the last column count as attendances."
        )
    )
    asked = Filters(round=chosen.round) if activity is None else Filters(activity=activity["code"])
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


def file(words: Words, activity: Row) -> None:
    """The file, what it would change, and the button that records it."""
    st.header(words.say("3. File"), anchor=False)
    st.caption(
        words.say(
            "Names and contacts are stored sealed. Coordinators see them again only for a reason "
            "that the audit log keeps; no download and no address holds them."
        )
    )
    given = st.file_uploader(
        words.say(
            "The filled-in list: an Excel workbook (.xlsx) or CSV, {megabytes} MB at most",
            megabytes=MAX_BYTES // MEGABYTE,
        ),
        key=f"attendance-file-{st.session_state.get(UPLOADS, 0)}",
        max_upload_size=MAX_BYTES // MEGABYTE,
        on_change=outcome.forget,
    )
    outcome.show(words, PLACE)
    if given is None:
        return
    st.header(words.say("4. Check and record"), anchor=False)
    if known := _recorded_before(given.getvalue()):
        _say_known(words, known)
        return
    try:
        found = _check(words, given, str(activity["code"]))
    except refusals.KINDS as refusal:
        st.warning(safe(refusals.sentence(words, refusal)))
        return
    preview.show(words, found, given)
    if found.can_be_recorded:
        _confirm(words, given, found)


def _recorded_before(content: bytes) -> Row | None:
    """The upload that brought the same bytes and was not undone."""
    print_ = hashlib.sha256(content).hexdigest()
    for row in data.frame(attendance.uploads, Filters()).to_dict("records"):
        if row["status"] == "recorded" and print_.startswith(row["sha256"]):
            return row
    return None


def _say_known(words: Words, row: Row) -> None:
    text = words.say(
        "This very file was recorded on {moment} into the activity “{activity}”; nothing is "
        "stored twice. To record it again or elsewhere, undo that upload below first.",
        moment=words.moment(row["uploaded_at"]),
        activity=words.pick(row, "title"),
    )
    st.warning(safe(text))


def _check(words: Words, given: UploadedFile, activity: str) -> Preview:
    """What the file would change; looked at once for each state of the data."""
    key = (given.file_id, activity, data.version().number)
    remembered: tuple[object, Preview | None] = st.session_state.get(PREVIEW, (None, None))
    if remembered[0] == key and remembered[1] is not None:
        return remembered[1]
    with st.spinner(words.say("Reading the file …")):
        sheet = attendance.read(given.getvalue(), given.name)
        found = data.match(
            lambda connection, reader: attendance.check(connection, reader, sheet, activity)
        )
    st.session_state[PREVIEW] = (key, found)
    return found


def _confirm(words: Words, given: UploadedFile, found: Preview) -> None:
    number = found.new_attendances
    label = words.count("Record {n} attendance", "Record {n} attendances", number)
    if not number:
        label = words.say("Record the list, which adds no attendance")
    if not st.button(label, type="primary", key="attendance-record"):
        return
    with st.spinner(words.say("Recording …")):
        _record(given, found)
    st.rerun()


def _record(given: UploadedFile, found: Preview) -> None:
    """Record, and put the file away before anything is drawn: a second click finds no file."""
    try:
        done = data.tell(
            lambda connection, reader: attendance.record(
                connection, reader, given.getvalue(), given.name, found.activity
            )
        )
    except refusals.KINDS as refusal:
        outcome.refuse(PLACE, refusal)
        return
    _let_go(given)
    st.session_state[UPLOADS] = st.session_state.get(UPLOADS, 0) + 1
    st.session_state.pop(PREVIEW, None)
    outcome.put(PLACE, partial(_say_recorded, done, found))


def _let_go(given: UploadedFile) -> None:
    """Take the file out of the server's memory, where Streamlit keeps it as long as the tab."""
    run = get_script_run_ctx()
    if run is not None and isinstance(run.uploaded_file_mgr, MemoryUploadedFileManager):
        run.uploaded_file_mgr.remove_file(run.session_id, given.file_id)


def _say_recorded(done: Recorded, found: Preview, words: Words) -> None:
    recorded = words.count(
        "Recorded: {n} attendance", "Recorded: {n} attendances", done.attendances
    )
    persons = words.count("{n} new person", "{n} new persons", done.persons)
    st.success(safe(f"{recorded}, {persons}."))
    if found.is_trial:
        st.info(words.say("It is marked as a trial: the database holds made-up rows."))
    with st.container(horizontal=True):
        for page, label in (
            ("participants", words.say("Participants")),
            ("coverage", words.say("Coverage")),
            ("overview", words.say("Overview")),
        ):
            st.page_link(
                f"{page}/page.py",
                label=label,
                query_params=filters.address(round=found.round),
            )
