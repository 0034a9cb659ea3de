"""What is read from a text is stored as published history: whole, worded as in the source, closed by default."""

import datetime
import json

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from committees.models import AuditEvent, Membership, Paper, Person, Session
from minutes import announcing, printing, projection, publishing, verifying
from minutes.following import alerts
from minutes.importing.texts import correcting, people, storing
from minutes.importing.texts.words import PRINTED, words
from minutes.markup import plain
from minutes.models import Follower, Issue, Publication, PublishedVote, Subscription, TextImport
from minutes.record import Audience
from minutes.record.serialise import from_bytes, to_json
from tests import cast
from tests.minutes.importing import place as places

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return places.county()


@pytest.fixture
def admin(place):
    return cast.user("admin")


def row_of(data: bytes, place, admin, **changes) -> TextImport:
    draft = {**storing.reading_of(data, "x"), **changes}
    return storing.new_import(data, "x.txt", draft, place.committee, by=admin)


def stored(data: bytes, place, admin, **changes):
    row = row_of(data, place, admin, **changes)
    storing.accept(row, by=admin)
    return row


def record(audience: str):
    return from_bytes(Publication.objects.filter(audience=audience).latest("pk").record.encode())


@pytest.fixture
def m01(place, admin):
    return stored(places.M01.read_bytes(), place, admin)


def test_whole_minutes_become_a_session_with_both_records(m01):
    session = m01.session
    assert (session.reference, session.date.isoformat(), session.seats) == ("IntA/7/2026", "2026-11-18", 9)
    assert not session.items.exists()
    whole = record("internal")
    assert [item.number for item in whole.items()] == list("1234567")
    assert [line.title for part in whole.parts for line in part.agenda][-1] == "Mitteilungen des Landrats"
    assert whole.place_text == "Kreishaus I, Großer Sitzungssaal, Musterstraße 7, 40000 Musterstadt"
    assert [(row.label, row.value) for row in whole.head[:1]] == [("Beginn der Sitzung", "16:30 Uhr")]
    assert [row.label for row in whole.head].count("Aus dem Kopf der Quelle") == 0
    assert "eröffnet die Sitzung um 16:30 Uhr" in plain(whole.opening)


def test_the_agenda_of_the_public_leaves_out_what_is_not_public(m01):
    assert [line.number for part in record("public").parts for line in part.agenda] == list("1234567")
    assert [line.number for part in record("internal").parts for line in part.agenda] == list("12345678")


def test_votes_keep_form_counts_and_names(m01):
    items = {item.number: item for item in record("public").items()}
    hands, names = items["3"].votes[0], items["5"].votes[0]
    assert (hands.form, hands.form_text, hands.adopted) == ("show_of_hands", "offen per Handzeichen", True)
    assert (hands.counts.yes, hands.counts.no, hands.counts.abstain, hands.counts.recused) == (7, 0, 1, 0)
    assert hands.result_lines == ("einstimmig bei 1 Enthaltung",)
    assert (names.form, names.adopted, names.counts.abstain) == ("roll_call", False, None)
    assert [[voter.name for voter in line.voters] for line in names.ballots] == [
        ["Bednar", "Kohl", "Neuhaus", "Schemmer"],
        ["Kleinhaus", "Lütke", "Merten", "Dr. Wende"],
    ]
    assert names.conclusion == "Der Antrag ist damit bei Stimmengleichheit abgelehnt."
    assert PublishedVote.objects.filter(item__issue__audience="public").count() == 3


def test_what_happened_after_the_vote_stands_behind_it(m01):
    items = {item.number: item for item in record("public").items()}
    assert items["4"].after == ("Ktabg. Lütke nimmt wieder an der Sitzung teil.",)
    assert items["4"].order == ("contributions", "decision", "votes", "after")


