"""Every error of the package, by who must act.

SummarizerError
├── CallerError           you can fix it
│   ├── BudgetSpent       the next request could cost more than you allowed
│   ├── DocumentError     the source cannot be read as a document
│   ├── OutputError       the output cannot be written: no space, or no permission
│   ├── PromptError       a prompt file or its variables are wrong
│   ├── SchemaError       a schema or a draft does not fit
│   └── SettingsError     a model, key or option is missing or unknown
├── ProviderError         the service must recover, or your account with it
│   ├── Unreachable       no connection, or no answer in time
│   ├── Unauthorized      the key is missing or wrong, or lacks a permission
│   ├── QuotaExceeded     the account has no credit left
│   ├── RateLimited       too many requests or tokens in too short a time
│   ├── ModelNotFound     the provider does not serve that model, or nothing at that address
│   ├── BadRequest        the provider refused the request as it was made
│   ├── ContextTooLong    the part of the document does not fit the model
│   └── ProviderFault     no usable answer: 5xx, HTML, an error with status 200
├── ModelError            the model answered, but not with a draft
│   ├── Refused           it declined to answer
│   ├── ContentFiltered   the provider's filter withheld the answer
│   ├── AnswerCutOff      the answer ended at the length limit
│   ├── EmptyAnswer       no choice, or no text in it
│   └── InvalidAnswer     not the JSON that the schema asks for, also when asked again
└── Postponed             nobody: the answer comes later, in a provider's batch
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .llm import Reply, Usage


class SummarizerError(Exception):
    """Base of all errors. `str()` says in one sentence what is wrong, and where; `hint` says what to do."""

    usage: "Usage | None" = None
    """What was spent before it failed, where anything was."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class CallerError(SummarizerError):
    """The caller can fix it."""


class BudgetSpent(CallerError):
    """The next request could cost more than the caller allowed."""


class DocumentError(CallerError):
    """The source cannot be read as a document."""


class OutputError(CallerError):
    """The output cannot be written: no space, or no permission."""


class PromptError(CallerError):
    """A prompt file or its variables are wrong."""


class SchemaError(CallerError):
    """A schema or a draft does not fit."""


class SettingsError(CallerError):
    """A model, key or option is missing or unknown."""


class ProviderError(SummarizerError):
    """The service must recover, or your account with it. `retry_after` is in seconds, where it named one."""

    transient = False
    """Whether the same request may succeed later."""

    def __init__(self, message: str, *, hint: str = "", retry_after: float | None = None) -> None:
        super().__init__(message, hint=hint)
        self.retry_after = retry_after


class Unreachable(ProviderError):
    """No connection, or no answer in time."""

    transient = True


class Unauthorized(ProviderError):
    """The key is missing or wrong, or lacks a permission."""


class QuotaExceeded(ProviderError):
    """The account has no credit left."""


class RateLimited(ProviderError):
    """Too many requests or tokens in too short a time."""

    transient = True


class ModelNotFound(ProviderError):
    """The provider does not serve that model, or nothing at that address."""


class BadRequest(ProviderError):
    """The provider refused the request as it was made."""


class ContextTooLong(ProviderError):
    """The part of the document does not fit the model."""


class ProviderFault(ProviderError):
    """No usable answer: a server error, HTML, an error body with status 200."""

    transient = True


class ModelError(SummarizerError):
    """The model answered, but not with a draft."""


class Refused(ModelError):
    """The model declined to answer."""


class ContentFiltered(ModelError):
    """The provider's filter withheld the answer."""


class AnswerCutOff(ModelError):
    """The answer ended at the length limit, or broke off before its end."""

    read: "Reply | None" = None
    """What could be read of it."""


class EmptyAnswer(ModelError):
    """No choice, or no text in it."""


class InvalidAnswer(ModelError):
    """Not the JSON that the schema asks for, also when asked again."""


class Postponed(SummarizerError):
    """The request was put down for a provider's batch, and its answer is not there yet."""
