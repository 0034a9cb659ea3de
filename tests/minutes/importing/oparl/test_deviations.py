"""Real servers deviate from the standard: what can be understood is taken over, the rest is reported and skipped."""

import json

import pytest

from committees.models import Committee, Membership, Person, Session
from minutes.importing.oparl.fetching import Unreadable, parsed
from minutes.models import ImportedObject, Publication
from minutes.record.serialise import from_bytes
from tests.minutes.importing.oparl.source import BASE, STAMP, Server, import_, made, town, url, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def server() -> Server:
    return Server(town())


def items(key: str = "m1") -> list:
    row = ImportedObject.objects.get(external_id=url("Meeting", key))
    publication = Publication.objects.filter(session=row.row_key).latest("edition")
    return list(from_bytes(publication.record.encode()).items())


def test_a_body_list_that_is_a_single_object(admin, server):
    server.answers[f"{BASE}/bodies"] = server._linked(server.objects["Body"][0])
    assert import_(server.source, admin, server).counts["Meeting"] == {"new": 2}


def test_a_bare_list_in_place_of_a_page(admin, server):
    server.answers[f"{BASE}/list/1/meeting"] = server.objects["Meeting"]
    assert import_(server.source, admin, server).counts["Meeting"] == {"new": 2}


def test_a_list_that_leads_to_the_same_page_for_ever(admin, server):
    several = server.objects["Meeting"]
    server.answers[f"{BASE}/list/1/meeting"] = lambda address: {
        "data": several,
        "links": {"next": f"{BASE}/list/1/meeting?page={len(server.asked)}"},
    }
    run = import_(server.source, admin, server)
    assert run.state == "done"
    assert len([address for address in server.asked if "meeting?page" in address]) == 1
    assert run.problems.filter(kind="Meeting").count() == 1


def test_a_list_whose_next_page_is_itself(admin, server):
    own = f"{BASE}/list/1/meeting"
    server.answers[own] = {"data": server.objects["Meeting"], "links": {"next": own}}
    assert import_(server.source, admin, server).counts["Meeting"] == {"new": 2}


def test_a_window_without_changes_answered_with_an_error(admin, server):
    import_(server.source, admin, server)

    def answer(address):
        if "modified_since" in address:
            raise Unreadable("404", status=404, content=b'{"code": 802}')

    server.answers |= {f"{BASE}/list/1/{name}": answer for name in ("meeting", "paper", "person")}
    again = import_(server.source, admin, server)
    assert again.state == "done"
    assert not again.problems.exists()


def test_a_filter_that_is_refused(admin, server):
    import_(server.source, admin, server)

    def answer(address):
        if "modified_since" in address:
            raise Unreadable("400", status=400)

    server.answers[f"{BASE}/list/1/meeting"] = answer
    again = import_(server.source, admin, server)
    assert again.counts["Meeting"] == {"unchanged": 2}
    assert again.problems.get().kind == "Meeting"


def test_a_filter_that_is_lost_on_the_second_page(admin, server):
    import_(server.source, admin, server)
    server.asked.clear()
    own = f"{BASE}/list/1/meeting"
    pages = {False: {"data": server.objects["Meeting"][:1], "links": {"next": f"{own}?page=2"}}, True: {"data": []}}
    server.answers[own] = lambda address: pages["page=2" in address]
    import_(server.source, admin, server)
    assert all("modified_since" in address for address in server.asked if own in address)


def test_lists_under_other_names(admin, server):
    body = server._linked(server.objects["Body"][0])
    body["files"], body["consultations"] = body.pop("file"), body.pop("consultation")
    server.answers[f"{BASE}/bodies"] = {"data": [body], "links": {}}
    import_(server.source, admin, server)
    assert f"{BASE}/list/1/file" in server.asked
    assert f"{BASE}/list/1/consultation" in server.asked


def test_oparl_1_0_has_no_lists_of_what_is_embedded(admin, server):
    body = server._linked(server.objects["Body"][0])
    for name in ("agendaItem", "consultation", "file", "locationList", "legislativeTermList", "membership"):
        del body[name]
    server.answers[f"{BASE}/bodies"] = {"data": [body], "links": {}}
    text = json.dumps(server.objects).replace("schema.oparl.org/1.1", "schema.oparl.org/1.0")
    server.objects = json.loads(text)
    for kind in ("Organization", "Person", "Meeting", "Paper"):
        server.answers[f"{BASE}/list/1/{kind.lower()}"] = server.objects[kind]
    run = import_(server.source, admin, server)
    assert run.counts["AgendaItem"] == {"new": 6}
    assert run.counts["Membership"] == {"new": 3}


def test_items_that_are_only_named_are_asked_for_one_by_one(admin, server):
    whole = server.objects["Meeting"][0]["agendaItem"]
    server.objects["Meeting"][0]["agendaItem"] = [one["id"] for one in whole]
    server.objects["AgendaItem"] = [{**one, "meeting": url("Meeting", "m1")} for one in whole]
    server.answers[f"{BASE}/list/1/agendaItem"] = {"data": [], "links": {}}
    import_(server.source, admin, server)
    assert url("AgendaItem", "m1-2") in server.asked
    assert [item.number for item in items()] == ["1", "2"]


