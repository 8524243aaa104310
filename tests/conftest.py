"""What all tests share: no network but to a server of our own, no configuration from outside, and the cassettes."""

import gc
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cassette_format
import pytest
from faulty_server import Server, serving
from hypothesis import settings

ROOT = Path(__file__).parent.parent
DOCUMENTS = Path(__file__).parent / "documents"

settings.register_profile("unhurried", deadline=None)  # how long an example takes hangs on what else the machine does
settings.load_profile("unhurried")


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: a part of the tests waits for a server or a process most of its time."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session", autouse=True)
def _no_configuration() -> Iterator[None]:
    """A developer's own keys and settings must neither be used nor change a result."""
    with pytest.MonkeyPatch.context() as all_tests:
        for name in (
            "SUMMARIZER_MODEL",
            "SUMMARIZER_BASE_URL",
            "SUMMARIZER_API_KEY",
            "OPENAI_API_KEY",
            "OPENAI_BASE_URL",
        ):
            all_tests.delenv(name, raising=False)
        yield


@pytest.fixture
def documents() -> Path:
    """The folder of small documents."""
    return DOCUMENTS


@pytest.fixture
def server() -> Iterator[Server]:
    """A provider of our own on this machine."""
    with serving(Server()) as running:
        yield running


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The network is blocked for all tests; those that ask for the server may reach it, and nothing else. The socket in
    the file system by which Python begins processes is no network.

    The longest begin first: the others fill the time beside them."""
    for item in items:
        server = ["127.0.0.1"] if "server" in getattr(item, "fixturenames", ()) else []
        item.add_marker(pytest.mark.block_network(allowed_hosts=[".*listener-", *server]))
    items.sort(key=lambda item: item.get_closest_marker("longest") is None)


@pytest.fixture(scope="module")
def vcr_cassette_dir(request: pytest.FixtureRequest) -> str:
    """`cassettes/<test module>/`, at the top of the repository."""
    return str(ROOT / "cassettes" / request.path.stem)


@pytest.fixture(scope="session")
def vcr_config() -> dict[str, Any]:
    """Another prompt, model or parameter is another request; the host and port of the server are not."""
    return {"match_on": ["method", "path", "json_body"], "decode_compressed_response": True}


def pytest_recording_configure(config: pytest.Config, vcr: Any) -> None:
    vcr.register_serializer("yaml", cassette_format)
    vcr.register_matcher("json_body", _same_body)


def _same_body(one: Any, other: Any) -> None:
    assert json.loads(one.body) == json.loads(other.body), "no recorded request has this body"


def pytest_collection_finish() -> None:
    """What was imported and collected lives to the end: the collector of garbage need not look through it again and again."""
    gc.freeze()
