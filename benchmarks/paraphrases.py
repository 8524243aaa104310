"""What becomes of true and false paraphrases: `python benchmarks/paraphrases.py`.

`tests/paraphrases` holds documents of our own and claims about each, true ones in free wording and false ones such as
models write, made by readers who did not look at the checks, before any of them was run. Prints how code alone judges
them, and code with a second reading (`verify(..., model=...)`), whose answers are recorded. With `--model`, those
that are missing are asked for, and recorded.
"""

import asyncio
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import click
import yaml

from summarizer import Brief, BriefDraft, Options, connect, load, verify
from summarizer.doubting import Doubts, doubt
from summarizer.files import from_yaml
from summarizer.items import evidenced
from summarizer.llm import LLM, Reply, Request, Usage
from summarizer.schemas import Support, Verdict

ROOT = Path(__file__).parent.parent
CLAIMS = ROOT / "tests" / "paraphrases"
RECORDED = ROOT / "cassettes" / "paraphrases"
_DRAFTS = (
    4  # of one document: true and false claims about the same words seldom stand in one, as they would not in a brief
)
_SHOWN = re.compile(r"^(\d+)\. (.+\n   quotes .+)$", re.MULTILINE)


class Claimed(NamedTuple):
    """One claim, and what became of it."""

    row: dict[str, Any]
    """As it stands in `tests/paraphrases`."""
    outcome: str
    """By code alone: `stands`, `marked` (partly), `mended` or `refused`."""
    is_doubted: bool
    is_found_borne: bool
    """By the second reading, where it was read again."""


@dataclass
class Answers:
    """The recorded answers on one document: what was held against each claim as it was shown, or None. Of a claim that
    is shown in another way since, nothing is known."""

    known: dict[str, str | None]
    llm: LLM | None = None
    """Asked where a request shows a claim of which nothing is known; what it answers is known then."""
    shown: set[str] = field(default_factory=set)
    """The claims of which was asked."""
    unknown: int = 0
    name: str = "recorded"

    async def complete(self, request: Request) -> Reply:
        """What is known of the claims that are shown."""
        claims = {int(number): shown for number, shown in _SHOWN.findall(request.user)}
        self.shown |= set(claims.values())
        missing = sum(shown not in self.known for shown in claims.values())
        if missing and self.llm is not None:
            reply = await self.llm.complete(request)
            assert isinstance(reply.answer, Doubts), "nothing else is asked for"
            said = {doubt.number: doubt.why for doubt in reply.answer.doubts}
            self.known |= {shown: said.get(number) for number, shown in claims.items()}
            return reply
        self.unknown += missing
        doubts = [
            {"number": number, "why": self.known[shown]} for number, shown in claims.items() if self.known.get(shown)
        ]
        return Reply(Doubts.model_validate({"doubts": doubts}), "", self.name, Usage())


@click.command(help=__doc__.split("\n")[0])
@click.option("--model", help="Model that is asked for answers that are missing; they are recorded.")
@click.option("--base-url", help="Address of an OpenAI-compatible server, ending in /v1.")
@click.option("--missed", is_flag=True, help="List false claims that stand, and true ones that do not.")
def command(model: str | None, base_url: str | None, missed: bool) -> None:
    """Prints the table."""
    if model is not None:
        asyncio.run(_record(connect(model, base_url=base_url, options=Options(timeout=1800))))
    judged, unknown = asyncio.run(_replayed())
    print("\n".join(table(judged, unknown)))
    for one in judged if missed else ():
        if one.row["borne"] is not (one.outcome == "stands" and not one.is_doubted):
            print(one.outcome, "doubted" if one.is_doubted else "-", one.row.get("wrong", "true"), one.row["item"])


