"""The fixtures of the tests that talk to a server of our own."""

import threading
from collections.abc import Iterator

import pytest
from faulty_server import Server


@pytest.fixture
def server() -> Iterator[Server]:
    """A provider of our own on this machine."""
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The network is blocked for all tests; those that ask for the server may reach it, and nothing else."""
    for item in items:
        if "server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.block_network(allowed_hosts=["127.0.0.1"]))
