import asyncio

from summarizer.batch.workers.rehearsal import rehearse


def test_what_a_process_begins_with_goes_through_all_checks():
    brief = asyncio.run(rehearse())
    commitment, task = brief.commitments[0], brief.follow_ups[0]
    assert commitment.support.verdict == "partly"
    assert commitment.strength == "conditional"
    assert [each.due and each.due.anchor is not None for each in (commitment, task)] == [True, True]
    assert [each.reason for each in brief.rejected] == ["not_found"]
    assert brief.agenda_items[0].decisions
    assert {each.presence for each in brief.participants} == {"attended", "absent"}
