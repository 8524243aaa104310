"""What the scenarios of `batch.py` stand on: a simulated server, documents, and programs that are timed."""

import ctypes
import json
import os
import random
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LATENCY = 0.2  # seconds
AT_ONCE = 64
_SUBREAPER = 36  # the number of Linux for it
NAMES = ("Ada Brown", "Ben Osei", "Chloe Martin", "Dana Weiss")
LINES = """We should move the launch to the second week of May.
I will send the revised budget to the board by Friday.
The vendor has not answered our question about storage costs.
Can you check the numbers for the pilot in Lyon?
We agreed to keep the price at 40 euros for this quarter.
The tests in the north hall were finished last week.
I am not sure that the permit covers the second floor.
Let us discuss the hiring plan at the next meeting.
It was decided to close the old portal in June.""".splitlines()


@dataclass
class Ran:
    """What one program did, and what the server saw of it."""

    name: str
    done: int
    seconds: float
    cpu: float
    stats: dict[str, Any]
    memory: list[float] = field(default_factory=list)
    """MB of all its processes, sampled along the run."""
    server_cpu: float = 0.0
    """Seconds of processor that the server took for it, the same for each request: what the machine was like."""


@dataclass
class Bench:
    """Where all of it happens."""

    simulator: Path
    folder: Path
    documents: int
    missed: list[str] = field(default_factory=list)
    _serving: int = 0
    """The process of the simulator."""

    def made(self, count: int | None = None, size: int = 2000) -> Path:
        """A file of documents, the same each time."""
        count = count or self.documents
        path = self.folder / f"{count}x{size}.jsonl"
        if not path.exists():
            with path.open("w", encoding="utf-8") as file:
                for number in range(count):
                    text = _document(number, size)
                    file.write(json.dumps({"id": f"doc-{number:05}", "text": text}) + "\n")
        return path

    @contextmanager
    def server(self, *options: str) -> Iterator[str]:
        """The address of a simulator with these options."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [sys.executable, str(self.simulator), "--port", str(port), "--latency", f"const:{LATENCY}", *options]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        self._serving = process.pid
        try:
            until(lambda: json_at(f"http://127.0.0.1:{port}/health"))
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait()

    def ours(self, url: str, file: Path, *options: str, to: str = "out", fresh: bool = True) -> Ran:
        """`summarizer batch`, and the state of the server after it."""
        folder = self.folder / to
        if fresh:
            shutil.rmtree(folder, ignore_errors=True)
        command = [sys.executable, "-m", "summarizer", "batch", str(file), "-o", str(folder)]
        model = ["--model", "sim-1", "--base-url", f"{url}/v1", "--concurrency", str(AT_ONCE)]
        before = _cpu(self._serving)
        ran = timed("summarizer batch", [*command, *model, *options], url)
        ran.server_cpu = _cpu(self._serving) - before
        manifest = json.loads((folder / "manifest.json").read_text())
        ran.done = manifest["documents"]["complete"] + manifest["documents"]["incomplete"]
        ran.stats["failed"] = manifest["documents"]["failed"]
        ran.stats["usage"] = manifest["usage"]
        return ran

    def peer(self, name: str, url: str, file: Path) -> Ran:
        """A program written by hand."""
        json_at(f"{url}/reset", {})
        return timed(name, [sys.executable, str(HERE / "batch_peers.py"), name, f"{url}/v1", str(file)], url)

    def expect(self, what: str, figure: float, holds: bool) -> None:
        """Print a figure; note it where it misses its target."""
        print(f"  {'ok  ' if holds else 'MISS'} {what}: {figure:,.3f}")
        if not holds:
            self.missed.append(what)


def _document(number: int, size: int) -> str:
    draw = random.Random(number)
    lines = [f"Minutes of doc-{number:05}", "Date: 12 March 2026", ""]
    length = 0
    while length < size:
        lines.append(f"{draw.choice(NAMES)}: {draw.choice(LINES)} {draw.choice(LINES)}")
        length += len(lines[-1]) + 1
    return "\n".join(lines)


def timed(name: str, command: list[str], url: str | None) -> Ran:
    """Runs a program, and asks the server at that address what it saw of it. Time and memory are those of all its
    processes."""
    ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)  # what its processes leave behind is counted here, too
    before = os.times()
    begun = time.monotonic()
    memory: list[float] = []
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    while process.poll() is None:
        memory.append(_held(process.pid))
        time.sleep(0.5)
    seconds = time.monotonic() - begun
    out = process.stdout.read().split() if process.stdout else []
    time.sleep(0.5)  # for its processes to end
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    done = int(out[0]) if len(out) == 1 else 0
    return Ran(name, done, seconds, cpu, json_at(f"{url}/stats") if url else {}, memory or [0.0])


def _held(pid: int) -> float:
    """MB of a process and of all that it began; what they share counts once."""
    parents = {}
    for each in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parents[int(each.name)] = int(_stat(each.name)[1])
    family = {pid}
    while more := {each for each, parent in parents.items() if parent in family} - family:
        family |= more
    return sum(map(_proportional, family))


def _cpu(pid: int) -> float:
    """Seconds of processor that a process has taken so far."""
    return sum(map(int, _stat(pid)[11:13])) / os.sysconf("SC_CLK_TCK")


def _stat(pid: int | str) -> list[str]:
    """What the system says of a process, from its state on."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def _proportional(pid: int) -> float:
    try:
        told = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in told.splitlines() if line.startswith("Pss:")), 0.0)


def json_at(url: str, body: dict[str, Any] | None = None) -> Any:
    """What the server says there."""
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(url, data), timeout=30) as answer:
        return json.loads(answer.read())


def until(holds: Callable[[], object], seconds: float = 20) -> None:
    """Waits for it. Errors: `SystemExit` where it does not come."""
    end = time.monotonic() + seconds
    while True:
        try:
            if holds():
                return
        except OSError:
            pass
        if time.monotonic() > end:
            raise SystemExit("the simulator did not do what it should in time")
        time.sleep(0.1)
