"""Whether people and subjects are given to the right one of several meetings: `python benchmarks/meetings.py`.

Reads the documents of tests/meetings/ with their gold. `engine` is what `summarize` makes of them with the
built-in rules. The other rows are drafts made from gold as a model would give them, passed through `verify`:
with the right references to meetings, with none, and with wrong ones.

right    exactly the meetings of gold
open     an empty list where gold has one or more: unclear, which is not wrong
wrong    anything else, an incomplete list included
changed  items whose references are other than those of the draft
wronger  items that name more wrong meetings than the draft did

Exits with 1 where less than 98 % of the engine's assignments or of those filled in an empty draft are right, where
15 % or more of the engine's are open, where a right one was changed, or where a wrong one was made wronger.
"""

import sys
from collections import Counter
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from meeting_gold import Gold, Judged, Mode, draft, gold, judged

from summarizer import Brief, summarize, verify

LEAST_RIGHT, MOST_OPEN = 0.98, 0.15
COLUMNS = ("items", "right", "open", "wrong", "changed", "wronger")
MODES: dict[str, Mode] = {"right references": "right", "no references": "empty", "wrong references": "wrong"}


def engine(one: Gold) -> tuple[Brief, Counter[str], list[Judged]]:
    """What the built-in engine makes of a document."""
    brief = summarize(one.document)
    found = list(judged(brief, one))
    return brief, _counted(found), found


def given(one: Gold, mode: Mode) -> tuple[Counter[str], list[Judged]]:
    """What becomes of a draft that was made from gold."""
    claimed = draft(one, mode)
    before = {item.name: item.meetings for item in claimed.participants}
    before |= {item.topic: item.meetings for item in claimed.agenda_items}
    found = [case for case in judged(verify(claimed, one.document), one) if before.get(case.words) is not None]
    if mode == "wrong":
        found = [case for case in found if before[case.words]]
    tally = _counted(found)
    for case in found:
        was = frozenset(before[case.words])
        tally["changed"] += case.given != was
        tally["wronger"] += len(case.given - case.gold) > len(was - case.gold)
    return tally, found


def _counted(found: list[Judged]) -> Counter[str]:
    tally = Counter[str](case.verdict for case in found)
    tally["items"] = len(found)
    tally["single"] = sum(len(case.gold) == 1 for case in found)
    tally["single open"] = sum(len(case.gold) == 1 and case.verdict == "open" for case in found)
    return tally


@click.command(help=__doc__.split("\n")[0])
@click.option("--errors", is_flag=True, help="Print the wrong and the open ones.")
@click.option("--only", default="", help="Documents whose names hold one of these, parted by commas.")
def main(errors: bool, only: str) -> None:
    documents = [one for one in gold() if any(part in one.name for part in only.split(","))]
    rows: dict[str, Counter[str]] = {"engine": Counter(), **{name: Counter() for name in MODES}}
    for one in documents:
        brief, tally, found = engine(one)
        rows["engine"].update(tally)
        if errors:
            held = [(m.id, m.title, m.place, m.date.words if m.date else None) for m in brief.meetings]
            click.echo(f"{one.name}: {held}")
            _print("engine", found)
        for name, mode in MODES.items():
            tally, found = given(one, mode)
            rows[name].update(tally)
            if errors and mode != "wrong":
                _print(name, found)
    click.echo(f"{len(documents)} documents, {sum(len(one.meetings) for one in documents)} meetings\n")
    click.echo(
        f"{'':<18}" + "".join(f"{column:>9}" for column in COLUMNS) + f"{'right of given':>16}{'open of single':>16}"
    )
    for name, tally in rows.items():
        click.echo(
            f"{name:<18}"
            + "".join(f"{tally[column]:>9}" for column in COLUMNS)
            + f"{_share_right(tally):>16.1%}{_share_open(tally):>16.1%}"
        )
    good = _share_right(rows["engine"]) >= LEAST_RIGHT and _share_open(rows["engine"]) < MOST_OPEN
    good = good and not rows["right references"]["changed"] and not rows["wrong references"]["wronger"]
    sys.exit(0 if good and _share_right(rows["no references"]) >= LEAST_RIGHT else 1)


def _share_right(tally: Counter[str]) -> float:
    stated = tally["right"] + tally["wrong"]
    return tally["right"] / stated if stated else 1.0


def _share_open(tally: Counter[str]) -> float:
    return tally["single open"] / tally["single"] if tally["single"] else 0.0


def _print(name: str, found: list[Judged]) -> None:
    for case in found:
        if case.verdict != "right":
            click.echo(
                f"  {name}: {case.verdict}  {case.words!r}  gold {sorted(case.gold)}  given {sorted(case.given)}"
            )


if __name__ == "__main__":
    main()
