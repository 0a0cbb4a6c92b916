"""Programs run with fewer rights than ours: for what refuses root, or must be refused."""

import contextlib
import os
import pwd
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.provide import scratch

UNPRIVILEGED = ("nobody", "postgres", "daemon")


class NoOtherAccount(Exception):
    """We are root and cannot be anybody else; the message is one sentence."""


@dataclass(frozen=True)
class Account:
    """The system account a program runs as; without numbers it is our own."""

    user: int | None = None
    group: int | None = None

    @property
    def groups(self) -> list[int] | None:
        """No further groups for another account, our own for ourselves."""
        return None if self.user is None else []

    def owns(self, *paths: Path) -> None:
        """Give the files to the account."""
        if self.user is None or self.group is None:
            return
        for path in paths:
            os.chown(path, self.user, self.group, follow_symlinks=False)

    def runs(self, command: Sequence[str | Path], cwd: Path, log: Path = Path(os.devnull)) -> bool:
        """Whether the command succeeds when the account runs it."""
        with log.open("wb") as written:
            try:
                done = subprocess.run(
                    command,
                    cwd=cwd,
                    env=clean_environment(),
                    stdin=subprocess.DEVNULL,
                    stdout=written,
                    stderr=subprocess.STDOUT,
                    check=False,
                    user=self.user,
                    group=self.group,
                    extra_groups=self.groups,
                )
            except OSError:
                return False
        return done.returncode == 0

    @contextlib.contextmanager
    def acting(self) -> Iterator[None]:
        """Inside the block the system grants us the account's rights and no more."""
        ours = os.geteuid()
        os.seteuid(ours if self.user is None else self.user)
        try:
            yield
        finally:
            os.seteuid(ours)

    def folder(self) -> Path:
        """A temporary folder that the account owns and can get to."""
        for place in scratch.places():
            made = Path(tempfile.mkdtemp(prefix="platform-tests-", dir=place))
            self.owns(made)
            if self.runs(["/bin/ls", made], Path("/")):
                return made
            made.rmdir()
        raise NoOtherAccount(
            "No temporary folder is open to an account other than root: set TMPDIR."
        )


def unprivileged() -> Account:
    """An account that is not root: our own, or one that every system has."""
    if os.geteuid() != 0:
        return Account()
    for name in UNPRIVILEGED:
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            return Account(entry.pw_uid, entry.pw_gid)
    raise NoOtherAccount(
        "The tests run as root on a system without another account: run them as another user."
    )


def clean_environment() -> dict[str, str]:
    """The environment without what steers PostgreSQL's programs elsewhere."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")}
