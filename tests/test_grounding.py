"""Grounding: every evidence is a slice of the source, and nothing that is not there is found."""

import time
import unicodedata
from collections.abc import Sequence

import pytest
from aligning import align
from hypothesis import given, settings, strategies as st
from pydantic import BaseModel, Field

from summarizer.documents import Document, Segment
from summarizer.grounding import ground, objections
from summarizer.items import Item
from summarizer.locating.citations import Citations
from summarizer.locating.seeking import seek
from summarizer.schemas import (
    BriefDraft,
    Claim,
    DraftAgendaItem,
    DraftCommitment,
    DraftDecision,
    DraftMeeting,
    DraftParticipant,
    Evidence,
    Match,
    Outcome,
    Presence,
    Quote,
    RejectionReason,
    Strength,
)

READOUT = (
    "The Minister met the Governor in Valletta. They discussed the harbour at length.\n"
    "The Governor said the port would not close before 14 March 2031, and thanked the crew.\n"
    "They agreed to form a joint committee of six members on fisheries."
)


def prose(text: str) -> Document:
    """A document with a segment for each line of the text."""
    segments, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            lead = len(line) - len(line.lstrip())
            segments.append(Segment(start + lead, start + len(line.rstrip())))
        start += len(line) + 1
    return Document(text, segments)


def talk(*turns: tuple[str, Sequence[str]]) -> Document:
    """A transcript: `Speaker: sentence sentence` on a line, a segment for each sentence."""
    text, segments = "", []
    for block, (speaker, sentences) in enumerate(turns):
        text += f"{speaker}:"
        for sentence in sentences:
            text += " "
            segments.append(
                Segment(len(text), len(text) + len(sentence), speaker=speaker, time=10.0 * block, block=block)
            )
            text += sentence
        text += "\n"
    return Document(text, segments, kind="transcript")


CALL = talk(
    ("Ada Quist", ["Good morning.", "I will send the draft budget by Friday.", "Is that all right?"]),
    ("Ben Oduya", ["Yes.", "We can't pay before the audit is done.", "I will book the hall."]),
    ("Ada Quist", ["Good.", "Then I will book the hall for you as well."]),
)


def decide(*quotes: Quote) -> BriefDraft:
    decision = DraftDecision(text="form a committee", evidence=list(quotes))
    item = DraftAgendaItem(topic="harbour", outcome=Outcome.DECIDED, decisions=[decision], evidence=list(quotes))
    return BriefDraft(agenda_items=[item])


def cite(document: Document, quote: str, line: int | None = None) -> Item:
    return ground(decide(Quote(line=line, quote=quote)), document)[0]


def quotes(item: Item) -> list[str]:
    return [evidence.quote for evidence in item.evidence]


def found(text: str, quote: str) -> str | None:
    (span,) = align(text, [quote])
    return text[span.start : span.end] if span else None


# Finding words in a text


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("joint committee", "joint committee"),
        ("the governor SAID", "The Governor said"),
        ("discussed  the\nharbour", "discussed the harbour"),
        ("“They discussed the harbour”", "They discussed the harbour"),
        ("They discussed the harbour at length", "They discussed the harbour at length"),
        ("They discussed the harbour.", "They discussed the harbour"),
        ("14\u00a0March", "14 March"),
        ("joint co\u00admmit\u200btee", "joint committee"),
        ("at length. The Governor said", "at length.\nThe Governor said"),
    ],
)
def test_a_quote_is_found_whatever_its_case_space_marks_or_form(quote: str, source: str) -> None:
    assert found(READOUT, quote) == source


