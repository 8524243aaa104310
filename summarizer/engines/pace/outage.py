"""A server that is down: nothing more is sent to it, but for one request now and then that looks whether it is back."""

_IN_A_ROW = 8  # requests that fail, and none that does not
_SHARE = 0.25  # of the time that it has been down, until the next look
_SOONEST, _LATEST = 1.0, 60.0  # seconds until then


class Outage:
    """Whether a server is down that has answered before, and when to look again. Times are those of the event loop.

    One that never answered is no such: there the address is wrong, and nothing is to be waited for.
    """

    def __init__(self) -> None:
        self.began: float | None = None
        """When the outage began; None while there is none."""
        self.looks_at = 0.0
        """Time before which no request may go out."""
        self._has_answered = False
        self._failed = 0

    @property
    def in_vain(self) -> int:
        """Requests that failed where none was ever answered, once they are too many to be chance."""
        return 0 if self._has_answered or self._failed < _IN_A_ROW else self._failed

    def failed(self, now: float) -> None:
        """No answer came, or one that speaks of overload."""
        self._failed += 1
        if self.began is None and self._has_answered and self._failed >= _IN_A_ROW:
            self.began = now
        if self.began is not None:
            self.looks_at = now + min(_LATEST, max(_SOONEST, (now - self.began) * _SHARE))

    def answered(self) -> bool:
        """An answer came. Returns whether that is the end of an outage."""
        is_end = self.began is not None
        self.began, self.looks_at = None, 0.0
        self._failed, self._has_answered = 0, True
        return is_end
