"""Speaker labels in a text: which lines begin a turn, whose it is, and when it was spoken.

One line alone cannot tell `Anna: we agreed` from `Agenda: we agreed`, so the whole text decides: the
shapes in which labels are written are counted first, and a label is one where its shape is in use and the
label recurs, or looks like a name throughout.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from .hearings import Opening, examiners, find_openings
from .label_words import FIELDS, FUNCTION_WORDS, OFFICES, PARTICLES, STAGE
from .lines import Line
from .wrapping import CONTINUATION


@dataclass(frozen=True, slots=True)
class Label:
    """A turn begins on this line; its words begin at `body`, or on the next line where the line ends there."""

    speaker: str | None
    """None where only a time stands there."""
    body: int
    time: float | None = None
    on_own_line: bool = False
    """Nothing is said on the line itself, so that all below it is the speaker's."""
    organization: str | None = None
    """Of the speaker, where the label names it beside the name."""


LATEST_START = 420.0
"""Seconds into a recording at which the first words are spoken, at the latest."""

_TIME = r"(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
_RANGE = rf"{_TIME}(?:\s*(?:-->|[-–—])\s*{_TIME})?"
_HALF = r"(?:\s?[AaPp]\.?[Mm]\b\.?)?"
"""Of the day; such a time is one of a clock on the wall."""
_STAMP = rf"(?:[\[(]\s?{_RANGE}{_HALF}\s?[\])]|(?:{_TIME}{_HALF}))"
_CLOCK_MARKS = re.compile(r"\s*[-–—]")
_MOMENT = rf"\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}},?\s\d{{1,2}}:\d{{2}}(?::\d{{2}})?{_HALF}"
_BOLD = r"(?:\*\*|__|\*)?"
_BODY = r"(?:\s+\((?!(?i:she|he|they|host|co-host|guest|external|you|me)\b)(?P<body>[^(),\n]{1,60})\))?"
"""The organization behind a name, as Fathom writes it."""
_WORDS = r"[^\W\d_@(][^:：\[\]|<>\"“”\n]{0,58}?|[@(][^:：\[\]|<>\"“”\n]{1,58}?"
# `stamped` is a name and a time on a line of their own; `alone` a name without one, the weakest of all.
_SHAPES = {
    "stamped": re.compile(
        rf"(?:@?(?P<before>{_STAMP})\s+(?P<mark>[-–—|]\s*)?{_BOLD}(?P<a>{_WORDS}){_BOLD}(?(mark){_BODY})|\[(?P<c>{_WORDS})\]\s+(?P<then>{_STAMP})"
        rf"|{_BOLD}(?P<b>{_WORDS}){_BOLD}(?:\s*+[-–—|,])?+\s++{_BOLD}(?P<after>{_STAMP}){_BOLD})(?=\n|\Z)"
    ),
    "colon": re.compile(
        rf"(?:(?:\[(?:[^\W\d_]{{2,12}}|{_MOMENT})\]|{_MOMENT}(?:\s[-–—])?)\s+)?(?:(?P<before>{_STAMP})\s*(?:[-–—|]\s*)?)?{_BOLD}(?P<a>{_WORDS})\s*"
        rf"(?P<after>{_STAMP})?\s?{_BOLD}[:：]{_BOLD}(?:\s+(?P<then>[\[(]{_TIME}[\])]))?(?=\s|\Z|(?<=：)|(?!//)[^\W\d_])"
    ),
    "bracket": re.compile(r"(?:[\[<](?P<a>[^\W\d_@][^\[\]<>:\n]{0,40})[\]>]):?\s+(?=\S)"),
    "dash": re.compile(r"(?:\((?P<a>[^\W\d_][^()\n]{0,40})\)|(?P<b>[^\W\d_][^()\-–—:.,;\n]{0,40}?))\s+[-–—]\s+(?=\S)"),
    "alone": re.compile(
        rf"{_BOLD}(?P<a>[^\W\d_][\w.'’ -]{{0,40}}?[\w)](?:\s\([^()\n]{{1,40}}\)){{0,2}}){_BOLD}(?=\n|\Z)"
    ),
}
_MARKS = {"stamped": ":", "colon": ":：", "bracket": "[<", "dash": "-–—"}
"""Of which one stands in every line of that shape."""
_PART = rf"(?:{_TIME}|\d{{1,2}}:\d{{1,2}}:\d{{1,2}}[.,]\d{{1,3}})"
_SPAN = re.compile(rf"[\[(]?(?P<time>{_PART})\s*-->\s*{_PART}(?:[\])]\s*|\s+|\Z)")
"""From when to when, as speech recognition prints it, Teams without its zeros (`0:0:7.5`): nothing else is written so."""
_TIME_BEFORE = rf"[\[(]?(?P<time>{_TIME})(?:(?<=[\d])[\])]|(?=\s|\Z))(?:[^\S\n]+|\Z)"
_BARE_TIME = re.compile(rf"{_TIME_BEFORE}(?=[^\W\d]|\Z|[\"“'‘(\[¿¡>…])")
_TIME_AND_NUMBER = re.compile(rf"{_TIME_BEFORE}(?=\d)")
"""One where the others are times of a recording; alone, a row of figures."""
_ENVELOPE = re.compile(r"\A(?:\((?P<name>[^()]+)\)|From\s+(?P<from>.+?)\s+to\s+.+)\Z")
_PARENTHESIS = re.compile(r"\s*\([^()]*\)\s*")
_HOLDER = re.compile(r"[Tt]he [A-Z][\w,'’ -]{2,80} \([A-Z][\w.'’ -]+\)")
"""An office and who holds it: `The Secretary of State for Transport (Anna Berg)`."""
_MEMBER = re.compile(rf".+\([^()]+\)\s\([^()]+\)|{_HOLDER.pattern}|(?:Madam|Mr\.?)(?: Deputy)? Speaker")
"""As Hansard names who speaks: `Tom Okoro (Varde) (Lab)`."""
_WORD = re.compile(r"[^\W_][\w.'’-]*")
_NUMBERED = re.compile(r"[^\W\d_]+[ _#]?\d{1,3}")


