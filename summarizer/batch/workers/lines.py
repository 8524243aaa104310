"""Calls in both directions between two processes, over a socket."""

import asyncio
import itertools
import logging
import pickle
import socket
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from ...errors import SummarizerError

_HEAD = 8  # bytes that tell the length of what follows
_log = logging.getLogger(__name__)


class LineClosed(Exception):
    """The process at the other end is no more."""


class Line:
    """One end, within one event loop. What both ends say is pickled: they trust each other, as parts of one program."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, served: "Served") -> None:
        self._reader = reader
        self._writer = writer
        self._served = served
        self._numbers = itertools.count()
        self._asked: dict[int, asyncio.Future[Any]] = {}
        self._serving: dict[int, asyncio.Task[None]] = {}
        self.ended = asyncio.ensure_future(self._listen())
        """Done when the other end is no more."""

    @classmethod
    async def open(cls, connection: socket.socket, served: "Served") -> "Line":
        """served: what the other end may ask for, by name."""
        reader, writer = await asyncio.open_connection(sock=connection)
        return cls(reader, writer, served)

    async def ask(self, name: str, *arguments: Any) -> Any:
        """Call what the other end serves under that name, and return its result. Cancelling the call cancels it there too.

        Errors: `SummarizerError` of the other end, `RuntimeError` with the words of any other error of it, `LineClosed`;
        `SummarizerError` where something cannot be made again at the end to which it was said.
        """
        if self.ended.done():
            raise LineClosed
        number = next(self._numbers)
        answered = self._asked[number] = asyncio.get_running_loop().create_future()
        try:
            self._say("ask", number, (name, arguments))
            return await answered
        except asyncio.CancelledError:
            self._say("give up", number, None)
            raise
        finally:
            self._asked.pop(number, None)

    def close(self) -> None:
        """Close the line, which is the end of both ends."""
        self._writer.close()

    def _say(self, kind: str, number: int, what: Any) -> None:
        inner = pickle.dumps(what, protocol=pickle.HIGHEST_PROTOCOL)  # apart, so that it may fail by itself
        said = pickle.dumps((kind, number, inner), protocol=pickle.HIGHEST_PROTOCOL)
        if not self._writer.is_closing():
            self._writer.write(len(said).to_bytes(_HEAD) + said)

    def _say_fault(self, number: int, fault: SummarizerError) -> None:
        try:
            self._say("error", number, fault)
        except Exception:  # something that hangs on it cannot be said
            self._say("error", number, SummarizerError(str(fault), hint=fault.hint))

    async def _listen(self) -> None:
        try:
            while True:
                length = int.from_bytes(await self._reader.readexactly(_HEAD))
                self._hear(*pickle.loads(await self._reader.readexactly(length)))
        except (asyncio.IncompleteReadError, OSError):
            pass
        finally:
            self._writer.close()
            for asked in self._asked.values():
                if not asked.done():
                    asked.set_exception(LineClosed())

    def _hear(self, kind: str, number: int, said: bytes) -> None:
        try:
            what = pickle.loads(said)
        except Exception as error:  # whatever the class that is to be made again may raise
            fault = _not_made(error)
            if kind == "ask":
                self._say("error", number, fault)
                return
            kind, what = "error", fault
        if kind == "ask":
            self._serving[number] = asyncio.ensure_future(self._serve(number, *what))
        elif kind == "give up":
            if (task := self._serving.get(number)) is not None:
                task.cancel()
        elif (asked := self._asked.get(number)) is not None and not asked.done():
            if kind == "value":
                asked.set_result(what)
            else:
                asked.set_exception(what)

    async def _serve(self, number: int, name: str, arguments: tuple[Any, ...]) -> None:
        try:
            self._say("value", number, await self._served[name](*arguments))
        except SummarizerError as error:
            self._say_fault(number, error)
        except Exception as error:
            if not self.ended.done():  # else nobody waits for it
                _log.error("an unforeseen fault", exc_info=error)
                self._say("error", number, RuntimeError(f"{type(error).__name__}: {error}"))
        finally:
            del self._serving[number]


Served = Mapping[str, Callable[..., Awaitable[Any]]]


def _not_made(error: Exception) -> SummarizerError:
    return SummarizerError(
        f"what one process said cannot be made again in another: {type(error).__name__}: {error}",
        hint="its classes have to stand at the top of a module that both can import, and to be made from what they pickle",
    )
