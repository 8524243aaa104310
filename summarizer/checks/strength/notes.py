"""Notes of tasks that have no verb of their own, or one without a subject: "PR 12 → Ana", "writes it up by Friday"."""

import re
from collections.abc import Sequence

from ...items import Item
from ...ladder.readings import Reading
from ...schemas import Part, Strength
from ...words.lexicon import Lexicon, Token, lexicon, tokens_of
from ...words.rungs import firm
from ...words.scripts import running
from ...words.stems import content_words, family, stem
from ..fields import texts
from ..grounds import Borne, Grounds, Line
from ..proper import shares_name
from ..words import listed

_LONGEST = 18  # words of a note
_NAMES = 4  # words of the names that a note opens or closes with
_ARROW = re.compile(r"(?:→|->|=>)\s*(.+)")
_LABEL = re.compile(r"[^\w@]*(?:@(?=\S+\s))?([^\W\d_][^:]{0,30}?)(?::\s|\s[–—-]\s)")
_HANDLE = re.compile(r"[^\w@]*@(\S+)\s")
_APART = re.compile(r"(?<=[(\[|–—])\s*([^()\[\]|–—]+?)\s*(?=[)\]|–—]|\Z)")
_DUE = frozenset(("have to", "has to", "needs to", "need to"))  # after "still": what somebody was given to do
_LIST_REACH = 12  # lines below "Picked up:" in which its list may run
_TASKS = re.compile(
    r"\b(?:actions?|tasks?|to[- ]?dos?|next steps?|follow[- ]?ups?|pick(?:ed|ing|s)? up|who does what|assignments|homework)\b",
    re.IGNORECASE,
)
_SELF = frozenset(("me", "i"))
_NUMBER = re.compile(r"^[\W\d]+(?=[^\W\d])")
"""What an entry is counted by, and the marks behind it: "30.3—"."""
_OPENING = re.compile(r"(?:[;:,]|\A)\W*\Z")  # what stands before the verb of an order


def task_note(item: Item, said: str, reading: Reading, grounds: Grounds) -> Borne | None:
    """The line that notes a task of the owner whom the claim names; None where the words say more, or of the past."""
    language = grounds.index.language
    owner = next((text.value for text in texts(item, Part.ACTOR)), None)
    if owner is None or language is None or firm(reading.strength):
        return None
    unread = reading.strength is None
    settled = reading.strength in (Strength.DENIED, Strength.CONDITIONAL)
    deed = next((family(word.stem) for word in content_words(said)), "")
    for line in grounds.merged:
        tokens = [token for token in tokens_of(line.text, language) if token.word[0].isalnum()]
        words = [token.word for token in tokens]
        if not words or len(words) > _LONGEST:
            continue
        arrow = _ARROW.search(line.text)
        if arrow and shares_name(owner, arrow[1]):
            return Borne(Reading(Strength.INTENDS, arrow[0], *arrow.span()), line)
        if not listed("bygone").isdisjoint(words):
            continue
        if "still" in words and (reading.words or "").lower() in _DUE and (reading.words or "") in line.text:
            return Borne(Reading(Strength.INTENDS, reading.words, reading.start, reading.end), line)
        timed = _timed(item, line, words, language)
        label = _HANDLE.match(line.text) or _LABEL.match(line.text)
        if label and (_names_time(label[1]) or label[1].lower() in _SELF or shares_name(owner, label[1])):
            order = reading.strength is Strength.PROPOSED and _opens(reading, line.text[label.end(1) :])
            note = line.text[label.end() :]
            if order or (unread and (timed or _begins(note, deed)) and not _done(note, language)):
                return Borne(Reading(Strength.INTENDS, label[1], *label.span(1)), line)
        opened = timed or _begins(line.text, deed)
        if (
            (unread or is_order(said, reading, line) or (not settled and _among_tasks(line, grounds)))
            and opened
            and "[x]" not in line.text
            and (mark := _set_off(owner, line.text))
        ):
            return Borne(Reading(Strength.INTENDS, mark[0], *mark.span()), line)
        elsewhere = reading.words is None or reading.words not in line.text  # what weighs less is said in another line
        if (
            (unread or elsewhere or _tells_deed(reading, deed))
            and (timed or _among_tasks(line, grounds))
            and _told(_behind(item, line, tokens), owner, deed, lexicon(language))
        ):
            return Borne(Reading(Strength.INTENDS, tokens[0].word, tokens[0].start, tokens[0].end), line)
    return None


