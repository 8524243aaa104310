"""Resolutions, decisions and carried motions, each on the line that records it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ....alternatives import any_of
from ....mood.asserted import is_asserted
from ..layout.commands import commanded_decisions
from ..layout.found import Decided
from ..layout.history import history, is_within
from ..layout.page import LIST_LABEL, Page, Sentence, without_typist
from ..layout.rows import Row
from ..sentences.long_ago import is_long_ago
from .below import outcomes
from .motions import motions
from .moved import ADJOURNS, CARRIED, FURTHEST, MOVED, MOVED_TO, TALLY

NUMBER = r"(?:\s*(?:#|no\.?|nr\.?|number)?\s*\d[\d.\-/]*)?"
BOLD = r"\*{0,2}"
"""Where the bold type of a label ends, before or behind its colon."""
RESOLVED = re.compile(
    rf"(?:\[\w+\]\s*)?(?:resolutions?|resolved|decisions?|agreed|decided|verdict|outcome|consensus|conclusion of the chair|motion carried|carried|adopted|approved)\b{NUMBER}\s*{BOLD}[:—–]{BOLD}\s*(?P<text>\S.*)"
    r"|(?:RESOLVED|RESOLUTION|AGREED|DECIDED)\b\**,?\s+(?:[–—-]\s+)?(?:FURTHER\b,?\s+)?(?:\([^()]{2,80}\),?\s*)?(?:[Tt]hat\s+)?(?P<plain>\S.*)|Resolved\s+(?P<noted>[A-Z][a-z]+\s\S.*)"
    r"|(?:DECISION|RESOLUTION)\s+(?:#|N[or]\.?\s*)?\d[\d.\-/]*\s+(?P<numbered>[A-Z]\S*\s\S.*)",
    re.DOTALL,
)
LABEL = re.compile(
    r"(?:\[\w+\]\s*)?(?:resolutions?|resolved|decisions?|agreed|decided|verdict|outcome|consensus|adopted|approved)\b(?=\W)",
    re.IGNORECASE,
)
WITHIN = re.compile(
    r"(?:(?:RESOLVED|AGREED|DECIDED)\b|(?:Resolved|Agreed|Decided)(?=:))(?: UNANIMOUSLY| FURTHER,?)?\s*[:—–,]?\s+(?:that\s+)?(?P<words>[^\W\d_]\S*\s\S.*)",
    re.DOTALL,
)
"""A sentence behind others on its row: "The Clerk told of the shelter. RESOLVED: that it be painted."."""
CONCLUSION = re.compile(r"conclusions?(?: and decisions?)?:?", re.IGNORECASE)
"""Over what was decided, where it stands below the heading of a subject."""
SECTION = re.compile(
    r"(?:key |main )?(?:decisions?|resolutions?)(?: (?:made|taken|reached))?(?: ?/ ?action items?)?:?", re.IGNORECASE
)
# Sentences of minutes that report a decision of those present.
BODY = r"(?:the )?(?:board|committee|council|commission|group|working group|members|trustees|governors|councillors|directors|meeting|assembly|parties|participants|delegations|panel|team|cabinet)"
_REPORTS = (
    rf"(?:it was|was) (?:unanimously |further |also )?(?:agreed|decided|resolved)\b(?! to disagree)"
    r"(?!(?:(?<=, it was agreed)|(?<=, it was decided)), \w+ed\b)"  # "This, it was agreed, raised questions": a remark
    rf"|(?:{BODY}|the (?-i:[A-Z]{{2,6}})) (?:then |also |unanimously |further )*(?:approved|adopted|resolved|decided|voted to|ratified|accepted the|endorsed|rejected)\b"
    r"|we (?:have )?(?:then |also |finally )?(?:agreed|decided|resolved) (?:to|that|not|on)\b"
    r"|motions?\b(?:[^.]|(?<=\bMr)\.|(?<=\bMrs)\.|(?<=\bMs)\.|(?<=\bDr)\.){0,160}?\b(?:carried|passed|carries|passes|(?:was |were )?(?:approved|adopted|accepted))\b"
    r"|(?:was|were) (?:unanimously )?(?:approved|adopted|ratified)\b(?: unanimously| as (?:read|amended|presented|submitted)| by| (?:on|in|with) an? (?:\w+ )?(?:\w+[- ])?(?:vote|majority))"
    r"|(?:contract|tender|bid|grant|funding|licen[cs]e|lease|permission|leave|post)s?\b[^.;]{0,60}? (?:was|were) (?:then |duly |unanimously )?(?:awarded|granted|allocated|approved|let)\b"
    rf"|{BODY} (?:then |also |unanimously )*(?:awarded|granted|allocated|co-opted|waived)\b"
    r"|by (?:general )?consensus,? [^.;]{3,80}? (?:was|were) \w+ed\b"
    r"|(?:minutes|agenda)\b[^.;]{0,120}?\b(?:was|were) (?:then |duly |formally )?(?:approved|adopted|accepted|agreed|confirmed)\b"
)
REPORTED = re.compile(rf"\b{any_of(_REPORTS)}", re.IGNORECASE)
# A record that leaves out who decided: "Approved as amended."
BARE = re.compile(
    r"(?:agreed|approved|adopted|accepted|carried)\s(?:as an?|as (?:read|amended|presented)|unanimously|without|by (?:(?:a |roll[- ]call |unanimous |majority )*vote|show of hands|majority|consensus|acclamation))\b",
    re.IGNORECASE,
)
CAPITALS = re.compile(
    r"(?<=\w )(?:RESOLVED|APPROVED|AGREED|DECIDED|ADOPTED|DECLINED|REFUSED|REJECTED|RATIFIED|ENDORSED)\b"
)
"""The verb of a decision that minutes set in capitals inside a sentence."""
NOTED = re.compile(
    r"(?:Agreed|Resolved|Decided) (?:to|that) (?=\w)|(?:Approved|Adopted|Ratified) (?:the|an?)\b(?! (?:\S+ ){0,2}(?:was|were|is|are)\b)"
)
"""A sentence of minutes without a subject: "Agreed to sell it", "Approved the budget"."""
MINUTED = re.compile(
    r"\bsenate (?:then |also |unanimously )?(?:approved|adopted|endorsed|resolved|ratified|agreed to)\b|"
    r"(?:was|were) (?:then |duly |unanimously )?(?:awarded|granted|given|allocated) (?:the|an?)\b[^.;,]{0,40}?\b(?:contract|tender|work|job|order|grant|lease|licen[cs]e|permission)\b"
    r"|\b(?:quotations?|quotes?|tenders?|bids?|offers?|estimates?|payments?|invoices?|accounts?|expenditure|budget|precept|statements?|polic(?:y|ies)|strateg(?:y|ies)|terms of reference|minute|reports?|resignations?|applications?|nominations?)\b"
    r"(?:[^.;:]|\.(?=\d)){0,80}? (?:was|were) (?:then |duly |unanimously )?(?:accepted|approved|adopted|agreed|authori[sz]ed|ratified)\b",
    re.IGNORECASE,
)
"""What minutes report of a matter that those who meet decide on, and a report may tell of others."""
ELECTED = re.compile(r"\b(?:was|were) (?:duly |unanimously )?(?:re-?)?(?:elected|appointed)\b(?! in \d)")
DENIED = re.compile(
    r"\b(?:not|never|no (?:decision|agreement|consensus)|failed|if|whether|unless|would|should|could|may|might)\b",
    re.IGNORECASE,
)
AND_THEN = re.compile(r"[^\W\d_]{3,},? (?:and|but|so|after which)(?: finally| then)? $")
"""Between what was talked of and what was agreed, in one sentence."""
RECALLED = re.compile(r"\b(?:mentioned|recalled|reminded [^.;]{2,40}|explained|recounted) that\b[^.;]*$", re.IGNORECASE)
"""Before what somebody only tells of."""
EARLIER = re.compile(
    r"\b(?:earlier|previous(?:ly)?|last (?:week|month|year|meeting|call|time)|where|when|once|since|after)\b",
    re.IGNORECASE,
)
"""Before "we decided" that was said of another meeting."""
COUNTED = re.compile(r"(?P<number>\((?:[ivx]{1,4}|[a-h]|\d{1,2})\)\s+)(?:[Tt]hat\s+)?(?=\S)")
"""How one of several decisions under a label begins: "(ii) that ..."."""
LINK = re.compile(r"\[[^\[\]]*\]\([^()]*\)")
ROW_NUMBER = re.compile(r"[A-Z]{0,3}[-#]?\d.*")
"""The first cell of a row in a table of decisions: "3", "D3"."""
NUMBERED_ENTRY = re.compile(r"(?:D|DEC|R)-?\d{1,3}(?:[.:)]|\s[–—-])\s+(?=\S)")
NOTHING = re.compile(
    r"(?:none|n/?a|no (?:decisions|resolutions)\b.*|(?:[\w ]{3,20}, )?no (?:decisions?|advancement|resolutions?) (?:was |were |is )?(?:sought|taken|made|needed|required|asked for)\b.*|(?:reviewers?|champions?|presenters?|editors?|speakers?): .*|\W*)",
    re.IGNORECASE,
)
LONGEST = 2_000
LONGEST_LISTED = 600
ROW_END = re.compile(r"\s*[;,](?:\s*(?:and|or))?$")  # of a row that another follows: "to thank the council; and"
"""Characters of an entry in a list of decisions; what is longer is talk."""
SHORT = 100
"""Characters of a remark that may stand inside a list of decisions."""


def decisions(page: Page) -> list[Decided]:
    """Each decision once, where it is first recorded."""
    seen: set[str] = set()
    found = []
    told = [
        *outcomes(page),
        *motions(page),
        *commanded_decisions(page),
        *_labelled(page),
        *_sections(page),
        *_reported(page),
    ]
    for decided in sorted(told, key=lambda one: one.start):
        key = " ".join(re.findall(r"\w+", decided.words.lower()))
        if key and not any(key in other for other in seen):
            seen.add(key)
            found.append(decided)
    return found


def _labelled(page: Page) -> Iterator[Decided]:
    counted: Row | None = None  # the row of a label behind which decisions are counted: "AGREED: (i) that ..."
    for row in page.rows:
        if counted is not None and (number := COUNTED.match(row.text)) is not None:
            yield from _counted(row, number, counted)
            continue
        counted = None
        match = RESOLVED.fullmatch(row.text) or (
            RESOLVED.fullmatch(_lower_label(row.text)) if LABEL.match(row.text) else None
        )
        if match is None or row.end - row.start > LONGEST or page.addresses_reader(row.start):
            continue
        if row.heading and row.text.isupper():
            continue  # "RESOLUTION 7: LEASE OF THE DEPOT": what follows is about it
        group = next(name for name in ("text", "plain", "noted", "numbered") if match[name])
        start = match.start(group)
        first = COUNTED.match(row.text, start)
        if first is not None and COUNTED.search(row.text, first.end()) is None:
            start, counted = first.end(), row
        yield from _decided(row, start, f"{row.text[: match.start(group)].strip(' :#').split()[0].upper()} line")


def _counted(row: Row, number: re.Match[str], heading: Row) -> Iterator[Decided]:
    """One of several decisions under a label, quoted without its number."""
    at = number.end("number")
    behind = replace(row, text=row.text[at:], start=row.start + at)
    yield from _decided(behind, number.end() - at, "list of decisions", heading=heading)


def _lower_label(text: str) -> str:
    """The row with its label in small letters; nothing else changes, so offsets hold."""
    label = LABEL.match(text)
    return text if label is None else text[: label.end()].lower() + text[label.end() :]


def _sections(page: Page) -> Iterator[Decided]:
    inside: Row | None = None
    above: list[int] = []  # levels of the headings that a row stands under
    for row in page.rows:
        if row.heading:
            above = [*(level for level in above if level < row.heading), row.heading]
        is_conclusion = len(above) > 1 and above[-2] > 1 and CONCLUSION.fullmatch(row.text.strip(" *_")) is not None
        is_label = (
            (row.heading > 0 and is_conclusion)
            or SECTION.fullmatch(row.text.strip(" *_")) is not None
            or LIST_LABEL.fullmatch(row.text) is not None
        )
        if row.heading or (is_label and not row.listed):
            inside = row if is_label else None
        elif inside is not None and (number := COUNTED.match(row.text)) is not None and not row.heading:
            yield from _counted(row, number, inside)
        elif inside is not None and not row.listed:
            # A label that is no heading is over the list right below it, and no more.
            stays = inside.heading > 0 and (not row.gap or len(row.text) <= SHORT)
            inside = inside if stays else None
        elif inside is not None and row.table:
            cells = list(re.finditer(r"[^|]+", row.text))
            if len(cells) > 1 and ROW_NUMBER.fullmatch(cells[0][0].strip()):
                cell = max(cells[1:], key=lambda c: len(LINK.sub("", c[0]).strip()))
                start = cell.start() + len(cell[0]) - len(cell[0].lstrip())
                yield from _decided(row, start, "list of decisions", cell.start() + len(cell[0].rstrip()), inside)
        elif inside is not None and row.listed and row.indent == 0 and not LABEL.match(row.text):
            number = NUMBERED_ENTRY.match(row.text)
            yield from _decided(row, number.end() if number else 0, "list of decisions", heading=inside)


def _reported(page: Page) -> Iterator[Decided]:
    minuted = page.document.kind == "minutes"
    before: Sentence | None = None
    past = history(page)
    motion: tuple[Sentence, int] | None = None  # that waits for its vote, and how many sentences ago it was put
    for sentence in [] if page.spoken else page.running:
        moved, before = before, sentence
        if LIST_LABEL.fullmatch(sentence.text) or is_within(past, sentence.start):
            continue  # what was resolved stands in the rows below
        if sentence.speaker is not None or len(sentence.text) > LONGEST or page.addresses_reader(sentence.start):
            continue
        start, end = sentence.start, sentence.start + len(sentence.text)
        within = WITHIN.fullmatch(sentence.text) if minuted else None
        if within is not None:
            first = start + within.start("words")
            words = without_typist(page.text[first:end]).rstrip(" .")
            yield Decided(words, first, first + len(words), (start, end), "RESOLVED within a row")
            continue
        put = MOVED_TO.match(sentence.text)
        if put:
            motion = (sentence, 0)
        elif motion and not TALLY.match(sentence.text):
            motion = (motion[0], motion[1] + 1) if motion[1] < FURTHEST else None
        carried = CARRIED.match(sentence.text) or (_VOTE.search(sentence.text) if motion and not put else None)
        if carried and moved and ADJOURNS.search(moved.text):
            motion = None
            continue
        if carried and motion and not put:
            if carried["how"].lower() not in ("failed", "lost"):
                yield from _motion(page, motion[0], end)
            motion = None
            continue
        if (
            CARRIED.fullmatch(sentence.text)
            and not (moved and moved.block == sentence.block and MOVED.match(moved.text))
            and sentence.text.lower().startswith(("motion", "the motion", "carried", "passed"))
        ):
            continue  # what was moved is not said here
        match = (
            REPORTED.search(sentence.text)
            or ((BARE.match(sentence.text) or _minuted(sentence.text) or _capitals(sentence.text)) if minuted else None)
            or NOTED.match(sentence.text)
        )
        if match is None or DENIED.search(sentence.text, 0, match.end()):
            continue
        if not is_asserted(sentence.text, match.end(), (_clause_start(sentence.text, match.end()), match.end())):
            continue
        if RECALLED.search(sentence.text, 0, match.start()):
            continue
        if is_long_ago(sentence.text, match.end(), len(sentence.text), page.document.date):
            continue
        if match[0].lower().startswith("we ") and EARLIER.search(sentence.text, 0, match.start()):
            continue
        if moved and moved.block == sentence.block and CARRIED.fullmatch(sentence.text) and MOVED.match(moved.text):
            start = moved.start  # what was carried stands in the sentence before
        if match[0].lower().startswith("it was") and AND_THEN.search(sentence.text[: match.start()]):
            start += match.start()  # "There was some talk of the fees and it was agreed to keep them"
        words = " ".join(page.text[start:end].replace("**", "").split()).lstrip("* ")
        yield Decided(words.rstrip("."), start, end, (start, end), "reported decision")


def _clause_start(text: str, at: int) -> int:
    """Where the words begin that say who decided: behind the last comma or "that"."""
    return max((border.end() for border in _BORDER.finditer(text, 0, at)), default=0)


_BORDER = re.compile(r"[,;:]\s+|\bthat\s+")
_VOTE = re.compile(r"\bmotion (?:was )?(?P<how>carried|passed|approved|adopted|failed|lost)\b", re.IGNORECASE)


def _motion(page: Page, sentence: Sentence, end: int) -> Iterator[Decided]:
    """What a motion asked for that was carried; the vote is quoted with it."""
    put = MOVED_TO.match(sentence.text)
    if put is not None:
        start = sentence.start + put.start("what")
        stop = start + len(put["what"].rstrip(" ."))
        yield Decided(page.text[start:stop], start, stop, (sentence.start, end), "motion carried")


def _minuted(text: str) -> re.Match[str] | None:
    found = ELECTED.search(text) or MINUTED.search(text)
    return None if found is None or EARLIER.search(text, 0, found.end()) else found


def _capitals(text: str) -> re.Match[str] | None:
    """The verb of a decision in capitals, in a sentence that is not all in capitals or a resolution by its label."""
    return None if text.isupper() or RESOLVED.match(text) else CAPITALS.search(text)


def _decided(row: Row, start: int, basis: str, end: int | None = None, heading: Row | None = None) -> Iterator[Decided]:
    words = ROW_END.sub("", without_typist(row.text[start:end].strip()))
    if not NOTHING.fullmatch(words) and (heading is None or len(words) <= LONGEST_LISTED):
        yield Decided(words, row.start + start, row.start + start + len(words), (row.start, row.end), basis, heading)
