"""Another system's data becomes bodies, people, papers and sessions here, and appears wherever readers look."""

import pytest
from django.test import Client
from django.utils import translation

from committees.models import AuditEvent, Body, Committee, LegislativeTerm, Membership, Person, Session
from minutes.importing import history
from minutes.models import ImportedObject, ImportRun, Issue, Publication
from minutes.record.serialise import from_bytes
from tests.minutes.importing.oparl.source import BASE, Server, import_, town, url, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(admin, tmp_path) -> ImportRun:
    return import_(write(tmp_path / "town", town()), admin)


def session(key: str) -> Session:
    row = ImportedObject.objects.get(external_id=url("Meeting", key))
    return Session.objects.get(pk=row.row_key)


def record(key: str):
    return from_bytes(Publication.objects.get(session=session(key)).record.encode())


def test_everything_of_a_folder_is_new(run):
    assert run.state == "done", run.failure
    assert run.counts == {
        "AgendaItem": {"new": 6},
        "Body": {"new": 1},
        "Consultation": {"new": 1},
        "File": {"new": 5},
        "LegislativeTerm": {"new": 1},
        "Location": {"new": 2},
        "Meeting": {"new": 2},
        "Membership": {"new": 3},
        "Organization": {"new": 3},
        "Paper": {"new": 1},
        "Person": {"new": 3},
        "System": {"new": 1},
    }
    assert not run.problems.exists()


def test_a_body_comes_with_its_terms_committees_and_seats(run):
    body = Body.objects.get(key="NEU")
    assert body.name == "Stadt Neustadt"
    assert str(LegislativeTerm.objects.get(body=body).start) == "2020-11-01"
    assert set(Committee.objects.filter(body=body).values_list("name", "kind")) == {
        ("Rat der Stadt", "council"),
        ("Bauausschuss", "committee"),
    }
    seats = Membership.objects.filter(committee__name="Rat der Stadt").order_by("person__last_name")
    assert [(seat.person.sort_name, seat.function, seat.faction.name) for seat in seats] == [
        ("Abel, Ina", "chair", "Fraktion ABC"),
        ("Brandt, Udo", "member", "Fraktion ABC"),
        ("Çelik, Ece", "member", "Fraktion ABC"),
    ]


def test_of_a_person_the_name_is_kept_and_no_way_to_reach_her(run):
    assert set(Person.objects.values_list("email", flat=True)) == {""}
    assert not ImportedObject.objects.filter(payload__contains="0123").exists()
    assert not ImportedObject.objects.filter(payload__contains="@neustadt").exists()


def test_a_meeting_becomes_minutes_in_the_words_of_the_source(run):
    found = record("m1")
    item = next(item for item in found.items() if item.number == "2")
    assert (item.status_text, item.outcome) == ("Einstimmig beschlossen", "adopted")
    assert item.decision.resolution[0].spans[0].text == "Die Brücke wird gebaut."
    assert [paper.reference for paper in item.papers] == ["2024/007"]
    assert (found.place_text, found.term) == ("Rathaus, Saal 1, Markt 1", "2020–2025")
    assert [row.name for group in found.attendance for row in group.rows] == ["Abel, Ina", "Brandt, Udo", "Çelik, Ece"]
    assert [(annex.title, annex.link.url) for annex in found.annexes] == [
        ("Niederschrift", f"{BASE}/f/m1.pdf"),
        ("Lageplan", f"{BASE}/f/m1-a.pdf"),
    ]


def test_each_fact_says_where_it_comes_from(run):
    found = record("m1")
    assert found.source.id == url("Meeting", "m1")
    assert [item.source.id for item in found.items()] == [url("AgendaItem", "m1-1"), url("AgendaItem", "m1-2")]
    rows = {"committees_session": 2, "committees_paper": 1, "committees_person": 3, "committees_membership": 3}
    for table, number in rows.items():
        assert ImportedObject.objects.filter(row_table=table).exclude(row_key="").count() == number


def test_an_item_that_is_not_public_is_kept_nowhere(run):
    assert not ImportedObject.objects.filter(payload__contains="Müller").exists()
    assert not Publication.objects.filter(record__contains="Müller").exists()
    for key in ("m1", "m2"):
        answer = Client().get(Issue.objects.get(session=session(key)).get_absolute_url())
        assert answer.status_code == 200
        assert "Müller" not in answer.content.decode()


