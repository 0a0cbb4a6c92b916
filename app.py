"""The server: the pages behind security headers, ``/readyz`` and an error page."""

import asyncio
import contextlib
import errno
import http
import logging
import os
import socket
import sys
import tomllib
from pathlib import Path

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data_access import freshness, local_mode
from data_access.access import OPERATOR
from data_access.accounts import OperatorUnusable, operator_name
from data_access.attendance import KeepDaysUnusable, keep_days
from data_access.clock import today
from data_access.engine import (
    DatabaseFault,
    DatabaseProblem,
    DatabaseRole,
    reading,
    using,
    writing,
)
from data_access.expiring import are_due, delete_due
from data_access.rules import IntervalUnusable, review_months
from data_access.upgrade import check
from pages.shared.errors import note_failure, show_failure

SETTINGS = Path(__file__).parent / ".streamlit" / "config.toml"
SETTINGS_UNUSABLE = (OperatorUnusable, KeepDaysUnusable, IntervalUnusable)
HIGHEST_PORT = 65_535
HOUR = 3_600.0
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

NOT_FROM_HERE = (
    "Pieteikšanās vēl nav ieviesta, tāpēc platformu var lietot tikai datorā, kurā tā darbojas. / "
    "There is no sign-in yet, so the platform can be used on the machine that runs it alone.\n"
)
POLICY_VIOLATION = 1008


class StartRefused(Exception):
    """Something stands in the way of the start; the message is one sentence that says what."""


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


class Addressed:
    """Tells each page where its server is.

    Streamlit's script looks for it below the page's own address first, and again after a while: a
    tenth of a second and two failed requests before each page but the first.
    """

    MARK = b"<head>"
    SAYS = b"""<script>window.__streamlit = {BACKEND_BASE_URL: location.origin + "/%s"}</script>"""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or "text/html" not in Headers(scope=scope).get("accept", ""):
            await self.app(scope, receive, send)
            return
        begun: list[Message] = []

        async def send_told(message: Message) -> None:
            if message["type"] == "http.response.start":
                if self._is_page(message):
                    begun.append(message)
                    return
            elif begun and self.MARK in message.get("body", b""):
                told_body = message["body"].replace(self.MARK, self._told(), 1)
                message = {**message, "body": told_body}
                length = int(Headers(scope=begun[0])["content-length"])
                told = str(length + len(self._told()) - len(self.MARK))
                MutableHeaders(scope=begun[0])["content-length"] = told
            if begun:
                await send(begun.pop())
            await send(message)

        # What is packed cannot be told anything; the page itself is small.
        plain = [header for header in scope["headers"] if header[0] != b"accept-encoding"]
        await self.app({**scope, "headers": plain}, receive, send_told)

    def _told(self) -> bytes:
        base = str(st.get_option("server.baseUrlPath") or "").strip("/")
        return self.MARK + self.SAYS % (f"{base}/" if base else "").encode()

    @staticmethod
    def _is_page(message: Message) -> bool:
        headers = Headers(scope=message)
        return (
            message["status"] == http.HTTPStatus.OK
            and headers.get("content-type", "").startswith("text/html")
            and "content-encoding" not in headers
            and "content-length" in headers
        )


class Announcement:
    """Says at the start, whatever starts the server, who works here; stops it where nobody can."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            try:
                check_settings()
                print(who_works_here(), flush=True)
            except SETTINGS_UNUSABLE as unusable:
                await receive()
                await send({"type": "lifespan.startup.failed", "message": str(unusable)})
                return
            except (DatabaseProblem, DatabaseFault) as problem:
                LOG.error("not ready: %s", problem)  # noqa: TRY400 - the sentence says it all
        await self.app(scope, receive, send)


class Deadlines:
    """Deletes names whose day has come, at the start and every hour for as long as it serves."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan":
            await self.app(scope, receive, send)
            return
        deleting = asyncio.create_task(_every_hour())
        try:
            await self.app(scope, receive, send)
        finally:
            deleting.cancel()


async def _every_hour() -> None:
    while True:
        await asyncio.to_thread(delete_what_is_due)
        await asyncio.sleep(HOUR)