def test_a_debate_before_the_resolution_stays_there(place, admin):
    data = (places.DATA / "readings" / "allris-extract.html").read_bytes()
    stored(data, place, admin, number="3/2026", date="2026-03-04")
    [item] = record("public").items()
    assert item.order[:2] == ("contributions", "decision")


def test_the_name_of_who_speaks_is_marked_in_whatever_case_it_stands(place, admin):
    data = b"TOP 4: Wege\n\nBeratung:\n\nVon Herrn Kohl wird angeregt, den Weg zu teeren."
    stored(data, place, admin, number="3/2026", date="2026-03-04", items=_numbered(data))
    [said] = [said for item in record("internal").items() for said in item.contributions]
    assert said.speaker == "Herr Kohl"
    assert [(span.kind, span.text) for span in said.text[0].spans][:2] == [("plain", "Von "), ("speaker", "Herrn Kohl")]


def test_an_unknown_count_stays_unknown(place, admin):
    data = (places.DATA / "minutes-texts" / "c09-names-table-partial-counts.txt").read_bytes()
    stored(data, place, admin, number="3/2026", date="2026-03-04", items=_numbered(data))
    [vote] = [vote for item in record("internal").items() for vote in item.votes]
    assert None in (vote.counts.yes, vote.counts.no, vote.counts.abstain)


def _numbered(data: bytes, number: str = "4", *, public: bool | None = True):
    return [{**storing.reading_of(data, "x")["items"][0], "number": number, "title": "Punkt", "public": public}]


def test_people_are_those_of_the_directory(m01):
    whole = record("public")
    rows = {row.name: row.person_id for group in whole.attendance for row in group.rows}
    assert rows["Dr. Wende, Thomas"] == str(places.person("Wende").pk)
    assert rows["MA Dregger"] == str(places.person("Dregger").pk)
    assert rows["Frau Thöne, Caritasverband"] == ""
    said = [row for item in whole.items() for row in item.contributions if row.speaker]
    assert [(row.speaker, row.role, row.person_id) for row in said if "Wende" in row.speaker] == [
        ("Ktabg. Dr. Wende", "Ktabg.", str(places.person("Wende").pk))
    ]
    voters = [voter for item in whole.items() for vote in item.votes for line in vote.ballots for voter in line.voters]
    assert all(voter.person_id for voter in voters)


def test_papers_are_those_of_the_body_by_number(m01):
    items = {item.number: item for item in record("public").items()}
    assert [paper.title for paper in items["3"].papers] == ["Integrationskonzept"]
    assert [(paper.id, paper.reference) for paper in items["2"].papers] == [("", "SV-11-0609")]


def test_a_paper_that_is_not_public_is_not_in_the_public_record(place, admin):
    Paper.objects.update(is_public=False)
    stored(places.M01.read_bytes(), place, admin)
    shown, whole = (
        {item.number: item.papers for item in record(audience).items()}["3"] for audience in ("public", "internal")
    )
    assert (len(shown), len(whole)) == (0, 1)


def test_an_imported_session_tells_its_source_and_who_imported_it(m01, admin):
    assert record("public").source.id == m01.sha256
    assert [item.source.place for item in record("public").items()][:2] == ["S. 1, Z. 74", "S. 1, Z. 79"]
    assert (m01.accepted_by, AuditEvent.objects.filter(act="published").count()) == (admin, 2)


def texts():
    return sorted(
        path
        for folder in ("minutes-texts", "readings")
        for path in (places.DATA / folder).iterdir()
        if path.suffix in (".txt", ".html")
    )


