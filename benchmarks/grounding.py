"""How well and how fast quotes are found: `python benchmarks/grounding.py --data FOLDER`.

FOLDER holds meeting transcripts as `qmsum.jsonl.gz` and `ethereum.jsonl.gz`, one JSON object with a
`text` a line. Quotes are cut from them, changed in known ways, and sought again:

verbatim    as they stand
surface     other case, quotation marks, dashes, white space, Unicode form, quote marks around
harmless    one to three words changed that carry no number, negation or name
meaning     a number, a negation or a name changed; to be located and marked as altered
elsewhere   sentences of other meetings, to be refused
recombined  fragments of the same meeting joined to new sentences, to be refused
spliced     the first half of one sentence and the second of another, to be refused

A quote counts as found only at its exact offsets, or where the same words stand again.
`--cases FILE` replays alignment cases (`text, quote, group, order, expected_span, portable`).
"""

import gzip
import json
import random
import re
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click

from summarizer.locating.alignment import Span

sys.path.append(str(Path(__file__).parent.parent / "tests"))
from aligning import align, word_index

SIZES = (20_000, 100_000, 300_000)
FILES = ("qmsum.jsonl.gz", "ethereum.jsonl.gz")
PRESENT = ("verbatim", "surface", "harmless", "meaning")
INVENTED = ("elsewhere", "recombined", "spliced")
HARMLESS = ("actually", "simply", "clearly", "basically", "moreover", "perhaps", "quite", "rather", "usually")
NEGATION = re.compile(r"not|no|never|none|cannot|without|\w+n't", re.I)
AUXILIARY = re.compile(r"is|are|was|were|will|would|can|could|should|have|has|do|does|did", re.I)


class Try(NamedTuple):
    """A quote, how it was made, and where it comes from (None: nowhere)."""

    kind: str
    quote: str
    span: tuple[int, int] | None


class Word(NamedTuple):
    """A run of characters without white space at its place in a text."""

    start: int
    end: int
    text: str


def transcripts(folder: Path) -> list[str]:
    """The texts of the data, in the order of the files."""
    texts: list[str] = []
    for path in (folder / name for name in FILES):
        if not path.is_file():
            raise click.ClickException(f"{path} is missing: --data takes a folder with {' and '.join(FILES)}")
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            texts.extend(json.loads(line)["text"] for line in lines)
    return texts


def text_of_size(texts: Sequence[str], size: int, chance: random.Random) -> str:
    """Transcripts joined until there is enough."""
    text = ""
    while len(text) < size:
        text += chance.choice(texts) + "\n"
    return text[:size]


def passages(text: str, chance: random.Random) -> Iterator[list[Word]]:
    """Runs of 6 to 40 words of one line, at random, forever."""
    words = [Word(match.start(), match.end(), match.group()) for match in re.finditer(r"\S+", text)]
    while True:
        first = chance.randrange(len(words) - 40)
        run = words[first : first + chance.randint(6, 40)]
        while "\n" in text[run[0].start : run[-1].end]:
            run = run[:-1]
        if len(run) >= 6 and run[0].text[0].isalnum() and run[-1].text[0].isalnum():
            yield run


def surface(quote: str, chance: random.Random) -> str:
    """The quote in other characters, the words being the same."""
    changes: list[Callable[[str], str]] = [
        str.upper,
        str.lower,
        lambda q: q.replace("'", "’").replace('"', "“"),
        lambda q: q.replace(" ", "  "),
        lambda q: q.replace(" ", "\n", 1),
        lambda q: q.replace(" ", "\u00a0"),
        lambda q: q.replace("-", "\u2011"),
        lambda q: unicodedata.normalize("NFD", q),
        lambda q: f"“{q}”",
        lambda q: q[:3] + "\u200b" + q[3:] if q[:4].isalpha() else q,
    ]
    for change in chance.sample(changes, 2):
        quote = change(quote)
    return quote


