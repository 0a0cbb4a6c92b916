"""Sources in forms: choosing the one that an entry cites."""

from data_access import sources
from data_access.filters import Filters
from pages.shared import data
from pages.shared.fields import Field, Kind
from pages.shared.words import Words, mark

NONE = ""


def names(words: Words) -> dict[str, str]:
    """Every source's title, by its code."""
    rows = data.frame(sources.listed, Filters()).to_dict("records")
    return {str(row["code"]): words.pick(row, "title") for row in rows}


def citation(
    words: Words, *, of: str = "", label: str = "", where: str = "", required: bool = False
) -> tuple[Field, Field]:
    """Which source says so, and where in it; ``of`` begins the names of the columns."""
    known = names(words)
    options = known if required else {NONE: words.say("not stated"), **known}
    return (
        Field(f"{of}source", label or mark("Source"), Kind.CHOICE, options, required=required),
        Field(
            f"{of}locator",
            where or mark("Where in the source"),
            help=mark("A heading, a page or a slide by which others find it."),
        ),
    )