@pytest.mark.parametrize(
    ("text", "quote", "source"),
    [
        (
            "The oﬃce in Malmö reﬂects ½ of it",
            "The office in Malmo\u0308 reflects",
            "The oﬃce in Malmö reflects"[:-8] + "reﬂects",
        ),
        ("Die Straße bleibt zu", "STRASSE BLEIBT", "Straße bleibt"),
        ("Von İzmir nach Kiel", "izmir nach", "İzmir nach"),
        ("We paid ＄４０ for it", "$40 for", "＄４０ for"),
        ("한국과 합의했다", unicodedata.normalize("NFD", "한국과"), "한국과"),
        ("代表团明天抵达。", "明天", "明天"),
        ("ship it 👩🏽\u200d💻 now", "it 👩🏽\u200d💻", "it 👩🏽\u200d💻"),
        ("הוועדה תתכנס מחר", "תתכנס", "תתכנס"),
        ("He said «yes — now».", 'said "yes - now"', "said «yes — now»"),
        ("the well-known firm", "well known firm", "well-known firm"),
        ("budget de « 5\u00a0% » voté", 'de "5%" voté', "de « 5\u00a0% » voté"),
        ("挪威同意“提高5%”的方案", "同意「提高5％」的方案", "同意“提高5%”的方案"),
        ("سنسلم التقرير قبل ١٥ أبريل", "التقرير قبل 15 ابريل", "التقرير قبل ١٥ أبريل"),
        ("بنسبة ٢٫٥٪ للرسوم", "بنسبة 2.5% للرسوم", "بنسبة ٢٫٥٪ للرسوم"),
        ("обсудим ещё раз", "обсудим еще раз", "обсудим ещё раз"),
        ("**Resolved** to _pay_", "Resolved to pay", "Resolved** to _pay"),
    ],
)
def test_a_span_is_exact_to_the_characters_of_the_source(text: str, quote: str, source: str) -> None:
    assert found(text, quote) == source


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The committees met", "committee"),
        ("We can't sign it", "We can"),
        ("It cost 3.5 million", "5 million"),
        ("At 12:30 we left", "At 12"),
        ("It fell by -5 points", "by 5 points"),
        ("They paid €5 then", "paid $5 then"),
        ("A cafe\u0301 opened", "A cafe"),
        ("They signed", "They signed the treaty of Valletta"),
        ("The crew", "The treaty"),
        ("The crew", ""),
        ("The crew", " … — ?!"),
        ("", "crew"),
    ],
)
def test_what_is_not_there_is_not_found(text: str, quote: str) -> None:
    assert found(text, quote) is None


# Near matches


@pytest.mark.parametrize(
    ("quote", "claimed", "source", "altered"),
    [
        ("the port would close before 14 March 2031", "", "not", True),
        ("the port would not close before 15 March 2031", "15", "14", True),
        ("the port would not close before 14 April 2031", "April", "March", True),
        ("The Senator said the port would not close", None, None, None),
        ("said the harbour would not close before 14 March 2031", "harbour", "port", False),
        ("They agreed to form a joint committee of seven members on fisheries", "seven", "six", True),
        ("They agreed to form a joint committee of 6 members on fisheries", "6", "six", False),
        ("The Minister met the Governor at length in Valletta", None, None, None),
        ("The Minister met the Governor in Rome. They discussed the harbour", "Rome", "Valletta", True),
    ],
)
def test_a_near_match_names_its_difference(
    quote: str, claimed: str | None, source: str | None, altered: bool | None
) -> None:
    (span,) = align(READOUT, [quote])
    if claimed is None:
        assert span is None or span.altered
        return
    assert span is not None
    assert span.match is Match.NEAR
    assert [(difference.claimed, difference.source) for difference in span.differences] == [(claimed, source)]
    assert span.altered is altered


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Ik ga niet akkoord met dit voorstel van de raad", "Ik ga akkoord met dit voorstel van de raad"),
        ("Ela não vai assinar o texto até 15 de agosto aqui", "Ela não vai assinar o texto até 15 de abril aqui"),
        ("Мы передадим все данные до 30 апреля этого года", "Мы передадим все данные до 30 августа этого года"),
    ],
)
def test_a_negation_or_a_month_of_any_of_the_languages_alters_a_quote(text: str, quote: str) -> None:
    (span,) = align(text, [quote])
    assert span is not None
    assert span.altered


