"""What a batch would take, told from its documents: nothing is sent, and nothing is written."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..engines.model import ModelEngine
from ..errors import DocumentError
from ..llm import LLM
from ..prompts import brief_prompt
from ..schemas import draft_schema
from .inputs.entry import Entry
from .workers.briefing import Briefing

# Fitted to the recorded answers of the project: short records are dense, and quotes and field names come on top.
_ANSWER, _FOR_EACH_TOKEN = 900, 1.1


@dataclass
class Estimate:
    """What the first question about each window takes; re-asks, retries and second looks come on top."""

    documents: int = 0
    unreadable: int = 0
    requests: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None
    """US dollars; None where the price is not known."""


def estimate(entries: Iterable[Entry], briefing: Briefing, llm: LLM) -> Estimate:
    """Reads every document, one after the other, and once however often it is named."""
    engine = ModelEngine(llm, brief_prompt(briefing.prompt), draft_schema(briefing.schema))
    found = Estimate()
    met: set[str] = set()
    for entry in entries:
        if entry.origin in met:
            continue
        met.add(entry.origin)
        found.documents += 1
        try:
            document = entry.load()
        except DocumentError:
            found.unreadable += 1
            continue
        windows = engine.windows(document)
        empty = engine.prompt_tokens(document, windows[0]._replace(last=windows[0].first - 1)) if windows else 0.0
        for window in windows:
            prompt = engine.prompt_tokens(document, window)
            found.requests += 1
            found.prompt_tokens += round(prompt)
            found.completion_tokens += round(_ANSWER + _FOR_EACH_TOKEN * max(0.0, prompt - empty))
    price = getattr(llm, "price", None)
    if price is not None:
        found.cost = price.of(found.prompt_tokens, found.completion_tokens)
    return found
