"""Institutions: the register, where each appears, and its upkeep."""

from data_access.institutions.keeping import (
    ALIAS,
    AliasKnown,
    InstitutionKnown,
    InstitutionUnknown,
    NameUnusable,
    add,
    add_alias,
    add_institutions,
    change,
    current,
    remove_alias,
)
from data_access.institutions.listed import (
    ALIASES,
    APPEARANCES,
    INSTITUTIONS,
    MUNICIPALITIES,
    aliases,
    appearances,
    listed,
    municipalities,
)

__all__ = [
    "ALIAS",
    "ALIASES",
    "APPEARANCES",
    "INSTITUTIONS",
    "MUNICIPALITIES",
    "AliasKnown",
    "InstitutionKnown",
    "InstitutionUnknown",
    "NameUnusable",
    "add",
    "add_alias",
    "add_institutions",
    "aliases",
    "appearances",
    "change",
    "current",
    "listed",
    "municipalities",
    "remove_alias",
]