def harmless(run: Sequence[Word], chance: random.Random) -> str | None:
    """One to three plain words inside the quote replaced, left out or added, at most a fifth of them."""
    words = [word.text for word in run]
    plain = [
        n for n in range(2, len(words) - 2) if re.fullmatch(r"[a-z]{3,}", words[n]) and not NEGATION.fullmatch(words[n])
    ]
    count = min(chance.randint(1, 3), len(words) // 6)
    if len(plain) < count:
        return None
    for place in sorted(chance.sample(plain, count), reverse=True):
        new = chance.choice(HARMLESS)
        words[place : place + 1] = chance.choice([[new], [], [words[place], new]])
    return " ".join(words)


def meaning(run: Sequence[Word], chance: random.Random) -> str | None:
    """One number, negation or name inside the quote changed."""
    words = [word.text for word in run]
    changed: list[list[str]] = []
    for place in range(1, len(words) - 1):
        word = words[place]
        if re.fullmatch(r"\d+", word):
            changed.append([*words[:place], str(int(word) + 7), *words[place + 1 :]])
        elif word in ("not", "never"):
            changed.append([*words[:place], *words[place + 1 :]])
        elif AUXILIARY.fullmatch(word):
            changed.append([*words[: place + 1], "not", *words[place + 1 :]])
        elif re.fullmatch(r"[A-Z][a-z]{3,}", word) and words[place - 1][-1].isalnum():
            changed.append([*words[:place], "Montgomery", *words[place + 1 :]])
    return " ".join(chance.choice(changed)) if changed else None


def recombined(runs: Iterator[list[Word]], chance: random.Random) -> str:
    """Fragments of two to four words from all over the text, joined."""
    fragments = (next(runs)[: chance.randint(2, 4)] for _ in range(chance.randint(3, 6)))
    return " ".join(word.text for fragment in fragments for word in fragment)


def spliced(runs: Iterator[list[Word]]) -> str:
    """Half of one passage and half of another."""
    one, other = next(runs), next(runs)
    return " ".join(word.text for word in (*one[: len(one) // 2 + 1], *other[len(other) // 2 :]))


def tries(text: str, others: Sequence[str], count: int, chance: random.Random) -> list[Try]:
    """`count` quotes of every kind."""
    runs, foreign = passages(text, chance), passages(text_of_size(others, 100_000, chance), chance)
    made: list[Try] = []
    need = dict.fromkeys((*PRESENT, *INVENTED), count)
    while any(need.values()):
        run = next(runs)
        span = run[0].start, run[-1].end
        verbatim = text[slice(*span)]
        for attempt in (
            Try("verbatim", verbatim, span),
            Try("surface", surface(verbatim, chance), span),
            Try("harmless", harmless(run, chance) or "", span),
            Try("meaning", meaning(run, chance) or "", span),
            Try("elsewhere", " ".join(word.text for word in next(foreign)), None),
            Try("recombined", recombined(runs, chance), None),
            Try("spliced", spliced(runs), None),
        ):
            if need[attempt.kind] and attempt.quote:
                need[attempt.kind] -= 1
                made.append(attempt)
    return made


def right(text: str, attempt: Try, span: Span) -> bool:
    """Whether the quote was found where it comes from, or where the same words stand again."""
    if attempt.span is None:
        return bare(attempt.quote) in bare(text[span.start : span.end])  # a commonplace that is really there
    return span[:2] == attempt.span or bare(text[slice(*attempt.span)]) == bare(text[span.start : span.end])


def bare(text: str) -> str:
    """Letters and digits alone: a comparison that shares no code with what is measured."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def measure(text: str, others: Sequence[str], count: int, chance: random.Random) -> tuple[dict[str, Any], list[str]]:
    """The figures for one text, and what went wrong."""
    attempts = tries(text, others, count, chance)
    tally: Counter[str] = Counter()
    wrong = []
    for attempt in attempts:
        (span,) = align(text, [attempt.quote])
        good = span is not None and right(text, attempt, span)
        tally["located"] += span is not None
        tally["right"] += good
        tally["invented located"] += attempt.span is None and span is not None and not good
        tally[f"{attempt.kind} right"] += good
        tally[f"{attempt.kind} altered"] += span is not None and span.altered
        if not good and (attempt.span or span):
            wrong.append(f"{attempt.kind}: {attempt.quote!r} -> {span}")
    word_index.cache_clear()
    timed = [attempt.quote for attempt in chance.sample(attempts, 200)]
    started = time.perf_counter()
    align(text, timed)
    seconds = time.perf_counter() - started
    present = sum(attempt.span is not None for attempt in attempts)
    found = sum(tally[f"{kind} right"] for kind in PRESENT)
    return {
        "precision": tally["right"] / tally["located"],
        "recall": found / present,
        **{f"{kind} recall": tally[f"{kind} right"] / count for kind in PRESENT},
        "invented located": tally["invented located"] / (len(attempts) - present),
        "meaning altered": tally["meaning altered"] / count,
        "harmless altered": tally["harmless altered"] / count,
        "seconds for 200": seconds,
    }, wrong


def replay(path: Path) -> bool:
    """Print how many alignment cases hold; whether all portable ones do."""
    groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for case in json.loads(path.read_text(encoding="utf-8"))["cases"]:
        groups[case["group"], case["text"]].append(case)
    held: Counter[bool] = Counter()
    total: Counter[bool] = Counter()
    for (_, text), cases in groups.items():
        cases.sort(key=lambda case: case["order"])
        for case, span in zip(cases, align(text, [case["quote"] for case in cases]), strict=True):
            got, portable = list(span[:2]) if span else None, case["portable"]
            total[portable] += 1
            held[portable] += got == case["expected_span"]
            if portable and got != case["expected_span"]:
                click.echo(f"{case['id']}: {case['quote']!r} at {got}, expected {case['expected_span']}")
    click.echo(f"cases: {held[True]} of {total[True]} portable, {held[False]} of {total[False]} others")
    return held[True] == total[True]


@click.command(help=__doc__.split("\n")[0])
@click.option("--data", type=click.Path(path_type=Path), help="Folder with the transcripts.")
@click.option("--cases", type=click.Path(path_type=Path, exists=True), help="Alignment cases to replay.")
@click.option("--count", default=200, show_default=True, help="Quotes of each kind, for each size.")
@click.option("--seed", default=1, show_default=True)
@click.option("--errors", default=0, show_default=True, help="How many failures to print.")
def main(data: Path | None, cases: Path | None, count: int, seed: int, errors: int) -> None:
    if not data and not cases:
        raise click.UsageError("give --data, --cases or both")
    good = replay(cases) if cases else True
    if data:
        chance = random.Random(seed)
        texts = transcripts(data)
        chance.shuffle(texts)
        here, others = texts[: len(texts) // 2], texts[len(texts) // 2 :]
        for size in SIZES:
            figures, wrong = measure(text_of_size(here, size, chance), others, count, chance)
            click.echo(f"\n{size:,} characters")
            for name, value in figures.items():
                click.echo(f"  {name:<18} {value:.3f}")
            for line in wrong[:errors]:
                click.echo(f"    {line}")
            good &= min(figures["precision"], figures["recall"]) >= 0.98 and figures["invented located"] <= 0.01
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