def test_a_session_appears_in_portal_search_and_open_data(run):
    issue = Issue.objects.get(session=session("m1"))
    page = Client().get(issue.get_absolute_url()).content.decode()
    for words in ("Einstimmig beschlossen", "Die Brücke wird gebaut.", "Lageplan", f"{BASE}/f/m1-a.pdf"):
        assert words in page
    assert "ris.neustadt.example" in page
    found = Client().get("/search/", {"q": "Brücke"}).content.decode()
    assert issue.get_absolute_url() in found
    meetings = Client().get("/oparl/v1.1/body/NEU/meetings").json()["data"]
    assert [entry["agendaItem"][1]["result"] for entry in meetings] == ["Einstimmig beschlossen"] * 2


def test_a_paper_leads_to_its_file_where_it_lies(run):
    answer = Client().get("/papers/NEU/2024/007/")
    assert answer.status_code == 200
    assert f"{BASE}/f/v7.pdf" in answer.content.decode()
    assert "Fraktion ABC" in answer.content.decode()


def test_nothing_of_it_can_be_edited_and_nobody_is_reminded(run):
    assert history.is_imported(session("m1"))
    assert not session("m1").items.exists()


def test_the_chain_holds_who_imported_what(run, admin):
    event = AuditEvent.objects.get(act="imported")
    assert event.actor == admin
    assert AuditEvent.objects.filter(act="published").count() == Publication.objects.count()
    assert AuditEvent.objects.filter(act="created", subject__startswith="committees.person:").count() == 3


def test_the_same_again_changes_nothing(run, admin):
    before = Publication.objects.count()
    again = import_(run.source, admin, full=True)
    assert again.state == "done"
    assert {kind: set(found) for kind, found in again.counts.items()} == {kind: {"unchanged"} for kind in run.counts}
    assert Publication.objects.count() == before


def test_what_is_projected_is_what_a_rebuild_makes(run):
    from minutes import projection
    from minutes.models import OparlObject, PublicEntry, PublishedItem

    def told():
        return (
            sorted(OparlObject.objects.values_list("path", "data", "is_deleted", "modified")),
            sorted(PublicEntry.objects.values_list("reference", "kind", "title", "text")),
            sorted(PublishedItem.objects.values_list("number", "title", "outcome", "resolution")),
        )

    before = told()
    projection.rebuild()
    for old, new in zip(before, told(), strict=True):
        assert [row for row in new if row not in old] == []
        assert len(new) == len(old)


def test_a_server_is_read_list_by_list_to_the_same_end(admin, tmp_path):
    server = Server(town())
    found = import_(server.source, admin, server)
    assert found.state == "done", found.failure
    assert sum(found.counts["AgendaItem"].values()) == 6
    assert found.counts["Meeting"] == {"new": 2}
    assert record("m1").items()
    assert len(server.asked) == len(set(server.asked))


def test_the_sentences_of_the_report_are_there(run):
    from minutes.importing import report

    with translation.override("en"):
        lines = list(report.lines(run))
    assert lines[0].split() == ["new", "changed", "unchanged", "skipped", "gone", "unreadable"]
    assert any(line.startswith("meetings") for line in lines)


def test_a_roll_call_of_another_gremia_keeps_its_names(admin, tmp_path):
    objects = town()
    objects["Meeting"][0]["agendaItem"][1] |= {
        "gremia:outcome": "rejected",
        "gremia:votes": [
            {
                "identifier": "v1",
                "form": "roll_call",
                "requirement": "simple",
                "isFinal": True,
                "result": "fail",
                "resultText": "1 JA-Stimme 2 NEIN-Stimmen",
                "counts": [
                    {"option": "yes", "value": 1},
                    {"option": "no", "value": 2},
                    {"option": "abstain", "value": 0},
                ],
                "votes": [
                    {"option": "yes", "name": "Abel", "voter": url("Person", "abel")},
                    {"option": "no", "name": "Brandt", "voter": url("Person", "brandt")},
                    {"option": "no", "name": "Jemand"},
                    {"option": "perhaps", "name": "Niemand"},
                ],
            }
        ],
        "gremia:contributions": [{"identifier": "k", "kind": "speech", "speaker": "Abel", "text": "Abel fragt nach."}],
    }
    import_(write(tmp_path / "town", objects), admin)
    item = next(item for item in record("m1").items() if item.number == "2")
    (vote,) = item.votes
    people = {person.last_name: str(person.pk) for person in Person.objects.all()}
    assert [(line.choice, [(one.name, one.person_id) for one in line.voters]) for line in vote.ballots] == [
        ("yes", [("Abel", people["Abel"])]),
        ("no", [("Brandt", people["Brandt"]), ("Jemand", "")]),
    ]
    assert (vote.adopted, vote.counts.yes, vote.counts.no, item.outcome) == (False, 1, 2, "rejected")
    assert [span.kind for span in item.contributions[0].text[0].spans] == ["speaker", "plain"]
    page = Client().get(Issue.objects.get(session=session("m1")).get_absolute_url()).content.decode()
    assert "Brandt, Jemand" in page
