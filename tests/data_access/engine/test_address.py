"""The address of the database: understood, or refused in a sentence that does not repeat it."""

import traceback

import pytest

from data_access.engine import DEFAULT_FILE, AddressNotUnderstood, database_url, open_engine
from tests.data_access.rows import codes
from tests.provide.postgresql import free_port

SECRET = "s3cret"  # noqa: S105 - nobody's
WRONG = [
    "nonsense",
    f"nonsense:{SECRET}",
    "sqlite://",
    "sqlite:///",
    "sqlite:///:memory:",
    f"mysql://platform:{SECRET}@localhost/platform",
    f"http://platform:{SECRET}@localhost/platform",
    f"postgresql://platform:{SECRET}",
    f"postgresql://platform:{SECRET}@localhost:port/platform",
    f"postgresql://platform:{SECRET}@[::1:5432/platform",
]


def everything_said(problem: BaseException) -> str:
    """The message, and what a log would hold of it."""
    return "".join(traceback.format_exception(problem))


def test_without_an_address_the_embedded_file_is_used() -> None:
    assert database_url({}).database == str(DEFAULT_FILE)
    assert database_url({"DATABASE_URL": "  "}).database == str(DEFAULT_FILE)
    assert database_url({"DATABASE_URL": "sqlite:///other.sqlite"}).database == "other.sqlite"


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_every_spelling_of_postgresql_means_the_same_driver(scheme: str) -> None:
    url = database_url({"DATABASE_URL": f"{scheme}://platform:{SECRET}@localhost:5433/platform"})
    assert url.drivername == "postgresql+psycopg"
    assert (url.host, url.port, url.password) == ("localhost", 5433, SECRET)


def test_a_password_may_look_like_an_address() -> None:
    url = database_url({"DATABASE_URL": "postgresql://platform:postgres://x@localhost/platform"})
    assert str(url.password) == "postgres://x"


@pytest.mark.parametrize("address", WRONG)
def test_a_wrong_address_is_refused_in_a_sentence_without_it(address: str) -> None:
    with pytest.raises(AddressNotUnderstood, match="DATABASE_URL is not understood") as caught:
        database_url({"DATABASE_URL": address})
    assert SECRET not in everything_said(caught.value)


def test_an_unescaped_at_sign_in_the_password_is_refused_without_its_rest() -> None:
    with pytest.raises(AddressNotUnderstood) as caught:
        database_url({"DATABASE_URL": f"postgresql://platform:half@{SECRET}@localhost/platform"})
    assert SECRET not in everything_said(caught.value)
    escaped = database_url({"DATABASE_URL": f"postgresql://platform:half%40{SECRET}@localhost/p"})
    assert (escaped.password, escaped.host) == (f"half@{SECRET}", "localhost")


def test_an_unknown_option_in_the_address_is_not_understood() -> None:
    address = f"postgresql://platform:{SECRET}@127.0.0.1:{free_port()}/platform?nonsense=1"
    engine = open_engine(database_url({"DATABASE_URL": address}))
    with pytest.raises(AddressNotUnderstood) as caught:
        codes(engine)
    assert SECRET not in everything_said(caught.value)