@pytest.mark.parametrize(
    "quote",
    [
        "Nobody agreed to form a joint committee of six members on fisheries",  # another first word
        "They agreed to form a joint committee of six members on forestry",  # another last word
        "They agreed to build a new harbour of six berths on fisheries",  # too few words shared
        "to form one joint committee",  # a word changed, and too short for that
        "The Governor said the crew agreed to form a committee in Valletta",  # the source's words, recombined
    ],
)
def test_a_passage_that_is_not_near_enough_is_not_found(quote: str) -> None:
    assert found(READOUT, quote) is None


@pytest.mark.parametrize("spelled", ["co-operate on ten per cent", "cooperate on ten percent"])
def test_a_word_spelled_with_a_hyphen_or_space_is_no_difference(spelled: str) -> None:
    text = "On that day they will cooperate on ten per cent of the mail"
    (span,) = align(text, [f"On that day they will {spelled} of the mail"])
    assert span is not None
    assert (text[span.start : span.end], span.match, span.differences) == (text, Match.NORMALIZED, ())


# Ellipses


@pytest.mark.parametrize("dots", ["...", "…", " [...] ", " (…) ", " . . . "])
def test_an_ellipsis_splits_a_quote_into_pieces(dots: str) -> None:
    item = cite(prose(READOUT), f"The Minister met the Governor{dots}discussed the harbour")
    assert quotes(item) == ["The Minister met the Governor", "discussed the harbour"]
    assert found(READOUT, f"The Minister met{dots}the harbour") == READOUT[: READOUT.index(" at length")]


def test_an_ellipsis_that_hides_a_negation_alters_the_quote() -> None:
    item = cite(prose(READOUT), "The Governor said the port would ... close before 14 March 2031")
    assert item.refused is RejectionReason.ALTERED
    assert '"not"' in item.explanation


def test_pieces_out_of_order_or_far_apart_are_not_found() -> None:
    filler = "and so on " * 200
    assert found(READOUT, "a joint committee ... The Minister met") is None
    assert found(f"The Minister met {filler} a joint committee", "The Minister met ... a joint committee") is None


def test_a_scrap_before_an_ellipsis_is_not_asked_for() -> None:
    assert quotes(cite(prose(READOUT), "The ... joint committee of six")) == ["joint committee of six"]


# Lines, speakers and labels


def test_the_line_settles_which_mention_is_meant() -> None:
    for line, start in ((6, CALL.segments[5].start), (8, CALL.segments[7].start + len("Then "))):
        evidence = cite(CALL, "I will book the hall", line).evidence
        assert [(e.line, e.start) for e in evidence] == [(line, start)]


@pytest.mark.parametrize("line", [None, 0, -3, 1, 7, 9_999])
def test_a_wrong_or_missing_line_loses_no_quote(line: int | None) -> None:
    (evidence,) = cite(CALL, "send the draft budget", line).evidence
    assert (evidence.line, evidence.speaker, evidence.time) == (2, "Ada Quist", 0.0)


def test_a_quote_over_several_sentences_of_one_speaker_is_one_evidence() -> None:
    assert quotes(cite(CALL, "Good morning. I will send the draft budget by Friday.", 1)) == [
        "Good morning. I will send the draft budget by Friday."
    ]


@pytest.mark.parametrize("between", [" ", "\nBen Oduya: ", " Ben Oduya: ", "\n[4] Ben Oduya: "])
def test_a_quote_over_a_speaker_label_is_two_evidences(between: str) -> None:
    item = cite(CALL, f"I will send the draft budget by Friday. Is that all right?{between}Yes.", 2)
    assert [(e.quote, e.line, e.speaker) for e in item.evidence] == [
        ("I will send the draft budget by Friday. Is that all right?", 2, "Ada Quist"),
        ("Yes.", 4, "Ben Oduya"),
    ]
    assert not any(evidence.altered for evidence in item.evidence)


@pytest.mark.parametrize(
    "head",
    ["[6] Ben Oduya: ", "Ben Oduya: ", "[6] ", "(6) ", "6: ", "Line 6: ", "[00:10] BEN ODUYA (Treasurer): ", "- "],
)
def test_what_was_copied_from_the_head_of_a_line_is_stripped(head: str) -> None:
    (evidence,) = cite(CALL, f"{head}I will book the hall.", 6).evidence
    assert (evidence.quote, evidence.line, evidence.match) == ("I will book the hall.", 6, Match.EXACT)