def test_something_named_that_is_not_there_is_reported(admin, server):
    server.objects["Meeting"][0]["agendaItem"].append(f"{BASE}/agendaitem/lost")
    run = import_(server.source, admin, server)
    assert run.problems.get().external_id == f"{BASE}/agendaitem/lost"
    assert run.counts["Meeting"] == {"new": 2}


def test_a_link_to_another_host_is_not_followed(admin, server):
    from minutes.importing.oparl.addresses import Refused

    def refuse(address):
        raise Refused("another host")

    server.objects["Meeting"][0]["agendaItem"].append("https://elsewhere.example/item/1")
    server.answers["https://elsewhere.example/item/1"] = refuse
    assert import_(server.source, admin, server).state == "done"


@pytest.mark.parametrize(
    ("name", "value", "number"),
    [
        ("auxiliaryFile", made("File", "x", name="Allein", accessUrl=f"{BASE}/x.pdf"), 2),
        ("location", [made("Location", "l", description="Forum")], 2),
        ("participant", url("Person", "abel"), 2),
        ("agendaItem", made("AgendaItem", "only", number="1", name="Allein"), 1),
        ("unknown", {"a": [1, {"b": None}]}, 2),
        ("name", None, 2),
        ("organization", url("Organization", "rat"), 2),
        ("end", "0000-00-00", 2),
        ("modified", "yesterday", 2),
    ],
)
def test_a_meeting_with_a_field_of_another_shape(admin, tmp_path, name, value, number):
    objects = town()
    objects["Meeting"][0][name] = value
    run = import_(write(tmp_path / "x", objects), admin)
    assert run.counts["Meeting"] == {"new": 2}
    assert len(items()) == number


def test_items_without_numbers_get_one_of_the_item_before(admin, tmp_path):
    objects = town()
    objects["Meeting"][0]["agendaItem"] = [
        made("AgendaItem", "h", name="- öffentlicher Teil -", order=1),
        made("AgendaItem", "a", name="Eins", number="1.", order=2),
        made("AgendaItem", "b", name="Zwischenruf", number="N/A", order=3),
        made("AgendaItem", "c", name="Doppelt", number="TOP 1", order=4),
        made("AgendaItem", "d", name="Zwei", number="Ö 2", order=100001),
    ]
    import_(write(tmp_path / "x", objects), admin)
    assert [item.number for item in items()] == ["0a", "1", "1a", "1b", "Ö 2"]


def test_the_order_of_items_is_that_of_the_meeting_not_a_number(admin, tmp_path):
    objects = town()
    for order, item in zip((2711, 732, 1784), objects["Meeting"][0]["agendaItem"], strict=True):
        item["order"] = order
    import_(write(tmp_path / "x", objects), admin)
    assert [item.title for item in items()] == ["Eröffnung", "Neubau der Brücke"]


@pytest.mark.parametrize(
    "broken",
    [
        {"type": "https://schema.oparl.org/1.1/Meeting", "name": "ohne Adresse"},
        {"id": f"{BASE}/meeting/notype", "name": "ohne Typ"},
        {"id": f"{BASE}/x", "type": "https://schema.oparl.org/1.1/Spaceship"},
        {"id": f"{BASE}/meeting/{'x' * 600}", "type": "https://schema.oparl.org/1.1/Meeting"},
        {"id": [1], "type": "https://schema.oparl.org/1.1/Meeting"},
        "a string",
        17,
        [],
    ],
)
def test_what_is_no_object_is_skipped_and_told_of(admin, tmp_path, broken):
    folder = write(tmp_path / "x", town())
    (folder / "zz.jsonl").write_text(json.dumps([broken]) + "\n")
    run = import_(folder, admin)
    assert run.state == "done"
    assert run.counts["Meeting"] == {"new": 2}
    assert run.problems.exists() or broken == []


@pytest.mark.parametrize(
    ("kind", "place", "change"),
    [
        ("Meeting", 0, {"start": None, "end": None}),
        ("Meeting", 0, {"organization": [f"{BASE}/organization/nowhere"]}),
        ("Person", 0, {"familyName": "", "name": " ", "givenName": "N/A"}),
        ("Organization", 1, {"organizationType": "Partei"}),
    ],
)
def test_an_object_that_can_not_be_stored_is_skipped_with_its_reason(admin, tmp_path, kind, place, change):
    objects = town()
    objects[kind][place] |= change
    run = import_(write(tmp_path / "x", objects), admin)
    assert run.state == "done", run.failure
    assert run.counts[kind]["skipped"] == 1
    assert run.problems.filter(kind=kind, external_id=objects[kind][place]["id"]).count() == 1