def _tells_deed(reading: Reading, deed: str) -> bool:
    """Whether the words of a reading are those of the task itself: "talks to the printer about the labels"."""
    weak = reading.words if not firm(reading.strength) else None
    return weak is not None and family(stem(weak.split()[0])) == deed


def _among_tasks(line: Line, grounds: Grounds) -> bool:
    """Whether a line stands under words that announce tasks: "Picked up:", "Who does what"."""
    document = grounds.index.document
    if _TASKS.search(grounds.index.heading(line.number)):
        return True
    for number in range(line.number - 1, max(line.number - _LIST_REACH, 1) - 1, -1):
        text = document.line_text(number).rstrip()
        if text.endswith(":"):
            return _TASKS.search(text) is not None
        if "\n\n" in document.text[document.segment(number).end : document.segment(number + 1).start]:
            return False  # another paragraph
    return False


def is_order(said: str, reading: Reading, line: Line) -> bool:
    """Whether a line with but weak words opens with what it gives somebody to do: "Discuss the plan with the client", "Write
    the tests to ensure that nothing fails"."""
    deed = next((family(word.stem) for word in content_words(said)), "")
    weak = reading.strength is not None and reading.strength.rung is not None and not firm(reading.strength)
    return weak and _begins(line.text, deed)


def _behind(item: Item, line: Line, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words of a line behind the day that it opens with: "By Friday Ana writes it up"."""
    due = item.values.get("due")
    if not isinstance(due, str) or not f"{running(line.text)} ".startswith(f"{running(due)} "):
        return tokens
    return tokens[len(running(due).split()) :]


def _told(tokens: Sequence[Token], owner: str, deed: str, known: Lexicon) -> bool:
    """Whether a note tells of its task as of the present: "writes it up by Friday", "Ana and Ben write it up by Friday".

    Of a language without a table of forms the verb is not looked at."""
    words = [token.word for token in tokens]
    names = {*running(owner).split(), "and"}
    first = 0
    while first < min(len(words), _NAMES) and (words[first] in names or shares_name(owner, words[first])):
        first += 1
    several = "and" in words[1:first]
    verb, following = (*words[first : first + 2], "", "")[:2]
    if known.language != "en":
        return first > 0 and verb != "" and not known.has("auxiliaries", verb)
    if verb in ("is", "are") and first and following.endswith("ing"):
        return family(stem(following)) == deed
    told = verb.endswith("s") or several
    return told and not known.has("auxiliaries", following) and family(stem(verb)) == deed


def _set_off(owner: str, text: str) -> re.Match[str] | None:
    """The owner where a bracket, a dash or the bar of a table sets the name off: "Chase the printer (Ana)"."""
    return next(
        (one for one in _APART.finditer(text) if shares_name(owner, one[1]) and len(one[1].split()) <= _NAMES), None
    )


def _begins(note: str, deed: str) -> bool:
    """Whether a note opens with its task as an order: "chase the printer"."""
    opening = [word for word in _NUMBER.sub("", note).split() if word[:1].isalpha()][:1]
    told = bool(opening) and opening[0].endswith(("ed", "ing", "s")) and not opening[0].endswith("ss")  # not "discuss"
    return bool(opening) and not told and family(stem(opening[0])) == deed


def _names_time(label: str) -> bool:
    return label.lower() in ("today", "tomorrow", "this week", "next week")


def _opens(reading: Reading, text: str) -> bool:
    """Whether the words of a reading open a clause: "Me: new draft; ask Gwil"."""
    at = text.find(reading.words) if reading.words else -1
    numbered = not any(one.isalpha() for one in text[: max(at, 0)])  # "30.3 - Decide on the venue"
    return at >= 0 and (numbered or _OPENING.search(text[:at]) is not None)


def _done(note: str, language: str) -> bool:
    """Whether a note tells what was done or is so: "fixed the login", but not "revised quote out today"."""
    words = re.split(r"[;,.]", note.lower())[0].split()
    stands = any(lexicon(language).has("auxiliaries", word) for word in words)
    return stands or (bool(words) and words[0].endswith("ed") and not {"out", "due"} & set(words))


def _timed(item: Item, line: Line, words: list[str], language: str) -> bool:
    """Whether the line gives a day: one that the claim names, or a word for a time to come."""
    due = item.values.get("due")
    if isinstance(due, str) and running(due) and f" {running(due)} " in f" {running(line.text)} ":
        return True
    return any(lexicon(language).has("soon", word) for word in words)