def test_line_numbers_between_lines_copied_as_one_are_stripped() -> None:
    text = "# Present\n- Ada Quist, Treasury\n- Ben Oduya, Ports"
    item = cite(prose(text), "[1] # Present [2] - Ada Quist, Treasury [3] - Ben Oduya, Ports", 1)
    assert not item.evidence[0].altered
    assert item.evidence[0].differences == []


@pytest.mark.parametrize("quote", ["Ben Oduya", "Ben Oduya:", "[4] Ben Oduya:"])
def test_a_speaker_label_alone_stands_for_the_turn_it_opens(quote: str) -> None:
    (evidence,) = cite(CALL, quote, 4).evidence
    assert (evidence.quote, evidence.speaker, evidence.match) == ("Yes.", "Ben Oduya", Match.FOUND)


def test_a_label_that_the_text_itself_holds_is_quoted_whole() -> None:
    assert quotes(cite(prose("Note: Ada Quist: absent."), "Ada Quist: absent", 1)) == ["Ada Quist: absent"]


@pytest.mark.parametrize("quote", ["The", "of the", "and", "it"])
def test_scraps_are_lost(quote: str) -> None:
    item = cite(prose(READOUT), quote, 1)
    assert item.evidence == []
    assert item.refused is RejectionReason.NOT_FOUND


def test_of_a_scrap_that_the_source_says_it_is_not_claimed_that_it_does_not() -> None:
    said, not_said = (cite(prose("They met."), quote, 1) for quote in ("they", "of the"))
    assert said.explanation == 'The source says "they", which is too little to show what is meant.'
    assert not_said.explanation == 'The source does not say "of the".'
    assert "too little to show what is meant" in objections(decide(Quote(quote="they")), prose("They met."))[0]


@pytest.mark.parametrize(("quote", "line"), [("Valletta", 1), ("Yes.", 4), ("I will", 2)])
def test_a_short_quote_that_says_something_is_found(quote: str, line: int) -> None:
    assert cite(CALL if line > 1 else prose(READOUT), quote, line).refused is None


# Drafts and items


def test_items_carry_the_claims_own_values_and_its_claims_as_children() -> None:
    (item,) = ground(decide(Quote(line=3, quote="a joint committee")), prose(READOUT))
    assert item.kind == "agenda_items"
    assert item.values == {
        "topic": "harbour",
        "summary": None,
        "outcome": Outcome.DECIDED,
        "strength": None,
        "meetings": [],
    }
    (child,) = item.children["decisions"]
    assert (child.kind, child.values, quotes(child)) == (
        "decisions",
        {"text": "form a committee"},
        ["a joint committee"],
    )


class Vote(Claim):
    subject: str
    motion: DraftDecision | None = None


class Board(BaseModel):
    title: str
    lead: Vote | None = None
    rounds: list[list[Vote]] = Field(default_factory=list)
    by_name: dict[str, Vote] = Field(default_factory=dict)


def test_claims_are_found_in_any_shape_of_draft() -> None:
    motion = DraftDecision(text="pay", evidence=[Quote(quote="joint committee")])
    votes = [Vote(subject=str(number), motion=motion) for number in range(4)]
    items = ground(
        Board(title="t", lead=votes[0], rounds=[[votes[1]], [votes[2]]], by_name={"x": votes[3]}), prose(READOUT)
    )
    assert [(item.kind, item.values) for item in items] == [
        ("lead", {"subject": "0"}),
        ("rounds", {"subject": "1"}),
        ("rounds", {"subject": "2"}),
        ("by_name", {"subject": "3"}),
    ]
    assert all(quotes(child) == ["joint committee"] for item in items for child in item.children["motion"])
    assert ground(Board(title="t"), prose(READOUT)) == []


