"""Acts that leave something behind once a talk is over, "send the draft", as against those of the talk itself, "start"."""

import re

from ....alternatives import any_of
from ....proceedings import is_of_the_talk

_PERSON = r"(?:you|him|her|them|(?:[Tt]he )?[A-Z][\w’'-]+|the [a-z][\w-]+(?: [\w-]+)?)"
_THING = r"(?:an?|the|some|my|our|his|her|their|your|one|two|three|another|any)\s(?!few\b|bit\b|couple\b|word\b|moment\b|thing\b|same\b|attempt\b|effort\b|case\b|decision\b|concern\b|view\b|opinion\b|thought|experience\b)"
_PLAIN = (
    r"send|resend|forward|e-?mail|text|message|ping|rewrite|draft|redraft|prepare|circulate|distribute|publish|upload|submit|document|transcribe|translate|print|phone|ring|"
    "contact|reach out (?:to|about)|get in touch with|follow up (?:with|about|on)|chase|remind|book|reserve|order|buy|schedule|reschedule|arrange|organi[sz]e|set up|build|implement|repair|debug|"
    r"refactor|migrate|merge|rebase|deploy|install|configure|benchmark|review|double[- ]check|verify|investigate|look into|dig (?:up|out|into)|find out|figure out|work on|sort out|"
    r"clean up|tidy up|complete|finali[sz]e|update|revise|edit|amend|put together|write up|report back|coordinate|liaise|make sure|ensure|proofread|register|compile|collect|gather|"
    r"have|restore|refund|reinstate|recall|withdraw|suspend|convene|launch|table|respond to|reply to|pick up(?! on\b)|drop off|deliver|fetch|notify|inform|warn|brief|calculate|rework|redo|recheck|retest|countersign|consult|renew|cancel|hire|recruit|appoint|invoice|sign|approve|accept|drive"
)
"""Verbs that need no more than some object to be such an act."""
_WITH_OBJECT = (
    rf"(?:write|create|open|file|raise|start|post|share|make|bring|add|propose|record|fix|test|check|finish|design|release|ship|analy[sz]e|estimate|remove|delete|replace) {_THING}",
    rf"put (?:up )?{_THING}[^.;]{{2,60}}? (?:in|into|on|onto|up on) (?:the|our|my|a) (?!(?:table|chat|screen|(?:white)?board|wall|slide|record|spot|queue)\b)",
    r"take (?:an|the|that|this) (?:action|task|issue|ticket)",
    rf"(?:write|speak|talk|go|get back|come back) to {_PERSON}",
    rf"(?:speak|talk|check|meet|sit down) with {_PERSON}",
    rf"(?:call|ask|tell|invite|visit|see|meet|introduce) (?!you\b){_PERSON}",
    rf"let {_PERSON}(?: \w+){{0,2}} know",
    r"(?:check|see|ask|find) (?:if|whether|what|how|when|who|why|where)",
    r"take care of|see (?:to|that)",
    rf"pay (?:for )?(?:{_THING}|{_PERSON}|those|these|all|every|half)",
    rf"give (?!you\b){_PERSON} (?:an?|the|our|my|both|all|those|another|one|two)",
    r"volunteer (?:to|for)",
)
_DELIVERS = re.compile(rf"(?:{any_of(_PLAIN)}|{'|'.join(_WITH_OBJECT)})\b")
_NO_MATTER = re.compile(
    r"(?:[\w-]+|take care of|reach out (?:to|about)|follow up on|find out|look into|work on|volunteer to \w+)(?: you)? (?:it\b|(?:that|this|them|those|these|one|some|any|later)\b"
    r"(?:\W*$|,| (?:for|to|with|on|in|at|by|when|after|before|later|soon|today|tomorrow|as|too|also|again|first|round|around|over|out|up|off)\b))"
)
"""An object that stands elsewhere: "send you that", "take care of it tomorrow"."""


def delivers(act: str) -> bool:
    """Whether such an act is to be done after the talk, and can be followed up."""
    return _DELIVERS.match(act) is not None and not is_of_the_talk(act) and _NO_MATTER.match(act) is None
