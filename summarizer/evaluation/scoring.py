"""One brief against the gold of its document: counts, which add up over documents, and what became of each item."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..items import evidenced
from ..schemas import LineRange
from .attributes import Aliases, compare
from .gold import LISTS, POOLED, Case
from .judging import Key
from .making import Made
from .matching import Matched, Pair, match, score_meetings
from .pieces import ACTS, Piece, Pieces, of_brief, of_gold, quotes_not_found
from .wording import folded

Counts = Counter[str]


@dataclass
class Scored:
    """One document, scored."""

    case: Case
    counts: Counter[str]
    items: list[dict[str, Any]] = field(default_factory=list)
    """What became of each item of the gold, and of each item of the brief without a counterpart there."""
    fault: str | None = None
    """The class of the error in place of a brief."""
    characters: int = 0
    quotes_not_found: list[str] = field(default_factory=list)
    """Quotes of the gold that are not in its document."""
    judged: set[Key] = field(default_factory=set)


def score(made: Made, judgements: Mapping[Key, bool] | None = None) -> Scored:
    """The counts of one document and the fate of its items. A document without a brief counts as an empty one."""
    case = made.case
    gold, optional = of_gold(case.gold, made.text), of_gold(case.optional, made.text)
    told = of_brief(made.brief, case)
    scored = Scored(case, Counter(), fault=type(made.fault).__name__ if made.fault else None, characters=len(made.text))
    scored.quotes_not_found = quotes_not_found(case, made.text)
    pairs: list[tuple[Piece, Piece]] = []
    language = case.about.get("language") or (made.brief.source.language if made.brief else None)
    for name in LISTS:
        if gold[name] is not None:
            matched = match(gold[name] or [], told[name], optional[name] or [], language)
            _tally_list(scored, name, gold[name] or [], told[name], matched)
            if name not in ACTS or not _is_pooled(gold):
                pairs += _fates(scored, gold[name] or [], told[name], matched, is_partial=name in case.partial)
    if _is_pooled(gold):
        pairs += _acts(scored, gold, optional, told, language)
    scored.counts += compare(pairs, _aliases(case))
    if case.gold.meetings is not None:
        holds_items = any(told.values())
        scored.counts += score_meetings(case.gold.meetings, made.brief, pairs, holds_items)
    scored.counts += effort(made)
    _judge(scored, judgements or {}, sum(len(told[name]) for name in _looked_for(gold)))
    return scored


def _is_pooled(gold: Pieces) -> bool:
    """Whether both lists of acts were looked for, so that each may be sought in the other."""
    return gold[POOLED] is not None or all(gold[name] is not None for name in ACTS)


def _acts(
    scored: Scored, gold: Pieces, optional: Pieces, told: Mapping[str, list[Piece]], language: str | None
) -> list[tuple[Piece, Piece]]:
    """Commitments and follow-ups as one pool, in which an act is found whichever list holds it."""
    case = scored.case
    if gold[POOLED] is not None:
        wanted, names = gold[POOLED] or [], {POOLED}
    else:
        wanted, names = [piece for name in ACTS for piece in gold[name] or ()], set(ACTS)
    claimed = [*told["commitments"], *told["follow_ups"]]
    may = [piece for name in (*ACTS, POOLED) for piece in optional[name] or ()]
    matched = match(wanted, claimed, may, language)
    is_partial = bool(names & case.partial)
    _tally(scored.counts, "actions.strict", *_sums(wanted, claimed, matched.strict, matched.ignored_strict), is_partial)
    _tally(scored.counts, "actions.tolerant", *_sums(wanted, claimed, matched.tolerant, matched.ignored), is_partial)
    if POOLED in names:
        _abstained(scored, "actions", wanted, claimed, matched, is_partial)
    else:
        for name in ACTS:
            for column, pairs, ignored in (
                ("anywhere_strict", matched.strict, matched.ignored_strict),
                ("anywhere", matched.tolerant, matched.ignored),
            ):
                ours = {i for i, piece in enumerate(wanted) if piece.list == name}
                theirs = {j for j, piece in enumerate(claimed) if piece.list == name}
                hits = sum(i in ours for i, _ in pairs), sum(j in theirs for _, j in pairs)
                _tally(
                    scored.counts,
                    f"{name}.{column}",
                    (hits[0], len(ours), hits[1], len(theirs - ignored)),
                    name in case.partial,
                )
    return _fates(scored, wanted, claimed, matched, is_partial=is_partial)


Sums = tuple[int, int, int, int]
"""Gold items found, gold items, predicted items that are in the gold, predicted items."""


def _sums(gold: Sequence[Piece], told: Sequence[Piece], pairs: Sequence[Pair], ignored: set[int]) -> tuple[Sums]:
    return ((len(pairs), len(gold), len(pairs), len(told) - len(ignored)),)


def _tally_list(scored: Scored, name: str, gold: Sequence[Piece], told: Sequence[Piece], matched: Matched) -> None:
    counts, is_partial = scored.counts, name in scored.case.partial
    _tally(counts, f"{name}.strict", *_sums(gold, told, matched.strict, matched.ignored_strict), is_partial)
    if name != "participants":
        _tally(counts, f"{name}.tolerant", *_sums(gold, told, matched.tolerant, matched.ignored), is_partial)
    _abstained(scored, name, gold, told, matched, is_partial)


def _tally(counts: Counts, prefix: str, sums: Sums, is_partial: bool) -> None:
    found, wanted, right, claimed = sums
    counts[f"{prefix}.found"] += found
    counts[f"{prefix}.gold"] += wanted
    if is_partial:
        return
    counts[f"{prefix}.whole.found"] += found
    counts[f"{prefix}.whole.gold"] += wanted
    counts[f"{prefix}.whole.right"] += right
    counts[f"{prefix}.whole.told"] += claimed
    if wanted:
        precision, recall = (right / claimed if claimed else 0.0), found / wanted
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        counts[f"{prefix}.macro.sum"] += f1  # type: ignore[assignment]
        counts[f"{prefix}.macro.n"] += 1


def _abstained(
    scored: Scored, name: str, gold: Sequence[Piece], told: Sequence[Piece], matched: Matched, is_partial: bool
) -> None:
    counts = scored.counts
    has_brief = scored.fault is None
    if not gold and not is_partial:
        counts[f"{name}.abstention.n"] += 1
        counts[f"{name}.abstention.ok"] += has_brief and len(told) == len(matched.ignored)


def _fates(
    scored: Scored, gold: Sequence[Piece], told: Sequence[Piece], matched: Matched, *, is_partial: bool
) -> list[tuple[Piece, Piece]]:
    """Notes what became of each item, and gives the pairs of items that are the same."""
    found, aliases = dict(matched.tolerant), _aliases(scored.case)
    strict = dict(matched.strict)
    for i, piece in enumerate(gold):
        other = told[found[i]] if i in found else None
        fate: dict[str, Any] = {"list": piece.list, "number": piece.number, "gold": piece.text}
        fate |= {"quotes": list(piece.quotes), "strict": i in strict, "tolerant": other is not None}
        if other is not None:
            fate |= {"told": other.text, "told_list": other.list, "evidence": list(other.quotes)}
            if wrong := _differences(piece, other, aliases):
                fate["wrong"] = wrong
        scored.items.append({"outcome": "found" if other else "missed"} | fate)
    taken = set(found.values())
    for j, piece in enumerate(told):
        if j not in taken:
            outcome = "optional" if j in matched.ignored else "unknown" if is_partial else "extra"
            fate = {"outcome": outcome, "list": piece.list, "told": piece.text, "told_list": piece.list}
            scored.items.append(fate | {"told_fields": piece.fields, "evidence": list(piece.quotes)})
    return [(gold[i], told[j]) for i, j in matched.tolerant]


def _differences(gold: Piece, told: Piece, aliases: Aliases) -> dict[str, list[Any]]:
    """Fields in which two items that are the same differ: what the gold says, and what the brief does."""
    counts = compare([(gold, told)], aliases)
    found: dict[str, list[Any]] = {}
    for key, count in counts.items():
        _, name, what = key.split(".", 2)
        if what in ("n", "gold", "told") and count and not counts[f"{key.removesuffix(what)}ok"]:
            found[name] = [gold.fields.get(name), told.fields.get(name)]
    if gold.list in ACTS and gold.list != told.list:
        found["list"] = [gold.list, told.list]
    return found


def _aliases(case: Case) -> Aliases:
    people = {folded(one.name): [one.name, *one.aliases] for one in case.gold.participants or ()}
    return people | {folded(name): list(names) for names in case.parties for name in names}


def _looked_for(gold: Pieces) -> Iterable[str]:
    return (name for name in LISTS if gold[name] is not None or (name in ACTS and gold[POOLED] is not None))


def _judge(scored: Scored, judgements: Mapping[Key, bool], items: int) -> None:
    """What readers say of the items without a counterpart; who has not been asked is counted as well."""
    counts: Counter[str] = Counter({"items.n": items, "briefs.n": int(scored.fault is None)})
    for one in scored.items:
        if one["outcome"] not in ("extra", "unknown"):
            continue
        key = scored.case.id, one["told_list"], one["told"]
        borne = judgements.get(key)
        if borne is not None:
            scored.judged.add(key)
        one["judgement"] = "unjudged" if borne is None else "borne" if borne else "not borne"
        counts["items.without_counterpart"] += 1
        counts["items.unjudged"] += borne is None
        counts["items.unsupported"] += borne is False
    counts["briefs.unsupported"] = int(counts["items.unsupported"] > 0)
    scored.counts += counts


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
