"""Decisions of an earlier meeting, told as this one's: "at the last meeting we resolved to"."""

import re

from ...items import Item
from ...schemas import Part
from ..fields import Report, texts
from ..grounds import Borne, Grounds

_EARLIER = {
    "en": (
        r"\bhad (?:already |previously |earlier |also )?(?:been )?(?:resolved|agreed|decided|approved|voted)\b"
        r"|\b(?:previously|earlier|already) (?:been )?(?:resolved|agreed|decided|approved)\b"
        r"|\b(?:last (?:year|month|week|time)|years? ago)\b[^.;]*?\b(?:resolved|agreed|decided|approved)\b"
        r"|\b(?:last|previous|earlier|prior) (?:meeting|session|call|telco)\b[^.;]*?\b(?:resolved|agreed|decided|approved|voted)\b"
    ),
    "de": (
        r"\b(?:damals|seinerzeit|in der (?:letzten|vorigen|vorherigen|vergangenen) Sitzung|im Vorjahr|(?:letztes|voriges) Jahr)\b"
        r"[^.;]*?\b(?:beschloss\w*|vereinbart\w*|entschied\w*)\b"
    ),
    "fr": (
        r"\b(?:la (?:dernière|précédente) (?:réunion|séance|assemblée|rencontre|session)|l['’](?:an|année) (?:dernier|dernière|passée?))\b"
        r"[^.;]*?\b(?:décid|adopt|conven|approuv|accord|vot)\w*"
    ),
    "es": (
        r"\b(?:la (?:asamblea|reunión|sesión|junta) (?:anterior|pasada)|el año pasado|la última (?:asamblea|reunión|sesión|junta))\b"
        r"[^.;]*?\b(?:decidi|acord|aprob)\w*"
    ),
    "it": (
        r"\b(?:nell(?:a |['’])(?:seduta|riunione|assemblea) (?:precedente|scorsa)|l['’]anno scorso)\b"
        r"[^.;]*?\b(?:decis|deliber|approv|concord)\w*"
    ),
}
_OF_MINUTES = re.compile(
    r"\b(?:minutes|notes|record|protokoll\w*|niederschrift|procès-verbal|compte rendu|actas?|verbale)\b", re.IGNORECASE
)
"""What this meeting itself approves of an earlier one."""


def check_decided_before(item: Item, borne: Borne, grounds: Grounds, report: Report) -> None:
    """Doubt a decision that the quoted line tells as one of an earlier meeting: "noted that the council had resolved"."""
    pattern = _EARLIER.get(grounds.index.language or "")
    if pattern is None or item.kind != "decisions" or borne.line is None:
        return
    earlier = re.search(pattern, borne.line.text, re.IGNORECASE)
    if earlier is None or _OF_MINUTES.search(borne.line.text):
        return
    if not any(re.search(pattern, text.value, re.IGNORECASE) for text in texts(item, Part.CLAIM)):
        report.doubts.append(f'The words tell of an earlier decision: "{earlier[0]}".')
