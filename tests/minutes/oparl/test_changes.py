"""What changes when something is published, published again, dated ahead or withdrawn; and what stays."""

import datetime

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from committees.models import Paper, Person
from minutes import announcing, papers, projection, publishing
from minutes.models import OparlObject
from tests import cast
from tests.minutes.oparl import api
from tests.minutes.record import m01
from tests.publications import freeze, publisher

MEETINGS = "/oparl/v1.1/body/lkm/meetings"
EVER = "?modified_since=2000-01-01"


def address(row, kind: str) -> str:
    return f"/oparl/v1.1/{kind}/{row.pk}"


@pytest.fixture
def clock(monkeypatch):
    """Time that goes on when a test says so."""
    moment = [timezone.now()]
    monkeypatch.setattr(timezone, "now", lambda: moment[0])

    def advance(**by: int) -> datetime.datetime:
        moment[0] += datetime.timedelta(**by)
        return moment[0]

    return advance


def written(moment: datetime.datetime) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds")


def contents() -> list:
    """All rows without their keys."""
    return [
        {name: value for name, value in row.items() if name != "id"}
        for row in OparlObject.objects.order_by("path", "visible_from").values()
    ]


def test_before_anything_is_published_there_is_a_system_and_nothing_in_it(db, room):
    data = api.get("/oparl/v1.1/system")
    assert api.problems(data) == []
    assert api.get(data["body"])["data"] == []
    assert Client().get(MEETINGS).status_code == 404


def test_a_session_is_told_in_three_steps(room, clock):
    announcing.publish_notice(room.session, by=publisher())
    [row] = api.get(MEETINGS)["data"]
    assert (row["meetingState"], row.get("agendaItem")) == ("terminiert", None)
    first = row["created"]
    for publish, state in (
        (lambda: publishing.publish_agenda(room.session, by=publisher()), "eingeladen"),
        (
            lambda: freeze(room.session),
            "durchgeführt",
        ),
    ):
        moment = clock(hours=1)
        publish()
        [row] = api.get(MEETINGS)["data"]
        assert row["meetingState"] == state
        assert (row["created"], row["modified"]) == (first, written(moment))
        assert [item["name"] for item in row["agendaItem"]] == ["Punkt 1", "Punkt 2"]


def test_an_item_that_goes_is_a_tombstone_and_its_meeting_has_changed(room, clock):
    publishing.publish_agenda(room.session, by=publisher())
    item = room.items[1]
    gone = address(item, "agenda-item")
    item.delete()
    moment = clock(hours=1)
    publishing.publish_agenda(room.session, by=publisher())
    data = api.get(gone)
    assert data == {
        "id": data["id"],
        "type": f"{api.TYPE}AgendaItem",
        "created": data["created"],
        "modified": written(moment),
        "deleted": True,
    }
    assert api.get(address(room.session, "meeting"))["modified"] == written(moment)
    items = "/oparl/v1.1/body/lkm/agenda-items"
    assert gone not in str(api.get(items))
    assert gone in str(api.get(items + EVER))
    assert gone not in str(api.get(f"{MEETINGS}{EVER}"))


def test_withdrawn_minutes_leave_the_agenda_and_take_their_files_along(room, clock):
    publishing.publish_agenda(room.session, by=publisher())
    clock(hours=1)
    public = freeze(room.session)["public"]
    file = api.get(address(room.session, "meeting"))["resultsProtocol"]
    moment = clock(hours=1)
    publishing.withdraw(public, by=publisher(), reason="Fehler")
    row = api.get(address(room.session, "meeting"))
    assert (row["meetingState"], row["modified"]) == ("eingeladen", written(moment))
    assert "participant" not in row
    assert api.get(file["id"])["deleted"] is True
    assert Client().get(api.local(file["downloadUrl"])).status_code == 410


