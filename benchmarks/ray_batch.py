"""A batch on a Ray cluster of two nodes on this machine, against a server with a limit; a worker dies half-way.

    python benchmarks/ray_batch.py --server http://127.0.0.1:8100 [--documents 1000] [--rate 60]

The server is to be the simulator, freshly started with that rate: it counts requests by the second (`/series`) and
how often it was asked about the same document. Prints what came of the documents, the most requests in a second after
the first, and the answers beyond one for each document and its re-asks, against the requests that were under way in
the worker when it was killed. Exits with 1 where a promise is not kept.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from pathlib import Path

from batch_bench import json_at

ROOT = Path(__file__).parent.parent
_MARK = "SUMMARIZER_BENCHMARK_CLUSTER"
_STORE = 80_000_000
_NAMES = ("Ann Archer", "Bob Boyle", "Cleo Carver", "Dan Draper")
_SAID = (
    "I will send the draft budget to the board by Friday",
    "we agreed to repair the sluice before the summer",
    "the contract with the supplier has to be looked at again",
    "there was a proposal to try it in one mill first",
    "nobody has an answer to the question of the road yet",
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--server", required=True, help="address of the simulator, without /v1")
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--characters", type=int, default=2000, help="of a document")
    parser.add_argument("--rate", type=float, default=60, help="requests a second that it takes")
    parser.add_argument("--concurrency", type=int, default=64)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return measured(options, Path(folder))


def measured(options: argparse.Namespace, folder: Path) -> int:
    import ray
    from ray.cluster_utils import Cluster

    documents(folder / "in", options.documents, options.characters)
    mark = os.environ[_MARK] = uuid.uuid4().hex
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    head = {"num_cpus": 1, "object_store_memory": _STORE, "include_dashboard": False}
    cluster = Cluster(initialize_head=True, head_node_args=head)
    try:
        cluster.add_node(num_cpus=1, object_store_memory=_STORE)
        command = [sys.executable, "-m", "summarizer", "batch", str(folder / "in"), "-o", str(folder / "out")]
        command += ["--model", "sim-1", "--base-url", f"{options.server}/v1", "--rpm", str(options.rate * 60)]
        command += ["--on", "ray", "--address", cluster.address, "--workers", "2"]
        command += ["--concurrency", str(options.concurrency)]
        json_at(f"{options.server}/reset", {})
        begun = time.monotonic()
        run = subprocess.Popen(command)
        killer = Killer(options.server, options.documents, mark)
        killer.start()
        run.wait()
        seconds = time.monotonic() - begun
    finally:
        ray.shutdown()
        cluster.shutdown()
    return report(options, folder, killer, seconds)


def documents(folder: Path, count: int, characters: int) -> None:
    """Minutes, with the name by which the simulator knows a document."""
    folder.mkdir()
    chance = random.Random(1)
    for number in range(count):
        lines = [f"Board meeting doc-{number:05}, 5 May 2025", ""]
        while sum(map(len, lines)) < characters - 50:
            lines.append(f"{chance.choice(_NAMES)}: {chance.choice(_SAID)}, point {len(lines)}.")
        (folder / f"doc-{number:05}.txt").write_text("\n".join(lines))


class Killer(threading.Thread):
    """Kills one worker when half of the documents have an answer."""

    def __init__(self, server: str, count: int, mark: str) -> None:
        super().__init__(daemon=True)
        self.under_way: int | None = None
        """Requests that were, in both workers."""
        self._server, self._count, self._mark = server, count, mark

    def run(self) -> None:
        while (told := json_at(f"{self._server}/stats"))["useful"] < self._count / 2:
            time.sleep(0.1)
        os.kill(workers(self._mark)[0], signal.SIGKILL)
        self.under_way = told["in_flight"]


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


def report(options: argparse.Namespace, folder: Path, killer: Killer, seconds: float) -> int:
    told, manifest = json_at(f"{options.server}/series"), json.loads((folder / "out/manifest.json").read_text())
    briefs = len(list((folder / "out").glob("*.brief.json")))
    usage = manifest["usage"]
    arrivals = told["per_second"]["arrivals"]
    most = max(arrivals[1:])
    beyond = told["valid"] - usage["requests"]
    rows = {
        "briefs": f"{briefs} of {options.documents}; {manifest['documents']}",
        "answers": f"{told['valid']}, of which {usage['reasks']} re-asks; {usage['retries']} retries",
        "refused (429)": told["r429"],
        "requests in a second, after the first": f"{most} at most, of {options.rate:g} ({most / options.rate:.1%})",
        "duplicates beyond re-asks": f"{beyond}; {killer.under_way} requests were under way at the kill",
        "seconds": f"{seconds:.1f}, of which {told['span_s']:.1f} with requests",
    }
    print("\n".join(f"{label:40}{value}" for label, value in rows.items()))
    print("by the second:", *arrivals)
    is_kept = briefs == options.documents and most <= 1.05 * options.rate and killer.under_way is not None
    return 0 if is_kept and beyond <= options.concurrency else 1


if __name__ == "__main__":
    sys.exit(main())