@pytest.mark.parametrize("path", texts(), ids=lambda path: path.name)
def test_every_word_of_a_text_is_in_the_record_or_listed_as_unread(path, place, admin):
    data = path.read_bytes()
    draft = storing.reading_of(data, "x")
    items = [{**item, "number": item["number"] or "4"} for item in draft["items"]]
    row = row_of(data, place, admin, number="3/2026", date="2026-03-04", items=items)
    made = storing.plan(row).records["internal"]
    told = words(to_json(made)) | words(draft["unread"]) | words(draft["number"]) | words(draft["date"]) | PRINTED
    told |= {part.lstrip("0") for part in draft["date"].split("-")} | words(draft["committee"]) | {"2026", "03", "04"}
    for passage in draft["source"]["passages"]:
        if passage["place"] not in ("furniture", "part", "unread", "heading"):
            text = passage["text"].replace("_", " ")
            text = text.replace(" ", "") if set(map(len, text.split())) == {1} else text
            missing = words(text) - told
            assert not missing, (passage["place"], text)


def test_what_is_not_public_is_in_no_public_record(place, admin):
    stored(places.NON_PUBLIC.encode(), place, admin)
    public = json.dumps(to_json(record("public")), ensure_ascii=False)
    whole = json.dumps(to_json(record("internal")), ensure_ascii=False)
    assert "Sprachcafé" in public
    for word in places.HIDDEN:
        assert word in whole, word
        assert word not in public, word


@pytest.mark.parametrize(
    "heading", ["B. Nichtöffentlicher Teil", "Nicht öffentlicher Teil", "II. In nichtöffentlicher Sitzung"]
)
def test_what_is_not_public_stays_so_where_its_item_has_no_number(heading, place, admin):
    text = places.NON_PUBLIC.replace("TOP 2   Verkauf", "Verkauf").replace("B. Nichtöffentlicher Teil", heading)
    row = stored(text.encode(), place, admin)
    public = Publication.objects.filter(audience="public").first()
    for word in ("Uferweg", "Bieter", "Kaufvertrag", "Geheimrat"):
        assert public is None or word not in public.record
        assert word in json.dumps(to_json(record("internal")), ensure_ascii=False) + str(row.draft["unread"])
    assert row.draft["warnings"]


def test_items_of_which_the_text_says_nothing_are_not_public(place, admin):
    data = (places.DATA / "minutes-texts" / "c01-unanimous.txt").read_bytes()
    items = _numbered(data, public=None)
    stored(data, place, admin, number="3/2026", date="2026-03-04", items=items)
    assert list(Publication.objects.values_list("audience", flat=True)) == ["internal"]


def test_single_items_of_a_session_stand_together(place, admin):
    names = ("c01-unanimous.txt", "c03-majority.txt", "c06-noted.txt")
    for name, number in zip(names, ("10", "2", "3"), strict=True):
        data = (places.DATA / "minutes-texts" / name).read_bytes()
        stored(data, place, admin, number="3/2026", date="2026-03-04", items=_numbered(data, number))
    assert Session.objects.count() == 1
    assert [item.number for item in record("public").items()] == ["2", "3", "10"]
    assert [line.number for line in record("public").parts[0].agenda] == ["2", "3", "10"]
    assert Issue.objects.current().filter(audience="public").count() == 1


def test_a_single_item_without_a_number_or_a_session_is_refused(place, admin):
    data = (places.DATA / "minutes-texts" / "c01-unanimous.txt").read_bytes()
    with pytest.raises(ValidationError) as error:
        stored(data, place, admin)
    assert list(error.value.message_dict) == ["number"]
    with pytest.raises(ValidationError) as error:
        stored(data, place, admin, number="3/2026", date="2026-03-04")
    assert list(error.value.message_dict) == ["item"]


def test_a_session_recorded_here_or_of_another_day_is_never_touched(place, admin):
    room = cast.session(place, number=7, year=2026, date=datetime.date(2026, 11, 18))
    with pytest.raises(ValidationError, match="IntA/7/2026"):
        stored(places.M01.read_bytes(), place, admin)
    room.session.items.all().delete()
    Session.objects.update(date=datetime.date(2026, 11, 17))
    with pytest.raises(ValidationError, match=r"17\.11\.2026"):
        stored(places.M01.read_bytes(), place, admin)
    assert not Publication.objects.exists()
    Session.objects.update(date=datetime.date(2026, 11, 18))
    row = stored(places.M01.read_bytes(), place, admin)
    assert row.session.pk == room.session.pk


