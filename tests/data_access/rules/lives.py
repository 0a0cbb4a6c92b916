"""Histories of an entry made up for a test: what is said and found in the days of one May."""

import datetime as dt

from hypothesis import strategies as st

from data_access.rules import Claim, Event, Finding, Replacement, Report, Verdict


def may(number: int) -> dt.date:
    return dt.date(2020, 5, number)


def said(number: int, claim: str) -> Report:
    return Report(may(number), Claim(claim))


def found(number: int, verdict: str, about: int | None = None) -> Finding:
    return Finding(may(number), Verdict(verdict), may(about) if about else None)


days = st.integers(1, 31)
reports = st.builds(said, days, st.sampled_from(list(Claim)))
findings = st.builds(found, days, st.sampled_from(list(Verdict)), st.none() | days)
replacements = st.builds(Replacement, st.none() | days.map(may))
lives: st.SearchStrategy[list[Event]] = st.lists(reports | findings | replacements, max_size=6)
