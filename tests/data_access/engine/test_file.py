"""Making the embedded file: for its owner's eyes only, and never over another."""

import os
import stat
from pathlib import Path

import pytest
from sqlalchemy import URL

from data_access.engine import DatabaseUnreachable, create_file
from tests.data_access.rows import codes, opened
from tests.provide.databases import PostgresShelf


def address_of(file: Path) -> URL:
    return URL.create("sqlite", database=str(file))


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_and_its_folder_are_for_their_owner_only(tmp_path: Path) -> None:
    file, other = tmp_path / ".data" / "platform.sqlite", tmp_path / "other"
    before = os.umask(0)
    try:
        other.touch()
        assert create_file(address_of(file))
    finally:
        os.umask(before)
    assert (mode_of(file.parent), mode_of(file), mode_of(other)) == (0o700, 0o600, 0o666)


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "platform.sqlite"
    file.write_text("precious")
    assert not create_file(address_of(file))
    assert file.read_text() == "precious"


def test_a_place_that_cannot_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseUnreachable, match="cannot be created"):
        create_file(address_of(tmp_path / "file" / "platform.sqlite"))


def test_no_file_is_made_for_a_server(postgresql_shelf: PostgresShelf) -> None:
    with postgresql_shelf.copy("migrated") as url, opened(url) as engine:
        assert not create_file(url)
        assert codes(engine) == []
    assert not Path(str(url.database)).exists()
