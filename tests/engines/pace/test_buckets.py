"""What is known of a server's limits."""

import pytest

from summarizer.engines.pace.buckets import Bucket, Counting
from summarizer.engines.pace.rates import Stated


def test_what_is_the_same_in_every_prompt_is_told_from_what_grows_with_it():
    counting = Counting()
    for estimated in (1000, 5000, 2000, 9000, 3000) * 10:
        counting.learn(estimated, 2300 + 0.9 * estimated)
    assert counting.of(500) == pytest.approx(2750, rel=0.01)
    assert counting.of(12_000) == pytest.approx(13_100, rel=0.01)


def test_prompts_of_one_size_tell_of_no_slope():
    counting = Counting()
    assert counting.of(100) == 125
    for told in (300, 302, 298):
        counting.learn(100, told)
    assert counting.of(200) == pytest.approx(600, rel=0.02)


def test_of_requests_that_overtake_each_other_the_least_that_is_told_is_believed():
    bucket = Bucket(None)
    for _ in range(3):
        bucket.take(10)
    # The second was counted first and the first one last; all three arrived at once, at 5 s.
    for remaining, taken in ((60.0, 10.0), (80.0, 20.0), (70.0, 30.0)):
        bucket.mirror(Stated(100.0, remaining, 90.0), 5.0, taken, 5.1)
    assert bucket.level == pytest.approx(40 + 0.1 * bucket.rate)
