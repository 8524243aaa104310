"""How much of a document one request holds: the model's context less the prompt and room for the answer.

How many tokens an estimated token really is, is learnt for each model from the usage that its server tells, for as
long as the process lives. It counts in quarters, rounded up, and only where the context is the limit: in a context
that holds a window of `MOST` tokens the same document is always split alike, whatever was learnt.
"""

import math
import threading

from ..llm import Limits, Usage
from ..windows import LEAST, MOST

ASSUMED = 1.25
"""Tokens of an estimated token before anything is learnt: most texts take fewer."""
_RANGE = 1.0, 4.0  # beyond, the server counts something else than we do
_STEPS = 4  # to a token

_told: dict[str, tuple[int, float]] = {}
"""By model: tokens that its server counted, and the estimate of the same prompts."""
_telling = threading.Lock()


def room(limits: Limits, prompt: float, ratio: float) -> int:
    """Estimated tokens of the largest window beside a prompt of so many.

    As much is left for the answer as for the window: an answer quotes a good part of a dense record. Where nothing
    is left, the smallest window is tried, and the server has to say that it does not fit. `ratio` is the tokens of
    an estimated token.
    """
    free = limits.context / ratio - prompt
    answer = min(limits.output / ratio, free / 2) if limits.reserved is None else limits.reserved / ratio
    return max(LEAST, int(min(MOST, limits.output / ASSUMED, free - answer)))


def learn(model: str, estimated: float, usage: Usage) -> None:
    """Note what a prompt took. Only what one request took can be held against the estimate of one prompt."""
    if usage.requests == 1 and usage.prompt_tokens and estimated:
        with _telling:
            tokens, estimates = _told.get(model, (0, 0.0))
            _told[model] = tokens + usage.prompt_tokens, estimates + estimated


def learnt_ratio(model: str) -> float:
    """Tokens of an estimated token, from all answers of this model so far; the sum knows no order."""
    with _telling:
        tokens, estimates = _told.get(model, (0, 0.0))
    if not estimates:
        return ASSUMED
    least, most = _RANGE
    return min(most, max(least, math.ceil(_STEPS * tokens / estimates) / _STEPS))
