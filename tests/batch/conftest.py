"""The fixtures of the tests of a batch."""

import threading
from collections.abc import Iterator

import pytest
from batch_server import BatchServer

from summarizer.batch import provider


@pytest.fixture
def batch_server(server: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[BatchServer]:
    """A provider with a batch API on this machine. Its jobs are looked at without a pause."""
    monkeypatch.setattr(provider, "_POLL", (0.01, 0.02))
    with BatchServer() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield running
        running.shutdown()
        thread.join()
