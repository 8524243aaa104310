"""Whether false claims are caught and true ones left alone: `python benchmarks/support.py --data FOLDER`.

FOLDER holds public meeting records with gold answers (`w3c_scribejs.jsonl.gz` and others). True items
are taken from them and from the project's recorded briefs (`true_items.py`), made false in known ways
(`mutations.py`, its kinds in `mutation_kinds.py`), and given to the public `verify()`. A false claim is caught if it is refused, if what
was made false is lowered or mended, or if it is flagged (`partly`, and worse off than the true one).
"""

import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from pathlib import Path
from typing import Any, NamedTuple

import click
from mutation_kinds import KINDS, Kind
from mutations import mutations
from true_items import Claim, True_, true_items

from summarizer import Brief, BriefDraft, Evidenced, RejectionReason, Verdict, load, verify

LEAST_CAUGHT, LEAST_RIGHT, MOST_LOST, MOST_SECONDS = 0.97, 0.90, 0.02, 1.0
CAUGHT = ("refused", "mended", "flagged")
AGAINST = ("disagrees", "absent")
PARTIES = ("by", "to", "owner", "said_by")  # where another value than null is only a fuller name


class Result(NamedTuple):
    """What became of a claim."""

    reason: RejectionReason | None
    explanation: str
    checks: dict[str, str]
    changed: dict[str, Any]
    """The mended fields, with what they are now."""
    partly: bool


class Case(NamedTuple):
    """A claim to be verified; `kind` is None for a true one."""

    number: int
    true: True_
    kind: Kind | None
    claim: Claim


def cases(items: Sequence[True_], chance: random.Random) -> Iterator[Case]:
    """Every true item and what can be made of it."""
    for number, true in enumerate(items):
        yield Case(number, true, None, true.claim)
        for mutation in mutations(true, list(items), chance):
            yield Case(number, true, mutation.kind, mutation.claim)


def verified(some: Sequence[Case]) -> Iterator[tuple[Case, Result]]:
    """The result of every case. No draft holds two versions of one item, so that none tells on another."""
    drafts: dict[tuple[int, int], list[Case]] = defaultdict(list)
    versions: Counter[int] = Counter()
    for case in some:
        drafts[id(case.true.document), versions[case.number]].append(case)
        versions[case.number] += 1
    for together in drafts.values():
        results = _results(verify(_draft(together), together[0].true.document))
        for place, case in enumerate(together):
            yield case, results[str(place)]


def _draft(some: Sequence[Case]) -> BriefDraft:
    lists: dict[str, list[Claim]] = defaultdict(list)
    for place, case in enumerate(some):
        claim = case.claim | {"basis": str(place)}
        if case.true.parent is not None:
            claim, kind = case.true.parent | {"decisions": [claim]}, "agenda_items"
        else:
            kind = case.true.kind
        lists[kind].append(claim)
    return BriefDraft.model_validate(lists)


def _results(brief: Brief) -> dict[str, Result]:
    """By the number that each claim carries as its basis."""
    found: dict[str, Result] = {}
    listed: list[Evidenced] = [*brief.participants, *brief.agenda_items, *brief.commitments, *brief.follow_ups]
    for item in [*listed, *(decision for one in brief.agenda_items for decision in one.decisions)]:
        if item.basis is not None:
            changed = {change.field: change.after for change in item.changes}
            partly = item.support.verdict is Verdict.PARTLY
            found[item.basis] = Result(None, item.support.explanation, dict(item.support.checks), changed, partly)
    for refused in brief.rejected:
        checks = dict(refused.support.checks) if refused.support else {}
        for claim in (refused.item, *refused.item.get("decisions", ())):
            if "basis" in claim:
                found.setdefault(claim["basis"], Result(refused.reason, refused.explanation, checks, {}, False))
    return found


def outcome(result: Result, untouched: Result, mutated: Set[str]) -> str:
    """`refused`, `mended`, `flagged` or `missed`, beside what became of the true item. `mutated`: the changed fields."""
    if result.reason is not None:
        return "refused"
    taken = [
        field
        for field in mutated
        if field in result.changed and (field not in PARTIES or result.changed[field] is None)
    ]
    if taken or ("evidence" in mutated and result.changed != untouched.changed):
        return "mended"
    worse = {
        name for name, finding in result.checks.items() if finding in AGAINST and untouched.checks.get(name) != finding
    }
    if result.partly and (not untouched.partly or worse or result.explanation != untouched.explanation):
        return "flagged"
    return "missed"


def right(kind: Kind, result: Result) -> bool:
    """Whether a case was caught for the reason that is wrong with it."""
    if any(result.checks.get(check) in AGAINST for check in kind.telling):
        return True
    if result.reason is not None and result.reason not in kind.reasons:
        return False
    return not kind.checks or any(result.checks.get(check) in AGAINST for check in kind.checks)


