"""What belongs to an event loop goes with it."""

import asyncio
import gc
import weakref

from summarizer.engines.loops import PerLoop


class Held:
    """Holds its loop, as a pacer does."""

    def __init__(self):
        self.loop = asyncio.get_running_loop()


def test_a_loop_that_has_ended_is_let_go():
    values, loops = PerLoop(Held), []

    async def work():
        assert values.get() is values.get()
        loops.append(weakref.ref(asyncio.get_running_loop()))

    for _ in range(3):
        asyncio.run(work())
    gc.collect()
    assert [loop() is None for loop in loops] == [True, True, False]
