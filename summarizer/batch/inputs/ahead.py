"""Reads a few items of an iterable ahead of their use, in a thread of its own."""

import asyncio
import contextlib
import threading
from collections import deque
from collections.abc import Callable, Iterable
from contextvars import copy_context
from typing import Generic, TypeVar

from ...errors import SettingsError

T = TypeVar("T")

_MOST = 16


class Ahead(Generic[T]):
    """An iterable that may be slow, such as a list that is still being written: nobody waits for it who has something else
    to do. Its thread may wait for ever, so the end of the process does not wait for the thread."""

    def __init__(self, items: Iterable[T], heard: Callable[[], object]) -> None:
        """heard: called in this event loop when there is something where there was nothing, and at the end."""
        self._items = items
        self._heard = heard
        self._loop = asyncio.get_running_loop()
        self._read: deque[T] = deque()
        self._room = threading.Semaphore(_MOST)
        self._closed = False
        self._is_read = False
        self._fault: Exception | None = None
        context = copy_context()
        threading.Thread(target=context.run, args=(self._read_all,), name="entries", daemon=True).start()

    def next(self) -> T | None:
        """The next item; None where there is none yet, or none any more."""
        if not self._read:
            return None
        self._room.release()
        return self._read.popleft()

    @property
    def ended(self) -> bool:
        """Whether all items were taken. Errors: what the iterable raised, once all items before that are taken."""
        if not self._is_read or self._read:
            return False
        if self._fault is not None:
            raise self._fault
        return True

    def close(self) -> None:
        """Read no further."""
        self._closed = True
        self._room.release()

    def _read_all(self) -> None:
        try:
            items = iter(self._items)
            while self._room.acquire() and not self._closed:
                self._read.append(next(items))
                if len(self._read) == 1:
                    self._tell()
        except StopIteration:
            pass
        except Exception as error:
            self._fault = error
        except BaseException as error:
            # `sys.exit` in a generator would end this thread, and whoever waits for it would never hear of it.
            why = f": {error}" if str(error) else ""
            self._fault = SettingsError(f"the list of documents broke off with {type(error).__name__}{why}")
            self._fault.__cause__ = error
        finally:
            self._is_read = True
            self._tell()

    def _tell(self) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has ended: nobody waits for it
            self._loop.call_soon_threadsafe(self._heard)
