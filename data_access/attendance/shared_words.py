"""Words that several places or institutions go by: which one is meant is asked of every list."""

from collections.abc import Callable, Collection, Mapping

from sqlalchemy import Connection

from data_access.access import Reader, Right, require
from data_access.attendance.columns import INSTITUTION, PLACE
from data_access.gazetteer import Gazetteer, Shared
from data_access.institutions.names import InstitutionNames

Word = tuple[str, str]
"""One of our columns, and the folded text in it."""


def shared_words(
    connection: Connection, reader: Reader, words: Collection[Word]
) -> frozenset[Word]:
    """Those of the words that may mean several things, as the register stands."""
    require(reader, Right.UPLOAD_ATTENDANCE)
    found: set[Word] = set()
    for column, load in LOAD.items():
        asked = [word for word in words if word[0] == column]
        if asked:
            is_shared = load(connection, reader)
            found.update(word for word in asked if is_shared(word[1]))
    return frozenset(found)


def _of_places(connection: Connection, reader: Reader) -> Callable[[str], bool]:
    gazetteer = Gazetteer.of(connection, reader)
    return lambda text: isinstance(gazetteer.look_up(text, None), Shared)


def _of_institutions(connection: Connection, reader: Reader) -> Callable[[str], bool]:
    names = InstitutionNames.of(connection, reader)
    return lambda text: len(names.find(text)) > 1


LOAD: Mapping[str, Callable[[Connection, Reader], Callable[[str], bool]]] = {
    PLACE: _of_places,
    INSTITUTION: _of_institutions,
}
