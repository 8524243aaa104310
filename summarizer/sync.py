"""The thin synchronous face: coroutines run on one event loop of our own, in a thread of its own.

So that it works in a script, inside a running loop (a notebook), and from several threads at once;
and so that connections live on from one call to the next.
"""

import asyncio
import atexit
import contextvars
import os
import sys
import threading
from collections.abc import AsyncGenerator, Coroutine, Generator
from concurrent.futures import wait
from typing import Any, TypeVar

T = TypeVar("T")

_POLL = 0.5  # seconds; on Windows Ctrl-C is only seen between two waits
_GRACE = 5.0  # seconds that a cancelled task has to put its things in order


class _Background:
    """An event loop in a thread, from its construction until `stop`."""

    def __init__(self) -> None:
        self._process = os.getpid()
        self._loop = asyncio.new_event_loop()
        self._end = asyncio.Event()
        self._closing: set[asyncio.Task[None]] = set()
        self._thread = threading.Thread(target=self._serve, name="summarizer", daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        # The runner, when it ends, cancels the tasks and closes what they opened.
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._end.wait())

    def run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        if threading.current_thread() is self._thread:
            coroutine.close()
            raise RuntimeError("the synchronous call was made from a coroutine that it runs; await the async one")
        context = contextvars.copy_context()
        ended = threading.Event()

        async def carried() -> T:
            try:
                return await self._loop.create_task(coroutine, context=context)
            finally:
                ended.set()

        future = asyncio.run_coroutine_threadsafe(carried(), self._loop)
        try:
            while not wait([future], timeout=_POLL).done:
                pass
        except BaseException:  # Ctrl-C: whoever waits is gone, so the task must not go on spending
            future.cancel()
            ended.wait(_GRACE)
            raise
        return future.result()

    def close(self, opened: AsyncGenerator[Any, None]) -> None:
        if threading.current_thread() is not self._thread:
            self.run(_closed(opened))
            return
        task = self._loop.create_task(_closed(opened))  # which cannot be waited for here
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)

    def stop(self) -> None:
        if self._process == os.getpid() and self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._end.set)
            self._thread.join(_GRACE)


_opened: set[AsyncGenerator[Any, None]] = set()
_background: _Background | None = None
_starting = threading.Lock()


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine to its end and return its result, or raise its error. Ctrl-C cancels it.

    Must not be called from a coroutine that it runs itself: `RuntimeError`.
    """
    return _ours().run(coroutine)


def iterated(opened: AsyncGenerator[T, None]) -> Generator[T, None, None]:
    """What an asynchronous generator yields. It is closed where the iteration ends, is left, or is taken by the garbage
    collector, which may run in any thread, also in that of the event loop."""
    _opened.add(opened)  # else the collector could take it at the same time
    try:
        while True:
            try:
                yield run(anext(opened))
            except StopAsyncIteration:
                return
    finally:
        if not sys.is_finalizing():  # then the event loop has ended, and with it all that was under way
            _ours().close(opened)


async def _closed(opened: AsyncGenerator[Any, None]) -> None:
    _opened.discard(opened)
    await opened.aclose()


def _ours() -> _Background:
    global _background
    with _starting:
        if _background is None:
            _background = _Background()
            atexit.register(_stop)
            if hasattr(os, "register_at_fork"):
                os.register_at_fork(after_in_child=_forget)
        return _background


def _stop() -> None:
    """At the end of the process. Who registered for that before us, and is called after us, gets another loop."""
    global _background
    if _background is not None:
        _background.stop()
        _background = None


def _forget() -> None:
    """A forked child has neither the thread nor, perhaps, a lock that anyone will release."""
    global _background, _starting
    _background = None
    _starting = threading.Lock()