def test_a_session_that_is_known_by_its_day_needs_no_number(place, admin):
    cast.session(place, items=0, number=4, date=datetime.date(2026, 11, 18))
    row = stored(places.M01.read_bytes(), place, admin, number="")
    assert row.session.number == 4


def match(row, name: str) -> people.Match:
    [found] = [one for one in storing.plan(row).cast.matches if one.name.last == name]
    return found


def test_a_name_that_may_be_several_is_unclear_until_somebody_chooses(place, admin):
    row = row_of(places.M01.read_bytes(), place, admin)
    assert match(row, "Merten").person == places.person("Merten")
    other = Person.objects.create(last_name="Merten", first_name="Heinz")
    cdu = Membership.objects.get(person__last_name="Lütke").faction
    Membership.objects.create(committee=place.committee, person=other, faction=cdu, start=places.START)
    assert match(row, "Merten").is_unclear
    assert len(match(row, "Merten").candidates) == 2
    row.draft["people"] = {"Merten, Heinz": str(other.pk)}
    assert match(row, "Merten").person == other
    row.draft["people"] = {"Merten, Heinz": people.WRITTEN}
    assert (match(row, "Merten").person, match(row, "Merten").is_unclear) == (None, False)


def test_who_had_no_seat_that_day_or_sits_in_another_faction_is_not_meant(place, admin):
    row = row_of(places.M01.read_bytes(), place, admin)
    Membership.objects.filter(person__last_name="Merten").update(end=datetime.date(2026, 11, 17))
    fdp = Membership.objects.get(person__last_name="Neuhaus").faction
    Membership.objects.filter(person__last_name="Bednar").update(faction=fdp)
    assert match(row, "Merten").person is None
    assert match(row, "Merten").candidates
    assert match(row, "Bednar").person is None


def test_a_former_member_is_entered_once_when_a_clerk_says_so(place, admin):
    Person.objects.filter(last_name="Merten").first().memberships.all().delete()
    Person.objects.filter(last_name="Merten").delete()
    row = row_of(places.M01.read_bytes(), place, admin, people={"Merten, Heinz": people.NEW})
    storing.accept(row, by=admin)
    storing.accept(row, by=admin)
    new = Person.objects.get(last_name="Merten")
    assert (new.first_name, AuditEvent.objects.filter(subject=f"committees.person:{new.pk}").count()) == ("Heinz", 1)
    assert str(new.pk) in json.dumps(to_json(record("public")))


def test_contradictions_stay_with_their_warnings(place, admin):
    data = (places.DATA / "minutes-texts" / "c04-split-vote.txt").read_bytes()
    row = stored(data, place, admin, number="3/2026", date="2026-03-04", items=_numbered(data))
    assert [warning["code"] for warning in row.draft["warnings"]] == ["counts_contradict_vote"]
    [item] = record("public").items()
    assert "Ja:\u00a015" in item.counts_line
    assert [vote.counts.yes for vote in item.votes] == [11, None]


def test_the_pages_of_the_portal_show_it(m01):
    page = Client().get("/minutes/lkm/IntA/7/2026/").content.decode()
    assert "Positiv äußert sich auch" in page
    item = Client().get("/minutes/lkm/IntA/7/2026/items/5/").content.decode()
    assert "Mit Nein stimmten" in item


def test_the_pdf_is_made_when_somebody_asks(m01):
    answer = Client().get("/minutes/lkm/IntA/7/2026/minutes.pdf")
    assert (answer.status_code, answer.content[:5]) == (200, b"%PDF-")
    made = printing.make(m01.session, document="minutes", audience=Audience.INTERNAL, published_only=True)
    assert made.content[:5] == b"%PDF-"


