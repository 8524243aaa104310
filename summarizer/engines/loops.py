"""What belongs to one event loop: clients, locks and semaphores must not be shared over several; and its turns."""

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

T = TypeVar("T")


class PerLoop(Generic[T]):
    """One value for each running event loop, made when it is first asked for."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._values: WeakKeyDictionary[asyncio.AbstractEventLoop, T] = WeakKeyDictionary()

    def get(self) -> T:
        """The value of the running loop."""
        loop = asyncio.get_running_loop()
        if loop not in self._values:
            self._values[loop] = self._make()
        return self._values[loop]

    def pop(self) -> T | None:
        """Forget the value of the running loop, and return it if there is one."""
        return self._values.pop(asyncio.get_running_loop(), None)


_breathing: PerLoop[asyncio.Lock] = PerLoop(asyncio.Lock)


async def breathe() -> None:
    """To be awaited before work that takes milliseconds: between two such pieces, the loop reads what has arrived.

    Without it a crowd of answers would be judged one after the other while others wait in the sockets, unkept.
    """
    async with _breathing.get():
        await asyncio.sleep(0)