def test_a_withdrawn_session_stays_as_a_tombstone_that_only_followers_of_changes_see(room, clock):
    rows = publishing.publish_agenda(room.session, by=publisher())
    moment = clock(hours=1)
    for row in rows:
        publishing.withdraw(row, by=publisher(), reason="Abgesagt")
    data = api.get(address(room.session, "meeting"))
    assert data.keys() == {"id", "type", "created", "modified", "deleted"}
    assert data["modified"] == written(moment)
    assert api.get(MEETINGS)["data"] == []
    assert api.get(MEETINGS + EVER)["data"] == [data]
    assert api.get(f"{MEETINGS}?created_since=2000-01-01")["data"] == []


def test_what_is_dated_ahead_is_unknown_until_its_moment(room, clock):
    publishing.publish_agenda(room.session, by=publisher(), visible_from=clock() + datetime.timedelta(days=1))
    paths = (MEETINGS, address(room.session, "meeting"), address(room.items[0], "agenda-item"))
    assert [Client().get(path).status_code for path in paths] == [404, 404, 404]
    moment = clock(days=1)
    [row] = api.get(MEETINGS)["data"]
    assert row["created"] == row["modified"] == written(moment)


def test_an_edition_that_is_dated_ahead_takes_over_at_its_moment(room, clock):
    publishing.publish_agenda(room.session, by=publisher())
    room.items[0].title = "Neuer Titel"
    room.items[0].save()
    due = clock() + datetime.timedelta(days=1)
    publishing.publish_agenda(room.session, by=publisher(), visible_from=due)
    item = address(room.items[0], "agenda-item")
    before = api.get(item)
    assert before["name"] == "Punkt 1"
    clock(days=1)
    after = api.get(item)
    assert (after["name"], after["modified"], after["created"]) == ("Neuer Titel", written(due), before["created"])


def test_a_paper_and_the_item_that_names_it_lead_to_each_other_once_both_are_read(place, room, clock):
    paper = Paper.objects.create(body=place.body, reference="V-1", title="Radweg", is_public=True)
    paper.attachments.create(title="Karte", is_public=True, file=ContentFile(b"Karte.", "karte.txt"))
    room.items[0].papers.add(paper)
    publishing.publish_agenda(room.session, by=publisher())
    item = address(room.items[0], "agenda-item")
    assert "consultation" not in api.get(item)
    moment = clock(hours=1)
    published = papers.publish(paper, by=publisher())
    data = api.get(item)
    assert data["modified"] == written(moment)
    told = api.get(address(paper, "paper"))
    assert [row["id"] for row in told["consultation"]] == [data["consultation"]]
    assert told["mainFile"]["name"] == "Karte"
    [consultation] = told["consultation"]
    assert consultation["agendaItem"] == data["id"]
    assert api.get(consultation["id"])["paper"] == told["id"]
    moment = clock(hours=1)
    publishing.withdraw(published, by=publisher(), reason="Fehler")
    assert "consultation" not in api.get(item)
    for path in (address(paper, "paper"), consultation["id"], told["mainFile"]["id"]):
        row = api.get(path)
        assert (row["deleted"], row["modified"]) == (True, written(moment))


def test_a_paper_changes_when_a_session_deals_with_it(place, room, clock):
    paper = Paper.objects.create(body=place.body, reference="V-1", title="Radweg", is_public=True)
    papers.publish(paper, by=publisher())
    room.items[0].papers.add(paper)
    moment = clock(hours=1)
    publishing.publish_agenda(room.session, by=publisher())
    told = api.get(address(paper, "paper"))
    assert (told["modified"], len(told["consultation"])) == (written(moment), 1)


def test_people_are_those_whom_a_published_list_of_members_names(place, room, clock):
    freeze(room.session)
    meeting = address(room.session, "meeting")
    assert "participant" not in api.get(meeting)
    assert [row["name"] for row in api.get(meeting)["gremia:attendance"] if "person" in row] == []
    clock(hours=1)
    listing = announcing.publish_directory(place.committee, by=publisher())
    people = api.get("/oparl/v1.1/body/lkm/people")["data"]
    assert {row["name"] for row in people} == {"Kim Kohl", "Kim Merten"}
    assert set(api.get(meeting)["participant"]) == {row["id"] for row in people}
    [seat] = people[0]["membership"]
    faction = api.get(seat["onBehalfOf"])
    assert (faction["name"], faction["classification"]) == ("ABC-Kreistagsfraktion", "Fraktion")
    clock(hours=1)
    publishing.withdraw(listing, by=publisher(), reason="Fehler")
    assert "participant" not in api.get(meeting)
    assert {api.get(row["id"])["deleted"] for row in people} == {True}


