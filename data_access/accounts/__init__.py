"""Who has an account here, what they may do today, and who works at this machine itself."""

from data_access.accounts.local import (
    DEFAULT_PERSONA,
    PERSONAS,
    OperatorUnusable,
    close_personas,
    open_operator,
    open_personas,
    operator_name,
    operator_of,
    persona_of,
)
from data_access.accounts.readers import known_places, reader_of

__all__ = [
    "DEFAULT_PERSONA",
    "PERSONAS",
    "OperatorUnusable",
    "close_personas",
    "known_places",
    "open_operator",
    "open_personas",
    "operator_name",
    "operator_of",
    "persona_of",
    "reader_of",
]
