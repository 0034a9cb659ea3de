"""A later run reads what was changed: new editions, tombstones, and nothing that was recorded or changed here."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from committees.models import Committee, Membership, Paper, Person, Session
from minutes.importing.oparl import reading
from minutes.models import ImportedObject, ImportRun, Issue, Publication, Withdrawal
from minutes.record.serialise import from_bytes
from tests import cast
from tests.minutes.importing.oparl.source import BASE, Server, changed, import_, made, meeting, town, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def server() -> Server:
    return Server(town())


@pytest.fixture
def first(admin, server) -> ImportRun:
    run = import_(server.source, admin, server)
    assert run.state == "done", run.failure
    server.asked.clear()
    return run


def editions(key: str) -> list[Publication]:
    row = ImportedObject.objects.get(external_id=url("Meeting", key))
    return list(Publication.objects.filter(session=row.row_key).order_by("edition"))


def test_only_what_was_changed_is_asked_for(first, admin, server):
    again = import_(server.source, admin, server)
    lists = [address for address in server.asked if "/list/" in address]
    assert len(lists) == 10
    assert all("modified_since=20" in address for address in lists)
    assert again.counts["Body"] == {"unchanged": 1}
    assert "Meeting" not in again.counts


def test_everything_is_asked_for_where_that_is_wanted(first, admin, server):
    again = import_(server.source, admin, server, full=True)
    assert not any("modified_since" in address for address in server.asked)
    assert again.counts["Meeting"] == {"unchanged": 2}


def test_it_begins_somewhat_before_the_last_run_began(first, admin, server):
    run = ImportRun.objects.create(source=server.source, owner=admin)
    assert reading.since(run) == first.started_at - reading.OVERLAP


def test_a_changed_meeting_gets_a_new_edition(first, admin, server):
    changed(server.objects, "Meeting", "m1", name="Sitzung m1")
    changed(server.objects, "AgendaItem", "m1-2", result="Abgelehnt")
    again = import_(server.source, admin, server)
    assert again.counts["AgendaItem"]["changed"] == 1
    old, new = editions("m1")
    assert [item.outcome for item in from_bytes(old.record.encode()).items()] == ["none", "adopted"]
    assert [item.outcome for item in from_bytes(new.record.encode()).items()] == ["none", "rejected"]
    assert len(editions("m2")) == 1


def test_a_changed_item_alone_changes_its_meeting(first, admin, server):
    changed(server.objects, "AgendaItem", "m2-2", resolutionText="Die Brücke wird nicht gebaut.")
    import_(server.source, admin, server)
    assert "nicht gebaut" in editions("m2")[-1].record


def test_a_deleted_meeting_is_withdrawn_with_its_tombstone(first, admin, server):
    row = changed(server.objects, "Meeting", "m1")
    stone = {name: row[name] for name in ("id", "type", "created", "modified")} | {"deleted": True}
    server.objects["Meeting"] = [stone if one["id"] == row["id"] else one for one in server.objects["Meeting"]]
    again = import_(server.source, admin, server)
    assert again.counts["Meeting"] == {"gone": 1}
    (edition,) = editions("m1")
    assert edition.withdrawal.reason == "In der Quelle gelöscht."
    answer = Client().get(Issue.objects.get(publication=edition).get_absolute_url())
    assert answer.status_code == 410
    key = f"/oparl/v1.1/meeting/{edition.session_id}"
    assert Client().get(key).json()["deleted"] is True


def test_a_tombstone_without_a_type_is_understood(first, admin, server):
    row = changed(server.objects, "Paper", "7")
    server.objects["Paper"] = []
    answer = {"data": [{"id": row["id"], "deleted": True, "modified": row["modified"]}], "links": {}}
    server.answers[f"{BASE}/list/1/paper"] = answer
    import_(server.source, admin, server)
    assert Withdrawal.objects.get().publication.paper.reference == "2024/007"


def test_what_comes_back_is_published_again(first, admin, server):
    kept = changed(server.objects, "Meeting", "m1")
    kept["deleted"] = True
    import_(server.source, admin, server)
    kept.pop("deleted")
    import_(server.source, admin, server)
    assert Issue.objects.current().filter(session=editions("m1")[0].session_id).exists()


def test_what_somebody_here_took_back_stays_so(first, admin, server):
    from minutes import publishing

    publishing.withdraw(editions("m1")[0], by=admin, reason="Datenschutz")
    changed(server.objects, "AgendaItem", "m1-2", result="Abgelehnt")
    import_(server.source, admin, server)
    assert len(editions("m1")) == 1


def test_a_seat_that_ended_is_told_by_the_list_of_members(first, admin, server):
    changed(server.objects, "Membership", "abel-rat", endDate="2024-12-31")
    changed(server.objects, "Person", "abel")
    import_(server.source, admin, server)
    assert Membership.objects.get(person__last_name="Abel").end == datetime.date(2024, 12, 31)
    assert Publication.objects.filter(kind="directory").count() == 2


def test_a_row_that_was_changed_here_stays_as_it_is(first, admin, server):
    Person.objects.filter(last_name="Abel").update(last_name="Abel-Kurz")
    changed(server.objects, "Person", "abel", familyName="Abelmann")
    again = import_(server.source, admin, server)
    assert Person.objects.filter(last_name="Abel-Kurz").exists()
    assert again.problems.get(kind="Person").reason


def test_a_row_that_was_not_changed_here_follows_the_source(first, admin, server):
    changed(server.objects, "Person", "abel", familyName="Abelmann")
    import_(server.source, admin, server)
    assert Person.objects.filter(last_name="Abelmann").exists()
    changed(server.objects, "Person", "abel", familyName="Abel")
    import_(server.source, admin, server)
    assert Person.objects.filter(last_name="Abel").exists()


def test_a_new_meeting_finds_what_was_read_before(first, admin, server):
    council = server.objects["Organization"][0]
    new = meeting("m3", "2030-06-04", council, server.objects["Person"])
    new |= {"start": "2025-06-04T17:00:00+02:00", "end": "2025-06-04T18:00:00+02:00"}
    server.objects["Meeting"].append(new | {"modified": "2031-01-01T12:00:00+01:00"})
    again = import_(server.source, admin, server)
    assert again.counts["Meeting"] == {"new": 1}
    assert len(editions("m3")) == 1


def test_a_body_that_is_recorded_here_is_not_touched_unless_it_is_named(admin, server):
    place = cast.county()
    place.body.name = "Stadt Neustadt"
    place.body.save()
    run = import_(server.source, admin, server)
    assert run.state == "done"
    assert run.counts["Body"] == {"skipped": 1}
    assert not Session.objects.exists()


def test_into_a_body_that_is_named_its_committees_are_found_by_their_names(admin, server):
    place = cast.county()
    Committee.objects.filter(pk=place.committee.pk).update(name="Bauausschuss", short_name="Bau")
    run = import_(server.source, admin, server, body=place.body.key)
    assert run.state == "done", run.failure
    assert Session.objects.filter(committee=place.committee).count() == 1
    assert Committee.objects.filter(body=place.body).count() == 2
    assert run.problems.filter(kind="Organization", is_skipped=False).count() == 1


def test_a_session_that_is_recorded_here_is_skipped(admin, server):
    place = cast.county()
    Committee.objects.filter(pk=place.committee.pk).update(name="Bauausschuss", short_name="Bau")
    room = cast.session(place, items=2)
    Session.objects.filter(pk=room.session.pk).update(date=datetime.date(2024, 4, 9))
    run = import_(server.source, admin, server, body=place.body.key)
    assert run.counts["Meeting"] == {"new": 1, "skipped": 1}
    assert not Publication.objects.filter(session=room.session).exists()
    assert run.problems.get(kind="Meeting").external_id == url("Meeting", "m2")


def test_a_paper_that_is_recorded_here_is_led_to(admin, server):
    place = cast.county()
    paper = Paper.objects.create(body=place.body, reference="2024/007", title="Unser Titel")
    run = import_(server.source, admin, server, body=place.body.key)
    paper.refresh_from_db()
    assert (paper.title, paper.is_public) == ("Unser Titel", False)
    assert not Publication.objects.filter(kind="paper").exists()
    assert run.problems.filter(kind="Paper").count() == 1


def test_a_meeting_to_come_is_announced_and_becomes_minutes_when_it_was_held(first, admin, server):
    council = server.objects["Organization"][0]
    ahead = timezone.localdate() + datetime.timedelta(days=30)
    new = made(
        "Meeting", "m9", name="12. Sitzung", meetingState="eingeladen", start=f"{ahead}T17:00:00+01:00",
        organization=[council["id"]], agendaItem=[made("AgendaItem", "m9-1", number="1", name="Haushalt", public=True)],
    )  # fmt: skip
    new["modified"] = "2031-01-01T12:00:00+01:00"
    server.objects["Meeting"].append(new)
    import_(server.source, admin, server)
    (agenda,) = editions("m9")
    assert agenda.kind == "agenda"
    assert Client().get(agenda.issue.get_absolute_url()).status_code == 200
    changed(server.objects, "Meeting", "m9", start="2025-02-04T17:00:00+01:00", meetingState="durchgeführt")
    changed(server.objects, "AgendaItem", "m9-1", result="vertagt")
    again = import_(server.source, admin, server)
    assert not again.problems.exists()
    assert [row.kind for row in editions("m9")] == ["agenda", "import"]
    assert Session.objects.get(number=12).date == datetime.date(2025, 2, 4)


def test_a_cancelled_meeting_is_not_published(first, admin, server):
    changed(server.objects, "Meeting", "m2", cancelled=True)
    import_(server.source, admin, server)
    assert editions("m2")[0].withdrawal.reason == "Die Sitzung fällt aus."


def test_a_run_with_a_gap_is_no_measure_for_the_next_one(admin, server):
    server.answers[f"{BASE}/list/1/paper"] = lambda address: "no page"
    server.answers[f"{BASE}/list/1/file"] = None
    whole = import_(server.source, admin, server)
    assert reading.since(ImportRun(source=server.source)) is not None
    ImportRun.objects.filter(pk=whole.pk).update(options={"incomplete": True})
    assert reading.since(ImportRun(source=server.source)) is None


def test_of_what_was_deleted_nothing_is_kept_beside_what_was_published(first, admin, server):
    for kind, key in (("Meeting", "m1"), ("Person", "abel")):
        row = changed(server.objects, kind, key)
        stone = {name: row[name] for name in ("id", "type", "created", "modified")} | {"deleted": True}
        server.objects[kind] = [stone if one["id"] == row["id"] else one for one in server.objects[kind]]
    import_(server.source, admin, server)
    assert ImportedObject.objects.get(external_id=url("Person", "abel")).payload == "{}"
    rows = ImportedObject.objects.filter(root=url("Meeting", "m1"))
    assert rows.count() > 5
    assert set(rows.values_list("payload", flat=True)) == {"{}"}


def test_a_committee_that_was_deleted_has_ended_and_its_minutes_stay(first, admin, server):
    changed(server.objects, "Organization", "rat", deleted=True, modified="2026-02-03T12:00:00+01:00")
    import_(server.source, admin, server, full=True)
    server.answers[f"{BASE}/list/1/organization"] = {"data": [server.objects["Organization"][0]], "links": {}}
    import_(server.source, admin, server)
    assert Committee.objects.get(name="Rat der Stadt").end == datetime.date(2026, 2, 3)
    assert Withdrawal.objects.get().publication.kind == "directory"
    assert Issue.objects.current().filter(kind="import").count() == 2


def test_a_run_that_read_everything_tells_how_much_it_did_not_see_any_more(first, admin, server):
    server.objects["Paper"] = []
    part = import_(server.source, admin, server)
    assert not part.problems.filter(external_id="").exists()
    whole = import_(server.source, admin, server, full=True)
    unseen = ImportedObject.objects.filter(is_stored=True).exclude(run=whole).count()
    assert unseen >= 1
    assert str(unseen) in whole.problems.get(external_id="").reason
    assert Issue.objects.current().filter(kind="paper").exists()


def test_the_report_tells_that_a_body_was_deleted_and_what_was_published_stays(first, admin, server):
    server.answers[f"{BASE}/bodies"] = {"data": [made("Body", "1", deleted=True)], "links": {}}
    run = import_(server.source, admin, server)
    assert run.problems.get(kind="Body").external_id == url("Body", "1")
    assert Issue.objects.current().filter(kind="import").count() == 2
