"""How a test calls a function that it knows by its line in the matrix alone."""

from collections.abc import Callable
from inspect import signature
from typing import Any

from sqlalchemy import Connection

from data_access.access import Reader
from tests.data_access.access.rights import ASKED_WITH, CHOSEN
from tests.data_access.test_access import asks_for, path

Function = Callable[..., Any]


def name_of(function: Function) -> str:
    return path(function).removeprefix("data_access.")


def looks(function: Function) -> bool:
    """Whether it only looks, so that it can really be asked through the door."""
    is_question = asks_for(function, "filters") or asks_for(function, "_filters")
    return is_question or name_of(function) in ASKED_WITH


def asked(function: Function, connection: Connection, reader: Reader, **instead: object) -> object:
    """Its answer to whoever asks, with what its line says, or with something else instead."""
    known = {"connection": connection, "reader": reader, "filters": CHOSEN}
    values = known | ASKED_WITH.get(name_of(function), {}) | instead
    plain = {name: name.removeprefix("_") for name in signature(function).parameters}
    return function(**{name: values[to] for name, to in plain.items() if to in values})


def with_unusable(function: Function, **usable: object) -> object:
    """Call it with nothing that can be used, but for what is given and which right it is about."""
    parameters = signature(function).parameters
    unusable: dict[str, object] = {name: object() for name in parameters}
    right = {n: v for n, v in ASKED_WITH.get(name_of(function), {}).items() if n == "right"}
    return function(**unusable | right | {n: v for n, v in usable.items() if n in parameters})
