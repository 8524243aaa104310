"""Token buckets that mirror the server's own: how many requests and tokens it lets through at the moment."""

from math import inf

from .rates import Stated

MARGIN = 0.995  # of a known rate: clocks differ
_TOGETHER = 0.1  # seconds within which requests may overtake each other on their way
_COUNTED = 1.25  # tokens of an estimated token, before a server has counted: most texts take fewer
_REMEMBERED = 64  # requests of which it is known what the server counted
_VARIES = 0.05  # of their mean, by which estimates must differ to tell what grows with them
_STEEPEST = 3.0  # tokens that a further estimated one may stand for


class Bucket:
    """A bucket of requests or tokens: it fills at a rate, up to one second's worth; without a rate it is never empty."""

    def __init__(self, per_minute: float | None) -> None:
        self.rate = inf
        self.capacity = inf
        self.level = inf
        self.taken = 0.0
        """All that was ever taken, to tell what was sent since."""
        self.told = False
        """Whether the server itself stated the rate."""
        self._at = 0.0
        self._said: list[tuple[float, float]] = []
        """Of late, when the server counted, and what would have been there at time 0 if nothing had ever been taken."""
        if per_minute is not None:
            self.refill_at(per_minute / 60 * MARGIN)
            self.level = self.capacity

    def refill_at(self, rate: float) -> None:
        """Fill at this rate a second from now on."""
        if self.rate == inf:
            self.level = 0.0
        self.rate = rate
        self.capacity = max(1.0, rate)

    def wait(self, need: float, now: float) -> float:
        """Seconds until so much is in the bucket; for more than its capacity, until it is full."""
        if self.rate == inf:
            return 0.0
        self.level = min(self.capacity, self.level + (now - self._at) * self.rate) if self._at else self.level
        self._at = now
        return max(0.0, (min(need, self.capacity) - self.level) / self.rate)

    def take(self, need: float) -> None:
        """Something is sent."""
        self.taken += need
        self.level -= need

    def give_back(self, need: float) -> None:
        """What was taken was not sent."""
        self.taken -= need
        self.level = min(self.capacity, self.level + need)

    def mirror(self, server: Stated, counted: float, taken: float, now: float) -> None:
        """Set the level to that of the server's own bucket, from what its headers say.

        counted: when, at the latest, the server counted what was left. taken: what had been taken here until then.
        """
        if server.rate * MARGIN != self.rate:
            self._said.clear()
        self.refill_at(server.rate * MARGIN)
        self.told = True
        if server.remaining is None:
            return
        if server.capacity is not None:
            self.capacity = max(1.0, server.capacity)
        # Of requests that went out together the server may count any one first: the least that they tell is believed.
        self._said.append((counted, server.remaining - counted * self.rate + taken))
        newest = max(when for when, _ in self._said)
        self._said = [said for said in self._said if said[0] > newest - _TOGETHER]
        self.level = min(self.capacity, min(left for _, left in self._said) + now * self.rate - self.taken)
        self._at = now


class Counting:
    """Predicts how many tokens the server will count for a prompt, from our estimate and from what it counted before.

    One part grows with the estimate; another is the same for all (a schema that is counted, or the frame of the
    messages), so that a ratio alone would be too low for short prompts and too high for long ones.
    """

    def __init__(self) -> None:
        self._seen = 0
        self._estimated = self._told = 0.0  # means of late
        self._spread = self._shared = 0.0  # variance of the estimates, covariance with what was told

    def of(self, estimated: float) -> float:
        if not self._seen:
            return estimated * _COUNTED
        varies = self._spread > (_VARIES * self._estimated) ** 2
        slope = self._shared / self._spread if varies else self._told / self._estimated
        return max(1.0, self._told + min(max(slope, 0.0), _STEEPEST) * (estimated - self._estimated))

    def learn(self, estimated: float, told: float) -> None:
        self._seen += 1
        share = max(1 / self._seen, 1 / _REMEMBERED)
        off, off_told = estimated - self._estimated, told - self._told
        self._estimated += share * off
        self._told += share * off_told
        self._spread = (1 - share) * (self._spread + share * off * off)
        self._shared = (1 - share) * (self._shared + share * off * off_told)
