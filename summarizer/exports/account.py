"""The part of the page that gives account: what was refused, left out, not read, not checked, and how it was made."""

from collections.abc import Iterable, Sequence
from typing import Any

from ..schemas import CheckedBrief, Merge, Rejected
from .parts import Entry, Section, section
from .wording import count, joined, plain, shown


def refused(rejected: Sequence[Rejected]) -> Iterable[Section]:
    """The section of claims that the source does not support."""
    intro = "Claims that the source does not support. None of them is part of the brief."
    return section("Refused", intro, map(_refusal, rejected), alert="{} refused")


def _refusal(one: Rejected) -> Entry:
    return Entry(
        plain(_gist(one.item)),
        label=plain(_list(one.kind)),
        marks=(one.reason.value.replace("_", " "),),
        told=f"{plain(one.explanation)}{_read_again(one)}",
        evidence=tuple(one.evidence),
    )


def _read_again(one: Rejected) -> str:
    """What a second reading makes of it: code may be wrong, and who reads the page can look."""
    if one.support is None or not one.support.reread:
        return ""
    doubt = one.support.doubt
    return f" On a second reading: {plain(doubt)}" if doubt else " A second reading finds it supported: please check."


def _list(kind: str) -> str:
    """The list that an item was meant for, as its heading is worded: "decisions" for `agenda_items.decisions`."""
    return kind.rpartition(".")[2].replace("follow_ups", "follow-ups").replace("_", " ")


def _gist(item: dict[str, Any]) -> str:
    for field in ("action", "topic", "text", "name", "title", "place", "id"):
        if isinstance(item.get(field), str):
            return str(item[field])
    said = next((value for value in item.values() if isinstance(value, str)), None)
    return said or ("an item" if item.get("value") is None else str(item["value"]))


def united(brief: CheckedBrief) -> Iterable[Section]:
    """The section of claims that were merged, each with the rule."""
    intro = "Claims that were merged into one item, each with the rule."
    return section("Merged", intro, map(_merge, brief.merges or ()))


def _merge(merge: Merge) -> Entry:
    mentions = []
    for mention in merge.mentions:
        lines = joined(*map(str, mention.lines))
        where = joined(f"part {mention.draft}", lines and f"line {lines}")
        rule = f": {mention.rule.value.replace('_', ' ')}" if mention.rule else ""
        mentions.append(Entry(told=f"“{plain(mention.text)}” ({where}){rule}"))
    return Entry(plain(merge.item), label=plain(merge.kind.replace("_", " ")), nested=tuple(mentions))


def omissions(brief: CheckedBrief) -> Iterable[Section]:
    """The section of lines that may have been left out."""
    intro = "Sentences with words that promise, refuse or decide something, which no entry above cites."
    found = brief.coverage.possible_omissions
    told = (Entry(told=f"line {one.line}, “{plain(one.trigger)}”: {plain(one.text)}", line=one.line) for one in found)
    return section("Possibly left out", intro, told, alert="{} possibly left out")


def unread(brief: CheckedBrief) -> Iterable[Section]:
    """The section of what was not read, and why."""
    coverage = brief.coverage
    spans = ", ".join(f"{first} to {last}" if last > first else f"{first}" for first, last in coverage.unread)
    missing = f"lines {spans} were not read" if spans else "parts of the file hold no text"
    reasons = [plain(reason) for reason in coverage.unread_reasons]
    reasons += [f"{plain(part.place)}: {plain(part.reason)}" for part in coverage.unread_parts]
    intro = f"The brief is incomplete: {missing}."
    return section("Not read", intro, (Entry(told=each) for each in reasons), always=bool(spans), alert="not read")


def without_evidence(brief: CheckedBrief) -> Iterable[Section]:
    """The section of values that nothing has checked: of the brief itself, and by their fields those of its items."""
    intro = "These values rest on no quoted words; nothing has checked them."
    fields = brief.coverage.without_evidence
    told = (Entry(told=_unchecked(brief, field)) for field in fields)
    return section("Without evidence", intro, told, alert="{} without evidence")


def _unchecked(brief: CheckedBrief, field: str) -> str:
    *items, name = (part.replace("_", " ") for part in field.split("."))
    return f"{name}: {f'of {joined(*items)}' if items else shown(getattr(brief, field))}"


def foot(brief: CheckedBrief) -> str:
    """How the brief was made, what of the source it covers, and what it cost."""
    run, coverage = brief.run, brief.coverage
    made = {
        "rules": "by the built-in rules (no model; English only; what the text states, word for word)",
        "given": "from a draft that was handed in",
    }.get(run.engine, f"by the model {run.model}")
    cited = sum(last - first + 1 for first, last in coverage.cited)
    facts = [
        f"Made {made}",
        f"prompt {run.prompt.name} {run.prompt.sha256[:12]}" if run.prompt else None,
        f"{cited} of {count(coverage.lines, 'lines')} cited (a line is a sentence, a heading or a list item)",
        None if coverage.omissions_sought else "possible omissions were not sought (no word list for the language)",
        f"{count(run.requests, 'requests')}, {run.prompt_tokens + run.completion_tokens} tokens"
        if run.requests
        else None,
        f"{run.cache_hits} from the cache" if run.cache_hits else None,
        f"{count(run.rechecked, 'lines')} read again for omissions" if run.rechecked else None,
        f"{count(run.reread, 'items')} read against their quotes again by {run.model}" if run.reread else None,
        f"translated into {run.language}, quotes and names left as they are" if run.language else None,
        f"which failed in part ({run.translation_failed})" if run.translation_failed else None,
        f"a second look failed ({run.recheck_failed})" if run.recheck_failed else None,
        f"cost {run.cost:.4f} USD" if run.cost else None,
        f"source {brief.source.name}, SHA-256 {brief.source.sha256[:12]}",
        f"summarizer {run.versions.get('summarizer', '')}",
    ]
    return f"{plain(joined(*facts, between='; '))}."