def find_labels(text: str, lines: Sequence[Line]) -> dict[int, Label]:
    """The labels of a text by index of their line."""
    return _Finder(text, lines).labels()


def seconds(stamp: str) -> float:
    """Of `1:02:03.5`, `02:03` and the like; of a range, when it begins."""
    total = 0.0
    for part in _CLOCK_MARKS.split(stamp.strip("[]() "))[0].replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


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
        label = _PARENTHESIS.sub(" ", self.label) if self.shape == "alone" else self.label
        return " ".join(label.casefold().split())


class _Finder:
    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self.text = text
        self.lines = lines
        self.candidates = list(self._candidates())
        self.counts: Counter[tuple[str, str]] = Counter((each.shape, each.key) for each in self.candidates)

    def labels(self) -> dict[int, Label]:
        recurring = any(each.shape == "colon" and self._recurs(each) for each in self.candidates)
        openings = find_openings(self.text, self.lines, among_others=recurring)
        shapes = {shape for shape in _SHAPES if self._in_use(shape)}
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
        return _without_clock_times(
            {**self._bare_times(), **self._other_voices(found), **found, **self._opened(openings)}
        )

    def _other_voices(self, named: Mapping[int, Label]) -> dict[int, Label]:
        """Where captions whose labels stand behind `>>` have another voice begin, and name nobody."""
        if not any(self._changes_voice(self.lines[number]) for number in named):
            return {}
        return {n: Label(None, line.start) for n, line in enumerate(self.lines) if self._changes_voice(line)}

    def _opened(self, openings: Mapping[int, Opening]) -> dict[int, Label]:
        """Labels without a colon; a question is whoever's turn it is to ask."""
        if not openings:
            return {}
        asking = {each.line: each for each in examiners(self.text, self.lines)}
        found: dict[int, Label] = {}
        examiner: str | None = None
        for number in sorted({*openings, *asking}):
            if number in asking:
                examiner = asking[number].speaker
                found[number] = Label(examiner, asking[number].body, on_own_line=True)
            else:
                each = openings[number]
                found[number] = Label(examiner if examiner and each.is_question else each.speaker, each.body)
        return found

    def _bare_times(self) -> dict[int, Label]:
        """Times of a recording before words or on a line of their own, without a name, that come again and again."""
        spans, found = self._timed(_SPAN), self._timed(_BARE_TIME)
        spans.update(self._named_below(spans))
        named = self._named_below(found) or self._named_above(found)
        times = [each.time or 0.0 for each in found.values()]
        # "00:05:00" on a line of its own is no hour of the day.
        alone = all(each.on_own_line and self._is_full(number) for number, each in found.items())
        running = (len(times) > 2 or alone or named) and times[:1] <= [LATEST_START] and times == sorted(times)
        if not (found and running):
            return spans  # the others are hours of the day, as in an agenda
        everything = dict(sorted({**found, **self._timed(_TIME_AND_NUMBER)}.items()))
        if (times := [each.time or 0.0 for each in everything.values()]) == sorted(times):
            found = everything
        return {**spans, **found, **named}

    def _timed(self, pattern: re.Pattern[str]) -> dict[int, Label]:
        found: dict[int, Label] = {}
        for number, line in enumerate(self.lines):
            stamp = pattern.match(self.text, line.start, line.end) if line.mark == "text" and not line.literal else None
            if stamp:
                found[number] = Label(None, stamp.end(), seconds(stamp["time"]), stamp.end() == line.end)
        return found

    def _named_below(self, times: Mapping[int, Label]) -> dict[int, Label]:
        """Names on the line below a time, with words below them, where all times have one."""
        found: dict[int, Label] = {}
        for number, time in times.items():
            below = self.lines[number + 1 : number + 3]
            if not time.on_own_line or len(below) < 2 or any(line.mark != "text" for line in below):
                return {}
            name = self.text[below[0].start : below[0].end].rstrip(":")
            if not is_name(name):
                return {}
            found[number + 1] = Label(name, below[0].end, time.time, on_own_line=True)
        return found if len(found) > 1 else {}

    def _named_above(self, times: Mapping[int, Label]) -> dict[int, Label]:
        """The times with the names on the line above, where all have one and words below; that line then says no more."""
        found: dict[int, Label] = {}
        for number, time in times.items():
            above, below = self.lines[max(number - 1, 0)], self.lines[number + 1 : number + 2]
            if not time.on_own_line or above.mark != "text" or not below or below[0].mark != "text":
                return {}
            name = self.text[above.start : above.end].rstrip(":")
            if not is_name(name):
                return {}
            found[number - 1] = Label(None, above.end, on_own_line=True)
            found[number] = replace(time, speaker=name)
        return found if len(times) > 1 else {}

    def _is_full(self, number: int) -> bool:
        """Whether a line holds a time with its hours, minutes and seconds."""
        return self.text.count(":", self.lines[number].start, self.lines[number].end) == 2

    def _candidates(self) -> Iterator[_Candidate]:
        for number, line in enumerate(self.lines):
            if line.literal or line.mark not in ("text", "bullet"):
                continue
            if CONTINUATION.match(self.text, line.start):
                continue
            for shape, pattern in _SHAPES.items():
                if line.quoted and (shape != "colon" or not self._changes_voice(line)):
                    continue
                marks = _MARKS.get(shape)
                if marks and not any(self.text.find(mark, line.start, line.end) >= 0 for mark in marks):
                    continue
                match = pattern.match(self.text, line.start, line.end)
                if match is None:
                    continue
                parts = match.groupdict()
                label = (parts["a"] or parts.get("b") or parts.get("c") or "").strip(" *_,-–|")
                envelope = _ENVELOPE.match(label)
                if envelope:
                    label = envelope["name"] or envelope["from"]
                # `- Question: who pays?` is no turn, and `- Ben Adu (Acme)` stands on a list.
                listed = line.mark == "bullet" and (_is_nameless(label) or (shape == "alone" and "(" in label))
                if plausible(label) and not listed:
                    stamp = parts.get("before") or parts.get("after") or parts.get("then")
                    if stamp and any(map(str.isalpha, stamp)):
                        stamp = None
                    enclosed = shape == "dash" and parts["a"] is not None
                    yield _Candidate(number, shape, label, match.end(), stamp, parts.get("body"), enclosed)
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
        if each.key in known:
            return each.shape != "alone" or self._introduces(each)
        if each.shape == "stamped":
            return True
        if each.key in OFFICES:
            return False
        if each.shape == "alone":
            named = self.counts["alone", each.key] > 1 or bool(_MEMBER.fullmatch(each.label))
            return named and self._is_name(each.label) and self._introduces(each)
        if each.shape == "bracket" and len(words) > 2 and each.key.isalpha():
            return True
        if (each.shape in ("colon", "bracket") or each.enclosed) and self._is_name(each.label):
            return True
        # Who speaks once is nobody else's words; but `- Tell Anna Berg - it is late` is an item of a list.
        apart = each.shape == "dash" and " " in each.key and self.lines[each.line].mark == "text"
        if apart and self._is_name(each.label):
            return True
        return bool(words.intersection(each.key.split())) and _capitalised(each.label)

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
        if _is_nameless(label):
            return False  # of a list, unless it recurs
        words = [word for word in _WORD.findall(_PARENTHESIS.sub(" ", label)) if len(word) > 2]
        return _capitalised(label) and not (words and all(word.lower() in self._common for word in words))

    @cached_property
    def _common(self) -> set[str]:
        return {word for word in re.findall(r"(?<![\w@#-])[^\W\d_]{3,}(?![\w-])", self.text) if word.islower()}

    @cached_property
    def _paragraphs(self) -> int:
        """Lines that could begin a turn."""
        return sum(line.mark in ("text", "bullet") and not line.literal for line in self.lines)


