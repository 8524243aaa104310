import asyncio
import contextvars
import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from summarizer import sync


async def double(number: int) -> int:
    await asyncio.sleep(0.001)
    return 2 * number


def test_a_coroutine_is_run_to_its_end():
    assert sync.run(double(4)) == 8


def test_its_error_is_raised_here():
    async def fails() -> None:
        raise LookupError("nothing")

    with pytest.raises(LookupError, match="nothing"):
        sync.run(fails())


def test_a_timeout_of_the_coroutine_is_its_own_error():
    async def late() -> None:
        async with asyncio.timeout(0.001):
            await asyncio.sleep(5)

    with pytest.raises(TimeoutError):
        sync.run(late())


def test_all_calls_share_one_loop():
    async def loop() -> asyncio.AbstractEventLoop:
        return asyncio.get_running_loop()

    assert sync.run(loop()) is sync.run(loop())


def test_it_works_inside_a_running_loop():
    async def notebook() -> int:
        return sync.run(double(3))

    assert asyncio.run(notebook()) == 6


def test_it_works_from_several_threads_at_once():
    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(lambda number: sync.run(double(number)), range(64))) == [2 * n for n in range(64)]


def test_the_callers_context_goes_along():
    who: contextvars.ContextVar[str] = contextvars.ContextVar("who", default="nobody")
    who.set("caller")

    async def ask() -> str:
        return who.get()

    assert sync.run(ask()) == "caller"


def test_a_call_from_its_own_coroutine_is_refused_instead_of_waiting_for_ever():
    async def outer() -> int:
        return sync.run(double(1))

    with pytest.raises(RuntimeError, match="await the async one"):
        sync.run(outer())


@pytest.mark.skipif(not hasattr(signal, "pthread_kill"), reason="signals are not sent to threads on this system")
def test_ctrl_c_cancels_the_task():
    ended = threading.Event()
    main = threading.get_ident()

    async def endless() -> None:
        try:
            asyncio.get_running_loop().call_later(0.02, signal.pthread_kill, main, signal.SIGINT)
            await asyncio.sleep(60)
        finally:
            ended.set()

    # Who runs the tests in the background may have them ignore it.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            sync.run(endless())
    finally:
        signal.signal(signal.SIGINT, before)
    assert ended.is_set()
    assert sync.run(double(1)) == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on this system")
def test_a_forked_child_has_a_loop_of_its_own():
    sync.run(double(1))
    code = (
        "import asyncio, os, sys\n"
        "from summarizer import sync\n"
        "async def one(): return 1\n"
        "sync.run(one())\n"
        "child = os.fork()\n"
        "if child == 0: os._exit(0 if sync.run(one()) == 1 else 1)\n"
        "sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))\n"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=20, check=False).returncode == 0


def test_it_works_at_the_end_of_the_interpreter_in_whichever_order_that_was_registered():
    code = (
        "import atexit\n"
        "async def one(): return 1\n"
        "atexit.register(lambda: print(sync.run(one())))\n"
        "from summarizer import sync\n"
        "sync.run(one())\n"
        "atexit.register(lambda: print(sync.run(one())))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=20, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "1\n1\n", "")


def test_the_interpreter_ends_quietly_and_what_was_open_is_closed():
    code = (
        "import asyncio, warnings\n"
        "warnings.simplefilter('error')\n"
        "from summarizer import sync\n"
        "async def opens():\n"
        "    try:\n"
        "        while True: yield 1\n"
        "    finally:\n"
        "        await asyncio.sleep(0)\n"
        "        print('closed')\n"
        "kept = opens()\n"
        "async def use():\n"
        "    asyncio.get_running_loop().create_task(asyncio.sleep(60))\n"
        "    return await anext(kept)\n"
        "sync.run(use())\n"
    )
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-c", code], capture_output=True, text=True, timeout=20, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "closed\n", "")
