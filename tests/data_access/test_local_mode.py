"""Without a sign-in, whoever is not at this very machine is not let in."""

import pytest

from data_access.local_mode import OPEN, is_from_here, is_open, is_this_machine


@pytest.mark.parametrize("said", ["yes", " Yes "])
def test_only_a_plain_yes_opens_the_platform(said: str) -> None:
    assert is_open({OPEN: said})
    assert not is_open({})


@pytest.mark.parametrize("said", ["", "no", "1", "true", "0", "yes please"])
def test_whatever_else_is_said_leaves_it_shut(said: str) -> None:
    assert not is_open({OPEN: said})


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "127.8.8.8", "::1", "[::1]", "::ffff:127.0.0.1", "localhost", "LocalHost"],
)
def test_the_machine_has_several_names(address: str) -> None:
    assert is_this_machine(address)


@pytest.mark.parametrize(
    "address",
    [
        *("0.0.0.0", "::", "192.0.2.2", "::ffff:192.0.2.2", "fd00::2", ""),  # noqa: S104
        *("localhost.example.org", "example.org", "127.0.0.1.example.org", "1", "[127.0.0.1"),
    ],
)
def test_all_other_names_are_not_the_machines(address: str) -> None:
    assert not is_this_machine(address)


HERE = [("Host", "127.0.0.1:8501"), ("User-Agent", "browser")]


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8501", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:8501"]
)
def test_a_request_from_here_by_a_name_of_this_machine_is_let_in(host: str) -> None:
    assert is_from_here("127.0.0.1", [("host", host)])
    assert is_from_here("::1", [("HOST", host), ("accept", "*/*")])


@pytest.mark.parametrize("client", [None, "", "192.0.2.2", "fd00::2", "testclient"])
def test_a_request_from_elsewhere_is_not(client: str | None) -> None:
    assert is_from_here("127.0.0.1", HERE)
    assert not is_from_here(client, HERE)


@pytest.mark.parametrize(
    "hosts",
    [
        *([], ["example.org"], ["example.org:8501"], ["127.0.0.1.example.org"]),
        *(["127.0.0.1", "example.org"], ["example.org@127.0.0.1"], ["127.0.0.1:8501:8501"]),
        *(["0.0.0.0:8501"], ["127.0.0.1, example.org"], ["[::1"], ["::1"], [""], ["127.0.0.1:x"]),
    ],
    ids=str,
)
def test_a_request_by_another_name_is_not(hosts: list[str]) -> None:
    assert not is_from_here("127.0.0.1", [("host", host) for host in hosts])


@pytest.mark.parametrize(
    "header",
    ["X-Forwarded-For", "x-forwarded-host", "X-Forwarded-Proto", "Forwarded", "X-Real-IP", "Via"],
)
def test_a_request_that_a_proxy_handed_on_is_not(header: str) -> None:
    assert not is_from_here("127.0.0.1", [*HERE, (header, "127.0.0.1")])
    assert not is_from_here("127.0.0.1", [*HERE, (header, "")])
