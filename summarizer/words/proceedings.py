"""Acts of a talk itself, which leave nothing behind once it is over: "share my screen", "ask Ann to explain"."""

import re

_ADVERBS = r"(?:(?:just|also|now|straight|right|on|over|back|then) )*"
_SPEAK = (
    r"(?:speak|start|begin|come|go|say|share|give|comment|present|introduce|respond|reply|answer|explain|talk|add|read|show|"
    r"address|join|lead|open|close|walk|take (?:over|it|us|that|this|the))"
)
_OF_THE_TALK = re.compile(
    rf"^{_ADVERBS}(?:"
    r"(?:share|show|put up|bring up|pull up|open)\b.*\b(?:screen|slides?)\b"
    r"|(?:post|paste|drop|put|type|write|share|send|add|copy|link)\b.*\b(?:in|into|to|on) (?:the |this |our )?(?:\w+ )?(?:chat|whiteboard|flip ?chart)\b"
    r"|(?:post|paste|drop|put|add|copy|link)\b.*\b(?:in|into|to|on) (?:the |this |our )?(?:\w+ )?board\b|write\b.*\bon (?:the |this |our )?(?:\w+ )?board\b"
    r"|(?:take|have|ask|answer|make|give|raise|put)\b (?:\w+ ){0,3}?(?:questions?|comments?|remarks?|points?|break|stab|guess|shot|moment|minute|second|start|try|floor|turn|assurance|chance)\b"
    r"|(?:take|have) (?:a|another) (?:quick )?look\W*$"
    r"|(?:give|share|tell|show|do)\b (?:(?:you|them|him|her|us|everyone|everybody|people|a|an|the|some|my|of|bit|little|quick|brief|short|general|high[- ]level) )*(?:overview|context|idea|sense|background|examples?|summary|recap|intro|introduction|rebuttal|story|presentation|talk)\b"
    r"|(?:start|begin|kick off|open|close|end|finish|wrap up|stop|pause)\b(?: (?:with|by|off|here|there|now|up|the (?:meeting|call|session|recording|item))\b|\W*$)"
    rf"|(?:call|ask|tell|invite|bring|introduce)\b.*\b(?:to|and) {_SPEAK}\b"
    r"|(?:move|jump|dive|switch) (?:straight |right |on |over |back )*(?:in|on|to|into)\b|(?:get|come|turn) to (?:you|that|it|this|those|them)\b"
    r"|call on\b|drop (?:the|a) link\b|introduce myself\b|write (?:\w+ )?down\b|un?mute\b"
    r"|make sure(?: that)?(?: I\b|\W*$)|let\b.* know\W*$"
    r")|\b(?:right|just) now\b|\bin a (?:moment|minute|second|sec|bit)\b|\b(?:right )?here\b|\b(?:real )?quick(?:ly)?\W*$|\bnow\W*$",
    re.DOTALL,
)


def is_of_the_talk(act: str) -> bool:
    """Whether what somebody says in English that they will do is no more than to go on with the talk.

    act: from the verb on, "share my screen".
    """
    return _OF_THE_TALK.search(act) is not None
