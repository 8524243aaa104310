"""Speaker labels in a text: which lines begin a turn, whose it is, and when it was spoken.

One line alone cannot tell `Anna: we agreed` from `Agenda: we agreed`, so the whole text decides: the
shapes in which labels are written are counted first, and a label is one where its shape is in use and the
label recurs, or looks like a name throughout.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from .hearings import counted_questions, find_openings
from .labels import (
    OF_RECORDING,
    SENDER,
    SENT,
    SHAPES,
    Label,
    bare_times,
    hours_below_names,
    seconds,
    without_clock_times,
)
from .lines import CONTINUATION, Line
from .speaker_names import (
    HOLDER,
    OFFICES,
    PARENTHESIS,
    PARTICLES,
    WORD,
    capitalised,
    form_fields,
    is_counted,
    is_nameless,
    is_uncased,
    plausible,
)

_BOLD_LABEL = re.compile(r"(?:\*\*|__)([^*_:\n]{2,60}):?(?:\*\*|__):?\s")
"""What opens an entry of a list, in bold."""
_SEVERAL = 3
"""Words of a label of which but half need be common to make it no name."""
_FEWEST_SENT = 3
_LONGEST_OFFICE = 2
"""Words of a label that names an office and stands once: "Clerk", "Federal Mediator"."""
_BEFORE_OFFICE = frozenset(("the", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "madam", "madame"))
_WEEKDAY = re.compile(r",\s(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*|today|yesterday)\Z", re.IGNORECASE)
"""Between a name and the hour: `Anna Berg, Tue 9:41 AM`."""
_MARKS = {"stamped": ":", "colon": ":：", "bracket": "[<", "logged": "<[", "dash": "-–—"}
"""Of which one stands in every line of that shape."""
_ENVELOPE = re.compile(r"\A(?:\((?P<name>[^()]+)\)|From\s+(?P<from>.+?)\s+to\s+.+|From\s\s+(?P<all>\S.*))\Z")
"""Two spaces part the word from the name in a chat of Zoom."""
_MEMBER = re.compile(rf".+\([^()]+\)\s\([^()]+\)|{HOLDER.pattern}|(?:Madam|Mr\.?)(?: Deputy)? Speaker")
"""As Hansard names who speaks: `Tom Okoro (Varde) (Lab)`."""


def find_labels(text: str, lines: Sequence[Line]) -> dict[int, Label]:
    """The labels of a text by index of their line."""
    return _Finder(text, lines).labels()


@dataclass(frozen=True)
class _Candidate:
    line: int
    shape: str
    label: str
    body: int
    stamp: str | None
    organization: str | None
    enclosed: bool
    """`(Anna) - ...`, which is hardly ever anything else."""

    @cached_property
    def key(self) -> str:
        label = PARENTHESIS.sub(" ", self.label) if self.shape == "alone" else self.label
        return " ".join(label.casefold().split())


def _candidate(number: int, shape: str, match: re.Match[str], line: Line) -> _Candidate | None:
    """What stands in the place of a label, if it may be one."""
    parts = match.groupdict()
    label = (parts["a"] or parts.get("b") or parts.get("c") or "").strip(" *_,-–|")
    if shape == "stamped":
        label = _WEEKDAY.sub("", label)
    envelope = _ENVELOPE.match(label)
    if envelope and match[0].startswith("["):
        return None  # `[tomas] (Acme): we will` is said by Tomas
    if envelope:
        label = next(filter(None, envelope.groups()))
    # `- Question: who pays?` is no turn, and `- Ben Adu (Acme)` stands on a list.
    listed = line.mark == "bullet" and (is_nameless(label) or (shape == "alone" and "(" in label))
    if listed or not plausible(label):
        return None
    stamp = parts.get("before") or parts.get("after") or parts.get("then")
    if stamp and not OF_RECORDING.fullmatch(stamp):
        stamp = None
    enclosed = shape == "dash" and parts["a"] is not None
    return _Candidate(number, shape, label, match.end(), stamp, parts.get("body"), enclosed)


class _Finder:
    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self.text = text
        self.lines = lines
        self.candidates = list(self._candidates())
        self.counts: Counter[tuple[str, str]] = Counter((each.shape, each.key) for each in self.candidates)

    def labels(self) -> dict[int, Label]:
        openings = find_openings(self.text, self.lines, among_others=self._has_recurring)
        shapes = {shape for shape in SHAPES if self._in_use(shape)}
        if any(each.is_question for each in openings.values()):
            shapes.add("colon")  # nobody else but `MS. BERG: ...` may answer, or object, once
        known = {each.key for each in self.candidates if each.shape in shapes and self._recurs(each)}
        words = {word for key in known for word in key.split()}
        found: dict[int, Label] = {}
        for each in self.candidates:
            if each.shape in shapes and each.line not in found and self._is_speaker(each, known, words):
                time = seconds(each.stamp) if each.stamp else None
                own = not self.text[each.body : self.lines[each.line].end].strip()
                found[each.line] = Label(each.label, each.body, time, own, each.organization)
        return without_clock_times(
            {
                **bare_times(self.text, self.lines),
                **hours_below_names(self.text, self.lines),
                **found,
                **{number: Label(each.speaker, each.body) for number, each in openings.items()},
                **self._exported(),
            }
        )

    def _exported(self) -> dict[int, Label]:
        """Who sends each message of a chat that was exported; nobody what the program itself notes there."""
        sent = {n: at for n, each in enumerate(self.lines) if (at := SENT.match(self.text, each.start, each.end))}
        named = {n: SENDER.match(self.text, at.end(), self.lines[n].end) for n, at in sent.items()}
        senders = {n: by for n, by in named.items() if by and (by["a"].startswith("+") or plausible(by["a"].strip()))}
        if len(senders) < _FEWEST_SENT:
            return {}
        notices = {n: Label(None, at.end()) for n, at in sent.items()}
        return notices | {n: Label(by["a"].strip(), by.end()) for n, by in senders.items()}

    def _candidates(self) -> Iterator[_Candidate]:
        questions = counted_questions(self.text, self.lines)
        for number, line in enumerate(self.lines):
            if line.literal or line.mark not in ("text", "bullet"):
                continue
            if CONTINUATION.match(self.text, line.start):
                continue
            start = questions.get(number, line.start)
            for shape, pattern in SHAPES.items():
                if line.quoted and (shape != "colon" or not self._changes_voice(line)):
                    continue
                marks = _MARKS.get(shape)
                if marks and not any(self.text.find(mark, line.start, line.end) >= 0 for mark in marks):
                    continue
                match = pattern.match(self.text, start, line.end)
                each = None if match is None else _candidate(number, shape, match, line)
                if each is not None:
                    yield each
                    if shape != "bracket":
                        break

    def _changes_voice(self, line: Line) -> bool:
        """Whether `>>` stands before it, as captions write where another voice begins, and not a mark of quotation."""
        return line.quoted and self.text[max(line.start - 4, 0) : line.start].rstrip().endswith(">>")

    def _in_use(self, shape: str) -> bool:
        """Whether the text writes its labels so. The more often a shape means something else, the more it must recur."""
        here = [each for each in self.candidates if each.shape == shape]
        recurring = [each for each in here if self._recurs(each)]
        speakers = {each.key for each in recurring}
        if shape == "stamped":
            return len(here) > 1
        if shape == "colon":
            named = [each for each in here if self._recurs(each) or self._is_name(each.label)]
            distinct = {each.key for each in named}
            return len(distinct) > 1 and ((bool(recurring) and len(named) > 2) or 2 * len(named) >= self._paragraphs)
        if shape == "alone":
            return len(speakers) > 1 and len(recurring) > 5
        return len(speakers) > 1 and len(recurring) > 3

    def _recurs(self, each: _Candidate) -> bool:
        times = self.counts[each.shape, each.key]
        if each.shape == "alone":
            return times > 2 and self._introduces(each)
        if each.key.islower() and each.label == each.key and " " in each.key:
            return times > 2
        return times > 1

    def _is_speaker(self, each: _Candidate, known: set[str], words: set[str]) -> bool:
        if each.shape == "colon" and each.key in self._fields:
            return False
        if each.key in known:
            return each.shape != "alone" or self._introduces(each)
        if each.shape in ("stamped", "logged"):
            return True
        if _is_office(each.key):
            return False
        if each.shape == "alone":
            named = self.counts["alone", each.key] > 1 or bool(_MEMBER.fullmatch(each.label))
            return named and self._is_name(each.label) and self._introduces(each)
        if each.shape == "bracket" and len(words) > 2 and each.key.isalpha():
            return True
        if each.shape == "colon" and each.line in self._of_matters:
            return False
        if (each.shape in ("colon", "bracket") or each.enclosed) and self._is_name(each.label):
            return True
        # Who speaks once is nobody else's words; but `- Tell Anna Berg - it is late` is an item of a list.
        apart = each.shape == "dash" and " " in each.key and self.lines[each.line].mark == "text"
        if apart and self._is_name(each.label):
            return True
        if each.shape == "colon" and each.label.islower() and self._calls(each.label):
            return True
        return bool(words.intersection(each.key.split())) and capitalised(each.label)

    @cached_property
    def _of_matters(self) -> set[int]:
        """The entries of lists of which most have bold labels that are no names: `- **Launch date:** in June`."""
        found: set[int] = set()
        for is_list, group in groupby(enumerate(self.lines), lambda one: one[1].mark in ("bullet", "blank")):
            entries = [(number, line) for number, line in group if is_list and line.mark == "bullet"]
            for indent in {line.indent for _, line in entries}:
                own = [(number, line) for number, line in entries if line.indent == indent]
                heads = [_BOLD_LABEL.match(self.text, line.start, line.end) for _, line in own]
                labels = [head[1].strip() for head in heads if head is not None]
                others = sum(is_nameless(one) or not (plausible(one) and self._is_name(one)) for one in labels)
                if 2 * others >= len(labels) > 1:
                    found.update(number for number, _ in own)
        return found

    def _calls(self, word: str) -> bool:
        """Whether the text has a full name that begins with a word, by which its bearer may type: "carl" of Carl Ek."""
        return word.isalpha() and re.search(rf"\b{word.capitalize()} [^\W\d_a-z]\w", self.text) is not None

    def _introduces(self, each: _Candidate) -> bool:
        """Whether something is said on the line after it."""
        following = self.lines[each.line + 1] if each.line + 1 < len(self.lines) else None
        if following is not None and following.mark == "blank" and each.line + 2 < len(self.lines):
            following = self.lines[each.line + 2]
        return following is not None and following.mark in ("text", "bullet")

    def _is_name(self, label: str) -> bool:
        """Whether it looks like a name: a handle, or capitals and not of words that are common nouns in this text."""
        if label.startswith("@"):
            return True
        if is_nameless(label) or is_counted(label):
            return False  # of a list, unless it recurs
        if is_uncased(label):
            return self._has_recurring  # no capital tells it from the field of a form
        words = [word for word in WORD.findall(PARENTHESIS.sub(" ", label)) if len(word) > 2]
        common = [word for word in words if word.lower() in self._common]
        if len(words) >= _SEVERAL and 2 * sum(word.lower() not in PARTICLES for word in common) >= len(words):
            return False  # "Abstraction of the Motor", where the text speaks of motors
        return capitalised(label) and not (words and len(common) == len(words))

    @cached_property
    def _fields(self) -> frozenset[str]:
        return form_fields(self.text, self.lines)

    @cached_property
    def _has_recurring(self) -> bool:
        return any(each.shape == "colon" and self._recurs(each) for each in self.candidates)

    @cached_property
    def _common(self) -> set[str]:
        return {word for word in re.findall(r"(?<![\w@#-])[^\W\d_]{3,}(?![\w-])", self.text) if word.islower()}

    @cached_property
    def _paragraphs(self) -> int:
        """Lines that could begin a turn."""
        return sum(line.mark in ("text", "bullet") and not line.literal for line in self.lines)


def _is_office(key: str) -> bool:
    """Whether a label names an office, "Clerk", "Federal Mediator", and addresses nobody as "Madam Speaker" does."""
    words = key.split()
    return bool(words) and words[-1] in OFFICES and len(words) <= _LONGEST_OFFICE and words[0] not in _BEFORE_OFFICE
