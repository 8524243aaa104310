"""How fast the built-in rules are on long documents: `python benchmarks/rules.py GOLD...`.

GOLD: files or folders of documents with gold, as `summarizer eval` takes them. Each long document is briefed once, in the
order in which it comes, and the processor's time is taken for 50,000 of its characters; documents of nearly that length
are counted apart as they are. As machines differ, and one machine from hour to hour, a fixed piece of work is timed
along with them. Ends with 1 where one of those of nearly that length misses the target.
"""

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import click

from summarizer import summarize
from summarizer.evaluation.gold import read_gold

LONG = 25_000  # characters
TOLD_FOR = 50_000
NEAR = 0.1  # of that length
TARGET = 250.0  # milliseconds


@click.command(help=__doc__.split("\n")[0])
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
def main(gold: Sequence[Path]) -> None:
    # Nothing of the gold is kept: the collector of garbage would go through it while a document is briefed.
    texts = [text for path in gold for text in (case.entry.load().text for case in read_gold(path)) if len(text) > LONG]
    if not texts:
        raise click.UsageError(f"No document has more than {LONG:,} characters.")
    summarize(texts[0][:LONG])  # imports and word lists, which a process pays once
    took, pieces = [], []
    for text in texts:
        took.append((_milliseconds(partial(summarize, text)), len(text)))
        pieces.append(_milliseconds(_piece))
    per_length = [each / length * TOLD_FOR for each, length in took]
    _tell(f"{len(took)} documents over {LONG:,} characters, for {TOLD_FOR:,} of them", per_length)
    near = [each for each, length in took if abs(length - TOLD_FOR) <= NEAR * TOLD_FOR]
    if near:
        _tell(f"{len(near)} documents of {TOLD_FOR:,} characters, give or take a tenth, as they are", near)
    print(f"the fixed piece of work took {statistics.median(pieces):.1f} ms, {max(pieces):.1f} at the most")
    sys.exit(any(each >= TARGET for each in near))


def _tell(what: str, times: Sequence[float]) -> None:
    ordered = sorted(times)
    within = sum(each < TARGET for each in ordered) / len(ordered)
    print(
        f"{what}: median {statistics.median(ordered):.0f} ms, nine of ten under {ordered[int(len(ordered) * 0.9)]:.0f} ms, the slowest"
        f" {ordered[-1]:.0f} ms; {within:.1%} under {TARGET:.0f} ms"
    )


def _milliseconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def _piece() -> int:
    """Words counted and sorted, some ten milliseconds of plain Python."""
    counts: dict[str, int] = {}
    for number in range(40_000):
        word = str(number % 997)
        counts[word] = counts.get(word, 0) + 1
    return len(sorted(counts, key=lambda word: (counts[word], word)))


if __name__ == "__main__":
    main()
