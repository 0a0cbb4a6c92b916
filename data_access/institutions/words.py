"""Words that say what sort of body an institution is: state, municipal or an NGO, and no more."""

import re
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd
from sqlalchemy import Connection, select

from data_access import documented, schema
from data_access.access import Reader, Right, require, require_at
from data_access.filters import Filters
from data_access.frames import WHOLE, WORD, frame
from data_access.gazetteer import names_another_country
from data_access.institutions.names import distinct
from data_access.rules import InstitutionKind, fold, latvian_key, resembles_contact
from data_access.upkeep import Hand

WORDS = {"number": WHOLE, "word": WORD, "kind": WORD, "origin": WORD, "revision": WHOLE}
KINDS_OF_WORDS = (InstitutionKind.STATE, InstitutionKind.MUNICIPAL, InstitutionKind.NGO)
LONGEST_WORD = 100
PIECE = re.compile(r"[^\W_]+")


class WordUnusable(ValueError):
    """Not a word, too long, somebody's contact, or of a kind that words do not state."""


class WordKnown(ValueError):
    """The word is on the list already; nothing was stored."""


class InstitutionWords:
    """What the words of a name say together; words that contradict each other say nothing.

    Whole words are looked for, longer phrases first: "pašvaldības aģentūra" is one thing. Another
    country's ministry is no state body of ours.
    """

    def __init__(self, kinds: Mapping[str, str]) -> None:
        pieces = ((tuple(PIECE.findall(fold(word))), kind) for word, kind in kinds.items())
        self._kinds = {words: InstitutionKind(kind) for words, kind in pieces if words}
        self._longest = max(map(len, self._kinds), default=0)
        self._said: dict[str, InstitutionKind] = {}

    @classmethod
    def of(cls, connection: Connection, reader: Reader) -> "InstitutionWords":
        """The words that the database has."""
        require(reader, Right.READ_PUBLISHED)
        word = schema.institution_word.c
        return cls({row.word: row.kind for row in connection.execute(select(word.word, word.kind))})

    @classmethod
    def of_facts(cls) -> "InstitutionWords":
        """The words that an empty database is filled with."""
        return cls({row["word"]: row["kind"] for row in documented.lines("institution_word")})

    def kind_of(self, text: str) -> InstitutionKind:
        """State, municipal or an NGO where the words say so, and one of them alone."""
        if text not in self._said:
            said = set(self._kinds_in(PIECE.findall(fold(text))))
            is_clear = len(said) == 1 and not names_another_country(text)
            self._said[text] = said.pop() if is_clear else InstitutionKind.NOT_STATED
        return self._said[text]

    def _kinds_in(self, pieces: list[str]) -> Iterable[InstitutionKind]:
        start = 0
        while start < len(pieces):
            for length in range(min(self._longest, len(pieces) - start), 0, -1):
                kind = self._kinds.get(tuple(pieces[start : start + length]))
                if kind is not None:
                    yield kind
                    start += length
                    break
            else:
                start += 1


def proposed(
    connection: Connection, reader: Reader, names: Sequence[str]
) -> dict[str, InstitutionKind]:
    """Institutions that the register lacks, each once, with the kind that its words state.

    Names that differ only in quotation marks or the legal form beside them are one institution.
    """
    known = InstitutionWords.of(connection, reader)
    return {name: known.kind_of(name) for name in distinct(names)}


def words(connection: Connection, reader: Reader, _filters: Filters) -> pd.DataFrame:
    """Every word with the kind that it states, by kind and alphabet. Columns: WORDS."""
    require(reader, Right.READ_PUBLISHED)
    table = schema.institution_word
    statement = select(table, table.c.id.label("number"))
    rows = [{**row} for row in connection.execute(statement).mappings()]
    rows.sort(key=lambda row: (KINDS_OF_WORDS.index(row["kind"]), latvian_key(row["word"])))
    return frame(rows, WORDS)


def add_word(connection: Connection, reader: Reader, word: str, kind: str) -> None:
    """One more word, which counts from the next file on.

    Refuses whoever is limited to some rounds or municipalities (AccessRefused): it speaks of every
    file; a text without a word, too long, a contact, or another kind (WordUnusable), and a word
    that is on the list (WordKnown).
    """
    hand = Hand(connection, reader)
    require_at(reader, Right.KEEP_RECORDS)
    table, text = schema.institution_word, " ".join(word.split())
    if not PIECE.search(text) or len(text) > LONGEST_WORD or resembles_contact(text):
        raise WordUnusable("This is no word that an institution's name may hold.")
    if kind not in KINDS_OF_WORDS:
        raise WordUnusable("Words state that a body is of the state, municipal or an NGO.")
    same = select(table.c.id).where(table.c.word_folded == fold(text))
    if connection.scalars(same).first() is not None:
        raise WordKnown("The word is on the list already.")
    hand.add(table, word=text, word_folded=fold(text), kind=kind)


def remove_word(connection: Connection, reader: Reader, number: int, revision: int) -> None:
    """Take a word away, as it was read at ``revision``; records made by it stay as they are.

    Refuses whoever is limited (AccessRefused), a word that is gone (upkeep.RowUnknown) and one
    changed since (upkeep.ChangedMeanwhile).
    """
    hand = Hand(connection, reader)
    require_at(reader, Right.KEEP_RECORDS)
    hand.remove(schema.institution_word, number, revision)
