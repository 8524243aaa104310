"""What the words of a task tell: an act that leaves something behind once a talk is over, "send the draft", as against one
of the talk itself, "start"; an act that falls due on a day; or what was done already, "this was landed last week"."""

import re

from ....words.proceedings import is_of_the_talk
from ..people.roster import name_key
from ..sentences.due import DATE, DAY, MONTH

_PERSON = r"(?:you|him|her|them|(?:[Tt]he )?[A-Z][\w’'-]+|the [a-z][\w-]+(?: [\w-]+)?)"
_ANYBODY = rf"(?:{_PERSON}|(?:our|my|your|his|her|their) [a-z][\w-]+)"
_THING = r"(?:an?|the|some|my|our|his|her|their|your|one|two|three|another|any)\s(?!few\b|bit\b|couple\b|word\b|moment\b|thing\b|same\b|attempt\b|effort\b|case\b|decision\b|concern\b|view\b|opinion\b|thought|experience\b)"
_PLAIN = (
    r"send|resend|forward|e-?mail|text|message|ping|rewrite|draft|redraft|prepare|circulate|distribute|publish|upload|submit|document|transcribe|translate|print|phone|ring|"
    "contact|reach out (?:to|about)|get in touch with|follow up (?:with|about|on)|chase|remind|book|reserve|order|buy|schedule|reschedule|arrange|organi[sz]e|set up|build|implement|repair|debug|"
    r"refactor|migrate|merge|rebase|deploy|install|configure|benchmark|review|double[- ]check|verify|investigate|look into|dig (?:up|out|into)|find out|figure out|work on|sort out|"
    r"clean up|tidy up|complete|finali[sz]e|update|revise|edit|amend|put together|write up|report back|coordinate|liaise|make sure|ensure|proofread|register|compile|collect|gather|"
    r"have|restore|refund|reinstate|recall(?! (?:that|how|when)\b)|withdraw|suspend|convene|launch|table|respond to|reply to|pick up(?! on\b)|drop off|deliver|fetch|notify|inform|warn|brief|calculate|rework|redo|recheck|retest|countersign|consult|renew|cancel|hire|recruit|appoint|invoice|sign|approve|accept|drive"
)
"""Verbs that need no more than some object to be such an act."""
_WITH_OBJECT = (
    rf"(?:write|create|open|file|raise|start|post|share|make|bring|add|propose|record|fix|test|check|finish|design|release|ship|analy[sz]e|estimate|remove|delete|replace) {_THING}",
    rf"put (?:up )?{_THING}[^.;]{{2,60}}? (?:in|into|on|onto|up on) (?:the|our|my|a) (?!(?:table|chat|screen|(?:white)?board|wall|slide|record|spot|queue)\b)",
    rf"(?:ask|apply) for {_THING}",
    r"take (?:an|the|that|this) (?:action|task|issue|ticket)",
    rf"(?:write|speak|talk) to {_ANYBODY}|(?:go|get back|come back) to {_PERSON}",
    rf"(?:speak|talk|check|meet|sit down) with {_ANYBODY}",
    rf"(?:call|ask|tell|invite|visit|see|meet|introduce) (?!you\b){_PERSON}",
    rf"let {_PERSON}(?: \w+){{0,2}} know",
    r"(?:check|see|ask|find) (?:if|whether|what|how|when|who|why|where)",
    r"take care of|see (?:to|that)",
    rf"pay (?:for )?(?:{_THING}|{_PERSON}|those|these|all|every|half)",
    rf"(?:give|drop) (?!you\b){_PERSON} (?:an?|the|our|my|both|all|those|another|one|two)",
    r"volunteer (?:to|for)",
)
_DELIVERS = re.compile(rf"(?:{_PLAIN}|{'|'.join(_WITH_OBJECT)})\b")
_EFFECT = re.compile(
    r"(?:pay|bear|cover|credit|reimburse|compensate|fund|finance|replace|fix|rebuild|inspect|test|fit|truck|ship|grant|provide|supply|hand over|honou?r|answer|reopen|open|close|keep|put|hold|run|clear|plant|switch|lift|bring|take|"
    r"give|let|install|reduce|raise|freeze|file|sell|buy|build|move|extend|stop|release|sign|waive|deed|comply|cooperate|co-operate|refer|apply|charge|settle|process|argue|publish|submit|introduce|produce|support|vote|recogni[sz]e|negotiate|appeal|strike) "
    r"(?!(?:a )?(?:place|part|time|care|shape|effect|note|up|to|on|off|out|into|from|back|longer|an eye|in mind|your|you|me)\b)"
    r"|stop \w+ing\b|be in touch with\b|keep (?:away|out)\b|(?:let|give|send|bring) (?:you|them|him|her) (?:see|have|know|an?|the|all|both|our)\b"
)
"""Acts of a party that others can hold it to."""
_NO_MATTER = re.compile(
    r"(?:[\w-]+|take care of|reach out (?:to|about)|follow up on|find out|look into|work on|volunteer to \w+)(?: you)? (?:it\b|(?:that|this|them|those|these|one|some|any|later)\b"
    r"(?:\W*$|,| (?:for|to|with|on|in|at|by|when|after|before|later|soon|today|tomorrow|as|too|also|again|first|round|around|over|out|up|off)\b))"
)
"""An object that stands elsewhere: "send you that", "take care of it tomorrow"."""
_DIARY = re.compile(r"put [\w ’'-]{2,40}? (?:in|into|on) (?:the|our|my|your) (?:diary|diaries|calendar|agenda)\b")
_DATED = re.compile(
    r"\b(?:tomorrow|tonight|this (?:afternoon|evening)|(?<!for )today|eod|next week|after (?:work|lunch)"
    rf"|(?:the )?end of (?:the |this |next )?(?:day|week|month|year|{MONTH})|(?:by|before|on|for|to|until|in|next|this) (?:the )?(?!20\d\d)(?:{DAY}|{DATE}|{MONTH}))\b(?!['’])",
    re.IGNORECASE,
)
_LONGEST = 30
"""Words of an act; a longer one goes on to other things."""
_OF_TODAY = re.compile(r"\btoday\b", re.IGNORECASE)
_LEAVES_NOTHING = re.compile(
    r"(?:an?|the|one|my|our|your|his|her|this|that|some|see|be|come|go|stay|leave|miss|attend|travel|fly|arrive|return|meet|try|think|keep|wait|hear|need|love|like|hate|enjoy|know|look forward|talk about|start|begin|join|bet|"
    r"have (?:to|been)|get (?:back|there|home|in|here|to)|take (?:it|things) (?:easy|slow)|leave (?:it|that))\b"
)
"""Acts that a day makes no delivery of: "see you on Friday"."""
_SPEAKS = re.compile(
    r"(?:talk|speak|say|present|discuss|show|explain|tell|cover|give|focus|walk|share|introduce|read|mention|touch|describe|summari[sz]e|run|take you|do (?:a|the|my))\b"
)
"""Acts that are done in the talk where the day is today."""
_OBJECT_ELSEWHERE = re.compile(
    r"(?:[\w-]+|take care of|follow up on|look into|work on|get back to)(?: you| \w+ to)? (?:it|that|this|them|him|her|those|these|one|some)\b"
)
AHEAD = re.compile(
    r"\b(?:will|shall|should|must|would|can|could|may|to be|is to|are to|needs?|have to|has to|agreed|decided|resolved|asked|requested|proposed|suggested|offered|volunteered|promised|until|before|if)\b",
    re.IGNORECASE,
)
"""In words that speak of what is still to come."""
PARTICIPLE = (
    r"done|completed?|landed|merged|closed|finished|resolved|shipped|fixed|sent|delivered|published|released|cancelled|canceled|dropped|withdrawn"
    r"|superseded|implemented|addressed|received|approved|rejected"
)
FINISHED = re.compile(
    rf"(?:(?:already|now|since|all) )?(?:{PARTICIPLE})(?:\W*|\s*[-–—,;:(.!].*|\s+(?:in|by|on|at|with|via|as|last|this|earlier|yesterday|today|already|now|since|per)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
"""A participle by itself: "merged in #12", not "closed captions for the film"."""
NO_NEWS = re.compile(
    r"(?:still )?no (?:(?:further|new|more) )?(?:change|update|progress|news|discussion|decision|objection|comment|response|reply|answer)s?\b.*",
    re.IGNORECASE | re.DOTALL,
)
STATE = r"was|were|is|are|has|have|had|did|does|got|went|came|said|told|sent|gave|made|took|wrote|found|left|put|ran|met|spoke|brought|[a-z]{2,}ed"
POINTING = re.compile(
    rf"(?:this|that|it|these|those|they|we|he|she|there|everything|nothing|all(?: of (?:it|them|these|this))?|both)\s+(?:(?:also|already|both|all)\s+)?(?:{STATE})\b",
    re.IGNORECASE,
)
NAMED = re.compile(
    rf"(?P<who>[^\W\d_a-z][\w’'-]*\.?(?: [^\W\d_a-z][\w’'-]*\.?){{0,2}}) (?:(?:also|already) )?(?:{STATE})\b"
)


def delivers(act: str) -> bool:
    """Whether such an act is to be done after the talk, and can be followed up."""
    if _DIARY.match(act):
        return True
    return _DELIVERS.match(act) is not None and not is_of_the_talk(act) and _NO_MATTER.match(act) is None


def in_plain(act: str) -> str:
    """An act without its "not", and in the form of an order: "not be publishing it" is "publish it"."""
    act = act.removeprefix("not ")
    going = re.match(r"be (\w+?)(?:(?P<twice>[bdgmnprt])(?P=twice))?ing\b", act)
    if going is None:
        return act
    stem, rest = going[1] + (going["twice"] or ""), act[going.end() :]
    forms = (stem + rest, f"{stem}e{rest}")
    return next((form for form in forms if _DELIVERS.match(form) or _EFFECT.match(form)), forms[0])


def binds(act: str) -> bool:
    """Whether such an act could be held against a party that said so."""
    plain = act.removeprefix("not ")
    return delivers(plain) or (_EFFECT.match(plain) is not None and _NO_MATTER.match(plain) is None)


def falls_due(act: str) -> bool:
    """Whether such an act is to be done on a day that it names, whatever it leaves behind: "take it to Ann on Friday"."""
    day = _DATED.search(act)
    if day is None or len(act.split()) > _LONGEST or _LEAVES_NOTHING.match(act) or is_of_the_talk(act):
        return False
    return not (_OF_TODAY.search(act) and _SPEAKS.match(act))


def speaks_of_before(act: str) -> bool:
    """Whether what is to be done stands before these words: "send it round tomorrow"."""
    return _OBJECT_ELSEWHERE.match(act) is not None


def is_told_as_done(text: str, people: frozenset[str]) -> bool:
    """Whether words report rather than ask. `people` are words of known names: "Bo sent it", but not "Send updated figures"."""
    if NO_NEWS.fullmatch(text):
        return True
    if AHEAD.search(text):
        return False
    named = NAMED.match(text)
    return (
        FINISHED.fullmatch(text) is not None
        or POINTING.match(text) is not None
        or (named is not None and set(name_key(named["who"])) <= people)
    )
