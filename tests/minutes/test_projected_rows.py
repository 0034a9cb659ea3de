"""The rows that lists, people and statistics read: what the publication says, for as long as it can be read."""

import datetime

import pytest
from django.utils import timezone

from minutes import articles, projection, publishing
from minutes.models import (
    Audience,
    Issue,
    PublishedAttendance,
    PublishedBallot,
    PublishedItem,
    PublishedItemPaper,
    PublishedMinutes,
    PublishedVote,
)
from minutes.projected_rows import is_unanimous
from minutes.record.serialise import from_bytes
from minutes.record.values import CountsValue, VoteRecord
from tests.minutes.record import m01
from tests.publications import freeze, publisher

TABLES = (PublishedItem, PublishedItemPaper, PublishedVote, PublishedBallot, PublishedAttendance, PublishedMinutes)


@pytest.fixture
def model(db):
    return m01.create()


@pytest.fixture
def published(model):
    return freeze(model.session)["public"]


def items(audience: str = Audience.PUBLIC) -> list[PublishedItem]:
    return list(PublishedItem.objects.filter(audience=audience).order_by("position"))


def contents() -> dict:
    """All rows without their keys."""
    return {
        model.__name__: sorted(
            str({name: value for name, value in row.items() if name not in ("id", "item_id", "vote_id")})
            for row in model.objects.values()
        )
        for model in TABLES
    }


def test_each_item_says_what_became_of_it(published):
    record = from_bytes(published.record.encode())
    assert [(row.label, row.title, row.outcome) for row in items()] == [
        (item.label, item.title, item.outcome) for item in record.items()
    ]
    decided = next(row for row in items() if row.number == "4")
    assert decided.is_decided
    assert decided.resolution.startswith("Dem Verein „Brücke e. V.“ wird ein Zuschuss")
    assert [paper.reference for paper in decided.papers.all()] == ["SV-11-0615"]


def test_what_is_not_public_is_a_row_of_the_internal_issue_alone(published):
    internal = {row.title for row in items(Audience.INTERNAL)}
    public = {row.title for row in items()}
    assert public < internal


def test_votes_keep_their_counts_and_roll_calls_their_names(published):
    counted, called = (PublishedVote.objects.get(item__audience="public", item__number=number) for number in ("4", "5"))
    assert (counted.yes, counted.no, counted.abstain, counted.is_unanimous) == (5, 2, 0, False)
    ballots = list(called.ballots.all())
    assert len(ballots) == called.yes + called.no + called.abstain
    assert {ballot.choice for ballot in ballots} == {"yes", "no"}


def test_the_attendance_list_tells_members_from_visitors(published):
    rows = PublishedAttendance.objects.filter(issue=published.pk)
    late = rows.get(name__startswith="Merten")
    assert (late.is_present, late.is_member) == (True, True)
    assert "TOP 3" in late.remark
    assert rows.filter(is_member=False).exists()
    assert rows.filter(is_present=False).exists()


def test_a_withdrawn_publication_has_no_rows(published, model):
    publishing.withdraw(published, by=publisher(), reason="Fehler")
    assert not PublishedItem.objects.filter(issue=published.pk).exists()
    assert not PublishedMinutes.objects.filter(issue=published.pk).exists()


def test_a_superseded_one_has_none_and_one_dated_ahead_leaves_the_present_one(published, model):
    later = timezone.now() + datetime.timedelta(days=1)
    ahead = publishing.freeze(
        from_bytes(published.record.encode()),
        kind=published.kind,
        subject=model.session,
        by=publisher(),
        visible_from=later,
    )
    assert PublishedItem.objects.filter(issue=published.pk).exists()
    assert PublishedItem.objects.filter(issue=ahead.pk).exists()
    now = freeze(model.session)["public"]
    assert Issue.objects.current().get(session=model.session, audience="public").pk == now.pk
    assert not PublishedItem.objects.filter(issue=published.pk).exists()


def test_made_anew_they_are_the_same(published):
    before = contents()
    projection.rebuild()
    assert contents() == before
    assert all(before.values())


def test_the_page_is_kept_with_marks_for_papers_that_become_links(published):
    article = PublishedMinutes.objects.get(issue=published.pk).article
    (key,) = PublishedItemPaper.objects.filter(reference="SV-11-0615", item__issue=published.pk).values_list(
        "paper", flat=True
    )
    assert 'href="/its/page/"' in articles.with_links(article, {str(key): "/its/page/"})
    linked = articles.with_links(article, {str(key): "/papers/lkm/SV-11-0615/"})
    assert '<a href="/papers/lkm/SV-11-0615/">SV-11-0615</a>' in linked
    assert not {"\x02", "\x03", "\x1f"} & set(linked)
    assert "SV-11-0615</a>" not in articles.with_links(article, {})


@pytest.mark.parametrize(
    ("words", "expected"),
    [("einstimmig angenommen", True), ("mehrheitlich angenommen", False), ("bei einer Gegenstimme", False), ("", None)],
)
def test_without_numbers_the_words_say_whether_it_was_unanimous(words, expected):
    vote = VoteRecord(
        id="1", form="", form_text="", majority="simple", counts=CountsValue(), result_lines=(words,) if words else ()
    )
    assert is_unanimous(vote) is expected
