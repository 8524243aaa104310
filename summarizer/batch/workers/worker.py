"""A process that makes briefs. The ledger and the pace of the model, of which there is one each, stay with the process that
began it."""

import asyncio
import gc
import itertools
import multiprocessing
import os
import signal
import socket
import threading
from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from ...engines.providers import Endpoint
from ...errors import SummarizerError
from ...llm import Limits, Objections, Reply, Request
from ..accounts.ledger import paying
from ..inputs.entry import Entry
from .attempt import Finished, unforeseen
from .briefing import Setup
from .lines import Line

_BEHIND = 10  # steps of niceness


@dataclass(frozen=True)
class Told:
    """What a worker is told of a document besides the document."""

    number: int
    """The number by which the main process knows it."""
    own: str
    """Its id in the ledger."""
    ratio: float
    """As `Limits.ratio`: its windows are the same in whichever process."""


_at_hand: ContextVar[Told] = ContextVar("at_hand")


def work(connection: socket.socket, setup: Setup) -> None:
    """What the process does, until the other end of the line is closed."""
    gc.freeze()  # else the collector writes to all that is loaded, and what is shared by processes becomes their own
    # Ctrl-C and the end of a terminal are told to all processes; what they mean is the business of the first one.
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if setup.endpoint is not None and hasattr(os, "nice"):
        os.nice(_BEHIND)  # this can wait, what comes over the wire cannot

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

    async def serve(self, connection: socket.socket) -> None:
        objecting: dict[int, Objections] = {}

        async def objections(ticket: int, answer: BaseModel) -> Sequence[str]:
            found = objecting[ticket](answer) if ticket in objecting else ()  # where it was given up
            assert isinstance(found, Sequence), "here they are told at once"
            return found

        line = await Line.open(connection, {"ready": self.ready, "brief": self.brief, "objections": objections})
        endpoint = self._setup.endpoint
        llm = None if endpoint is None else _ModelThere(endpoint, line, objecting)
        self._work = self._setup.briefing.work(llm, self._setup.output)
        await line.ended

    async def ready(self) -> None:
        """Answers, which shows that the process listens."""

    async def brief(self, told: Told, entry: Entry) -> Finished[Any]:
        """The brief of a document. Errors: `SummarizerError`."""
        _at_hand.set(told)
        paying.set(told.own)
        try:
            made = await self._work(entry)
        except SummarizerError:
            raise
        except Exception as error:
            raise unforeseen(error, entry.origin) from error
        return replace(made, brief=None) if made.forms else made


class _ModelThere:
    """An `LLM` whose requests the main process makes, which has the pace and the accounts."""

    def __init__(self, endpoint: Endpoint, line: Line, objecting: dict[int, Objections]) -> None:
        """objecting: what to ask of an answer before it is taken, by a number."""
        self.name = endpoint.name
        self._limits = endpoint.limits
        self._line = line
        self._objecting = objecting
        self._tickets = itertools.count()

    @property
    def limits(self) -> Limits:
        """The limits for the document at hand."""
        return replace(self._limits, ratio=_at_hand.get().ratio)

    async def complete(self, request: Request) -> Reply:
        """As `LLM.complete`."""
        if request.objections is None:
            return await self._asked(request, None)
        ticket = next(self._tickets)
        self._objecting[ticket] = request.objections
        try:
            return await self._asked(replace(request, objections=None), ticket)
        finally:
            del self._objecting[ticket]

    async def _asked(self, request: Request, ticket: int | None) -> Reply:
        return await self._line.ask("complete", _at_hand.get().number, request, ticket)  # type: ignore[no-any-return]
