"""Every sentence of the code has its Latvian, and the Latvian no sentence beside them."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[3]
PAGES = ROOT / "pages"
SOURCES = (*PAGES.rglob("*.py"), ROOT / "data_access" / "attendance" / "sentences.py")
CATALOGUE = PAGES / "shared" / "locale" / "lv" / "LC_MESSAGES" / "messages.po"
LATVIAN_FORMS = 3

Key = str | tuple[str, str]


def sentences(source: str) -> Iterator[Key]:
    """The source strings given to ``say``, ``mark`` and ``count`` in a module."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        texts = [
            argument.value
            for argument in node.args
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        ]
        if name in {"say", "mark"} and texts:
            yield texts[0]
        if name == "count" and len(texts) == 2:
            yield (texts[0], texts[1])


def in_the_code() -> set[Key]:
    return {key for path in SOURCES for key in sentences(path.read_text("utf-8"))}


def catalogue() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="lv")


def key_of(message: Message) -> Key:
    return message.id if isinstance(message.id, str) else (message.id[0], message.id[1])


def forms_of(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or ())


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_no_sentence_is_missing_and_none_is_unused() -> None:
    translated = {key_of(message) for message in catalogue() if message.id}
    assert in_the_code() - translated == set()
    assert translated - in_the_code() == set()


def test_every_sentence_is_translated_in_every_plural_form() -> None:
    for message in catalogue():
        if not message.id:
            continue
        forms = forms_of(message.string)
        assert len(forms) == (1 if isinstance(message.id, str) else LATVIAN_FORMS), message.id
        assert all(forms), message.id
        assert not message.fuzzy, message.id


def test_a_translation_keeps_the_values_of_its_sentence() -> None:
    for message in (message for message in catalogue() if message.id):
        wanted = {field for text in forms_of(message.id) for field in fields(text)}
        assert all(fields(form) == wanted for form in forms_of(message.string)), message.id


def test_a_sentence_within_a_formatted_string_is_found() -> None:
    assert set(sentences("f'{words.say(\"Hidden\")}'")) == {"Hidden"}
    assert set(sentences("words.count('{n} a', '{n} b', 2); other('no')")) == {("{n} a", "{n} b")}
