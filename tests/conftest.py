"""What all tests share: no network but to a server of our own, no configuration from outside, and the cassettes."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cassette_format
import pytest
from faulty_server import Server, serving

ROOT = Path(__file__).parent.parent
DOCUMENTS = Path(__file__).parent / "documents"


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: a part of the tests waits for a server or a process most of its time."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(autouse=True)
def _no_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    """A developer's own keys and settings must neither be used nor change a result."""
    for name in ("SUMMARIZER_MODEL", "SUMMARIZER_BASE_URL", "SUMMARIZER_API_KEY", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


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


@pytest.fixture
def vcr_config() -> dict[str, Any]:
    """Another prompt, model or parameter is another request; the host and port of the server are not."""
    return {"match_on": ["method", "path", "json_body"], "decode_compressed_response": True}


def pytest_recording_configure(config: pytest.Config, vcr: Any) -> None:
    vcr.register_serializer("yaml", cassette_format)
    vcr.register_matcher("json_body", _same_body)


def _same_body(one: Any, other: Any) -> None:
    assert json.loads(one.body) == json.loads(other.body), "no recorded request has this body"


@pytest.fixture(autouse=True)
def _played_whole(vcr: Any, record_mode: str) -> Iterator[None]:
    """A cassette that is not fully played is out of date, and says so."""
    yield
    if vcr is not None and record_mode == "none":
        assert vcr.all_played, "some of the recorded requests were never made"