def test_a_meeting_changes_when_people_whom_it_names_come_to_be_known_or_cease_to_be(place, room, clock):
    freeze(room.session)
    meeting, item = address(room.session, "meeting"), address(room.items[0], "agenda-item")
    before = api.get(item)
    moment = clock(hours=1)
    announcing.publish_directory(place.committee, by=publisher())
    assert api.get(meeting)["modified"] == written(moment)
    assert api.get(item) == before
    clock(hours=1)
    again = announcing.publish_directory(place.committee, by=publisher())
    assert api.get(meeting)["modified"] == written(moment)
    moment = clock(hours=1)
    publishing.withdraw(again, by=publisher(), reason="Fehler")
    assert api.get(meeting)["modified"] == written(moment)
    rows = contents()
    projection.rebuild()
    assert contents() == rows


def test_somebody_changes_when_a_membership_does_and_nobody_else(place, room, clock):
    announcing.publish_directory(place.committee, by=publisher())
    before = {row["name"]: row for row in api.get("/oparl/v1.1/body/lkm/people")["data"]}
    room["Kohl"].membership.function = "chair"
    room["Kohl"].membership.save()
    moment = clock(hours=1)
    announcing.publish_directory(place.committee, by=publisher())
    after = {row["name"]: row for row in api.get("/oparl/v1.1/body/lkm/people")["data"]}
    assert after["Kim Kohl"]["modified"] == written(moment)
    assert after["Kim Merten"] == before["Kim Merten"]


def test_names_are_those_of_the_publication_not_of_today(place, room):
    announcing.publish_directory(place.committee, by=publisher())
    publishing.publish_agenda(room.session, by=publisher())
    Person.objects.update(last_name="Neuname")
    type(place.body).objects.update(name="Neukreis")
    type(place.committee).objects.update(name="Neuausschuss")
    projection.rebuild()
    assert "Neu" not in "".join(api.crawl().texts.values())


def test_a_rebuild_changes_nothing(place, room, clock):
    paper = Paper.objects.create(body=place.body, reference="V-1", title="Radweg", is_public=True)
    room.items[0].papers.add(paper)
    for act in (
        lambda: announcing.publish_notice(room.session, by=publisher()),
        lambda: papers.publish(paper, by=publisher()),
        lambda: publishing.publish_agenda(room.session, by=publisher()),
        lambda: announcing.publish_directory(place.committee, by=publisher()),
        lambda: freeze(room.session),
        lambda: publishing.publish_agenda(cast.session(place, number=2).session, by=publisher()),
        lambda: freeze(room.session),
    ):
        clock(hours=1)
        act()
    before = contents()
    assert before
    projection.rebuild()
    assert contents() == before


def test_a_roll_call_says_who_voted_how(db):
    data = m01.create()
    announcing.publish_directory(data.session.committee, by=publisher())
    freeze(data.session)
    items = api.get(f"/oparl/v1.1/body/{data.body.key}/agenda-items")["data"]
    [vote] = [vote for item in items for vote in item.get("gremia:votes", ()) if vote["form"] == "roll_call"]
    counts = {row["option"]: row["value"] for row in vote["counts"]}
    options = [row["option"] for row in vote["votes"]]
    assert (options.count("yes"), options.count("no")) == (counts["yes"], counts["no"])
    for row in vote["votes"]:
        assert api.get(row["voter"])["familyName"] in row["name"]


def test_nothing_non_public_of_the_model_protocol_is_told(db):
    data = m01.create()
    freeze(data.session)
    items = api.get(f"/oparl/v1.1/meeting/{data.session.pk}")["agendaItem"]
    assert len(items) == data.session.items.filter(is_public=True).count() < data.session.items.count()
    for item in data.session.items.filter(is_public=False):
        assert Client().get(address(item, "agenda-item")).status_code == 404
