"""Why a file cannot be read, as codes with the figures that a sentence needs; never its text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class FileProblem(StrEnum):
    """What is wrong with a whole file."""

    EMPTY = "file_empty"
    TOO_LARGE = "file_too_large"
    UNPACKS_TOO_LARGE = "file_unpacks_too_large"
    TOO_MANY_ENTRIES = "file_too_many_entries"
    TOO_MANY_ROWS = "file_too_many_rows"
    TOO_MANY_COLUMNS = "file_too_many_columns"
    TOO_MANY_CELLS = "file_too_many_cells"
    TOO_MANY_SHEETS = "file_too_many_sheets"
    TOO_MUCH_TEXT = "file_too_much_text"
    TOO_SLOW = "file_too_slow"
    TOO_MUCH_MEMORY = "file_too_much_memory"
    MACROS = "file_macros"
    EXTERNAL_LINKS = "file_external_links"
    ENCRYPTED = "file_encrypted"
    XML_ENTITIES = "file_xml_entities"
    PDF = "file_pdf"
    PICTURE = "file_picture"
    ONLY_PICTURES = "file_only_pictures"
    DOCUMENT = "file_document"
    OTHER_WORKBOOK = "file_other_workbook"
    ARCHIVE = "file_archive"
    DAMAGED = "file_damaged"
    NOT_A_TABLE = "file_not_a_table"
    QUOTES = "file_quotes"


@dataclass(frozen=True)
class Refused:
    """A file that is not read, and figures of the limit it met (``most``, ``found``, ``row``)."""

    problem: FileProblem
    figures: Mapping[str, int] = field(default_factory=dict)