def table(judged: Sequence[Claimed], unknown: int) -> list[str]:
    """The figures, in Markdown."""
    lines = [
        "| | stands | marked | - found borne | mended | refused | - found borne | of |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for borne in (False, True):
        mine = [one for one in judged if one.row["borne"] is borne]
        by_code = Counter(one.outcome for one in mine)
        reread = Counter("marked" if one.is_doubted and one.outcome != "refused" else one.outcome for one in mine)
        found = Counter(one.outcome for one in mine if one.is_found_borne)
        for title, count, cleared in (("code alone", by_code, {}), ("with a second reading", reread, found)):
            figures = [
                *(count["stands"], count["marked"], cleared.get("marked", ""), count["mended"]),
                *(count["refused"], cleared.get("refused", ""), len(mine)),
            ]
            lines.append(f"| {'true' if borne else 'false'} claims, {title} | {' | '.join(map(str, figures))} |")
    return [*lines, "", f"Claims of which no answer is recorded: {unknown}."]


def section() -> list[str]:
    """Of the accuracy sheet."""
    return [
        "",
        "## True and false paraphrases",
        "",
        f"`tests/paraphrases`: {len(names())} documents of our own in four languages, and claims about each, true ones in free wording and false ones such as",
        "models write, by readers who did not look at the checks, before any of them was run (by most of them the checks were mended since).",
        "The second reading is that of `--recheck` and of `verify --model`; its answers are recorded like those above. A claim stands as it is,",
        "is marked `partly` with a reason (what the checks could not confirm and the second reading finds borne says so), is mended in the open",
        "(a field lowered or taken out), or is refused (and says where the second reading finds it borne).",
        "",
        *table(*asyncio.run(_replayed())),
    ]


async def _replayed() -> tuple[list[Claimed], int]:
    """What became of all claims, and of how many no answer is recorded."""
    answers = {name: Answers(recorded(name)) for name in names()}
    parts = await asyncio.gather(*(judge(name, known) for name, known in answers.items()))
    return [claimed for part in parts for claimed in part], sum(known.unknown for known in answers.values())


async def _record(llm: LLM) -> None:
    RECORDED.mkdir(parents=True, exist_ok=True)
    answers = {name: Answers(recorded(name), llm) for name in names()}
    await asyncio.gather(*(judge(name, asked) for name, asked in answers.items()))
    for name, asked in answers.items():
        rows = [{"claim": shown, "doubt": why} for shown, why in asked.known.items() if shown in asked.shown]
        text = yaml.safe_dump(rows, sort_keys=False, allow_unicode=True, width=140)
        (RECORDED / f"{name}.yaml").write_text(text, encoding="utf-8")


async def judge(name: str, llm: LLM) -> list[Claimed]:
    """What became of each claim about a document."""
    document, rows = load(CLAIMS / f"{name}.txt"), _rows(name)
    drafts = [[number for number in range(len(rows)) if _draft_of(number, rows) == one] for one in range(_DRAFTS)]
    briefs = [verify(_draft(numbers, rows), document) for numbers in drafts]
    outcomes = [_became(number, row, briefs[_draft_of(number, rows)]) for number, row in enumerate(rows)]
    await asyncio.gather(*(doubt(brief, document, llm) for brief in briefs))
    read = {basis: support.doubt for brief in briefs for basis, support in _supports(brief) if support.reread}
    return [
        Claimed(row, outcome, read.get(str(number)) is not None, str(number) in read and read[str(number)] is None)
        for number, (row, outcome) in enumerate(zip(rows, outcomes, strict=True))
    ]


def _supports(brief: Brief) -> Iterator[tuple[str, Support]]:
    """The verdicts on what stands and on what was refused, each with the number of its claim."""
    for item in evidenced(brief):
        yield item.basis or "", item.support
    for one in brief.rejected:
        for claim in (one.item, *one.item.get("decisions", ())):
            if one.support is not None:
                yield claim.get("basis", ""), one.support


def _draft_of(number: int, rows: list[dict[str, Any]]) -> int:
    return (number + (not rows[number]["borne"])) % _DRAFTS


def _draft(numbers: list[int], rows: list[dict[str, Any]]) -> BriefDraft:
    lists: dict[str, list[dict[str, Any]]] = {}
    for number in numbers:
        kind, item = rows[number]["list"], rows[number]["item"]
        claim = {**item, "basis": str(number), "evidence": [{"quote": quote} for quote in item["evidence"]]}
        if kind == "decisions":  # which stand under a subject
            topic = claim.pop("topic", "Decision")
            claim = {"topic": topic, "outcome": "decided", "evidence": claim["evidence"], "decisions": [claim]}
            kind = "agenda_items"
        lists.setdefault(kind, []).append(claim)
    return BriefDraft.model_validate(lists)


def _became(number: int, row: dict[str, Any], brief: Brief) -> str:
    item = next((one for one in evidenced(brief) if one.basis == str(number)), None)
    if item is None:
        return "refused"
    changed = {change.field for change in item.changes}
    if "strength" in changed and "action" in row.get("fields", ()):
        return "mended"  # a task that is told as what it is
    if changed if row["borne"] else not changed.isdisjoint(row["fields"]):
        return "mended"
    return "stands" if item.support.verdict is Verdict.SUPPORTED else "marked"


def names() -> list[str]:
    return sorted(path.stem for path in CLAIMS.glob("*.yaml"))


def _rows(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = from_yaml((CLAIMS / f"{name}.yaml").read_text(encoding="utf-8"))
    return rows


def recorded(name: str) -> dict[str, str | None]:
    path = RECORDED / f"{name}.yaml"
    rows = from_yaml(path.read_text(encoding="utf-8")) if path.exists() else []
    return {row["claim"]: row["doubt"] for row in rows}


if __name__ == "__main__":
    sys.exit(command(prog_name="paraphrases"))