def test_the_chain_and_all_that_is_projected_hold_after_an_import(m01):
    assert list(verifying.problems()) == []
    before = list(PublishedVote.objects.values_list("item__number", "yes", "no", "is_final").order_by("item__number"))
    projection.rebuild()
    after = list(PublishedVote.objects.values_list("item__number", "yes", "no", "is_final").order_by("item__number"))
    assert before == after


def test_no_notice_is_published_of_an_imported_session(m01, admin):
    assert announcing.obstacles_to_notice(m01.session)


def test_followers_are_not_told_of_sessions_of_long_ago(place, admin):
    follower = Follower.objects.create(email="leserin@example.org")
    Subscription.objects.create(
        follower=follower, committee=place.committee, confirmed_at=timezone.now() - datetime.timedelta(days=1)
    )
    old = places.M01.read_text().replace("18.11.2026", "18.11.2020").replace("IntA/7/2026", "IntA/7/2020")
    stored(old.encode(), place, admin)
    assert alerts.look() == 0
    today = f"{timezone.localdate():%d.%m.%Y}"
    stored(places.M01.read_text().replace("18.11.2026", today).encode(), place, admin)
    assert alerts.look() == 1


def test_what_was_withdrawn_is_not_imported_again_unless_somebody_wants_it(m01, place, admin):
    for publication in Publication.objects.all():
        publishing.withdraw(publication, by=admin, reason="Datenschutz")
    other = row_of(places.M01.read_bytes() + b"\n", place, admin)
    with pytest.raises(ValidationError):
        storing.accept(other, by=admin)
    assert not Issue.objects.current().exists()
    storing.accept(other, by=admin, again=True)
    assert Issue.objects.current().count() == 2


def test_head_and_attendance_do_not_tell_of_what_is_not_public(place, admin):
    told = "Notar Weber zu TOP 2 (Verkauf am Uferweg)"
    people = [
        {"name": "Lütke, Anna", "remark": "ab TOP 1"},
        {"name": "Kohl, Stefan", "note": "Verkauf am Uferweg"},
        {"name": "Neuhaus, Eva", "remark": "bis 17 Uhr, dann zu TOP 2 Verkauf wieder da"},
        {"name": told},
    ]
    groups = [
        {"heading": heading, "absent": absent, "people": people}
        for heading, absent in (("Mitglieder", False), ("Es fehlt", True))
    ]
    fields = [{"label": "Gäste", "value": told}, {"label": "Mitgliederzahl", "value": "9, zu TOP 2 nur 8"}]
    changes = {"attendance": groups, "fields": fields, "head_rest": [told]}
    stored(places.NON_PUBLIC.encode(), place, admin, **changes)
    public, whole = record("public"), record("internal")
    for word in ("Uferweg", "Weber", "TOP 2"):
        assert word in json.dumps(to_json(whole), ensure_ascii=False)
        assert word not in json.dumps(to_json(public), ensure_ascii=False), word
    assert [row.label for row in public.head] == ["Beginn der Sitzung", "Ende der Sitzung"]
    for group in (*public.attendance, *public.absent):
        assert [(row.name, row.note, row.remark) for row in group.rows] == [
            ("Lütke, Anna", "", "ab TOP 1"),
            ("Kohl, Stefan", "", ""),
            ("Neuhaus, Eva", "", ""),
        ]


def test_a_single_item_never_takes_the_place_of_one_of_the_other_part(place, admin):
    one, other = (
        (places.DATA / "minutes-texts" / name).read_bytes() for name in ("c01-unanimous.txt", "c03-majority.txt")
    )
    session = {"number": "3/2026", "date": "2026-03-04"}
    stored(one, place, admin, **session, items=_numbered(one, "5"))
    [closed] = _numbered(other, "5", public=False)
    with pytest.raises(ValidationError, match="N 5"):
        stored(other, place, admin, **session, items=[{**closed, "title": "Verkauf"}])
    stored(other, place, admin, **session, items=[{**closed, "title": "Verkauf", "number": "N 5"}])
    assert [item.title for item in record("internal").items()] == ["Punkt", "Verkauf"]
    assert [item.title for item in record("public").items()] == ["Punkt"]


