"""Batches against a simulated server: `python benchmarks/batch.py [SCENARIO...]`.

Each scenario starts the simulator (`--simulator`, a program with the options of the one that the project was measured
with) with 200 ms of latency, makes documents of 2 kB, and has `summarizer batch` brief them in a process of its own;
two programs written by hand, with the openai client and with instructor, do the same in the same run. The simulated
answers quote at random, so nearly every document takes two requests: the question and one re-ask. Ends with 1 where a
target is missed.
"""

import itertools
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import zlib
from contextlib import closing
from pathlib import Path

import click
from batch_bench import AT_ONCE, HERE, LATENCY, Bench, Ran, json_at, timed, until


def limits(bench: Bench) -> None:
    """60 requests a second: told by headers, given, or learnt; and a limit of tokens."""
    file = bench.made()
    share = "share of the requests that the limit allowed"
    for title, server, options, least in (
        ("headers tell the limit", (), (), 0.97),
        ("the limit is given", ("--no-ratelimit-headers",), ("--rpm", "3600"), 0.97),
        ("the limit must be learnt", ("--no-ratelimit-headers", "--retry-after", "seconds"), (), 0.90),
    ):
        with bench.server("--rps", "60", *server) as url:
            ran = [
                bench.ours(url, file, *options),
                bench.peer("openai", url, file),
                bench.peer("instructor", url, file),
            ]
        _table(f"60 requests a second; {title}", ran)
        stats = ran[0].stats
        bench.expect(share, stats["utilisation"], stats["utilisation"] >= least)
        refused = stats["r429"] / stats["requests"]
        bench.expect("share of requests refused", refused, refused <= (0.01 if least > 0.95 else 1))
        bench.expect("documents done", ran[0].done, ran[0].done == bench.documents)
    with bench.server("--tpm", "6000000") as url:
        ran = [bench.ours(url, file)]
    _table("100,000 tokens a second, told by headers", ran)
    used = ran[0].stats["token_utilisation"]
    bench.expect("share of the tokens that the limit allowed", used, used >= 0.95)


def unlimited(bench: Bench) -> None:
    """64 requests under way: how long it takes, and what the client itself takes."""
    file = bench.made()
    with bench.server() as url:
        ran = [bench.ours(url, file), bench.peer("openai", url, file), bench.peer("instructor", url, file)]
    _table("no limit, 64 under way", ran)
    ideal = ran[0].stats["requests"] / AT_ONCE * LATENCY
    bound = max(ideal, ran[0].cpu / (os.cpu_count() or 1))
    bench.expect(
        "makespan, of the ideal or of the processor's time",
        ran[0].stats["span_s"] / bound,
        ran[0].stats["span_s"] <= 1.15 * bound,
    )
    ratio = ran[0].cpu / ran[2].cpu
    bench.expect("processor time of a document, of instructor's loop", ratio, ratio <= 0.6)
    each = ran[0].cpu / ran[0].stats["requests"] / (ran[2].cpu / ran[2].stats["requests"])
    print(f"       (of a request, of instructor's loop: {each:.3f})")


def faults(bench: Bench) -> None:
    """5 % of the answers are faulty, in ten ways."""
    kinds = "500 503 429 reset truncated_http truncated_json invalid_schema length empty refusal".split()
    with bench.server("--faults", ",".join(f"{kind}:0.005" for kind in kinds)) as url:
        ran = [bench.ours(url, bench.made())]
    _table("5 % of mixed faults", ran)
    stats, usage = ran[0].stats, ran[0].stats["usage"]
    accounted = ran[0].done + stats["failed"]
    bench.expect("documents done or failed with a reason", accounted, accounted == bench.documents)
    bench.expect(
        "requests counted, less those the server saw",
        usage["requests"] - stats["requests"],
        usage["requests"] == stats["requests"],
    )


