"""How many requests may be under way at once."""

_FIRST = 8  # before the server has answered one: it may have limits to tell
_OVERLOAD = 0.25  # share of recent requests that failed, from which on fewer are sent at once
_RECENT = 16  # requests
_STEP_DOWN = 0.7


class Slots:
    """Few at first, and four times as many in each round; fewer when the server is overloaded, then one more for each
    round that it bore."""

    def __init__(self, most: int) -> None:
        self.taken = 0
        self._most = most
        self._limit = float(most)
        self._answers = 0
        self._failures = 0.0  # share of recent requests

    def are_free(self, *, spaced: bool) -> bool:
        """Whether one more may go. spaced: whether a rate keeps them apart."""
        if self._answers and spaced:
            return self.taken < int(self._limit)
        # Sixty that go out together are answered together: too fast for the server, or for who has to keep the answers.
        return self.taken < min(int(self._limit), _FIRST + 3 * self._answers)

    def answered(self) -> None:
        """The server answered one."""
        self._answers += 1
        self._failures -= self._failures / _RECENT
        self._limit = min(self._most, self._limit + 1 / self._limit)

    def failed(self) -> None:
        """The server did not answer, or speaks of overload."""
        self._failures += (1 - self._failures) / _RECENT
        if self._failures > _OVERLOAD:
            self._limit = max(1.0, self._limit * _STEP_DOWN)
            self._failures = 0.0

    def were_too_many(self) -> None:
        """The server says that there were too many."""
        self._limit = max(1.0, min(self._limit, self.taken) * _STEP_DOWN)

    def feel_again(self) -> None:
        """The server was away, and may bear less than before: begin with few again."""
        self._answers = 0
