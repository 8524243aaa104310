"""What is planned or estimated, told as what was spent: "cost 40,000 euros" for "is estimated at 40,000 euros"."""

import re

from ..fields import Report, Text, is_title
from ..grounds import Grounds
from .figures import CLAUSE
from .quantities import quantities

_FORESEEN = {
    "en": r"budget\w*|estimat\w+|forecast\w*|project(?:ed|ions?|s)|expect\w*|plan(?:s|ned)?|anticipat\w+|quot(?:ed|es?|ation)|allocat\w+|earmarked|likely|provisional\w*"
    r"|will|would|should|may|might|could|shall|to",
    "de": r"geschätzt\w*|schätz\w+|veranschlagt\w*|budget\w*|geplant\w*|voraussichtlich\w*|vorgesehen\w*|kostenvoranschlag|soll(?:en|te|ten)?|dürften?|könnten?|würden?|werden|wird",
    "fr": r"estim\w+|prév\w+|budg\w+|évalu\w+|envisag\w+|devrai\w+|pourrai\w+|devis|coûtera\w*|serai\w*",
    "es": r"estima\w*|estimó|previst\w+|prev[eé]\w*|presupuest\w+|calcul\w+|deber[ií]a\w*|podr[ií]a\w*|costar[áií]\w*|ser[áií]\w*",
    "it": r"stima\w*|previst\w+|preved\w+|preventiv\w+|dovrebb\w+|potrebb\w+|budget|costerà|costeranno|sarà|saranno",
}
_SPENT = {
    "en": r"(?:(?<!will )(?<!would )(?<!to )(?<!could )(?<!should )(?<!may )(?<!might )cost(?=\s+(?:about |some |nearly |over |under )?[£$€\d])|spent|paid|came (?:to|in at)|tota?lled|amounted to|(?:was|were)(?=\s+(?:about )?[£$€\d]))",
    "de": r"(?:betrug(?:en)?|kostete(?:n)?|gekostet|ausgegeben|bezahlt|belief(?:en)?|lag(?:en)? bei|war(?:en)?)",
    "fr": r"(?:coûté\w*|coûta|coûtèrent|dépensé\w*|payé\w*|s['’](?:est|sont) (?:élev|mont)\w+|étai(?:t|ent)|(?:a|ont) été de)",
    "es": r"(?:costó|costaron|costado|gastó|gastaron|gastado\w*|pagó|pagaron|pagado\w*|ascendi(?:ó|eron)|fue(?:ron)? de)",
    "it": r"(?:costat[oaie]|costò|costarono|spes[oaie]|pagat[oaie]|ammontat\w+|ammontò|er(?:a|ano) di|stat[oaie] di)",
}


def check_estimates(text: Text, grounds: Grounds, report: Report) -> None:
    """Refuse an amount told as spent where the clause that holds it only foresees it."""
    language = grounds.index.language or ""
    if language not in _SPENT or is_title(text, report.item):
        return
    foreseen, spent = (re.compile(rf"\b(?:{one[language]})(?!\w)", re.IGNORECASE) for one in (_FORESEEN, _SPENT))
    ours = quantities(text.value, language).numbers
    if not ours or not spent.search(text.value) or foreseen.search(text.value):
        return
    clauses = [one for one in CLAUSE.split(grounds.whole) if quantities(one, language).numbers.keys() & ours.keys()]
    told = [foreseen.search(one) if not spent.search(one) else None for one in clauses]
    if told and told[0] is not None and all(told):
        report.against(text, "numbers", f'The quoted words say "{told[0][0]}" of the amount, not that it was spent.')