def delete_what_is_due() -> None:
    """Delete what waited sealed for too long; a database away is only noted."""
    try:
        with using() as engine:
            check(engine)
            with reading(engine, DatabaseRole.APPLICATION) as connection:
                is_due = are_due(connection, OPERATOR, today())
            if is_due:
                with writing(engine) as connection:
                    delete_due(connection, OPERATOR, today())
    except (DatabaseProblem, DatabaseFault) as problem:
        LOG.error("names were not deleted on their day: %s", problem)  # noqa: TRY400


class LocalOnly:
    """Lets nobody in from another machine, while there is no sign-in and nobody has said so."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or local_mode.is_open() or _is_from_here(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        else:
            await PlainTextResponse(NOT_FROM_HERE, status_code=403)(scope, receive, send)


def _is_from_here(scope: Scope) -> bool:
    client = scope.get("client")
    return local_mode.is_from_here(client[0] if client else None, Headers(scope=scope).items())


def check_settings() -> None:
    """Nothing, where what the environment says can be used; SETTINGS_UNUSABLE where not."""
    keep_days()
    review_months()


def who_works_here() -> str:
    """One line: the readers of made-up rows, or the operator of real ones.

    Refuses an operator without a usable name (OperatorUnusable), and whatever is wrong with the
    database (DatabaseProblem).
    """
    with using() as engine:
        check(engine)
        with reading(engine, DatabaseRole.APPLICATION) as connection:
            is_made_up = freshness.is_made_up(connection)
    # Who is named is looked at in any case: with the made-up rows gone, theirs is the platform.
    name = operator_name() if os.environ.get("PLATFORM_OPERATOR") or not is_made_up else ""
    said = (
        "The database holds made-up rows: “see it as” shows the platform as any reader sees it."
        if is_made_up
        else f"The operator is {name}: the database holds no made-up rows, so “see it as” is off."
    )
    opened = f" {local_mode.OPEN}=yes: whoever reaches the server needs no sign-in."
    return said + (opened if local_mode.is_open() else "")


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
        check_settings()
        who_works_here()
        address, port = _place()
    except (DatabaseProblem, StartRefused, *SETTINGS_UNUSABLE) as refusal:
        print(refusal, file=sys.stderr)
        return 1
    app.run(config={"server.address": address, "server.port": port})
    return 0


def _place() -> tuple[str, int]:
    """Address and port of the server, once they are found to be free, and nobody else's."""
    settings = tomllib.loads(SETTINGS.read_text())["server"]
    address = os.environ.get("STREAMLIT_SERVER_ADDRESS") or settings["address"]
    named = os.environ.get("STREAMLIT_SERVER_PORT") or str(settings["port"])
    if not (named.isdecimal() and 0 < int(named) <= HIGHEST_PORT):
        raise StartRefused("STREAMLIT_SERVER_PORT is no port: write a number such as 8501.")
    if not (local_mode.is_this_machine(address) or local_mode.is_open()):
        raise StartRefused(
            "There is no sign-in yet, so the platform serves this machine alone: leave "
            "STREAMLIT_SERVER_ADDRESS out, or make it 127.0.0.1; only "
            f"{local_mode.OPEN}=yes lets in whoever reaches the server, as its operator."
        )
    _refuse_taken(address, int(named))
    return address, int(named)


def _refuse_taken(address: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with contextlib.closing(socket.socket(family)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
                raise StartRefused(
                    "STREAMLIT_SERVER_ADDRESS is no address of this machine: leave it out, or make "
                    "it 127.0.0.1."
                ) from error
            raise StartRefused(
                f"Port {port} on {address} is taken: stop the program that uses it, "
                f"or choose another one with STREAMLIT_SERVER_PORT (make run PORT={port + 1})."
            ) from error


app = st.App(
    "pages/shell.py",
    routes=[Route("/readyz", readyz)],
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(Addressed),
        Middleware(Announcement),
        Middleware(Deadlines),
        Middleware(LocalOnly),
    ],
    on_script_error=show_failure,
    exception_handlers={Exception: fault},
)

if __name__ == "__main__":
    raise SystemExit(start())