def test_a_claim_is_refused_with_its_reason() -> None:
    document = prose(READOUT)
    nothing = ground(decide(), document)[0]
    empty = ground(decide(Quote(quote=" ... ")), document)[0]
    invented = cite(document, "They signed a treaty on sardines")
    altered = cite(document, "They agreed to form a joint committee of nine members on fisheries")
    assert [item.refused for item in (nothing, empty)] == [RejectionReason.NO_EVIDENCE] * 2
    assert (invented.refused, invented.lost) == (RejectionReason.NOT_FOUND, ["They signed a treaty on sardines"])
    assert altered.refused is RejectionReason.ALTERED
    assert altered.explanation == 'The quote is not what the source says: it has "nine" where the source has "six".'
    assert altered.evidence[0].altered


def test_one_good_quote_keeps_a_claim_and_the_lost_one_is_kept_in_sight() -> None:
    (item,) = ground(decide(Quote(quote="nothing of the sort"), Quote(quote="joint committee")), prose(READOUT))
    assert item.refused is None
    assert (quotes(item), item.lost) == (["joint committee"], ["nothing of the sort"])
    assert [(one.field, one.before, one.after) for one in item.changes] == [("evidence", "nothing of the sort", None)]


def test_the_same_quote_twice_is_one_evidence_unless_the_words_stand_twice() -> None:
    twice = [Quote(quote="joint committee", line=3)] * 2
    assert len(ground(decide(*twice), prose(READOUT))[0].evidence) == 1
    again = [Quote(quote="book the hall")] * 2
    assert [e.line for e in ground(decide(*again), CALL)[0].evidence] == [6, 8]


def test_the_objections_name_path_quote_and_remedy() -> None:
    draft = decide(Quote(quote="joint committee"), Quote(line=2, quote="They will sign a treaty"))
    sentences = objections(draft, prose(READOUT))
    assert [sentence.split(" is ")[0] for sentence in sentences] == [
        "agenda_items[0].evidence[1].quote",
        "agenda_items[0].decisions[0].evidence[1].quote",
    ]
    assert '"They will sign a treaty"' in sentences[0]
    assert "leave the item out" in sentences[0]
    assert objections(decide(Quote(quote="joint committee")), prose(READOUT)) == []


def test_of_many_objections_the_first_are_named_and_the_others_counted() -> None:
    quotes_not_there = [Quote(line=2, quote=f"They will sign treaty number {number}") for number in range(40)]
    sentences = objections(decide(*quotes_not_there), prose(READOUT))
    assert len(sentences) == 13
    assert sentences[-1] == "68 more quotes are not as the text has them."
    assert sum(map(len, sentences)) < 4000


def test_claims_without_a_quote_are_objected_to_together() -> None:
    sentences = objections(decide(Quote(line=2, quote="")), prose(READOUT))
    assert [one.partition(". ")[0] for one in sentences] == [
        "2 items have no quote, such as agenda_items[0], agenda_items[0].decisions[0]"
    ]


def test_an_empty_answer_is_objected_to_unless_it_may_be_empty() -> None:
    assert objections(BriefDraft(), prose(READOUT), may_be_empty=False)[0].startswith("The answer is empty.")
    assert objections(BriefDraft(), prose(READOUT)) == []
    assert objections(BriefDraft(commitments=[]), prose(READOUT), may_be_empty=False) == []


def test_a_line_that_is_cited_without_words_is_evidence_as_a_whole() -> None:
    (item,) = ground(decide(Quote(line=3, quote="")), prose(READOUT))
    (evidence,) = item.evidence
    assert (evidence.line, evidence.match) == (3, Match.FOUND)
    assert evidence.quote == "They agreed to form a joint committee of six members on fisheries."
    assert ground(decide(Quote(line=9, quote="")), prose(READOUT))[0].refused is RejectionReason.NO_EVIDENCE


def test_the_objections_name_what_a_quote_changed() -> None:
    draft = decide(Quote(quote="They agreed to form a joint committee of nine members on fisheries"))
    assert 'it has "nine" where the source has "six"' in objections(draft, prose(READOUT))[0]


# Seeking


