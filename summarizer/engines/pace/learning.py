"""Learns the rate that a server bears, where it does not tell it."""

from math import inf

from .buckets import Bucket

_TAKEN = 0.97  # of a rate that was learnt
_GROWTH = 1.02  # of a learnt rate, in each second without a refusal
_SEARCH = 1.2  # of the first estimate, likewise: it knows nothing of what the server had saved up
_STEP_DOWN = 0.75  # of a rate that was learnt too high, at the least


class Learning:
    """Learns the rate of a bucket from what the server took between two refusals, and tries a little more in between.

    Times are those of the event loop.
    """

    def __init__(self, bucket: Bucket) -> None:
        self._bucket = bucket
        self._began: float | None = None
        self._refusal: float | None = None  # when the last one was heard that told something new
        self._accepted = 0  # since then
        self._growth: float | None = None  # of the rate in a second, where it was learnt
        self._grown = 0.0

    def sent(self, now: float) -> None:
        """A request goes out."""
        self._accepted += 1
        self._began = now if self._began is None else self._began

    def refused(self) -> None:
        """One was not taken."""
        self._accepted = max(0, self._accepted - 1)

    def is_news(self, sent: float) -> bool:
        """Whether the refusal of what was sent then tells something that an earlier one did not."""
        return self._refusal is None or sent > self._refusal

    def learn(self, now: float) -> None:
        """The server's bucket is empty now, as it was at the last refusal: what it took since then is its rate."""
        since = self._refusal or self._began or now
        elapsed = now - since if self._refusal else max(now - since, 1.0)  # limits hold for a second, or longer
        if elapsed < 1:
            return
        # Where its bucket ran over for a while the average is too low, and the rate of the moment is nearer.
        least = self._bucket.rate * _STEP_DOWN if self._bucket.rate < inf else 1 / 60
        self._bucket.refill_at(max(self._accepted / elapsed * _TAKEN, least))
        self._growth = _SEARCH if self._growth is None else _GROWTH
        self._refusal, self._accepted, self._grown = now, 0, now

    def grow(self, now: float, *, may: bool) -> None:
        """A learnt rate is tried a little higher as long as nothing speaks against it."""
        if self._growth is None or now <= self._grown:
            return
        if may and not self._bucket.told:
            level = self._bucket.level
            self._bucket.refill_at(self._bucket.rate * self._growth ** (now - self._grown))
            self._bucket.level = level
        self._grown = now