def seconds_for_sixty(items: Sequence[True_]) -> tuple[float, float]:
    """Seconds of the clock and of the processor to verify 60 items against one new document of 300,000 characters."""
    documents = {id(one.document): one.document for one in items if one.genre == "readout"}
    text = ""
    while len(text) < 300_000:
        for document in documents.values():
            text += document.text + "\n\n"
    long = load(text[:300_000], date="2024-05-06")
    claims = [one for one in items if one.genre == "readout" and one.parent is None and _quote(one) in long.text][:60]
    for one in claims:
        one.claim["evidence"] = [{"quote": _quote(one)}]
    draft = _draft([Case(number, one, None, one.claim) for number, one in enumerate(claims)])
    verify(BriefDraft(), "Word lists are read once, before the clock starts. Bob will go there by 3 May.")
    clock, processor = time.perf_counter(), time.process_time()
    verify(draft, long)
    return time.perf_counter() - clock, time.process_time() - processor


def _quote(one: True_) -> str:
    return str(one.claim["evidence"][0]["quote"]) if one.claim["evidence"] else "\0"


def table(tally: Counter[tuple[str, str]], kinds: Sequence[Kind]) -> tuple[int, int, int]:
    """Print the table by kind; the number of mutations, of caught ones and of those for the right reason."""
    total: Counter[str] = Counter()
    for kind in (one for one in kinds if tally[one.name, "all"]):
        row = {column: tally[kind.name, column] for column in ("all", *CAUGHT, "missed", "right")}
        total.update(row)
        click.echo(f"{kind.name:<34}" + "".join(f"{value:>9,}" for value in row.values()))
    click.echo(f"{'together':<34}" + "".join(f"{total[column]:>9,}" for column in ("all", *CAUGHT, "missed", "right")))
    return total["all"], total["all"] - total["missed"], total["right"]


@click.command(help=__doc__.split("\n")[0])
@click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder with the records."
)
@click.option("--seed", default=1, show_default=True)
@click.option(
    "--errors", default="", help="Print the misses, the wrong reasons and the lost items of this kind, or `all`."
)
def main(data: Path, seed: int, errors: str) -> None:
    if not data.is_dir():
        raise click.ClickException(f"there is no folder {data}: give the one with the meeting records")
    chance = random.Random(seed)
    items = true_items(data, chance)
    genres = Counter(one.genre for one in items)
    click.echo(f"{len(items)} true items: " + ", ".join(f"{count} of {genre}" for genre, count in genres.items()))
    results = list(verified(list(cases(items, chance))))
    untouched = {case.number: result for case, result in results if case.kind is None}
    tally: Counter[tuple[str, str]] = Counter()
    for case, result in results:
        if case.kind is None or untouched[case.number].reason is not None:
            continue
        mutated = {name for name, value in case.claim.items() if case.true.claim.get(name) != value}
        what = outcome(result, untouched[case.number], mutated)
        good = what != "missed" and right(case.kind, result)
        tally.update([(case.kind.name, "all"), (case.kind.name, what), (case.kind.name, "right")][: 2 + good])
        if errors in ("all", case.kind.name) and not good:
            _print(f"{case.kind.name}: {what}", case, result)
    click.echo("\n" + " " * 34 + "".join(f"{name:>9}" for name in ("number", *CAUGHT, "missed", "right")))
    number, caught, good = table(tally, [kind for kind in KINDS.values() if not kind.beyond])
    click.echo("\nBeyond a deterministic check, and not counted above:")
    table(tally, [kind for kind in KINDS.values() if kind.beyond])
    lost = _untouched([(case, result) for case, result in results if case.kind is None], errors)
    clock, processor = seconds_for_sixty(items)
    click.echo(
        f"\ncaught {caught / number:.1%} of {number:,}, for the right reason {good / number:.1%}; true items lost {lost:.1%}"
    )
    click.echo(f"60 items against 300,000 characters: {clock:.2f} s, of the processor {processor:.2f} s")
    good_enough = caught >= LEAST_CAUGHT * number and good >= LEAST_RIGHT * number and lost <= MOST_LOST
    sys.exit(0 if good_enough and min(clock, processor) < MOST_SECONDS else 1)


def _untouched(results: Sequence[tuple[Case, Result]], errors: str) -> float:
    tally: Counter[str] = Counter()
    for case, result in results:
        mended = "partly borne" if result.partly else "kept whole"
        what = "refused" if result.reason is not None else "mended" if result.changed else mended
        tally[what] += 1
        if what != "kept whole" and errors in ("all", "true", what):
            _print(f"true item {what}", case, result)
    click.echo(f"\nTrue items left as they are: {dict(tally)}")
    return tally["refused"] / len(results)


def _print(title: str, case: Case, result: Result) -> None:
    claim = {name: value for name, value in case.claim.items() if value and name not in ("evidence", "decisions")}
    quotes = [(case.true.document.segment(one["line"]).speaker, one["quote"][:240]) for one in case.claim["evidence"]]
    click.echo(f"- {title} [{case.true.origin}] {result.reason or ''} {result.explanation}\n    {claim}\n    {quotes}\n    {result.checks} {result.changed}")  # fmt: skip


if __name__ == "__main__":
    main()
