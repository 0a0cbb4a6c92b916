"""The institutions that a report may name: by code, by Latvian name, and by their rows."""

from collections.abc import Mapping
from dataclasses import dataclass

from data_access import institutions
from data_access.filters import Filters
from data_access.rules import Origin
from pages.shared import data
from pages.shared.words import Words


@dataclass(frozen=True)
class Register:
    """``named`` are names by code in the order shown, ``codes`` codes by Latvian name, ``rows``
    names by the numbers of rows; made-up ones are offered for a made-up post alone."""

    named: Mapping[str, str]
    codes: Mapping[str, str]
    rows: Mapping[int, str]


def known(words: Words, *, made_up: bool) -> Register:
    """The register as it stands."""
    found = data.frame(institutions.listed, Filters()).to_dict("records")
    rows = [row for row in found if made_up or row["origin"] != Origin.SAMPLE]
    order = {name: at for at, name in enumerate(words.sort(words.pick(r, "name") for r in rows))}
    rows.sort(key=lambda row: order[words.pick(row, "name")])
    return Register(
        {str(row["code"]): words.pick(row, "name") for row in rows},
        {str(row["name_lv"]): str(row["code"]) for row in rows},
        {int(row["id"]): words.pick(row, "name") for row in found},
    )
