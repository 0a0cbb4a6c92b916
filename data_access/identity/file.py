"""The file with the keys for names: made once, read each time, and replaced as a whole."""

import os
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Connection, literal, or_, select, union_all

from data_access.identity.keyring import IdentityKeyProblem, Keyring
from data_access.identity.sealed import SEALED

DEFAULT_FILE = Path(".data") / "identity.key"


def key_file(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the key lies: IDENTITY_KEY_FILE, or beside the embedded database."""
    return Path(environment.get("IDENTITY_KEY_FILE", "").strip() or DEFAULT_FILE)


def create_key(path: Path | None = None) -> bool:
    """A new key that only its owner can read; False where there is one already."""
    path = path or key_file()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(path, Keyring.new())
    except OSError as error:
        # A file where the folder should be exists as well, and is no key.
        if isinstance(error, FileExistsError) and path.exists():
            return False
        raise IdentityKeyProblem(
            f"The key for names cannot be written to {path}: {error.strerror}; "
            "choose another place with IDENTITY_KEY_FILE."
        ) from error
    return True


def replace_keys(path: Path, keyring: Keyring) -> None:
    """Put the keys in the place of the file's; whoever looks finds the old ones or the new ones.

    Once this has returned, no loss of power brings the old ones back. The file stays its owner's
    and nobody else's. Refuses a place that cannot be written to (IdentityKeyProblem).
    """
    file = path.resolve()
    coming = file.with_name(f"{file.name}.new")
    try:
        coming.unlink(missing_ok=True)
        _write(coming, keyring)
        _give_to_owner_of(file, coming)
        coming.replace(file)
        _settle(file.parent)
    except OSError as error:
        raise IdentityKeyProblem(
            f"The key for names cannot be written to {path}: {error.strerror}; "
            "let whoever runs the command write to the file and its folder."
        ) from error


def ensure_key(connection: Connection) -> bool:
    """A first key where there is none yet and nothing was sealed; True where one was made."""
    stored = (
        select(literal(1)).where(or_(*(column.is_not(None) for column in sealed.columns)))
        for sealed in SEALED
    )
    is_used = connection.execute(union_all(*stored).limit(1)).first() is not None
    return not is_used and create_key()


def open_keyring(path: Path | None = None) -> Keyring:
    """The keys of the file; refuses a missing or damaged one (IdentityKeyProblem)."""
    path = path or key_file()
    try:
        return Keyring.parsed(path.read_text("ascii"))
    except FileNotFoundError as error:
        raise IdentityKeyProblem(
            "The key for names is missing: put it back from the backup, or, where no name was "
            "stored yet, run `python -m data_access migrate` to make one."
        ) from error
    except (OSError, ValueError) as error:
        raise IdentityKeyProblem(
            "The key for names cannot be read: put it back from the backup."
        ) from error


def _write(path: Path, keyring: Keyring) -> None:
    """A file that was not there before, on the disk itself when this returns."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(keyring.written())
        file.flush()
        os.fsync(file.fileno())


def _give_to_owner_of(file: Path, coming: Path) -> None:
    """Whoever runs the platform goes on reading its key after an administrator changed it."""
    owner, ours = file.stat(), coming.stat()
    if (owner.st_uid, owner.st_gid) != (ours.st_uid, ours.st_gid):
        os.chown(coming, owner.st_uid, owner.st_gid)


def _settle(folder: Path) -> None:
    """Let the disk know the file by its new name; Windows opens no folder, and needs not to."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
