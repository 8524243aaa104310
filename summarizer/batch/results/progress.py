"""How far a batch is: a live view in a terminal, else a line every half minute; and the table at its end."""

import contextlib
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...exports.wording import clock
from ...llm import Usage
from .outcome import DocumentOutcome

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
    from rich.live import Live

_EVERY = 30.0  # seconds between two lines
_WINDOW = 60.0  # seconds over which the rate is taken
_FIRST = ("Stopping", "Waits for", "Documents", "Failed", "Cost", "Time left")  # where there is no room for all


class Progress:
    """Counts outcomes, and shows them. Use as a context manager around the run."""

    def __init__(self, total: int | None, waits_for: Callable[[], str | None]) -> None:
        """total: documents, where they could be counted. waits_for: what holds the run back just now."""
        self.done = self.incomplete = self.failed = self.earlier = self.again = 0
        self.usage = Usage()
        """What the documents took that this run made."""
        self.stopping = False
        self.changed: list[str] = []
        """Ids of documents that are not what they were, and have a brief again."""
        self._total = total
        self._waits_for = waits_for
        self._begun = time.monotonic()
        self._recent: deque[float] = deque()
        self._ended = threading.Event()
        self._live: Live | None = None

    @property
    def is_live(self) -> bool:
        """Whether it is shown in a terminal as it goes."""
        return self._live is not None

    def __enter__(self) -> "Progress":
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.live import Live

            self._live = Live(
                get_renderable=self._view, console=Console(stderr=True), refresh_per_second=4, transient=True
            )
            self._live.start()
        else:  # a thread, because the time in which no outcome comes is when one wants to know why
            threading.Thread(target=self._tell, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        if self._live is not None:
            self._live.stop()

    def add(self, outcome: DocumentOutcome) -> None:
        """Count a document."""
        now = time.monotonic()
        self.again += outcome.again
        if outcome.again:
            return
        self.done += outcome.state == "complete"
        self.incomplete += outcome.state == "incomplete"
        self.failed += outcome.state == "failed"
        self.earlier += outcome.earlier
        if outcome.changed and outcome.error is None:
            self.changed.append(outcome.id)
        if not outcome.earlier:
            self.usage += outcome.usage
            self._recent.append(now)
            while self._recent[0] < now - _WINDOW:
                self._recent.popleft()

    def _tell(self) -> None:
        while not self._ended.wait(_EVERY):
            with contextlib.suppress(OSError):  # that nobody reads it any more ends no run
                print(self.line(), file=sys.stderr, flush=True)

    def line(self) -> str:
        """All figures in one line."""
        return f"summarizer: {_joined(self._figures())}"

    def _figures(self) -> list[tuple[str, str]]:
        seen = self._seen()
        rate = self._rate()
        usage = self.usage
        figures = [
            ("Documents", f"{seen:,} of {self._total:,}" if self._total is not None else f"{seen:,}"),
            ("Complete", f"{self.done:,}"),
            ("Incomplete", f"{self.incomplete:,}"),
            ("Failed", f"{self.failed:,}"),
            ("From before", f"{self.earlier:,}"),
            ("Per second", f"{rate:.1f}"),
        ]
        if usage.requests or usage.cache_hits:  # a model is at work
            figures += [
                ("Requests", f"{usage.requests:,} ({usage.retries:,} retries, {usage.reasks:,} re-asks)"),
                ("Tokens", f"{usage.prompt_tokens:,} in, {usage.completion_tokens:,} out"),
                ("Cost", "unknown" if usage.cost is None else f"${usage.cost:.4f}"),
            ]
        if self._total is not None and rate:
            figures.append(("Time left", clock(round(max(0, self._total - seen) / rate))))
        if (waiting := self._waits_for()) is not None:
            figures.append(("Waits for", waiting))
        if self.stopping:
            figures.append(("Stopping", "what is under way is finished; Ctrl-C again stops at once"))
        return figures

    def _seen(self) -> int:
        return self.done + self.incomplete + self.failed + self.again

    def _rate(self) -> float:
        span = min(_WINDOW, time.monotonic() - self._begun)
        return len(self._recent) / span if span > 0 else 0.0

    def _view(self) -> "Fitted":
        from rich.progress_bar import ProgressBar
        from rich.table import Table
        from rich.text import Text

        figures = self._figures()
        table = Table.grid(padding=(0, 2))
        if self._total:
            table.add_row("", ProgressBar(self._total, self._seen(), width=60))
        for label, value in figures:
            table.add_row(label, value)
        figures.sort(key=lambda figure: _FIRST.index(figure[0]) if figure[0] in _FIRST else len(_FIRST))
        return Fitted(table, Text(_joined(figures)))


@dataclass(frozen=True)
class Fitted:
    """A view, and what stands for it in a terminal that has not enough rows."""

    whole: "RenderableType"
    short: "RenderableType"

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        # What the terminal itself writes when Ctrl-C is pressed has to fit behind it, or all below moves down.
        options = options.update_width(max(1, options.max_width - len("^C")))
        is_whole = len(console.render_lines(self.whole, options)) <= options.size.height
        yield from console.render(self.whole if is_whole else self.short, options)


def _joined(figures: list[tuple[str, str]]) -> str:
    return ", ".join(f"{label.lower()} {value}" for label, value in figures)


def final_table(manifest: dict[str, Any], took: str) -> str:
    """What became of the documents and what it cost, each on a line. took: the time, in words."""
    counts, usage = manifest["documents"], manifest["usage"]
    cost = "unknown (no price is known)" if usage["cost"] is None else f"${usage['cost']:.4f}"
    rows = [*counts.items()]
    if manifest["settings"]["model"] != "rules":
        repeated = f"{usage['retries']:,} retries, {usage['reasks']:,} re-asks, {usage['cache_hits']:,} shared"
        rows += [
            ("requests", f"{usage['requests']:,} ({repeated})"),
            ("tokens", f"{usage['prompt_tokens']:,} in, {usage['completion_tokens']:,} out"),
            ("cost", cost),
        ]
    rows.append(("time", took))
    return "\n".join(
        f"{label:12}{value:,}" if isinstance(value, int) else f"{label:12}{value}" for label, value in rows
    )
