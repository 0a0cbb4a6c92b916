"""The server: the pages behind security headers, ``/readyz`` and an error page."""

import contextlib
import ipaddress
import logging
import os
import socket
import sys
import tomllib
from pathlib import Path

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data_access import freshness
from data_access.engine import DatabaseFault, DatabaseProblem, reading, using
from data_access.upgrade import check
from pages.shared.errors import note_failure, show_failure

SETTINGS = Path(__file__).parent / ".streamlit" / "config.toml"
HIGHEST_PORT = 65_535
LOG = logging.getLogger("platform")

# Streamlit's bundle evaluates chart expressions and styles itself inline; no other host is let in.
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class SecurityHeaders:
    """Puts the security headers on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(SECURITY_HEADERS)
            await send(message)

        await self.app(scope, receive, send_with_headers)


def readyz(_request: Request) -> PlainTextResponse:
    """200 when the database answers with the right schema, 503 and the kind of problem if not."""
    try:
        _ask_database()
    except (DatabaseProblem, DatabaseFault) as problem:
        LOG.error("not ready: %s", problem)  # noqa: TRY400 - the sentence is the whole story
        return PlainTextResponse(f"not ready: {type(problem).__name__}\n", status_code=503)
    return PlainTextResponse("ready\n")


def fault(_request: Request, error: Exception) -> PlainTextResponse:
    """A fault outside the pages: the same number for the reader and the log, and no trace."""
    reference = note_failure(error)
    said = f"Kļūme / Something went wrong. Nr. {reference}\n"
    return PlainTextResponse(said, status_code=500, headers=SECURITY_HEADERS)


def _ask_database() -> None:
    with using() as engine:
        check(engine)
        with reading(engine) as connection:
            freshness.current(connection)


def start() -> int:
    """Serve, or say in one sentence what stands in the way (exit code 1)."""
    try:
        _ask_database()
    except DatabaseProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    settings = tomllib.loads(SETTINGS.read_text())["server"]
    address = os.environ.get("STREAMLIT_SERVER_ADDRESS") or settings["address"]
    named = os.environ.get("STREAMLIT_SERVER_PORT") or str(settings["port"])
    if not (named.isdecimal() and 0 < int(named) <= HIGHEST_PORT):
        print("STREAMLIT_SERVER_PORT is no port: write a number such as 8501.", file=sys.stderr)
        return 1
    port = int(named)
    if not ipaddress.ip_address(address).is_loopback:
        print(
            "There is no sign-in yet, so the platform serves this machine alone: "
            "leave STREAMLIT_SERVER_ADDRESS out, or make it 127.0.0.1.",
            file=sys.stderr,
        )
        return 1
    if _is_taken(address, port):
        print(
            f"Port {port} on {address} is taken: stop the program that uses it, "
            f"or choose another one with STREAMLIT_SERVER_PORT (make run PORT={port + 1}).",
            file=sys.stderr,
        )
        return 1
    app.run(config={"server.address": address, "server.port": port})
    return 0


def _is_taken(address: str, port: int) -> bool:
    with contextlib.closing(socket.socket()) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return True
    return False


app = st.App(
    "pages/shell.py",
    routes=[Route("/readyz", readyz)],
    middleware=[Middleware(SecurityHeaders)],
    on_script_error=show_failure,
    exception_handlers={Exception: fault},
)

if __name__ == "__main__":
    raise SystemExit(start())
