"""The uploads so far, and the way back for each."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from data_access import attendance, identities
from data_access.access import Right
from data_access.filters import Filters
from data_access.identities import Disclosure
from data_access.rules import UploadStatus
from pages.attendance import activity, names_shown, recording, sure, traits, undone
from pages.shared import choices, data, once, outcome, reach, tables
from pages.shared.vocabulary import UPLOAD_STATUSES
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]

PLACE = "undo"
SHOWN_AT_MOST = 10
SCOPES = {"round": mark("This round"), "all": mark("All rounds")}


def show(words: Words, chosen: Filters) -> None:
    """One entry an upload, the latest first; the whole list as a file."""
    st.header(words.say("Uploads so far"), anchor=False)
    outcome.show(words, PLACE)
    scope = "all"
    if chosen.round is not None:
        named = {code: words.code(SCOPES, code) for code in SCOPES}
        scope = choices.choice("uploads", words.say("Uploads of"), named, "round")
    asked = Filters() if scope == "all" else Filters(round=chosen.round)
    rows = data.frame(attendance.uploads, asked).to_dict("records")
    if not rows:
        nothing = words.say(
            "Nothing was uploaded yet. Lists that are recorded stand here, and can be undone here."
        )
        st.info(safe(reach.nothing(words, nothing, Right.READ_RECORDS)))
        return
    for row in rows[:SHOWN_AT_MOST]:
        _entry(words, row)
    if len(rows) > SHOWN_AT_MOST:
        st.caption(
            words.say(
                "The latest {shown} of {all} are shown; the download has all of them.",
                shown=words.number(SHOWN_AT_MOST),
                all=words.number(len(rows)),
            )
        )
    _download(words, rows)


def _entry(words: Words, row: Row) -> None:
    with st.container(border=True):
        st.markdown(f"**{safe(words.moment(row['uploaded_at']))}** · {safe(_title(words, row))}")
        st.caption(safe(" · ".join(_details(words, row))))
        if row["status"] == UploadStatus.RECORDED:
            _offer_names(words, int(row["upload"]))
            if not activity.is_closed(row["round"]):
                _undo(words, row)


def _title(words: Words, row: Row) -> str:
    return " · ".join(part for part in (row["round"], words.pick(row, "title")) if part)


def _details(words: Words, row: Row) -> list[str]:
    found = [words.code(UPLOAD_STATUSES, row["status"])]
    if row["is_trial"]:
        found.append(words.say("a trial among made-up rows"))
    if row["status"] == UploadStatus.UNDONE:
        text = words.say(
            "taken back on {moment}: {reason}",
            moment=words.moment(row["undone_at"]),
            reason=row["undone_reason"] or words.say("reason not stated"),
        )
        return [*found[1:], text]
    counted = words.count("{n} attendance", "{n} attendances", int(row["attendances"]))
    persons = words.count("{n} new person", "{n} new persons", int(row["persons_new"]))
    found.append(reach.as_far_as_seen(words, f"{counted} · {persons}", Right.READ_RECORDS))
    if number := int(row["not_recorded"]):
        found.append(
            words.count(
                "{n} row was not recorded: left out, or deleted before anybody decided",
                "{n} rows were not recorded: left out, or deleted before anybody decided",
                number,
            )
        )
    return found


def _offer_names(words: Words, upload: int) -> None:
    """The names it brought or met again, under the reason that was given for its file."""
    label = mark("Show the names of this upload")
    place = names_shown.Place(f"attendance-upload-{upload}-names", label)
    names_shown.offer(
        words,
        place,
        lambda: data.match(lambda c, reader: identities.occasion_of(c, reader, upload)),
        partial(_names, words, place),
    )


def _names(words: Words, place: names_shown.Place, disclosure: Disclosure) -> None:
    named = data.match(lambda c, reader: identities.names_of(c, reader, disclosure))
    who = named.set_index("person").to_dict("index")
    rows = [
        {"person": traits.number(words, {"person": person}), **names_shown.told(words, who, person)}
        for person in who
    ]
    if not rows:
        st.info(words.say("No name is on record for this upload."))
        return
    headings = {"person": words.say("Person"), **names_shown.headings(words)}
    names_shown.table(words, place, rows, headings)


def _undo(words: Words, row: Row) -> None:
    number, corrected = int(row["upload"]), _corrected(row)
    with st.expander(words.say("Undo this upload"), key=f"attendance-undo-{number}-open"):
        st.markdown(
            words.say(
                "Everything that this upload brought is taken out again: its attendances, and the "
                "persons whom no other record has. Other uploads and entries stay, and so does "
                "what was corrected by hand since."
            )
        )
        if corrected:
            text = words.count(
                "{n} of its rows was corrected by hand since and stays, as entered by hand.",
                "{n} of its rows were corrected by hand since and stay, as entered by hand.",
                corrected,
            )
            st.warning(safe(text))
        act = partial(_take_out, number)
        sure.ask(
            words,
            sure.Step(f"attendance-undo-{number}", PLACE, act, needs_reason=True),
            _sure(words, row),
            words.say("Undo"),
        )


def _sure(words: Words, row: Row) -> str:
    """What is agreed to: a number where all of it is seen."""
    if reach.is_limited(Right.READ_RECORDS):
        return words.say("Yes, take out the whole upload, rows beyond my role with it")
    number = int(row["attendances"])
    return words.count("Yes, take out {n} attendance", "Yes, take out {n} attendances", number)


def _corrected(row: Row) -> int:
    """How many of the upload's rows were changed by hand since."""
    rows = data.frame(attendance.rows, Filters(activity=row["activity"]))
    return int(((rows["upload"] == row["upload"]) & (rows["revision"] > 1)).sum())


def _take_out(number: int, reason: str) -> outcome.Say:
    done = data.tell(lambda connection, reader: attendance.undo(connection, reader, number, reason))
    once.forget(recording.PLACE)
    return partial(undone.say, done)


def _download(words: Words, rows: list[Row]) -> None:
    table = pd.DataFrame(
        [
            {
                "uploaded": words.moment(row["uploaded_at"]),
                "activity": _title(words, row),
                "details": "; ".join(_details(words, row)),
                "fingerprint": row["sha256"],
            }
            for row in rows
        ]
    )
    headings = {
        "uploaded": words.say("Uploaded"),
        "activity": words.say("Activity"),
        "details": words.say("What became of it"),
        "fingerprint": words.say("Beginning of the file's SHA-256"),
    }
    tables.download(words, table, headings)
