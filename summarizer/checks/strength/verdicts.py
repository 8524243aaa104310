"""What decided a matter: the sentence that says so beside the one that names it, and what only leads up to it."""

import re
from collections.abc import Sequence

from ...ladder.bearing import bearing
from ...ladder.readings import Reading, read, triggers
from ...ladder.sentences import LANGUAGES
from ...schemas import Strength
from ...words.rungs import firm, height
from ...words.stems import content_words
from ..grounds import Borne, Grounds, Line
from .undecided import lost

_REACH = 6  # lines from a matter to the vote on it
_SHORT = 12  # words of a sentence that tells how a vote went, and nothing else

_FEW = 7  # content words of such a sentence in a language whose wordings are not listed here

_MATTER = r"^\W*(?:[\w.'’ -]{2,60} seconded(?: it| this| the motion)?,? and )?(?:(?:then|and|so|hence|thus|the|this|that|it|it's|all|main|first|second|amended)\W+)*(?:(?:motion|resolution|amendment|ordinance|proposal|vote|question|item|minutes|recommendation|report)(?: (?:as )?amended)?\s+)?"
_BE = r"(?:(?:was|is|were|are|be|been|has|have|stands?|therefore|then|hereby|so|duly|unanimously)\s+)*"
_CLOSE = r"(?=\s*(?:[.,;:!()\d–—-]|$|by\b|on (?:a|the|first|second|third|roll|division)\b|with\b|unanimously|nem\b|without|as\b|after\b|then\b))"
_PASSED = re.compile(_MATTER + _BE + r"(?:carried|carries|passed|passes|adopted|approved|agreed|prevailed|prevails|ordered|resolved)" + _CLOSE, re.IGNORECASE)  # fmt: skip
_FAILED = re.compile(_MATTER + _BE + r"(?:failed|fails|lost|defeated|rejected|negatived|died|dies|withdrawn|not (?:carried|adopted|approved|agreed|accepted|passed)|did(?: not|n't) (?:pass|carry)|(?:resolved|agreed|approved|decided|ordered): (?:no|rejected|declined)(?= *(?:[.,;]|$)))\b", re.IGNORECASE)  # fmt: skip
_ALL = re.compile(
    r"\b(?:(?:all|everyone|everybody)(?: (?:was|were|is|are|voted))? (?:in favou?r|for)|vote (?:was|is) unanimous|(?:no|without) objections?|tous (?:\w+ )?pour|"
    r"pour à l['’]unanimité|aucune (?:objection|opposition)|(?:sont )?tutti (?:sono )?favorevoli|nessuna obiezione|todos (?:\w+ )?a favor|sin objeciones|"
    r"alle (?:sind |waren |stimmen |stimmten )?dafür|kein(?:e|en)? (?:einwände?|gegenstimmen?|widerspruch))\b",
    re.IGNORECASE,
)
_WON = re.compile(
    r"\bby (?:\d+|[a-z]+) votes? to (?:\d+|[a-z]+)\b|\b(?:was|were|is|are) unanimous (?:that|in)\b|\bunanimous (?:view|wish|agreement) of\b"
    r"|\b(?:found|had|won|got) a (?:\w+ )?majority\b|\bwon (?:by )?\d+ to \d+",
    re.IGNORECASE,
)
"""What tells who had the most votes, where nothing says that it was the other side."""
_NOT_FOR_IT = re.compile(
    r"\b(?:against|oppos\w*|defeat\w*|reject\w*|lost|fail\w*|fell|turn\w* (?:[\w ]+ )?down|declin\w*|refus\w*|deni\w*|not|no|neither|nor|never|if"
    r"|(?:ask|recommend|refer|defer|postpon|adjourn|suggest|consider|instruct|direct)\w*|proposed?)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words by which the vote was against the matter, or on something else."""
_LABEL = re.compile(
    r"^\W*(?:(?:RESOLVED|Resolved|RESOLUTION|Resolution|DECISION|Decision|DECIDED|Decided)(?: ?#?\d+)?(?= ?:)|RESOLVED(?= [A-Z])"
    r"|(?:[Vv]ote [Rr]esult|[Rr]esult of (?:the )?[Vv]ote)(?= ?: (?!(?i:no\b|not\b|none|pending|open|tie|tbd|tba|unknown|inconclusive))))"
)
_DECIDED = re.compile(
    r"\bRESOLVED\b(?=[*_]*(?:\s*\(|,? (?:that|to|by|unanimously)\b))|\b(?:carried|passed|adopted),? (?:\d+\s?[-–]\s?\d+|unanimously|nem|by (?:a )?(?:voice|roll|show|majority|acclamation|\d))\b"
    r"|\b(?:was|were|is|are|been) (?:\w+ly )?(?:re-?)?(?:elected|appointed)\b|\b(?<!was )(?<!were )(?:ordered|ruled) (?:that\b|(?:[\w'’-]+ ){1,5}?(?:to [a-z]|(?:closed|opened|shut|stopped|released|held)\b))"
    r"|\b(?P<votes>\d+) (?:for|in favou?r),? (?:and )?(?P<against>\d+) against\b|\bby (?:general |common )?consensus\b|\bconsensus (?:of the [\w ]{3,30} )?(?:was|is) (?:to|that)\b|\bon (?:a )?motion (?:of|by|from|made by) [^.;]{2,60}?,? (?:and )?second(?:ed)? by\b|\bthat(?:['’]s| is) (?:decided|settled|final|the (?:date|decision|rule))\b",
    re.IGNORECASE,
)
"""Words that tell of a decision within the sentence that says what was decided."""
_NOT = re.compile(r"\b(?:not|nicht|pas|non|no)\W+$", re.IGNORECASE)
_FOR = r"(?:ayes?|yeas?|yes|for|in favou?r|ja(?:-?stimmen)?|dafür|(?:voix )?pour|(?:voti )?favorevoli|sì|(?:votos )?a favor|sí)"
_AGAINST = r"(?:nays?|noes|no|against|opposed|nein(?:-?stimmen)?|dagegen|(?:voix )?contre|(?:voti )?contrari|(?:votos )?en contra)"
_VOTES = tuple(
    re.compile(rf"\b(?:(?P<before>\d+) {side}\b|{side} ?: ?(?P<behind>\d+)\b)", re.IGNORECASE)
    for side in (_FOR, _AGAINST)
)
_NONE = r"(?i:none|nil|nobody|no one|keine?r?|aucun|nessuno|ninguno)\b"
_NAMED = tuple(
    re.compile(rf"\b(?i:{side}) ?[:—–] ?(?:(?P<none>{_NONE})|(?P<who>[A-Z][\w.'’-]*(?:(?:,|;| and)? [A-Z][\w.'’-]*)*))")
    for side in (_FOR, _AGAINST)
)
"""Who voted how, by name: "Ayes: Pell, Farrow. Nays: none"."""
_NAMED_AGAINST = re.compile(r"(?P<who>[A-Z]\w+(?:(?:, | and )[A-Z]\w+)*) (?:was |were |voted )?against\b")
_LEADING = re.compile(
    r"^\W*(?:(?:(?:having|after) (?:duly |carefully |fully )?(?:consider\w*|discuss\w*|deliberat\w*|debat\w*|hear\w*|review\w*|examin\w*|(?:due |full |some |a |long |careful |brief )*(?:consideration|discussion|deliberation|debate))\b"
    r"|après (?:en avoir |avoir |une? )?(?:\w+ )?(?:délib|débat|discu|exam|enten|échang)\w*|(?:vu|ouï|considérant|sur (?:proposition|rapport))\b"
    r"|(?:dopo (?:aver |un[a']?\s?|una )?(?:\w+ )?(?:discu|delib|dibatt|esam|sentit|ascolt)|sentit|udit|vist|considerat)\w*"
    r"|(?:tras|después de)\b(?: un[ao]?| el| la)?(?: \w+)? ?(?:deliber|debat|discu|exam|estudi|escuch|oír)\w*|(?:oíd|vist|considerand)[oa]s?\b"
    r"|nach (?:\w+ )?(?:Beratung|Diskussion|Aussprache|Debatte|Erörterung|Prüfung|Anhörung)"
    r")(?:[^,.;]|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.)*, ?)+",
    re.IGNORECASE,
)
"""The formula that stands before what is decided: "Après en avoir délibéré, le conseil ..."."""

_BY = r"(?:\s+by(?:\s+the)?(?:\s+(?-i:[A-Z])[\w.'’-]*)+)?"
_MOVED = re.compile(
    rf"^\W*(?:(?:it|this|which) was\s+)?(?:,?\s*(?:and\s+)?(?:duly\s+|formally\s+)?(?:proposed|moved|seconded){_BY})+,?\s*(?:and\s+)?"
    r"(?:it was\s+|was\s+)?(?:unanimously\s+|duly\s+)?(?=(?:resolved|agreed|decided)\b)",
    re.IGNORECASE,
)
"""Who moved it, before what was resolved: "It was proposed by Ann Lee, seconded by Bo Ray and RESOLVED that"."""
_CARRIED = re.compile(
    rf"\bseconded{_BY},?\s*(?:and\s+)?(?:was\s+)?(?:unanimously\s+|duly\s+)?(?:passed|carried|adopted)(?=\s*(?:[.,;]|unanimously\b|$))",
    re.IGNORECASE,
)
"""How it went, behind who seconded it."""


def decided_by(said: str, grounds: Grounds, borne: Borne) -> Borne:
    """What the quoted lines decide for a matter, where another sentence than the one that names it does, or a later clause."""
    language = grounds.index.language
    if language not in LANGUAGES:
        return borne
    verdict = _verdict(grounds.lines, borne, language)
    if verdict is not None:
        return verdict
    if borne.line is not None and (gone := _came_to_nothing(said, borne.reading, borne.line, language)) is not None:
        return Borne(gone, borne.line)
    if borne.line is None or firm(borne.reading.strength) or borne.reading.strength is Strength.DENIED:
        return borne
    counted = _counted(borne.line.text)
    if counted is not None and counted.strength is Strength.AGREED and not borne.line.text.rstrip().endswith("?"):
        return Borne(counted, borne.line)
    if borne.reading.strength is None and language == "en" and (told := _told_with_it(borne.line)) is not None:
        return Borne(told, borne.line)
    if language == "en" and (found := _CARRIED.search(borne.line.text)) is not None:
        return Borne(Reading(Strength.AGREED, found[0], *found.span()), borne.line)
    if (lead := _LEADING.match(borne.line.text) or _MOVED.match(borne.line.text)) is not None:
        later = _after(said, borne.line, lead.end(), language)
        if height(later.strength) > height(borne.reading.strength):
            return Borne(later, borne.line)
    return borne


def _came_to_nothing(said: str, reading: Reading, line: Line, language: str) -> Reading | None:
    """What the sentence of a matter says of a motion that was lost: "Verkauf der Halle: 3 Ja, 5 Nein"."""
    if reading.strength is None and (found := lost(said, line.text, language)) is not None:
        return Reading(Strength.DENIED, found[0], *found.span())
    votes = _VOTES[0].search(line.text) if any(map(str.isdigit, line.text)) else None
    if votes is None or not (reading.start is None or votes.start() <= reading.start < votes.end()):
        return None
    counted = _counted(line.text)
    return counted if counted is not None and counted.strength is Strength.DENIED else None


def _verdict(lines: Sequence[Line], borne: Borne, language: str) -> Borne | None:
    """The last short sentence behind the matter that tells how it went."""
    matter = borne.line.number if borne.line is not None else 0
    for place in reversed(range(len(lines))):
        line, before = lines[place], lines[place - 1] if place else None
        if not 0 < line.number - matter <= _REACH:
            continue
        reading = _outcome_of(line.text, language)
        if (
            reading is None
            and before is not None
            and line.number - before.number == 1
            and _votes(line.text, 1) is not None
        ):
            both = _counted(f"{before.text} {line.text}")  # "Ayes: 3." "Nays: none."
            reading = both and both._replace(words=line.text, start=0, end=len(line.text))
        if reading is not None:
            return Borne(reading, line)
    return None


def _outcome_of(text: str, language: str) -> Reading | None:
    if len(text.split()) > _SHORT or text.rstrip().endswith("?"):
        return None
    if (gone := lost("", text, language)) is not None:
        return Reading(Strength.DENIED, gone[0], *gone.span())
    if (counted := _counted(text)) is not None:
        return counted
    if language == "en":
        for pattern, strength in ((_FAILED, Strength.DENIED), (_PASSED, Strength.AGREED)):
            if (found := pattern.match(text)) is not None:
                return Reading(strength, found[0].strip(), found.start(), found.end())
        return None
    if len(content_words(text)) > _FEW:
        return None
    told = triggers(text, language)
    refused = next(
        (one for one in told if one.strength is Strength.DENIED or (one.negated and firm(one.strength))), None
    )
    if refused is not None:
        return Reading(Strength.DENIED, refused.words, refused.start, refused.end)
    reading = read(text, language)
    return reading if reading.strength is Strength.AGREED and reading.condition is None else None


def labelled(line: Line) -> Reading | None:
    """The label that says of the whole line that it was decided, whatever its words bear: "RESOLVED We can start"."""
    found = _LABEL.match(line.text)
    if found is None or _FAILED.match(line.text) or _FAILED.match(line.text[found.end() :].lstrip(" :")):
        return None
    return Reading(Strength.AGREED, found[0].strip(), *found.span())


def _told_with_it(line: Line) -> Reading | None:
    """What the sentence of a matter says of it: "RESOLVED (4 for, 1 against) that", "carried 5-0, the Council went on"."""
    found = _DECIDED.search(line.text)
    if found is None or line.text.rstrip().endswith("?") or _NOT.search(line.text[: found.start()]):
        return None
    lost = found["votes"] is not None and int(found["votes"]) <= int(found["against"])
    return Reading(Strength.DENIED if lost else Strength.AGREED, found[0], *found.span())


def _counted(text: str) -> Reading | None:
    """What a count of votes tells: "4 ayes, 1 nay", "All were in favour"; None where it is even or only half of it is given."""
    everybody = _ALL.search(text)
    if everybody is not None and not _NOT.search(text[: everybody.start()]):
        return Reading(Strength.AGREED, everybody[0], everybody.start(), everybody.end())
    if (won := _WON.search(text)) is not None and _NOT_FOR_IT.search(text) is None:
        return Reading(Strength.AGREED, won[0], *won.span())
    ayes, nays = _votes(text, 0), _votes(text, 1)
    if ayes is not None and nays is None and (named := _NAMED_AGAINST.search(text)) is not None:
        nays = len(re.findall(r"\b[A-Z]", named["who"]))
    if ayes is None or nays is None or ayes == nays:
        return None
    return Reading(Strength.AGREED if ayes > nays else Strength.DENIED, text.strip(), 0, len(text))


def _votes(text: str, side: int) -> int | None:
    """How many votes a text gives to a side, in figures or by the names of who voted so."""
    if (counted := _VOTES[side].search(text)) is not None:
        return int(counted["before"] or counted["behind"])
    if (named := _NAMED[side].search(text)) is None:
        return None
    return 0 if named["none"] else len([one for one in re.split(r",|;| and ", named["who"]) if one.strip()])


def _after(said: str, line: Line, begin: int, language: str) -> Reading:
    """What the words behind the formula bear, at their places in the line."""
    first, last = max(line.span[0] - begin, 0), line.span[1] - begin
    if last <= first:
        return Reading(None)
    found = bearing(said, line.text[begin:], language, span=(first, last))
    if found.start is None or found.end is None:
        return found
    return found._replace(start=found.start + begin, end=found.end + begin)
