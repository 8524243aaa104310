"""A batch on a Ray cluster of two nodes, all on this machine, one worker of which is killed half-way."""

import os
import signal
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from batching import answer, batch, briefs, manifest, number_of, write_documents
from faulty_server import Server

ray = pytest.importorskip("ray", reason="Ray is not installed: pip install '.[ray]'")

_MARK = "SUMMARIZER_TEST_CLUSTER"
_STORE = 80_000_000
_DOCUMENTS, _CONCURRENCY = 60, 8


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch, server: object) -> Iterator[str]:
    """Two nodes of one processor each; the mark that its processes carry in their environment."""
    from ray.cluster_utils import Cluster

    mark = uuid.uuid4().hex
    root = Path(__file__).parents[3]
    path = os.pathsep.join(filter(None, [str(root), os.environ.get("PYTHONPATH")]))
    for name, value in ((_MARK, mark), ("PYTHONPATH", path), ("RAY_USAGE_STATS_ENABLED", "0")):
        monkeypatch.setenv(name, value)
    made = Cluster(
        initialize_head=True,
        head_node_args={"num_cpus": 1, "object_store_memory": _STORE, "include_dashboard": False},
    )
    try:
        made.add_node(num_cpus=1, object_store_memory=_STORE)
        ray.init(address=made.address, log_to_driver=False)
        yield mark
    finally:
        ray.shutdown()
        made.shutdown()


def workers(mark: str) -> list[int]:
    """The processes of the cluster that make briefs."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if b"Briefer" in (process / "cmdline").read_bytes() and mark.encode() in (process / "environ").read_bytes():
                found.append(int(process.name))
        except OSError:  # it has ended
            continue
    return found


class Counted:
    """Answers after a while, and counts what it was asked for each document."""

    def __init__(self) -> None:
        self.asked: Counter[int] = Counter()
        self.under_way = self.busiest = 0
        self._lock = threading.Lock()

    def __call__(self, asked: dict[str, Any]) -> Any:
        with self._lock:
            self.asked[number_of(asked)] += 1
            self.under_way += 1
            self.busiest = max(self.busiest, self.under_way)
        time.sleep(0.2)
        with self._lock:
            self.under_way -= 1
        return answer(asked)


@pytest.mark.longest
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of Ray, about itself
@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="finds the worker to kill in /proc")
def test_a_worker_that_is_killed_costs_no_brief_and_at_most_the_requests_under_way(tmp_path, server: Server, cluster):
    documents = write_documents(tmp_path / "in", range(_DOCUMENTS))
    counted = server.answer = Counted()
    killed: list[int] = []

    def kill() -> None:
        while counted.asked.total() < _DOCUMENTS // 2:
            time.sleep(0.01)
        killed.extend(workers(cluster)[:1])
        os.kill(killed[0], signal.SIGKILL)

    killer = threading.Thread(target=kill, daemon=True)
    killer.start()
    command = (documents, "-o", tmp_path / "out", "--model", "m", "--base-url", server.url, "--on", "ray")
    done = batch(*command, "--concurrency", _CONCURRENCY, "--workers", 2)
    assert done.exit_code == 0, done.output
    assert killed
    assert len(briefs(tmp_path / "out")) == _DOCUMENTS == manifest(tmp_path / "out")["documents"]["complete"]
    assert set(counted.asked) == set(range(_DOCUMENTS))
    assert counted.asked.total() - _DOCUMENTS <= _CONCURRENCY
    assert counted.busiest <= _CONCURRENCY  # of all workers together
    assert manifest(tmp_path / "out")["answers_paid"] == _DOCUMENTS
