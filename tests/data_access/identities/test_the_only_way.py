"""Names come out of the data layer in one place, and only against a disclosure."""

import ast
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from data_access.identities import Disclosure, naming

ROOT = Path(__file__).parents[3]
ROOMS = ("data_access", "pages", "seed")
NAMING = "data_access/identities/naming.py"
OPENS = {"unseal", "decrypt"}
QUEUE = {"data_access/attendance/queue.py"}
"""What waits is opened to be checked and sealed again; its names are told by NAMING alone."""
REPORTS = {"data_access/monthly/sealing.py"}
"""A month's report that waits is opened for whoever may decide it; it has no column for a name."""
KEYS = {"data_access/identity/keyring.py"}
"""Where sealed texts are opened at all; it knows no table."""
ROTATION = {"data_access/rotation/anew.py", "data_access/rotation/turning.py"}
"""What is opened here is sealed anew at once, and goes to nobody."""


def sources(*rooms: str) -> Iterator[tuple[str, ast.Module]]:
    """Every module of the rooms, taken apart."""
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield str(path.relative_to(ROOT)), ast.parse(path.read_text("utf-8"))


def spoken(tree: ast.AST, names: set[str]) -> bool:
    """Whether one of the names is used in any way, be it as a text for ``getattr``."""
    for node in ast.walk(tree):
        named = getattr(node, "attr", None) or getattr(node, "id", None)
        text = node.value if isinstance(node, ast.Constant) else None
        if named in names or (isinstance(text, str) and text in names):
            return True
    return False


def public() -> list[Callable[..., Any]]:
    """The functions that hand names over."""
    found = inspect.getmembers(naming, inspect.isfunction)
    return [f for name, f in found if f.__module__ == naming.__name__ and name[0] != "_"]


def test_sealed_texts_are_opened_in_one_place_and_for_rotation() -> None:
    found = {path for path, tree in sources(*ROOMS) if spoken(tree, OPENS)}
    assert found == {NAMING, *QUEUE, *REPORTS, *KEYS, *ROTATION}


def test_whatever_is_opened_on_the_way_is_opened_under_a_disclosure() -> None:
    tree = ast.parse((ROOT / NAMING).read_text("utf-8"))
    opening = [
        function
        for function in tree.body
        if isinstance(function, ast.FunctionDef) and spoken(function, OPENS)
    ]
    assert opening
    for function in opening:
        kinds = [ast.unparse(argument.annotation or function) for argument in function.args.args]
        assert "Disclosure" in kinds


def test_whoever_hands_names_over_asks_for_a_disclosure() -> None:
    assert {function.__name__ for function in public()} == HANDED
    for function in public():
        kinds = [each.annotation for each in inspect.signature(function).parameters.values()]
        assert Disclosure in kinds


def test_pages_take_no_name_out_of_a_file_or_a_key_by_themselves() -> None:
    others = {path for path, tree in sources("pages") if spoken(tree, {"Keyring", "open_keyring"})}
    of_files = {path for path, tree in sources("pages/attendance") if spoken(tree, {"cells"})}
    assert (others, of_files) == (set(), set())


HANDED = {"names_of", "names_in", "names_waiting"}


def uses(tree: ast.AST) -> int:
    """How often names are asked for."""
    return sum(getattr(node, "attr", None) in HANDED for node in ast.walk(tree))


def test_pages_ask_for_names_past_every_memory() -> None:
    asking = {path: tree for path, tree in sources("pages") if uses(tree)}
    assert set(asking) == {f"pages/attendance/{name}.py" for name in ("rows", "shown", "uploads")}
    for tree in asking.values():
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        past = [call for call in calls if ast.unparse(call.func) == "data.match"]
        assert sum(map(uses, past)) == uses(tree)


DECOYS = ("keyring.unseal(sealed)", "map(keyring.unseal, all)", "getattr(keyring, 'unseal')(x)")


@pytest.mark.parametrize("source", DECOYS)
def test_the_walk_notices_every_way_of_opening(source: str) -> None:
    assert spoken(ast.parse(source), OPENS)
    assert not spoken(ast.parse("keyring.seal(text)"), OPENS)