def test_the_line_that_bears_a_claim_best_is_sought_where_no_quote_is_given() -> None:
    evidence = seek("forming a joint fisheries committee", prose(READOUT))
    assert evidence is not None
    assert (evidence.line, evidence.match) == (3, Match.FOUND)
    assert evidence.quote == prose(READOUT).line_text(3)


@pytest.mark.parametrize(
    "claim", ["to discuss the harbour at length", "the minister is meeting the governor in Valletta"]
)
def test_a_claim_is_sought_in_whatever_form_the_source_has_its_words(claim: str) -> None:
    evidence = seek(claim, prose(READOUT))
    assert evidence is not None
    assert evidence.line == 1


@pytest.mark.parametrize(
    "claim",
    ["", "the", "sign a treaty on sardines", "the committee of 9 members", "close the fisheries committee in Rome"],
)
def test_a_line_that_shares_too_little_is_not_taken(claim: str) -> None:
    assert seek(claim, prose(READOUT)) is None


def test_claims_without_a_quote_are_sought_only_if_asked() -> None:
    draft = BriefDraft(
        meetings=[DraftMeeting(id="m1", place="Valletta")],
        participants=[DraftParticipant(name="Ben Oduya", presence=Presence.ATTENDED)],
        commitments=[DraftCommitment(action="send the draft budget", by="Ada Quist", strength=Strength.INTENDS)],
    )
    assert {item.refused for item in ground(draft, CALL)} == {RejectionReason.NO_EVIDENCE}
    meeting, participant, commitment = ground(draft, CALL, seek_missing=True)
    assert meeting.refused is RejectionReason.NO_EVIDENCE
    assert quotes(participant) == ["Yes."]
    assert quotes(commitment) == ["I will send the draft budget by Friday."]


# Whatever the text

RANDOM = settings(max_examples=60, deadline=None, derandomize=True)

ALPHABET = st.sampled_from(
    [
        *"aAbeEiInNtT19.,:;-'\"’“…—?!()[] \t\n ", "can't", " not ", "the ", "İ", "ß", "ﬁ", "½", "ﷺ", "e\u0301", "\u0301", "\u200b",
        "\u00ad", "\u00a0", "\u2028", "中", "文", "カ", "ﾊﾟ", "한", "ᄒ", "ᅡ", "ᆫ", "א", "בּ", "ع", "👩🏽\u200d💻", "🚀", "\ufe0f", "𝒜", "\ud800", "$",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(ALPHABET, st.characters()), max_size=80).map("".join)


def fits(document: Document, evidence: Evidence) -> bool:
    segment = document.segment(evidence.line)
    words = document.text[evidence.start : evidence.end]
    return evidence.quote == words == words.strip() != "" and segment.start <= evidence.start < segment.end


@RANDOM
@given(TEXTS, st.lists(TEXTS, max_size=4))
def test_aligning_never_fails_and_spans_lie_in_the_text(text: str, wanted: list[str]) -> None:
    for span in align(text, wanted):
        assert span is None or 0 <= span.start < span.end <= len(text)


@RANDOM
@given(TEXTS, st.data())
def test_a_slice_between_white_space_is_always_found_exactly(text: str, data: st.DataObject) -> None:
    runs = text.split()
    if runs:
        first = data.draw(st.integers(0, len(runs) - 1))
        start = 0
        for run in runs[:first]:
            start = text.index(run, start) + len(run)
        start = text.index(runs[first], start)
        end = data.draw(st.integers(start, len(text)))
        quote = text[start : end if text[end : end + 1].isspace() else len(text)].strip()
        (span,) = align(text, [quote])
        if any(char.isalnum() for char in quote):
            assert span is not None
            assert (span.match, text[span.start : span.end]) == (Match.EXACT, quote)


@RANDOM
@given(
    TEXTS, st.lists(st.tuples(st.one_of(st.none(), st.integers(-2, 9)), TEXTS), max_size=4), st.booleans(), st.data()
)
def test_every_evidence_is_a_slice_of_the_source(
    text: str, wanted: list[tuple[int | None, str]], seek_missing: bool, data: st.DataObject
) -> None:
    document = prose(text)
    given_quotes = [Quote(line=line, quote=quote) for line, quote in wanted]
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    given_quotes.append(Quote(quote=text[start:end]))
    draft = decide(*given_quotes)
    for item in ground(draft, document, seek_missing=seek_missing):
        for part in item.walk():
            assert all(fits(document, evidence) for evidence in part.evidence)
            assert part.evidence or part.refused
    objections(draft, document)


@RANDOM
@given(st.lists(st.tuples(st.sampled_from(["Ana", "Zoë B", "(x)"]), st.lists(TEXTS.filter(str.strip).map(str.strip), min_size=1, max_size=3)), max_size=4), st.data())  # fmt: skip
def test_no_evidence_holds_a_speaker_label(turns: list[tuple[str, list[str]]], data: st.DataObject) -> None:
    document = talk(*turns)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(document.text))] * 2)))
    for evidence in cite(document, document.text[start:end]).evidence:
        assert fits(document, evidence)
        covered = [s for s in document.segments if s.start < evidence.end and evidence.start < s.end]
        assert {segment.speaker for segment in covered} == {evidence.speaker}


