"""What a brief rests on, how far it covers its source, and what it cost."""

from collections import Counter
from collections.abc import Iterable

from ..items import evidenced
from ..schemas import LineRange
from .making import Made


def effort(made: Made) -> Counter[str]:
    """Counts for one document; for one without a brief, only that it failed."""
    counts: Counter[str] = Counter({"documents": 1, "characters": len(made.text)})
    brief = made.brief
    if brief is None:
        return counts + Counter({"failed": 1})
    items = list(evidenced(brief))
    for item in items:
        for one in item.evidence:
            counts["evidence.n"] += 1
            counts[f"evidence.{one.match.value}"] += 1
    counts["claimed.n"] += len(items) + len(brief.rejected)
    counts["claimed.rejected"] += len(brief.rejected)
    for refused in brief.rejected:
        counts[f"claimed.{refused.reason.value}"] += 1
    counts["lines.n"] += brief.coverage.lines
    counts["lines.cited"] += _lines(brief.coverage.cited)
    counts["possible_omissions"] += len(brief.coverage.possible_omissions)
    counts["incomplete"] += brief.status == "incomplete"
    run = brief.run
    counts["requests"] += run.requests - run.retries  # those that were answered: a replay makes no other
    counts["reasks"] += run.reasks
    counts["prompt_tokens"] += run.prompt_tokens
    counts["completion_tokens"] += run.completion_tokens
    return counts


def _lines(ranges: Iterable[LineRange]) -> int:
    return sum(last - first + 1 for first, last in ranges)
