"""`python -m tests.provide` installs what is missing, once, and says what it found."""

import os
from pathlib import Path

import pytest

from tests.provide import libreoffice
from tests.provide.__main__ import main

APT_GET = """#!/bin/sh
echo "$@" >> {folder}/asked
case "$1 $*" in
install*chromium) printf '#!/bin/sh\\necho Chromium 1.2.3 here' > {folder}/chromium ;;
install*libreoffice*) printf '#!/bin/sh\\necho LibreOffice 7.8.9 here' > {folder}/soffice
printf '#!/bin/sh\\nexit 0' > {folder}/python ;;
esac
/bin/chmod 755 {folder}/*
exit {code}
"""
INSTALL = "install -y --no-install-recommends"


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The only folder on the path."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.delenv("SOFFICE", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return tmp_path


def apt_get(folder: Path, code: int = 0) -> None:
    script = folder / "apt-get"
    script.write_text(APT_GET.format(folder=folder, code=code))
    script.chmod(0o755)


def test_each_program_is_installed_once_and_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    apt_get(folder)
    assert [main(), main()] == [0, 0]
    asked = (folder / "asked").read_text().splitlines()
    assert asked == [
        *("update", f"{INSTALL} chromium"),
        *("update", f"{INSTALL} libreoffice-calc-nogui python3-uno"),
    ]
    said = capsys.readouterr().out
    assert f"Chromium: Chromium 1.2.3, {folder}/chromium" in said
    assert f"LibreOffice: LibreOffice 7.8.9, {folder}/soffice" in said


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


def test_a_libreoffice_that_nothing_speaks_to_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("soffice", "python3"):
        (folder / name).write_text("#!/bin/sh\nexit 1")
        (folder / name).chmod(0o755)
    monkeypatch.setattr(libreoffice, "PYTHONS", ("python3",))
    with pytest.raises(libreoffice.LibreOfficeMissing, match="python3-uno"):
        libreoffice.programs()