def test_a_file_that_is_no_json_is_told_of(admin, tmp_path):
    folder = write(tmp_path / "x", town())
    (folder / "a.json").write_text("<html>Fehler</html>")
    (folder / "b.jsonl").write_text('{"id": \n{}\n')
    run = import_(folder, admin)
    assert run.counts["Meeting"] == {"new": 2}
    assert run.problems.count() >= 2


def test_json_with_control_characters_and_a_mark_at_its_beginning():
    assert parsed(b'\xef\xbb\xbf{"name": "Zeile\x0bzwei\nund drei"}')["name"].startswith("Zeile")


def test_characters_that_no_database_takes_are_left_out(admin, tmp_path):
    objects = town()
    objects["Meeting"][0]["agendaItem"][0]["name"] = "Er\x00öff\ud800nung\x07"
    import_(write_raw(tmp_path / "x", objects), admin)
    assert items()[0].title == "Eröffnung"


def write_raw(folder, objects):
    folder.mkdir()
    for kind, several in objects.items():
        (folder / f"{kind}.json").write_text(json.dumps({"data": several, "links": {}}))
    return folder


def test_names_are_taken_apart_where_they_are_not(admin, tmp_path):
    objects = town()
    for person, name in zip(objects["Person"], ("Prof. Dr. Ida von der Heide", "Müller, Jan", "Schulze"), strict=True):
        del person["familyName"], person["givenName"]
        person["name"] = name
    import_(write(tmp_path / "x", objects), admin)
    assert set(Person.objects.values_list("academic_title", "first_name", "last_name")) == {
        ("Prof. Dr.", "Ida", "von der Heide"),
        ("", "Jan", "Müller"),
        ("", "", "Schulze"),
    }


def test_markup_for_characters_is_resolved(admin, tmp_path):
    objects = town()
    objects["Meeting"][0]["agendaItem"][0]["name"] = "Stra&szlig;en &amp; Wege"
    import_(write(tmp_path / "x", objects), admin)
    assert items()[0].title == "Straßen & Wege"


def test_a_seat_without_a_beginning_is_noted(admin, tmp_path):
    objects = town()
    del objects["Person"][0]["membership"][0]["startDate"]
    run = import_(write(tmp_path / "x", objects), admin)
    assert Membership.objects.count() == 3
    assert run.problems.filter(kind="Membership", is_skipped=False).count() == 1


def test_an_advisory_member_with_a_vote_is_an_expert_citizen(admin, tmp_path):
    objects = town()
    objects["Person"][0]["membership"][0] |= {"role": "beratendes Mitglied", "votingRight": "true"}
    import_(write(tmp_path / "x", objects), admin)
    assert Membership.objects.get(person__last_name="Abel").kind == "expert_citizen"


def test_numbers_that_are_taken_are_given_anew_and_that_is_said(admin, tmp_path):
    objects = town()
    for place, row in enumerate(objects["Meeting"]):
        row |= {"name": "3. Sitzung", "organization": [url("Organization", "rat")]}
        row["start"] = f"2024-0{place + 3}-05T17:00:00+01:00"
    import_(write(tmp_path / "x", objects), admin)
    assert list(Session.objects.order_by("date").values_list("number", "source_note")) == [
        (3, ""),
        (4, "Die Quelle nennt keine Sitzungsnummer; die Nummer wurde bei der Übernahme vergeben."),
    ]


def test_committees_with_the_same_short_name_are_told_apart(admin, tmp_path):
    objects = town()
    objects["Organization"][1]["shortName"] = "Rat"
    import_(write(tmp_path / "x", objects), admin)
    assert set(Committee.objects.values_list("short_name", flat=True)) == {"Rat", "Rat-2"}


def test_dates_of_today_on_everything_change_nothing(admin, tmp_path):
    objects = town()
    folder = write(tmp_path / "x", objects)
    import_(folder, admin)
    text = json.dumps(objects).replace(STAMP["modified"], "2031-05-05T00:00:00+02:00")
    write(folder, json.loads(text))
    again = import_(folder, admin, full=True)
    assert {name for found in again.counts.values() for name in found} == {"unchanged"}


def test_a_large_file_is_read_as_a_stream(admin, tmp_path, monkeypatch):
    from minutes.importing.oparl import folder as reading

    monkeypatch.setattr(reading, "_SMALL", 10)
    run = import_(write_raw(tmp_path / "x", town()), admin)
    assert run.counts["Meeting"] == {"new": 2}


def test_an_old_meeting_that_was_only_announced_is_history_all_the_same(admin, tmp_path):
    objects = town()
    row = objects["Meeting"][0]
    row["meetingState"] = "eingeladen"
    for name in ("participant", "resultsProtocol"):
        del row[name]
    row["agendaItem"] = [made("AgendaItem", "o", number="1", name="Haushalt", public=True)]
    import_(write(tmp_path / "x", objects), admin)
    assert set(Publication.objects.exclude(session=None).values_list("kind", flat=True)) == {"import"}
