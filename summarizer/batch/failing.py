"""When what documents meet is the end of a run: all others would meet it too."""

from ..errors import (
    BadRequest,
    BudgetSpent,
    DocumentError,
    ModelNotFound,
    OutputError,
    PromptError,
    ProviderError,
    QuotaExceeded,
    SchemaError,
    SettingsError,
    SummarizerError,
    Unauthorized,
)

# What one document meets, all others would meet too: going on would only make the list of failures longer.
_FOR_ALL = (
    BudgetSpent,
    OutputError,
    SettingsError,
    PromptError,
    SchemaError,
    Unauthorized,
    ModelNotFound,
    QuotaExceeded,
)
_IN_A_ROW = 20  # documents that fail at the provider, and none that does not: then it is down
_PAUSE = 900.0  # seconds that a server may ask to wait before the run ends


def ends_all(fault: SummarizerError) -> bool:
    """Whether the run ends with this fault of one document."""
    return isinstance(fault, _FOR_ALL) or is_closed(fault)


def is_closed(fault: SummarizerError) -> bool:
    """Whether the server is not to be asked for so long, by its own word, that another run has to go on: a limit by the day."""
    return isinstance(fault, ProviderError) and (fault.retry_after or 0) > _PAUSE


class Failing:
    """Counts the documents that fail at the provider one after the other."""

    def __init__(self, at_once: int) -> None:
        """at_once: documents under way."""
        self._at_once = at_once
        self._in_a_row = 0
        self._has_answered = False

    def is_open(self, under_way: int) -> bool:
        """Whether what is under way has yet to settle whether the provider is there at all."""
        return not self._has_answered and self._in_a_row > 0 and self._in_a_row + under_way >= _IN_A_ROW

    def count(self, fault: SummarizerError | None) -> SummarizerError | None:
        """Count a document in, by its fault if it has no brief. Returns it where the provider fails all: all that are under
        way at least, as they meet one and the same moment, or the very first ones, where the address may be wrong."""
        if isinstance(fault, DocumentError):
            return None  # nothing was asked, which says nothing of the provider
        is_failing = isinstance(fault, ProviderError) and (fault.transient or isinstance(fault, BadRequest))
        self._in_a_row = self._in_a_row + 1 if is_failing else 0
        self._has_answered = self._has_answered or not is_failing
        return fault if self._in_a_row >= max(_IN_A_ROW, self._at_once if self._has_answered else 0) else None
