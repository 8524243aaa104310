"""What a server says of its limits, read from headers and from the words of a refusal."""

import time

import pytest

from summarizer.engines.pace.rates import is_concurrency, of_limits, retry_after, stated, worded


def headers(kind: str, limit: object, remaining: object = None, reset: object = None) -> dict[str, str]:
    told = {"limit": limit, "remaining": remaining, "reset": reset}
    return {f"x-ratelimit-{name}-{kind}": str(value) for name, value in told.items() if value is not None}


def test_what_is_handed_on_of_the_headers_says_the_same_of_the_limits():
    told = headers("requests", 600, 0, "6s") | headers("tokens", 60_000, 54_000) | {"retry-after-ms": "1500"}
    handed = of_limits({name.title(): value for name, value in told.items()} | {"Set-Cookie": "x", "Date": "y"})
    assert handed == told
    for kind in ("requests", "tokens"):
        assert stated(handed, kind) == stated(told, kind)
    assert retry_after(handed) == 1.5


def test_a_limit_is_taken_to_be_by_the_minute():
    found = stated(headers("requests", 600), "requests")
    assert found is not None
    assert (found.rate, found.remaining, found.capacity) == (10.0, None, None)


@pytest.mark.parametrize("reset", ["6s", "6", "6000ms", "0m6.0s", "0h0m6s"])
def test_what_remains_and_when_it_is_whole_again_tells_how_much_there_can_be(reset: str):
    found = stated(headers("tokens", 60_000, 54_000, reset), "tokens")
    assert found is not None
    assert found.rate == pytest.approx(1000)
    assert found.remaining == 54_000
    assert found.capacity == pytest.approx(60_000)


def test_a_server_that_saves_up_less_than_a_minute_is_told_by_its_reset():
    found = stated(headers("requests", 3600, 50, "166ms"), "requests")
    assert found is not None
    assert found.rate == pytest.approx(60)
    assert found.capacity == pytest.approx(60, abs=0.1)


def test_a_limit_by_the_day_is_told_by_how_slowly_it_comes_back():
    found = stated(headers("requests", 14_400, 14_399, "6s"), "requests")
    assert found is not None
    assert found.rate == pytest.approx(14_400 / 86_400)


def test_a_reset_may_be_a_time_of_day():
    for at in (time.time() + 30, (time.time() + 30) * 1000):
        found = stated(headers("requests", 60, 30, f"{at:.3f}"), "requests")
        assert found is not None
        assert found.capacity == pytest.approx(60, abs=1)


@pytest.mark.parametrize("limit", ["", "0", "-1", "many", "inf", "nan"])
def test_a_limit_that_is_none_is_not_taken_for_one(limit: str):
    assert stated(headers("requests", limit, 5, "1s"), "requests") is None
    assert stated({}, "tokens") is None


def test_the_two_kinds_are_told_apart():
    both = headers("requests", 60) | headers("tokens", 6000)
    assert [stated(both, kind).rate for kind in ("requests", "tokens")] == [1.0, 100.0]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Rate limit reached for gpt-4o in organization org-x on requests per min (RPM): Limit 500, Used 500",
            {"requests": 500 / 60},
        ),
        ("Rate limit reached on tokens per min (TPM): Limit 30,000, Requested 31000.", {"tokens": 500.0}),
        ("on requests per day (RPD): Limit: 200", {"requests": 200 / 86400}),
        ("Too many requests per second. limit = 20", {"requests": 20.0}),
        ("Too many requests", {}),
        ("limit 500", {}),
        ("", {}),
    ],
)
def test_a_refusal_that_names_its_limit_is_understood(words: str, told: dict[str, float]):
    assert worded(words) == pytest.approx(told)


@pytest.mark.parametrize(
    ("words", "is_it"),
    [
        ("Too many concurrent requests", True),
        ("You exceeded your concurrency limit of 4", True),
        ("Too many requests per minute", False),
    ],
)
def test_a_refusal_for_requests_at_the_same_time_is_told_apart(words: str, is_it: bool):
    assert is_concurrency(words) is is_it