def test_an_item_with_its_own_title_may_turn_non_public(place, admin):
    data = (places.DATA / "minutes-texts" / "c01-unanimous.txt").read_bytes()
    session = {"number": "3/2026", "date": "2026-03-04"}
    stored(data, place, admin, **session, items=_numbered(data, "5"))
    stored(data + b"\n", place, admin, **session, items=_numbered(data, "5", public=False))
    assert [item.is_public for item in record("internal").items()] == [False]
    assert not Issue.objects.current().filter(audience="public").exists()


def test_numbers_with_odd_digits_are_put_in_order(place, admin):
    data = (places.DATA / "minutes-texts" / "c01-unanimous.txt").read_bytes()
    session = {"number": "3/2026", "date": "2026-03-04"}
    for copy, number in enumerate(("5²", "5")):
        stored(data + b"\n" * copy, place, admin, **session, items=_numbered(data, number))
    assert [item.number for item in record("public").items()] == ["5", "5²"]


def test_a_corrected_count_leaves_nothing_of_the_result_that_was_read(place, admin):
    row = row_of(places.M01.read_bytes(), place, admin)
    vote = {"yes": 12, "no": 0, "result": "einstimmig", "unanimous": True, "by_group": {"yes": {"CDU": 12}}}
    row.draft["items"][2]["votes"] = [vote]
    item = row.draft["items"][2]
    values = {name: item[name] for name in ("number", "title", "public", "recused", "outcome", "counts", "resolution")}
    for yes, no, lines in ((12, 0, ("einstimmig",)), (9, 3, ("9 JA-Stimmen", "3 NEIN-Stimmen"))):
        counts = {"yes": yes, "no": no, "abstain": None}
        row.draft = correcting.with_item(row.draft, 2, {**values, "votes": [counts]})
        [vote] = {item.number: item for item in storing.plan(row).records["public"].items()}["3"].votes
        assert vote.result_lines == lines
        assert bool(vote.notes) == (no == 0)


@pytest.mark.parametrize("name", ["Ktabg. Unbekannt", "Frau Notarsfrau"])
def test_who_was_recused_from_what_is_not_public_has_to_be_settled(name, place, admin):
    row = row_of(places.NON_PUBLIC.encode(), place, admin)
    row.draft["items"][1]["recused"] = [name]
    with pytest.raises(ValidationError, match=name.split()[-1]):
        storing.accept(row, by=admin)
    assert not Session.objects.exists()
    [unsettled] = storing.plan(row).cast.unsettled
    for choice in (str(places.person("Lütke").pk), people.WRITTEN):
        row.draft["people"] = {unsettled.name.key: choice}
        assert not storing.plan(row).cast.unsettled
    storing.accept(row, by=admin)


@pytest.mark.parametrize("words", ["Der Vorsitzende", "Die Ausschussmitglieder"])
def test_who_was_recused_from_what_is_not_public_has_to_have_a_name(words, place, admin):
    row = row_of(places.NON_PUBLIC.encode(), place, admin)
    row.draft["items"][1]["recused"] = [words]
    with pytest.raises(ValidationError, match=words):
        storing.accept(row, by=admin)
    assert not Session.objects.exists()
    row.draft["items"][1]["recused"] = ["Ktabg. Lütke"]
    storing.accept(row, by=admin)


def test_who_was_recused_from_a_public_item_may_stay_unclear(place, admin):
    row = row_of(places.NON_PUBLIC.encode(), place, admin)
    row.draft["items"][0]["recused"] = ["Ktabg. Unbekannt"]
    storing.accept(row, by=admin)
