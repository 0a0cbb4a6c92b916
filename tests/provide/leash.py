"""Processes that end with the tests, however the tests end."""

import contextlib
import os
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.provide.account import Account

# The shell holds the reading end of a pipe whose writing end only the tests hold: when they close
# it, or are killed, the command gets its signal and the folder named after it goes away. The signal
# is repeated, for a command that has only just started does not listen yet.
SCRIPT = """
signal=$1 folder=$2; shift 2
exec 3<&0
"$@" 3<&- </dev/null & command=$!
(
    while read -r _ <&3; do :; done
    for _ in 1 2 3 4 5 6 7 8 9 10; do kill -s "$signal" "$command" || exit; /bin/sleep 1; done
    kill -s KILL "$command"
) 2>/dev/null & watch=$!
exec 3<&-
wait "$command"; code=$?
kill "$watch" 2>/dev/null
[ -z "$folder" ] || /bin/rm -rf "$folder"
exit "$code"
"""
PATIENCE = 15
OURSELVES = Account()
PATIENCE = 15


@dataclass(frozen=True)
class Leashed:
    """A process that runs for as long as the tests hold it."""

    shell: subprocess.Popen[bytes]
    log: Path

    def has_ended(self) -> bool:
        """Whether it went by itself."""
        return self.shell.poll() is not None

    def said(self) -> str:
        """Everything it has written so far, to either stream."""
        return self.log.read_text(encoding="utf-8", errors="replace")


@contextlib.contextmanager
def leashed(
    command: Sequence[str | Path],
    *,
    log: Path,
    stop: str = "TERM",
    folder: Path | None = None,
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
    account: Account = OURSELVES,
) -> Iterator[Leashed]:
    """Run the command until the block ends, then send it ``stop`` and remove ``folder``."""
    with (
        log.open("wb") as written,
        subprocess.Popen(
            ["/bin/sh", "-c", SCRIPT, "leash", stop, str(folder or ""), *map(str, command)],
            stdin=subprocess.PIPE,
            stdout=written,
            stderr=subprocess.STDOUT,
            cwd=cwd,
            env=environment,
            start_new_session=True,
            user=account.user,
            group=account.group,
            extra_groups=account.groups,
        ) as shell,
    ):
        try:
            yield Leashed(shell, log)
        finally:
            _let_go(shell)


def _let_go(shell: subprocess.Popen[bytes]) -> None:
    if shell.stdin:
        shell.stdin.close()
    try:
        shell.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(shell.pid, signal.SIGKILL)
        shell.wait()
