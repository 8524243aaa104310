"""Short answers that take on what was asked and say nothing else: "On it.", "Got it", "Bin dran.", "Ça marche."."""

import re
from functools import lru_cache

_YES = r"(?:(?:yes|yeah|yep|sure|ok|okay|right|ja|klar|oui|sí|sì|vale|certo|va bene|d['’]accord),? )?"
_TAKES = "|".join((
    r"(?:(?:i['’]?m|i am|we['’]?re|we are|already) )?on it|got (?:it|this|that|you)|you got it|kk|np|no (?:problem|probs?|worries)",
    r"leave (?:it|that|this) (?:with|to) (?:me|us)|(?:that['’]s |that is )?mine|me|happily|my pleasure|roger(?: that)?|👍(?:\W)?",
    r"alles klar|bin dran|(?:ich )?mach(?:e)? (?:ich|das|es|wir)(?: gern)?|kein problem|lass(?:t)? mich",
    r"d['’]accord|ça marche|pas de (?:souci|problème)|je (?:le|la|les) fais|on s['’]en (?:occupe|charge)",
    r"sin problema|enseguida|en ello|nessun problema|ci penso io|subito",
))  # fmt: skip
_TAKING = re.compile(rf"\W*{_YES}(?:{_TAKES})(?:,? (?:thanks|thank you|danke|merci|gracias|grazie)|, \w+)?[\s.!👍]*", re.IGNORECASE)  # fmt: skip


@lru_cache(maxsize=512)
def takes_on(text: str) -> bool:
    """Whether a line is such an answer; whoever says it takes on what somebody else asked for."""
    return _TAKING.fullmatch(text) is not None
