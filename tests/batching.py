"""Small batches for tests: documents, what a good model answers to them, and the command, here or in a process."""

import asyncio
import json
import os
import re
import signal
import sys
import time
from collections.abc import Callable, Coroutine, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from faulty_server import completion

from summarizer.batch.accounts.ledger import Ledger
from summarizer.cli import command_line

_LONGEST = 60.0  # seconds that a process may take


def text(number: int) -> str:
    """Minutes, each with a commitment of its own."""
    return (
        f"Board of mill {number}, 5 May 2025\n\nPresent: Ann Archer, Bob Boyle\n\n"
        f"Bob Boyle agreed to repair sluice {number} by 30 June 2025. They discussed a new road.\n"
    )


def number_of(asked: dict[str, Any]) -> int:
    """Which document a request is about."""
    found = re.search(r"sluice (\d+)", json.dumps(asked["messages"]))
    assert found, "a request without a document"
    return int(found[1])


def draft(asked: dict[str, Any]) -> str:
    """What a good model says."""
    number = number_of(asked)
    quote = f"Bob Boyle agreed to repair sluice {number} by 30 June 2025"
    commitment = {
        "action": f"repair sluice {number}",
        "by": "Bob Boyle",
        "strength": "agreed",
        "evidence": [{"line": 4, "quote": quote}],
    }
    return json.dumps({"commitments": [commitment]})


PROMPT_TOKENS, ANSWER_TOKENS = 3000, 200


def answer(asked: dict[str, Any]) -> dict[str, Any]:
    """The completion with it."""
    return completion(draft(asked), usage=(PROMPT_TOKENS, ANSWER_TOKENS))


def asking(server: Any) -> tuple[object, ...]:
    """The options by which a batch asks the server, at a price of 1 and 10 dollars per million tokens."""
    return "--model", "m", "--base-url", server.url, "--price", 1, 10


def write_documents(folder: Path, numbers: Iterable[int]) -> Path:
    """One text file each, `mill-NN.txt`."""
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"mill-{number:02}.txt").write_text(text(number))
    return folder


def batch(*arguments: object, stdin: str | None = None) -> Result:
    """`summarizer batch` in this process."""
    return CliRunner().invoke(command_line, ["batch", *map(str, arguments)], input=stdin, prog_name="summarizer")


def briefs(folder: Path) -> dict[str, Any]:
    """The briefs of a folder by id, but for the seconds that each took."""
    found = {}
    for path in folder.rglob("*.brief.json"):
        content = json.loads(path.read_text())
        del content["run"]["seconds"]
        found[str(path.relative_to(folder)).removesuffix(".brief.json")] = content
    return found


def manifest(folder: Path) -> dict[str, Any]:
    """What the last run said of the folder."""
    content: dict[str, Any] = json.loads((folder / "manifest.json").read_text())
    return content


def counts(folder: Path) -> tuple[int, int, int, int]:
    """Complete, incomplete, failed, undone."""
    told = manifest(folder)["documents"]
    return told["complete"], told["incomplete"], told["failed"], told["undone"]


def within(folder: Path, work: Callable[[Ledger], Coroutine[Any, Any, Any]], **settings: Any) -> Any:
    """What work makes of the ledger of the folder."""
    with closing(Ledger(folder, settings)) as ledger:
        return asyncio.run(work(ledger))


def lines(path: Path) -> list[dict[str, Any]]:
    """Of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text().splitlines()]


class Child:
    """A process of its own that runs a function; forked, so that it costs no imports. Ends as `sys.exit` would."""

    def __init__(self, work: Callable[[], int], output: Path) -> None:
        self.output = output
        sys.stdout.flush()
        self.pid = os.fork()
        if self.pid == 0:
            code = 99
            try:
                code = work()
            except BaseException as error:
                output.write_text(f"Traceback: {error!r}")
            finally:
                os._exit(code)

    @classmethod
    def batch(cls, *arguments: object, output: Path) -> "Child":
        """`summarizer batch` in a process; what it says goes to the file `output`."""

        def work() -> int:
            result = batch(*arguments)
            output.write_text(result.output + (f"Traceback: {result.exception!r}" if _is_bug(result) else ""))
            return result.exit_code

        return cls(work, output)

    def interrupt(self) -> None:
        """Ctrl-C."""
        os.kill(self.pid, signal.SIGINT)

    def kill(self) -> None:
        """The worst end."""
        os.kill(self.pid, signal.SIGKILL)

    @property
    def has_ended(self) -> bool:
        """Whether only `wait` is left to do."""
        return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None

    def wait(self) -> int:
        """Its exit code, negative for a signal."""
        end = time.monotonic() + _LONGEST
        while time.monotonic() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.005)
        self.kill()
        os.waitpid(self.pid, 0)
        raise AssertionError("the process did not end")


def _is_bug(result: Result) -> bool:
    return result.exception is not None and not isinstance(result.exception, SystemExit)


def until(condition: Callable[[], bool]) -> None:
    """Wait for something that another thread or process brings about."""
    end = time.monotonic() + _LONGEST
    while not condition():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.002)
