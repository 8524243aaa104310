"""The thin synchronous face: coroutines run on one event loop of our own, in a thread of its own.

So that it works in a script, inside a running loop (a notebook), and from several threads at once;
and so that connections live on from one call to the next.
"""

import asyncio
import atexit
import contextvars
import os
import threading
from collections.abc import Coroutine
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

    def stop(self) -> None:
        if self._process == os.getpid() and self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._end.set)
            self._thread.join(_GRACE)


_background: _Background | None = None
_starting = threading.Lock()


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine to its end and return its result, or raise its error. Ctrl-C cancels it.

    Must not be called from a coroutine that it runs itself: `RuntimeError`.
    """
    return _ours().run(coroutine)


def _ours() -> _Background:
    global _background
    with _starting:
        if _background is None:
            _background = _Background()
            atexit.register(_background.stop)
            if hasattr(os, "register_at_fork"):
                os.register_at_fork(after_in_child=_forget)
        return _background


def _forget() -> None:
    """A forked child has neither the thread nor, perhaps, a lock that anyone will release."""
    global _background, _starting
    _background = None
    _starting = threading.Lock()
