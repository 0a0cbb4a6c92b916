"""`python -m tests.provide` installs what is missing, once, and says what it found."""

import os
from pathlib import Path

import pytest

from tests.provide.__main__ import main

APT_GET = """#!/bin/sh
echo "$@" >> {folder}/asked
case "$1" in install) printf '#!/bin/sh\\necho Chromium 1.2.3 here' > {folder}/chromium
/bin/chmod 755 {folder}/chromium;; esac
exit {code}
"""


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The only folder on the path."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return tmp_path


def apt_get(folder: Path, code: int = 0) -> None:
    script = folder / "apt-get"
    script.write_text(APT_GET.format(folder=folder, code=code))
    script.chmod(0o755)


def test_chromium_is_installed_once_and_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    apt_get(folder)
    assert [main(), main()] == [0, 0]
    asked = (folder / "asked").read_text().splitlines()
    assert asked == ["update", "install -y --no-install-recommends chromium"]
    assert f"Chromium: Chromium 1.2.3, {folder}/chromium" in capsys.readouterr().out


def test_a_failing_installation_is_said_in_a_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    apt_get(folder, code=100)
    assert main() == 1
    assert "`apt-get update` failed" in capsys.readouterr().err


def test_a_machine_without_apt_get_is_told_what_to_install(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main() == 1
    assert "no apt-get" in capsys.readouterr().err


def test_another_account_than_root_asks_through_sudo_or_says_what_to_run(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    apt_get(folder)
    assert main() == 1
    assert "as root" in capsys.readouterr().err
    sudo = folder / "sudo"
    sudo.write_text(f'#!/bin/sh\necho sudo >> {folder}/asked\nexec "$@"\n')
    sudo.chmod(0o755)
    assert main() == 0
    assert (folder / "asked").read_text().splitlines()[0] == "sudo"


def test_a_browser_named_wrongly_is_not_replaced_by_another(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    apt_get(folder)
    monkeypatch.setenv("CHROMIUM", "/no/such/browser")
    assert main() == 1
    assert "CHROMIUM names /no/such/browser" in capsys.readouterr().err
    assert not (folder / "asked").exists()
