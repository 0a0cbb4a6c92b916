"""Who is let in while there is no sign-in: whoever works at this very machine, and nobody else."""

import ipaddress
import os
import re
from collections.abc import Iterable, Mapping

OPEN = "PLATFORM_OPEN_TO_ANYBODY"
"""The variable that opens the platform to a network; nothing but ``yes`` does."""

HOST = re.compile(r"(\[[^\[\]]+\]|[^:\[\]]+)(:[0-9]{1,5})?")
FORWARDED = re.compile(r"forwarded|via|x-real-ip|x-forwarded-.+")
"""What a proxy adds: behind one, whoever asks is not where the request comes from."""


def is_open(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether anybody who reaches the server is let in, because somebody has said so."""
    return environment.get(OPEN, "").strip().lower() == "yes"


def is_this_machine(address: str) -> bool:
    """Whether a name or an address stands for the machine itself, and for no other."""
    is_bracketed = address.startswith("[") and address.endswith("]")
    try:
        found = ipaddress.ip_address(address[1:-1] if is_bracketed else address)
    except ValueError:
        return address.lower() == "localhost"
    return (getattr(found, "ipv4_mapped", None) or found).is_loopback


def is_from_here(client: str | None, headers: Iterable[tuple[str, str]]) -> bool:
    """Whether a request was made on this machine, to it by its own name, and by no proxy.

    ``client`` is the address that asks. A foreign name in the Host header is that of a page which
    made a browser on this machine ask for it.
    """
    told = [(name.lower(), value.strip()) for name, value in headers]
    hosts = [HOST.fullmatch(value) for name, value in told if name == "host"]
    return (
        client is not None
        and is_this_machine(client)
        and len(hosts) == 1
        and all(host is not None and is_this_machine(host[1]) for host in hosts)
        and not any(FORWARDED.fullmatch(name) for name, _ in told)
    )
