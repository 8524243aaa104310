"""The room for a window beside prompt and answer, and what is learnt of a model's tokens."""

import threading
from collections.abc import Iterator

import pytest

import summarizer.engines.room
from summarizer.engines.room import learn, learnt_ratio, room
from summarizer.llm import Limits, Usage
from summarizer.windows import MOST


@pytest.fixture(autouse=True)
def _nothing_learnt(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("summarizer.engines.room._told", {})
    return None


def told(tokens: int, requests: int = 1) -> Usage:
    return Usage(requests=requests, prompt_tokens=tokens)


def test_in_a_large_context_the_window_is_as_large_as_is_good_for_it():
    assert room(Limits(context=1_000_000, output=128_000), 3_000, 1.25) == MOST
    assert room(Limits(context=1_000_000, output=128_000), 3_000, 4.0) == MOST


def test_a_model_that_is_not_known_gets_nearly_as_much():
    assert MOST * 0.9 < room(Limits(), 2_500, 1.25) <= MOST


@pytest.mark.parametrize("context", [4_096, 8_192, 16_384, 32_768])
@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_window_prompt_and_an_answer_as_long_as_the_window_fit_the_context(context: int, ratio: float):
    window = room(Limits(context, output=32_768), 900, ratio)
    assert (900 + 2 * window) * ratio <= context
    assert (900 + 2 * (window + 1)) * ratio > context or window == MOST


def test_a_window_is_no_longer_than_the_longest_answer():
    assert room(Limits(context=128_000, output=4_000), 3_000, 1.0) == 3_200


def test_in_a_context_that_is_large_enough_a_document_is_split_alike_whatever_was_learnt():
    assert {room(Limits(128_000, 16_384), 3_000, ratio) for ratio in (1.0, 1.25, 1.5, 2.0, 4.0)} == {MOST}


def test_what_a_request_sets_aside_for_its_answer_is_not_given_to_the_window():
    assert room(Limits(context=16_000, output=9_000, reserved=9_000), 2_000, 1.0) == 5_000


def test_where_nothing_is_left_a_small_window_is_tried_all_the_same():
    assert room(Limits(context=2_048, output=2_048), 3_000, 1.25) == 250


def test_the_ratio_is_learnt_for_each_model_from_the_usage_it_tells():
    assert learnt_ratio("m") == 1.25
    learn("m", 1_000, told(1_700))
    learn("m", 3_000, told(5_100))
    assert learnt_ratio("m") == 1.75
    assert learnt_ratio("other") == 1.25


def test_small_differences_do_not_change_it():
    for tokens in (1_010, 1_100, 1_240):
        learn("m", 1_000, told(tokens))
        assert learnt_ratio("m") == 1.25


@pytest.mark.parametrize(("tokens", "ratio"), [(10, 1.0), (1_000_000, 4.0)])
def test_a_server_that_counts_something_else_is_believed_only_so_far(tokens: int, ratio: float):
    learn("m", 1_000, told(tokens))
    assert learnt_ratio("m") == ratio


@pytest.mark.parametrize("usage", [Usage(cache_hits=1), told(0), told(9_000, requests=2)])
def test_nothing_is_learnt_where_the_usage_is_not_that_of_one_prompt(usage: Usage):
    learn("m", 1_000, usage)
    assert learnt_ratio("m") == 1.25


def test_threads_that_learn_at_once_lose_nothing():
    def teach() -> None:
        for _ in range(500):
            learn("m", 2.0, told(3))

    threads = [threading.Thread(target=teach) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert summarizer.engines.room._told["m"] == (6_000, 4_000.0)
