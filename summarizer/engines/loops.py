"""Values of which each event loop has its own, such as clients, locks and semaphores; and a way to let the loop go on."""

import asyncio
import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

T = TypeVar("T")


class PerLoop(Generic[T]):
    """One value for each running event loop, made when it is first asked for."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._values: WeakKeyDictionary[asyncio.AbstractEventLoop, T] = WeakKeyDictionary()
        self._lock = threading.Lock()  # loops run in threads of their own

    def get(self) -> T:
        """The value of the running loop."""
        loop = asyncio.get_running_loop()
        if (value := self._values.get(loop)) is not None:
            return value
        with self._lock:
            # The keys are weak, but a value may hold its loop: without this, none would ever go.
            for ended in [known for known in self._values if known.is_closed()]:
                del self._values[ended]
            return self._values.setdefault(loop, self._make())

    def pop(self) -> T | None:
        """Forget the value of the running loop, and return it if there is one."""
        with self._lock:
            return self._values.pop(asyncio.get_running_loop(), None)


_breathing: PerLoop[asyncio.Lock] = PerLoop(asyncio.Lock)
_QUIET = 50e-6  # seconds of this thread: more than a turn of the loop takes in which there is nothing to do
_TURNS = 50


async def breathe() -> None:
    """To be awaited before work that takes milliseconds: what has arrived is read to its end before such work begins.

    Without it a crowd of answers would be judged one after the other while others wait in the sockets, unkept. It takes
    several turns of the loop to read an answer, so it waits for a turn in which nothing was done.
    """
    async with _breathing.get():
        for _ in range(_TURNS):
            begun = time.thread_time()
            await asyncio.sleep(0)
            if time.thread_time() - begun < _QUIET:
                return