def scale(bench: Bench) -> None:
    """Processor time and memory for 1,000, 5,000 and 20,000 documents."""
    ran = []
    for times in (1, 5, 20):
        file = bench.made(times * bench.documents)
        with bench.server() as url:
            ran.append(bench.ours(url, file, "--jsonl"))
    _table("as it grows", ran)
    # What a run takes before its first document is no part of what each document takes.
    # The machine has faster and slower minutes: counted in what the server takes for as many requests beside it.
    pairs = list(itertools.pairwise(ran))
    each = [(more.cpu - less.cpu) / (more.server_cpu - less.server_cpu) for less, more in pairs]
    bench.expect("processor time of a further document, late of early", each[1] / each[0], each[1] <= 1.1 * each[0])
    seconds = [(more.cpu - less.cpu) / (more.done - less.done) for less, more in pairs]
    print(f"       (in seconds, late of early: {seconds[1] / seconds[0]:.3f})")
    # The most in a stretch on either side: a process is replaced now and then, and begins with less.
    last = ran[-1].memory
    stretch = len(last) // 5
    early, late = max(last[len(last) // 20 :][:stretch]), max(last[-stretch:])
    bench.expect("memory in the last fifth, of that after the first twentieth", late / early, late <= 1.1 * early)
    bench.expect("memory in MB, the most", max(last), max(last) <= 250)


def kills(bench: Bench) -> None:
    """Killed at 20 random moments, and run again each time."""
    count = max(20, bench.documents // 2)
    file = bench.made(count)
    with bench.server() as url:
        whole = bench.ours(url, file, to="whole")
        json_at(f"{url}/reset", {})
        command = [sys.executable, "-m", "summarizer", "batch", str(file), "-o", str(bench.folder / "killed")]
        command += ["--model", "sim-1", "--base-url", f"{url}/v1", "--concurrency", str(AT_ONCE)]
        draw = random.Random(7)
        shutil.rmtree(bench.folder / "killed", ignore_errors=True)
        lost = 0
        for _ in range(20):
            seen = json_at(f"{url}/stats")["requests"]
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            until(lambda: json_at(f"{url}/stats")["requests"] > seen or process.poll() is not None, 120)  # noqa: B023
            time.sleep(draw.uniform(0, whole.stats["span_s"] / 12))
            process.kill()
            process.wait()
            time.sleep(2 * LATENCY)
            lost = json_at(f"{url}/stats")["responses_200"] - sum(_answers(bench.folder / "killed"))
        ran = bench.ours(url, file, to="killed", fresh=False)
    _table("killed 20 times", [whole, ran])
    again = _answers(bench.folder / "killed")[1]
    bench.expect("kept answers that came once more", again, again == 0)
    bench.expect("answers that the server had sent, and a kill kept from the disk", lost, lost <= 20)
    print(f"       ({ran.stats['disconnects']:,} more requests were under way at a kill)")
    # What was under way at a kill is asked again, and the simulator answers a repeated question in another way.
    before, after = (_replies(bench.folder / name) for name in ("whole", "killed"))
    alike = [name for name, replies in before.items() if after.get(name) == replies]
    other = [
        name for name in alike if not _same(*(bench.folder / run / f"{name}.brief.json" for run in ("whole", "killed")))
    ]
    print(f"       {len(alike):,} of {count:,} documents were answered as in the unbroken run")
    bench.expect("of these, briefs that differ from those of the unbroken run", len(other), alike and not other)


_COUNT_AGAIN = """
CREATE TABLE IF NOT EXISTS again (key TEXT);
CREATE TRIGGER IF NOT EXISTS counts_again BEFORE INSERT ON answers
WHEN EXISTS (SELECT 1 FROM answers WHERE key = NEW.key) BEGIN INSERT INTO again VALUES (NEW.key); END;
"""
"""The totals of the server cannot tell an answer that was lost from one that was kept and asked for again."""


def _answers(folder: Path) -> tuple[int, int]:
    """Those in the ledger, and how often one came that was there; counted from the first call on."""
    if not (folder / "ledger.sqlite").exists():
        return 0, 0
    with closing(sqlite3.connect(folder / "ledger.sqlite")) as base:
        base.executescript(_COUNT_AGAIN)
        counts = (base.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in ("answers", "again"))
        return next(counts), next(counts)


def _replies(folder: Path) -> dict[str, set[str]]:
    """Of each document, what the model answered it."""
    replies: dict[str, set[str]] = {}
    with closing(sqlite3.connect(folder / "ledger.sqlite")) as base:
        for name, reply in base.execute("SELECT document, answer FROM answers"):
            message = json.loads(zlib.decompress(reply))["choices"][0]["message"]["content"]
            replies.setdefault(name, set()).add(message)
    return replies


def provider(bench: Bench) -> None:
    """2,000 documents through the batch API: a crash after the submission, errors, a second job for re-asks."""
    file = bench.made(2 * bench.documents)
    with bench.server("--batch-latency", "15", "--faults", "500:0.03") as url:
        folder = bench.folder / "provider"
        shutil.rmtree(folder, ignore_errors=True)
        command = [sys.executable, "-m", "summarizer", "batch", str(file), "-o", str(folder), "--provider-batch"]
        process = subprocess.Popen([*command, "--model", "sim-1", "--base-url", f"{url}/v1"], stderr=subprocess.DEVNULL)
        until(lambda: len(json_at(f"{url}/v1/batches")["data"]) > 0, 600)
        time.sleep(3)
        process.kill()
        process.wait()
        ran = bench.ours(url, file, "--provider-batch", to="provider", fresh=False)
        jobs = json_at(f"{url}/v1/batches")["data"]
    _table("through the batch API", [ran])
    sent = sum(job["request_counts"]["total"] for job in jobs)
    print(f"       {len(jobs)} jobs with {sent:,} requests")
    accounted = ran.done + ran.stats["failed"]
    bench.expect("documents done or failed with a reason", accounted, accounted == 2 * bench.documents)
    bench.expect(
        "answers that came twice for a request",
        ran.stats["duplicate_useful"] - ran.stats["usage"]["reasks"],
        ran.stats["duplicate_useful"] <= ran.stats["usage"]["reasks"],
    )


def rules(bench: Bench) -> None:
    """2,000 documents of 20,000 characters with the built-in rules, on one process and on two."""
    file = bench.made(2 * bench.documents, 20_000)
    ran = []
    for processes in (1, 2):
        folder = bench.folder / f"rules{processes}"
        command = [sys.executable, "-m", "summarizer", "batch", str(file), "-o", str(folder)]
        ran.append(timed(f"{processes} processes", [*command, "--processes", str(processes)], None))
        ran[-1].done = len(list(folder.glob("*.brief.json")))
    _table("built-in rules", ran)
    gain = ran[0].seconds / ran[1].seconds
    bench.expect("documents a second on two processes, of those on one", gain, gain >= 1.7)


_ENOUGH = 100  # documents, for which `summarizer batch` begins other processes
SCENARIOS = {each.__name__: each for each in (limits, unlimited, faults, scale, kills, provider, rules)}


@click.command(help=__doc__.split("\n")[0])
@click.argument("scenarios", nargs=-1, type=click.Choice([*SCENARIOS]))
@click.option(
    "--simulator",
    type=click.Path(exists=True, path_type=Path),
    default=HERE.parent.parent / "shared/tools/simserver.py",
)
@click.option("--documents", default=1000, show_default=True)
def main(scenarios: tuple[str, ...], simulator: Path, documents: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(simulator, Path(folder), documents)
        _compile(bench)
        for name in scenarios or SCENARIOS:
            SCENARIOS[name](bench)
    sys.exit(1 if bench.missed else 0)


def _compile(bench: Bench) -> None:
    """Has each program run once, so that its modules are compiled, as installers do it; whatever the environment says, none
    that is timed compiles them anew."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(bench.folder / "compiled")
    with bench.server() as url:
        file = bench.made(_ENOUGH)
        bench.ours(url, file, to="first")
        bench.peer("openai", url, file)
        bench.peer("instructor", url, file)


def _table(title: str, ran: list[Ran]) -> None:
    print(f"\n{title}")
    print(f"  {'':18}{'done':>7}{'seconds':>9}{'ms of CPU':>11}{'requests':>10}{'429':>6}{'use':>7}{'MB':>6}")
    for run in ran:
        each = 1000 * run.cpu / max(1, run.done)
        use = run.stats.get("utilisation") or run.stats.get("token_utilisation") or 0
        requests, refused = run.stats.get("requests", 0), run.stats.get("r429", 0)
        print(
            f"  {run.name:18}{run.done:7,}{run.seconds:9.1f}{each:11.1f}{requests:10,}{refused:6,}{use:7.3f}{max(run.memory):6.0f}"
        )


def _same(one: Path, other: Path) -> bool:
    briefs = [json.loads(path.read_text(encoding="utf-8")) for path in (one, other)]
    for brief in briefs:
        brief["run"]["seconds"] = 0
    return briefs[0] == briefs[1]


if __name__ == "__main__":
    main()
