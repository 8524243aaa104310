"""Resolutions, decisions and carried motions, each on the line that records it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ....mood.asserted import is_asserted
from ..layout.commands import commanded_decisions
from ..layout.found import Decided
from ..layout.history import history, is_long_ago, is_within
from ..layout.page import LIST_LABEL, Page, Sentence, without_typist
from ..layout.rows import Row
from .below import outcomes, tabled_decisions
from .in_talk import said_decisions
from .motions import CARRIED, LOST, MOVED, Motions, motions, suggestions, told_as_lost, voted_motion

NUMBER = r"(?:\s*(?:#|no\.?|nr\.?|number)?\s*\d[\d.\-/]*)?"
BOLD = r"\*{0,2}"
"""Where the bold type of a label ends, before or behind its colon."""
TAG = r"(?:\[\w+(?:[.-]\w+)*\]\s*)?"
"""The number of an entry before its label: "[159-C1] Consensus: ..."."""
RESOLVED = re.compile(
    rf"{TAG}(?:resolutions?|resolved|decisions?|agreed|decided|verdict|outcome|consensus|conclusion of the chair|motion carried|carried|adopted|approved)\b{NUMBER}\s*{BOLD}[:—–]{BOLD}\s*(?P<text>\S.*)"
    r"|(?:RESOLVED|RESOLUTION|AGREED|DECIDED)\b\**,?\s+(?:[–—-]\s+)?(?:FURTHER\b,?\s+)?(?:(?:\([^()]{2,80}\)|(?i:unanimously)\b)\s*[,:–—-]?\s*)?(?:[Tt]hat\s+)?(?P<plain>\S.*)|(?:Resolved|Ordered|Agreed),\s+[Tt]hat\s+(?P<formal>\S.*)|Resolved\s+(?P<noted>[A-Z][a-z]+\s\S.*)"
    r"|(?:DECISION|RESOLUTION)\s+(?:#|N[or]\.?\s*)?\d[\d.\-/]*\s+(?P<numbered>[A-Z]\S*\s\S.*)",
    re.DOTALL,
)
LABEL = re.compile(
    rf"{TAG}(?:resolutions?|resolved|decisions?|agreed|decided|verdict|outcome|consensus|adopted|approved)\b(?=\W)",
    re.IGNORECASE,
)
WITHIN = re.compile(
    r"(?:(?:RESOLVED|AGREED|DECIDED)\b|(?:Resolved|Agreed|Decided)(?=:))(?: (?i:unanimously)| FURTHER,?| \([^()]{2,80}\))?\s*[:—–,-]?\s+(?:[Tt]hat\s+)?(?P<words>[^\W\d_]\S*\s\S.*)",
    re.DOTALL,
)
"""A sentence behind others on its row: "The Clerk told of the shelter. RESOLVED: that it be painted."."""
CONCLUSION = re.compile(r"conclusions?(?: and decisions?)?:?", re.IGNORECASE)
"""Over what was decided, where it stands below the heading of a subject."""
SECTION = re.compile(
    r"(?:key |main )?(?:decisions?|resolutions?)(?: (?:made|taken|reached))?(?: ?/ ?action items?)?:?", re.IGNORECASE
)
# Sentences of minutes that report a decision of those present.
WHO_DECIDE = "board|committee|council|commission|group|working group|members|trustees|governors|councillors|directors|meeting|assembly|parties|participants|delegations|panel|team|cabinet"
BODY = rf"(?:the )?(?:{WHO_DECIDE})"
_REPORTS = (
    rf"(?:it was|was) (?:unanimously |further |also )?(?:agreed|decided|resolved)\b(?! to disagree)"
    r"(?!(?:(?<=, it was agreed)|(?<=, it was decided)), \w+ed\b)"  # "This, it was agreed, raised questions": a remark
    rf"|(?:{BODY}|the (?-i:[A-Z]{{2,6}})) (?:then |also |unanimously |further |formally |duly )*(?:approved|adopted|resolved|decided|voted(?: unanimously| \d+\s?[-–]\s?\d+(?:\s?[-–]\s?\d+)?| \w+ to \w+(?=,? to\b))?,? to|ratified|accepted the|endorsed|rejected)\b"
    r"|we (?:have )?(?:then |also |finally )?(?:agreed|decided|resolved) (?:to|that|not|on)\b"
    r"|motions?\b(?:[^.]|(?<=\bMr)\.|(?<=\bMrs)\.|(?<=\bMs)\.|(?<=\bDr)\.){0,160}?\b(?:carried|passed|carries|passes|(?:was |were )?(?:approved|adopted|accepted))\b"
    r"|(?:was|were) (?:unanimously )?(?:approved|adopted|ratified)\b(?: unanimously| as (?:read|amended|presented|submitted)| by| with (?:\w+ ){1,2}(?:corrections?|amendments?|changes?)\b| (?:on|in|with) an? (?:\w+ )?(?:\w+[- ])?(?:vote|majority)| \d{1,3} ?[-–] ?\d)"
    r"|(?:was|were) (?:unanimously )?rejected (?:unanimously|by (?:an? )?(?:show of hands|(?:\w+ )?vote|majority))\b"
    r"|(?:contract|tender|bid|grant|funding|licen[cs]e|lease|permission|leave|post)s?\b[^.;]{0,60}? (?:was|were) (?:then |duly |unanimously )?(?:awarded|granted|allocated|approved|let)\b"
    rf"|{BODY} (?:then |also |unanimously )*(?:awarded|granted|allocated|co-opted|waived)\b"
    r"|seconded(?: by)?\b[^.;:]{2,60}?,? and (?:it was |was )?(?:unanimously )?(?:agreed|resolved|approved)\b|agreed unanimously (?:to|that)\b"
    r"|by (?:general )?consensus,? [^.;]{3,80}? (?:was|were) \w+ed\b"
    r"|(?:minutes|agenda)\b[^.;]{0,120}?\b(?:was|were) (?:then |duly |formally )?(?:approved|adopted|accepted|agreed|confirmed)\b"
)
REPORTED = re.compile(rf"\b(?:{_REPORTS})", re.IGNORECASE)
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
    r"(?:Agreed|Resolved|Decided) (?:to|that) (?=\w)|(?:agreed|(?:[A-Z][\w’'-]*(?: [\w’'-]+){0,3}: )?decided) (?:to|not to|that) (?!disagree\b)(?=\w)|(?:Approved|Adopted|Ratified) (?:the|an?)\b(?! (?:\S+ ){0,2}(?:was|were|is|are)\b)"
)
"""A sentence of minutes without a subject: "Agreed to sell it", "Approved the budget", "Demo: decided to keep it"."""
MINUTED = re.compile(
    r"\bsenate (?:then |also |unanimously )?(?:approved|adopted|endorsed|resolved|ratified|agreed to)\b|"
    r"(?:was|were) (?:then |duly |unanimously )?(?:awarded|granted|given|allocated) (?:the|an?)\b[^.;,]{0,40}?\b(?:contract|tender|work|job|order|grant|lease|licen[cs]e|permission)\b"
    r"|\b(?:quotations?|quotes?|tenders?|bids?|offers?|estimates?|payments?|invoices?|accounts?|expenditure|budget|precept|statements?|polic(?:y|ies)|strateg(?:y|ies)|terms of reference|minute|reports?|resignations?|applications?|nominations?|(?:draft|revised|amended|proposed|updated) [a-z]{3,}(?: [a-z]{3,}){0,2})\b"
    r"(?:[^.;:]|\.(?=\d)){0,80}? (?:was|were) (?:then |duly |unanimously |\w+ed and )?(?:accepted|approved|adopted|agreed|authori[sz]ed|ratified)\b",
    re.IGNORECASE,
)
"""What minutes report of a matter that those who meet decide on, and a report may tell of others."""
ELECTED = re.compile(r"\b(?:was|were) (?:duly |unanimously )?(?:re-?)?(?:elected|appointed)\b(?! in \d)")
PUT_BY = re.compile(
    r"(?:[^.;:]{3,60} proposed,? [^.;:]{3,60} seconded|(?:it was )?(?:proposed|moved) by [^;:]{3,60}?,? (?:and )?seconded by [^;:]{3,60}?),? and "
    r"(?=(?:(?:it|this) )?(?:was )?(?:unanimously )?(?:agreed|resolved|approved)\b)",
    re.IGNORECASE,
)
"""Before what was decided: "Mr Lee proposed, Ms Ray seconded, and it was agreed to close the lane"."""
DENIED = re.compile(
    r"\b(?:not|never|no (?:decision|agreement|consensus)|failed|if|whether|unless|would|should|could|may|might)\b",
    re.IGNORECASE,
)
AND_THEN = re.compile(r"[^\W\d_]{3,},? (?:and|but|so|after which)(?: finally| then)? $")
"""Between what was talked of and what was agreed, in one sentence."""
BEFORE_WHO = re.compile(r"[,;:]\s+|\bthat\s+")
"""Where the words may begin that say who decided."""
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
"""Characters of an entry in a list of decisions; what is longer is talk."""
ROW_END = re.compile(r"\s*[;,](?:\s*(?:and|or))?$")  # of a row that another follows: "to thank the council; and"
SHORT = 100
"""Characters of a remark that may stand inside a list of decisions."""
BEHIND = re.compile(
    r"(?<=\w);\s+(?:[A-Z][\w'’.-]*\s){1,4}seconded\b|(?<=[a-z\d)]|\b[A-Z])\.\s+(?:(?:ayes|yeas|noes|nays|roll[- ]call|votes?|voting|seconded|second)\b"
    r"|(?-i:The (?:[A-Z][\w'’-]*\s)?(?:Clerk|Chair\w*|Secretary|Treasurer|Director|Mayor|Manager|Officer|Attorney|Engineer)\s(?:will|is to|shall|to)\s[a-z]))",
    re.IGNORECASE,
)
"""Behind a decision, what is none of it: "to pay; Roe seconded", "to pay. Ayes: Lee", "to pay. The Clerk will send it"."""


def decisions(page: Page) -> list[Decided]:
    """Each decision once, where it is first recorded."""
    seen: dict[int, set[str]] = {}  # of each record
    found = []
    told = [
        *outcomes(page),
        *motions(page),
        *suggestions(page),
        *commanded_decisions(page),
        *_labelled(page),
        *_sections(page),
        *_reported(page),
        *said_decisions(page),
        *tabled_decisions(page),
    ]
    for decided in map(_without_vote, sorted(told, key=lambda one: one.start)):
        key = " ".join(re.findall(r"\w+", decided.words.lower()))
        told_before = seen.setdefault(page.record_at(decided.start), set())
        if key and not any(key in other for other in told_before):
            told_before.add(key)
            found.append(decided)
    return found


def _without_vote(one: Decided) -> Decided:
    """Without who seconded it, how each voted, and the task of a sentence behind it."""
    found = BEHIND.search(one.words)
    return one if found is None else replace(one, words=one.words[: found.start()], end=one.start + found.start())


def _labelled(page: Page) -> Iterator[Decided]:
    counted: Row | None = None  # the row of a label behind which decisions are counted: "AGREED: (i) that ..."
    for row in page.rows:
        if counted is not None and (number := COUNTED.match(row.text)) is not None:
            yield from _counted(row, number, counted)
            continue
        counted = None
        match = RESOLVED.fullmatch(row.text)
        if match is None and (label := LABEL.match(row.text)) is not None:
            match = RESOLVED.fullmatch(label[0].lower() + row.text[label.end() :])  # offsets hold
        turn = page.document.segment(page.line_at(row.end - 1))
        if match is None and turn.speaker and row.start < turn.start < row.end:  # "[ann] RESOLVED We keep it"
            row = replace(row, text=row.text[turn.start - row.start :], start=turn.start)
            match = RESOLVED.fullmatch(row.text) if row.text.startswith("RESOLVED ") else None
        if match is None or row.end - row.start > LONGEST or page.addresses_reader(row.start):
            continue
        if row.heading and row.text.isupper():
            continue  # "RESOLUTION 7: LEASE OF THE DEPOT": what follows is about it
        group = next(name for name in ("text", "plain", "formal", "noted", "numbered") if match[name])
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
        if row.heading or (is_label and not (row.listed and not row.numbered)):
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
    minuted, past, put = page.document.kind == "minutes", history(page), Motions()
    before: Sentence | None = None
    for sentence in [] if page.spoken else page.running:
        above, before = before, sentence
        text, start, end = sentence.text, sentence.start, sentence.start + len(sentence.text)
        if LIST_LABEL.fullmatch(text) or is_within(past, start):
            continue  # what was resolved stands in the rows below
        if sentence.speaker is not None or len(text) > LONGEST or page.addresses_reader(start):
            continue
        within = WITHIN.fullmatch(text) if minuted else None
        if within is not None:
            first = start + within.start("words")
            words = without_typist(page.text[first:end]).rstrip(" .")
            yield Decided(words, first, first + len(words), (start, end), "RESOLVED within a row")
            continue
        vote = put.vote(sentence, above)
        if vote is not None:
            yield from voted_motion(page, vote, end)
            continue
        moved = above if above and above.block == sentence.block and MOVED.match(above.text) else None
        carried = CARRIED.fullmatch(text) is not None
        if carried and moved is None and text.lower().startswith(("motion", "the motion", "carried", "passed")):
            continue  # what was moved is not said here
        lost = told_as_lost(text) and not is_long_ago(text, 0, len(text), page.document.date)
        if not lost and not _tells_of_decision(text, page, minuted=minuted):
            continue
        if carried and moved is not None:
            start = moved.start  # what was carried stands in the sentence before
        elif put_by := PUT_BY.match(sentence.text):
            start += put_by.end()
        start += _talk_before(text) if start == sentence.start else 0
        words = " ".join(page.text[start:end].replace("**", "").split()).lstrip("* ")
        yield Decided(words.rstrip("."), start, end, (start, end), LOST if lost else "reported decision")


def _talk_before(text: str) -> int:
    """Characters of what only leads to a decision: "There was some talk of the fees and it was agreed to keep them"."""
    match = REPORTED.search(text)
    passive = match is not None and match[0].lower().startswith("it was")
    return match.start() if match is not None and passive and AND_THEN.search(text[: match.start()]) else 0


def _tells_of_decision(text: str, page: Page, *, minuted: bool) -> bool:
    """Whether a sentence says that those present decided something, here and now."""
    match = (
        REPORTED.search(text)
        or ((BARE.match(text) or _minuted(text) or _capitals(text)) if minuted else None)
        or NOTED.match(text)
    )
    if match is None:
        return False
    clause = max((border.end() for border in BEFORE_WHO.finditer(text, 0, match.end())), default=0)
    return (
        not DENIED.search(text, 0, match.end())
        and is_asserted(text, match.end(), (clause, match.end()))
        and not RECALLED.search(text, 0, match.start())
        and not is_long_ago(text, match.end(), len(text), page.document.date)
        and not (match[0].lower().startswith("we ") and EARLIER.search(text, 0, match.start()))
    )


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
