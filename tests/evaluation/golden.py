"""Gold of our own, and briefs that say just what a gold says."""

import datetime
from pathlib import Path
from typing import Any

from summarizer.batch.inputs.entry import Entry
from summarizer.evaluation.gold import Case, GoldLists, read_gold
from summarizer.evaluation.making import Made
from summarizer.evaluation.pieces import locate
from summarizer.schemas import Brief

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
SUPPORT = {"verdict": "supported", "explanation": "It does."}


def evidence(text: str, quote: str) -> dict[str, Any]:
    """The place of the quote, or the first word for one that there is none of."""
    start, end = locate(quote, text) or (0, len(text.split()[0]))
    return {"quote": text[start:end], "start": start, "end": end, "line": 1}


def brief(text: str, **lists: list[dict[str, Any]]) -> Brief:
    """A brief of these items; `quote` of each becomes its evidence, decisions stand below an agenda item of their own."""
    held = {name: [_item(text, one) for one in items] for name, items in lists.items() if name != "decisions"}
    if lists.get("decisions"):
        first = held.setdefault("agenda_items", []) or [_item(text, {"topic": "Decisions", "outcome": "decided"})]
        first[0]["decisions"] = [_item(text, one) for one in lists["decisions"]]
        held["agenda_items"] = first
    source = {"name": "it", "sha256": "0" * 64, "characters": len(text), "kind": "prose"}
    run = {"engine": "given"}
    coverage = {"lines": 4, "cited": [(1, 1), (3, 4)]}
    return Brief.model_validate({"status": "complete", "coverage": coverage, "source": source, "run": run, **held})


def _item(text: str, given: dict[str, Any]) -> dict[str, Any]:
    item = {key: value for key, value in given.items() if key != "quote"}
    quotes = given.get("quote") or [""]
    return item | {"evidence": [evidence(text, quote) for quote in quotes], "support": SUPPORT}


def perfect(case: Case, text: str) -> Brief:
    """The brief that says what the gold says, and nothing else."""
    held: dict[str, list[dict[str, Any]]] = {}
    for name in ("meetings", "participants", "agenda_items", "decisions", "commitments", "follow_ups"):
        for item in getattr(case.gold, name) or ():
            fields = item.model_dump(
                exclude_none=True, mode="json", exclude={"note", "aliases", "name_is_role", "name_is_pseudonym"}
            )
            if name in ("meetings", "decisions"):
                fields.pop("meetings", None)
            if name == "participants":
                fields.setdefault("presence", "attended")
            if end := fields.pop("due_end", None):
                fields["due"] = {"words": fields["due"], "end": end, "start": end}
            held.setdefault(name, []).append(fields)
    return brief(text, **held)


def case(
    text: str = "We met.", partial: tuple[str, ...] = (), optional: dict[str, Any] | None = None, **gold: Any
) -> Case:
    """A case of these lists."""
    lists = GoldLists.model_validate(gold), GoldLists.model_validate(optional or {})
    return Case("one", Entry("one", "one", text.encode()), *lists, {"language": "en"}, partial=frozenset(partial))


def made(case: Case, text: str = "We met.", **told: list[dict[str, Any]]) -> Made:
    """A document with a brief of these items."""
    return Made(case, brief(text, **told), text)


def examples() -> list[Case]:
    """The cases beside the examples."""
    return read_gold(EXAMPLES)


def text_of(case: Case) -> str:
    """Of the document."""
    return case.entry.load().text


DAY = datetime.date(2025, 6, 20)
