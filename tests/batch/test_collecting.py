"""The collector of garbage in a process of a batch."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from summarizer.batch.collecting import collect_seldom


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


class _Ring:
    """What only the collector takes away."""

    def __init__(self) -> None:
        self.own = self


def test_what_is_loaded_is_looked_through_no_more():
    loaded = _Ring()
    collect_seldom()
    assert not any(one is loaded for one in gc.get_objects())


def test_what_documents_leave_is_looked_through_less_often_than_by_itself_but_goes():
    gc.set_threshold(700, 10, 10)
    collect_seldom()
    assert gc.get_threshold()[0] > 10 * 700
    left = weakref.ref(_Ring())
    more = [_Ring() for _ in range(2 * gc.get_threshold()[0])]
    assert left() is None
    assert len(more) > 0  # in hand until now


def test_to_say_it_again_when_more_is_loaded_does_no_harm():
    collect_seldom()
    once = gc.get_threshold()
    collect_seldom()
    assert gc.get_threshold() == once