def plausible(label: str) -> bool:
    """Whether a label can be a speaker at all: a name, a role or a handle of one to six words, and no field of a form."""
    bare = _PARENTHESIS.sub(" ", label).strip()
    if _is_nameless(bare) or _HOLDER.fullmatch(label):
        return True
    words = _WORD.findall(bare)
    if not 0 < len(words) <= 6 or (not bare[:1].isalpha() and bare[:1] != "@"):
        return False
    if any(c.isdigit() for c in bare) and not _NUMBERED.fullmatch(bare):
        return False
    if any(c in bare for c in "!?;/=•") or bare.count(",") > 1:
        return False
    keys = [word.casefold().rstrip(".") for word in words]
    if any(key in FIELDS for key in keys) or keys[0] in STAGE:
        return False
    if any(_is_function_word(word, bare) for word in words[1:]):
        return False
    if keys[0] in FUNCTION_WORDS and (len(words) == 1 or keys[0] != "the"):
        return False
    lower = [word for word in words if word[:1].islower() and word.casefold() not in PARTICLES]
    return not lower or len(lower) == len(words)


def is_name(line: str) -> bool:
    """Whether a line on its own can be the name of a speaker, by its form alone."""
    return plausible(line) and _capitalised(line)


def _is_nameless(label: str) -> bool:
    """`Q`, `A`, `QUESTION`, and the letters of voices that a transcript leaves without a name."""
    return (len(label) == 1 and label.isupper()) or label.title() in ("Question", "Answer")


def _is_function_word(word: str, label: str) -> bool:
    """`at` and `AT`, but not the letter of `Grad A` nor, beside lower case, a title such as `AM`."""
    if word.isupper() and (len(word) == 1 or not label.isupper()):
        return False
    return word.casefold() in FUNCTION_WORDS


def _capitalised(label: str) -> bool:
    words = [word for word in _WORD.findall(_PARENTHESIS.sub(" ", label)) if word.casefold() not in PARTICLES]
    return bool(words) and all(word[:1].isupper() or word[:1].isdigit() for word in words)


def _without_clock_times(labels: dict[int, Label]) -> dict[int, Label]:
    """Times that do not begin near zero are those of a clock on the wall, not seconds of a recording."""
    first = next((each.time for each in labels.values() if each.time is not None), None)
    if first is None or first <= LATEST_START:
        return labels
    return {number: replace(each, time=None) for number, each in labels.items()}
