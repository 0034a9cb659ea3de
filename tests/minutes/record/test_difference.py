"""The difference between two records: everything that a reader sees otherwise, and nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.markup import parse
from minutes.record.difference import LineDifference, difference
from minutes.record.redaction import RedactionValue, redacted
from minutes.record.values import (
    AnnexValue,
    AttendanceGroup,
    BallotLine,
    BodyValue,
    ContributionRecord,
    DecisionRecord,
    HeadField,
    OptionLine,
    PaperValue,
    SignatureLine,
)
from minutes.word_diff import Change
from tests.minutes.documents import samples

OLD = samples.m01(is_draft=False)


def with_item(number=3, **values):
    """The model protocol with another item of that number."""
    part = OLD.parts[0]
    items = tuple(replace(item, **values) if item.number == str(number) else item for item in part.items)
    return replace(OLD, parts=(replace(part, items=items), *OLD.parts[1:]))


def with_vote(**values):
    return with_item(votes=(replace(OLD.item("item-3").votes[0], **values),))


def shown(found):
    """The lines of a difference by place, as words: -old, +new, ~changed."""
    signs = {"removed": "-", "added": "+", "changed": "~"}
    sections = [("", section) for section in found.sections]
    sections += [(item.label, section) for item in found.items for section in item.sections]
    return [
        (
            place,
            section.name,
            signs[line.kind]
            + "".join(run.text for run in line.words if run.kind != "removed" or line.kind == "removed"),
        )
        for place, section in sections
        for line in section.lines
    ]


def test_equal_records_do_not_differ():
    assert not difference(OLD, samples.m01(is_draft=False))
    assert shown(difference(OLD, OLD)) == []


def test_what_nobody_reads_is_no_difference():
    assert not difference(OLD, replace(OLD, is_draft=True, session_id="other", term="other"))
    assert not difference(OLD, with_item(outcome="noted", recused_person_ids=("p",)))


def test_a_changed_line_tells_its_words_apart():
    new = with_item(1, contributions=(ContributionRecord("c-0", "procedure", parse("Einwendungen werden erhoben.")),))
    (item,) = difference(OLD, new).items
    assert (item.kind, item.item_id, item.label) == ("changed", "item-1", "TOP 1")
    assert item.sections[0].name == "contributions"
    assert item.sections[0].lines == (
        LineDifference(
            "changed",
            (Change("kept", "Einwendungen werden "), Change("removed", "nicht "), Change("kept", "erhoben.")),
        ),
    )


def test_lines_with_little_in_common_went_and_came():
    new = with_item(1, contributions=(ContributionRecord("c-0", "procedure", parse("Ktabg. Kohl widerspricht.")),))
    assert shown(difference(OLD, new)) == [
        ("TOP 1", "contributions", "-Einwendungen werden nicht erhoben."),
        ("TOP 1", "contributions", "+Ktabg. Kohl widerspricht."),
    ]


def test_a_new_paragraph_leaves_the_others_alone():
    first, second = OLD.item("item-3").contributions
    between = ContributionRecord("c-9", "speech", parse("Dem stimmt der Ausschuss zu."))
    assert shown(difference(OLD, with_item(contributions=(first, between, second)))) == [
        ("TOP 3", "contributions", "+Dem stimmt der Ausschuss zu.")
    ]


def test_the_lines_that_have_most_in_common_are_paired():
    old = with_item(contributions=(ContributionRecord("a", "note", parse("eins zwei drei\n\nvier fünf sechs")),))
    new = with_item(contributions=(ContributionRecord("a", "note", parse("neu neu\n\nvier fünf acht\n\nneun")),))
    assert shown(difference(old, new)) == [
        ("TOP 3", "contributions", "-eins zwei drei"),
        ("TOP 3", "contributions", "+neu neu"),
        ("TOP 3", "contributions", "~vier fünf acht"),
        ("TOP 3", "contributions", "+neun"),
    ]


def test_items_that_came_and_went_are_named_in_their_place():
    part = OLD.parts[0]
    old = replace(OLD, parts=(replace(part, items=(*part.items[:2], *part.items[3:])), *OLD.parts[1:]))
    without_first = replace(OLD, parts=(replace(part, items=part.items[1:]), *OLD.parts[1:]))
    assert [(item.kind, item.label) for item in difference(old, OLD).items] == [("added", "TOP 3")]
    assert [(item.kind, item.label) for item in difference(OLD, old).items] == [("removed", "TOP 3")]
    assert [(item.kind, item.label) for item in difference(OLD, without_first).items] == [("removed", "TOP 1")]
    assert [(item.kind, item.label) for item in difference(old, without_first).items] == [
        ("removed", "TOP 1"),
        ("added", "TOP 3"),
    ]
    assert ("TOP 3", "title", "+TOP 3 1. Integrationskonzept des Kreises Musterland") in shown(difference(old, OLD))


def test_another_order_of_the_sections_is_told():
    new = with_item(order=("contributions", "decision", "votes"))
    assert shown(difference(OLD, new)) == [("TOP 3", "order", "~contributions, decision, votes")]


def test_many_lines_at_once_are_not_paired():
    old, new = (
        with_item(
            contributions=(ContributionRecord("a", "note", parse("\n\n".join(f"{word} {n}" for n in range(60)))),)
        )
        for word in ("alt ist dies", "neu ist dies")
    )
    lines = shown(difference(old, new))
    assert len(lines) == 120
    assert lines[0] == ("TOP 3", "contributions", "-alt ist dies 0")


def test_a_redaction_is_a_difference():
    new = redacted(OLD, [RedactionValue("contribution", "c-5", "Ktabg. Bednar", 0, "personenbezogene Daten")])
    assert shown(difference(OLD, new)) == [
        ("TOP 5", "contributions", "~[Text entfernt: personenbezogene Daten] beantragt namentliche Abstimmung.")
    ]


NEU = "Neues Wort"
CHANGES = {
    "body": replace(OLD, body=BodyValue("musterland", NEU, "Der Landrat")),
    "office": replace(OLD, body=BodyValue("musterland", "Kreis Musterland", NEU)),
    "committee": replace(OLD, committee=replace(OLD.committee, name=NEU)),
    "title": replace(OLD, title=NEU),
    "subtitle": replace(OLD, subtitle=NEU),
    "day": replace(OLD, date_text=NEU),
    "place": replace(OLD, place_text=NEU),
    "head": replace(OLD, head=(*OLD.head, HeadField("Neu", NEU))),
    "seats": replace(OLD, seats_line=NEU),
    "attendance heading": replace(OLD, attendance=(AttendanceGroup(NEU, ()), *OLD.attendance)),
    "absent": replace(OLD, absent=(*OLD.absent, replace(OLD.absent[0], heading=NEU))),
    "opening": replace(OLD, opening=parse(NEU)),
    "closing": replace(OLD, closing=parse(NEU)),
    "signature": replace(OLD, signatures=(*OLD.signatures, SignatureLine("Neu", NEU))),
    "annex": replace(OLD, annexes=(*OLD.annexes, AnnexValue("2", "Neu", NEU))),
    "assumption": replace(OLD, assumptions=(NEU,)),
    "part": replace(OLD, parts=(replace(OLD.parts[0], heading=NEU), *OLD.parts[1:])),
    "part closing": replace(OLD, parts=(replace(OLD.parts[0], closing=(NEU,)), *OLD.parts[1:])),
    "agenda": replace(
        OLD, parts=(OLD.parts[0], replace(OLD.parts[1], agenda=(replace(OLD.parts[1].agenda[0], title=NEU),)))
    ),
    **{name: with_item(**{name: NEU}) for name in ("title", "rapporteur", "status_text", "counts_line")},
    **{f"item {name}": with_item(**{name: (NEU,)}) for name in ("before", "recusals", "after", "notes")},
    "papers": with_item(papers=(PaperValue("p", "SV-1", NEU),)),
    "heading": with_item(decision=DecisionRecord(NEU)),
    "inline": with_item(decision=DecisionRecord("Beschluss", inline=NEU)),
    "intro": with_item(decision=DecisionRecord("Beschluss", intro=NEU)),
    "resolution": with_item(decision=DecisionRecord("Beschluss", resolution=parse(f"- {NEU}"))),
    **{
        f"vote {name}": with_vote(**{name: NEU})
        for name in ("label", "question", "form_text", "counts_text", "conclusion")
    },
    **{f"vote {name}": with_vote(**{name: (NEU,)}) for name in ("result_lines", "notes")},
    "option": with_vote(options=(OptionLine("Neu", 1, NEU),)),
    "ballots": with_vote(ballots=(BallotLine("yes", "Ja", NEU, ()),)),
}


@pytest.mark.parametrize("name", CHANGES)
def test_whatever_a_reader_sees_is_seen(name):
    assert any(NEU in line for _place, _section, line in shown(difference(OLD, CHANGES[name])))


WORDS = st.lists(st.sampled_from(["Ja.", "Nein und Ja.", "Vielleicht doch nicht.", "- Eins"]), max_size=6)


@given(WORDS, WORDS)
def test_the_new_text_follows_from_the_old_one_and_the_difference(old, new):
    before, after = (
        with_item(contributions=(ContributionRecord("a", "note", parse("\n\n".join(lines))),)) for lines in (old, new)
    )
    found = difference(before, after)
    assert bool(found) == (parse("\n\n".join(old)) != parse("\n\n".join(new)))
    lines = [line for item in found.items for section in item.sections for line in section.lines]
    for line in lines:
        kinds = {run.kind for run in line.words}
        assert kinds == {line.kind} if line.kind != "changed" else len(kinds) > 1
    came = sum(line.kind == "added" for line in lines) - sum(line.kind == "removed" for line in lines)
    assert came == len(new) - len(old)
