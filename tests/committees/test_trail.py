"""The page of the audit trail: what was done, by whom and when, in words; for administrators alone."""

import pytest
from django.db import connection

from committees import audit
from committees.models import AuditEvent, Person, User
from committees.recording import recorded
from committees.room_guards import AUDIT
from tests import cast
from tests.committees.pages import url


@pytest.fixture
def person(place) -> Person:
    """Somebody whose name was changed by the administrator, and who was entered by the clerk."""
    row = Person(first_name="Kim", last_name="Frei")
    with recorded(row, by=cast.user("clerk", place.committee)):
        row.save()
    with recorded(row, by=User.objects.get(role="admin")):
        row.last_name, row.is_staff_member = "Anders", True
        row.save()
    return row


def acts(page) -> list[str]:
    return [row.event.act for row in page.context["entries"]]


def test_the_newest_event_comes_first_with_what_was_and_what_became(admin, person):
    page = admin.get(url("audit-trail"))
    assert acts(page) == ["changed", "created"]
    entry = page.context["entries"][0]
    assert [(line.before, line.after) for line in entry.lines] == [("Nein", "Ja"), ("…", "…")]
    text = page.content.decode()
    assert "<del>Nein</del> <ins>Ja</ins>" in text
    assert str(entry.event.actor) in text
    assert "Frei" not in text


@pytest.mark.parametrize(
    ("query", "found"), [("act=created", ["created"]), ("act=signed", []), ("", ["changed", "created"])]
)
def test_one_kind_of_act_is_looked_for(admin, person, query, found):
    assert acts(admin.get(f"{url('audit-trail')}?{query}")) == found


def test_one_person_and_one_row_are_looked_for(admin, person):
    clerk = User.objects.get(role="clerk")
    assert acts(admin.get(url("audit-trail"), {"actor": clerk.pk})) == ["created"]
    audit.note("invited", clerk, by=clerk)
    assert acts(admin.get(url("audit-trail"), {"subject": audit.label(person)})) == ["changed", "created"]


@pytest.mark.parametrize("query", ["act=x", "actor=x", "actor=0", f"subject={'x' * 101}"])
def test_what_there_is_not_is_refused_at_the_field(admin, person, query):
    page = admin.get(f"{url('audit-trail')}?{query}")
    assert page.status_code == 422
    assert list(page.context["form"].errors) == [query.partition("=")[0]]


@pytest.mark.parametrize("count", [1, 3, 60])
def test_however_many_events_there_are_it_takes_seven_queries(admin, person, count, django_assert_num_queries):
    for _number in range(count):
        audit.note("probe", person, by=User.objects.get(role="clerk"))
    with django_assert_num_queries(7):
        page = admin.get(url("audit-trail"))
    assert len(page.context["entries"]) == min(50, count + 2)


@pytest.mark.parametrize("facts", ["", "{", "[]", "7", '{"before": 3}', '{"after": {"no_field": [1]}}'])
def test_facts_that_cannot_be_read_are_shown_as_they_are(admin, person, facts):
    with connection.cursor() as cursor:
        for guard in AUDIT:
            for statement in guard.drop(connection.vendor):
                cursor.execute(statement)
    AuditEvent.objects.filter(act="changed").update(facts=facts, subject="no such row")
    page = admin.get(url("audit-trail"))
    assert page.status_code == 200
    assert acts(page) == ["changed", "created"]


def test_nobody_else_reads_it(clerk, other_clerk, readers):
    for browser in (clerk, other_clerk, *readers):
        assert browser.get(url("audit-trail")).status_code == 403