# However large


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("a " * 30_000, "a " * 10_000),
        ("a " * 30_000, "a b " * 5_000),
        ("a " * 30_000, "a " * 5_000 + "b " + "a " * 5_000),
        ("a " * 30_000, "a ... a ... b"),
        ("word" * 25_000, "word" * 10_000),
        ("x" + "\u0301" * 50_000, "x" + "\u0301" * 1_000),
        ("." * 200_000, "." * 10_000),
        ("\n" * 50_000, "[1] " * 2_000 + "\n" * 10_000),
        ("1." * 50_000, "1," * 1_000),
        (" ".join(map(str, range(20_000))), " ".join(map(str, range(5_000, 15_000)))),
    ],
)
def test_no_text_and_no_quote_takes_long(text: str, quote: str) -> None:
    started = time.process_time()
    align(text, [quote])
    cite(prose(text), quote)
    assert time.process_time() - started < 20


def test_a_quote_may_be_the_whole_text_or_ten_thousand_words() -> None:
    text = " ".join(f"word{number}" for number in range(20_000))
    changed = text.replace("word9000 ", "another ")
    for quote, match in ((text, Match.EXACT), (text.upper(), Match.NORMALIZED), (changed, Match.NEAR)):
        (span,) = align(text, [quote])
        assert span is not None
        assert (span.start, span.end, span.match) == (0, len(text), match)


def test_a_wide_gap_in_a_quote_costs_no_time() -> None:
    begin = time.perf_counter()
    assert Citations(prose(READOUT)).find(Quote(quote="zzz" + " " * 20_000 + "b", line=1)) == []
    assert time.perf_counter() - begin < 20


def test_many_claims_are_sought_without_reading_the_document_again() -> None:
    document = prose("\n".join(f"The board heard point number {number} on the mill." for number in range(20_000)))
    assert seek("They agreed to form a joint committee.", document) is None
    begin = time.perf_counter()
    for _ in range(300):
        seek("They agreed to form a joint committee.", document)
    assert time.perf_counter() - begin < 20
    other = prose("A line.\nThey agreed to form a joint committee.")
    assert [found.line for found in [seek("They agreed to form a joint committee.", other)] if found] == [2]


def test_two_small_words_are_evidence_where_they_are_all_that_a_line_says() -> None:
    text = "Signed by whom, and when? By me. It was read by me, and by the Chair."
    starts = [text.index(one) for one in ("Signed", "By me.", "It was")]
    ends = [text.index(" By me."), text.index(" It was"), len(text)]
    document = Document(text, [Segment(*each) for each in zip(starts, ends, strict=True)])

    def said(line: int, quote: str) -> list[str]:
        return objections(BriefDraft(commitments=[commitment(line, quote)]), document)

    def commitment(line: int, quote: str) -> DraftCommitment:
        return DraftCommitment(action="sign it", evidence=[Quote(line=line, quote=quote)], strength=Strength.INTENDS)

    assert said(2, "By me.") == said(2, "By me") == []
    assert len(said(3, "by me")) == 1
