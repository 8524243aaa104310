"""Words of which there are few, by their kind, as alternatives for patterns. What a pattern adds to a kind, it says itself."""

PRONOUNS = "I|you|he|she|it|we|they"
"""English, as subjects."""
MODALS = "will|would|shall|should|can|could|may|might|must"
BE = "is|are|was|were|be|been|being"
NAME_PARTICLES = "al|bin|da|de|del|della|den|der|di|dos|du|el|la|le|ten|ter|van|von"
"""Small words between the parts of a name, in the languages of Europe and in Arabic ones."""
SEPARABLE = "ab|an|auf|aus|bei|ein|fest|fort|her|hin|los|mit|nach|über|um|vor|weg|zu|zurück|zusammen"
"""German prefixes that stand apart from their verb: "stellt um", "umgestellt", "umzustellen"."""


def words_of(kind: str) -> frozenset[str]:
    """The same as a set of words in lower case."""
    return frozenset(kind.lower().split("|"))
