"""The fixtures of the tests of a batch."""

from collections.abc import Iterator

import pytest
from batch_server import BatchServer
from faulty_server import serving

from summarizer.batch import provider


@pytest.fixture
def batch_server(server: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[BatchServer]:
    """A provider with a batch API on this machine. Its jobs are looked at without a pause."""
    monkeypatch.setattr(provider, "_POLL", (0.01, 0.02))
    with serving(BatchServer()) as running:
        yield running
