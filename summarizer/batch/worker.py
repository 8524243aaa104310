"""A process that makes briefs: what is sent over the wire, and all that there must be one of, stays with who began it."""

import asyncio
import gc
import multiprocessing
import os
import signal
import socket
import threading
from contextvars import ContextVar
from dataclasses import replace
from typing import Any

from ..engines.accounts import Call
from ..engines.answering import Answered
from ..engines.asking import load_libraries
from ..engines.client import completion_of
from ..engines.connect import model_at
from ..errors import SummarizerError
from ..llm import Meter, metering
from ..pipeline import verify
from .attempt import Finished, unforeseen
from .briefing import Setup
from .entry import Entry
from .ledger import paying
from .lines import Line

SAMPLE = (
    '{"commitments": [{"action": "write", "by": "Ann", "strength": "intends", "evidence": [{"line": 1, "quote": "I will write."}]}]}',
    "Ann: I will write.",
)
"""A draft that holds, and its document."""
_BEHIND = 10  # steps of niceness

_number: ContextVar[int] = ContextVar("number")
"""Of the document that is at hand."""


def work(connection: socket.socket, setup: Setup) -> None:
    """What the process does, until the other end of the line is closed."""
    gc.freeze()  # else the collector writes to all that is loaded, and what is shared by processes becomes their own
    # Ctrl-C goes to all processes; what it means is the business of the first one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if setup.endpoint is not None:
        load_libraries()
        if hasattr(os, "nice"):
            os.nice(_BEHIND)  # this can wait, what comes over the wire cannot
    verify(*SAMPLE)  # what the first check loads
    gc.freeze()
    asyncio.run(_Worker(setup).serve(connection))


def _end_with_parent() -> None:
    """Who is killed ends nothing, and a document may take for ever."""
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os._exit(1)


class _Worker:
    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._under_way: dict[int, tuple[asyncio.Task[Any], Meter]] = {}

    async def serve(self, connection: socket.socket) -> None:
        line = await Line.open(connection, {"ready": self.ready, "brief": self.brief, "spent": self.spent})
        endpoint = self._setup.endpoint
        llm = None if endpoint is None else model_at(endpoint, _AnsweredThere(line))
        self._work = self._setup.briefing.work(llm, self._setup.output)
        await line.ended

    async def ready(self) -> None:
        """Says so."""

    async def brief(self, number: int, own: str, entry: Entry) -> Finished[Any]:
        """The brief of a document. number: by which it is known here. own: its id. Errors: `SummarizerError`."""
        task = asyncio.current_task()
        assert task is not None, "a coroutine is run by a task"
        meter = Meter()
        self._under_way[number] = task, meter
        _number.set(number)
        paying.set(own)
        metering.set(meter)
        try:
            made = await self._work(entry)
        except SummarizerError:
            raise
        except Exception as error:
            raise unforeseen(error, entry.origin) from error
        finally:
            if not task.cancelling():
                del self._under_way[number]
        return replace(made, brief=None) if made.forms else made

    async def spent(self, number: int) -> Meter:
        """What a document took that is given up."""
        task, meter = self._under_way.pop(number, (None, Meter()))
        if task is not None:
            await asyncio.wait({task})
        return meter


class _AnsweredThere:
    """Requests, answered by who has the wire and the accounts."""

    def __init__(self, line: Line) -> None:
        self._line = line

    async def answer(self, call: Call) -> Answered:
        """As `Answering.answer`."""
        text, own = await self._line.ask("answer", _number.get(), call)
        return Answered(completion_of(text), text, own)

    async def aclose(self) -> None:
        """As `Answering.aclose`: there is nothing to close here."""
