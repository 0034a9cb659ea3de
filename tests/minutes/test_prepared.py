"""Queries that are compiled once: the same rows as the query they are made of, for whatever values."""

import datetime

import pytest
from django.db.models import CharField, DateTimeField
from django.utils import timezone

from minutes.models import Issue
from minutes.portal import heads
from minutes.prepared import Place, Prepared
from tests import cast
from tests.publications import freeze

MINUTES = ("minutes", "import")


@pytest.fixture
def issue(db) -> Issue:
    room = cast.session(cast.county(), members=("Kohl",))
    return freeze(room.session)["public"].issue


def by_reference() -> Prepared:
    return Prepared(
        lambda: Issue.objects.filter(reference=Place("reference", CharField())).values_list("pk", "visible_from")
    )


def test_values_are_put_in_each_time(issue):
    prepared = by_reference()
    pairs = list(Issue.objects.filter(reference=issue.reference).values_list("pk", "visible_from"))
    assert [tuple(row) for row in prepared.rows(reference=issue.reference)] == pairs
    assert prepared.rows(reference="IntA/99/1999") == []
    assert [tuple(row) for row in prepared.rows(reference=issue.reference)] == pairs


def test_it_is_written_once(issue):
    made = []

    def query():
        made.append(1)
        return Issue.objects.filter(reference=Place("reference", CharField())).values_list("pk")

    prepared = Prepared(query)
    prepared.rows(reference="a")
    prepared.rows(reference="b")
    assert made == [1]


def test_a_value_is_a_value_whatever_is_in_it(issue):
    assert by_reference().rows(reference="' OR 1=1 -- %s") == []


def test_moments_are_compared_as_moments(issue):
    prepared = Prepared(lambda: Issue.objects.current(Place("now", DateTimeField())).values_list("pk"))
    assert [issue.pk] in prepared.rows(now=timezone.now())
    assert prepared.rows(now=issue.visible_from - datetime.timedelta(microseconds=1)) == []


@pytest.mark.parametrize("with_page", [False, True])
def test_a_head_is_the_row_that_the_query_of_all_finds(issue, with_page, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = heads.public(MINUTES, body=issue.body_key, reference=issue.reference, with_page=with_page)
    with django_assert_num_queries(0):
        assert (found.pk, found.kind, found.title, found.body_name) == (
            issue.pk,
            issue.kind,
            issue.title,
            issue.body_name,
        )
        assert found.publication.sha256 == issue.publication.sha256
        assert found.publication.session_id == issue.session_id
        assert found.publication.visible_from == issue.visible_from
        assert found.publication.issue is found
    assert ("minutes" in found._state.fields_cache) is with_page


def test_a_head_is_of_the_public_alone_and_of_now(issue):
    public = {"body": issue.body_key, "reference": issue.reference}
    Issue.objects.update(audience="internal")
    assert heads.public(MINUTES, **public) is None
    Issue.objects.update(audience="public", visible_from=timezone.now() + datetime.timedelta(hours=1))
    assert heads.public(MINUTES, **public) is None
    assert heads.public(("agenda", "notice"), **public) is None
