"""Publishing: what is frozen, for whom, since when; what is left out; older editions."""

import datetime
import hashlib

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from committees.models import Committee, Paper, Recusal, RuleProfile, Session, User
from committees.permissions import may_read_internal
from minutes import documents, publishing, workflow
from minutes.documents import PdfEngineMissing
from minutes.models import Contribution, Correction, Issue, Publication, Redaction, SealedRecord, Speaker
from minutes.record.serialise import from_bytes
from tests import cast, ready
from tests.minutes.record import m01
from tests.publications import PDF, freeze, seal

URL = "/minutes/lkm/IntA/1/2026/"


@pytest.fixture
def place(db):
    return cast.county()


@pytest.fixture
def clerk(place):
    return cast.user("clerk", place.committee)


@pytest.fixture
def room(place):
    return ready.room(place)


@pytest.fixture(autouse=True)
def quick_pdf(monkeypatch):
    """No waiting for layout: the file says of which document it is."""

    def render(record, *, document, format="pdf", item=None, proof=None, superseded_on=None, layout=None):  # noqa: A002
        content = PDF + record.audience.encode() + str(superseded_on or "").encode()
        return documents.Rendered(content, "application/pdf", f"{document}.pdf")

    monkeypatch.setattr(documents, "render", render)


def page(path: str = "", user: User | None = None) -> str:
    browser = Client()
    if user:
        browser.force_login(user)
    return browser.get(URL + path).content.decode()


def test_what_nobody_signed_is_not_published(room, clerk):
    with pytest.raises(ValidationError, match="noch nicht unterzeichnet"):
        publishing.publish_minutes(room.session, by=clerk)
    assert not Publication.objects.exists()


def test_a_missing_pdf_engine_leaves_the_old_edition(room, clerk, monkeypatch):
    def missing(*args, **kwargs):
        raise PdfEngineMissing("libpango")

    ready.published(room, by=clerk)
    monkeypatch.setattr(documents, "render", missing)
    with pytest.raises(PdfEngineMissing):
        publishing.publish_minutes(room.session, by=clerk)
    assert Issue.objects.current().count() == Publication.objects.count() == 2


def test_each_audience_gets_its_record_with_hashes(room, clerk):
    public, internal = ready.published(room, by=clerk)
    assert [public.audience, internal.audience] == ["public", "internal"]
    assert [len(list(from_bytes(row.record.encode()).items())) for row in (public, internal)] == [1, 2]
    for row in (public, internal):
        assert row.sha256 == hashlib.sha256(row.record.encode()).hexdigest()
        assert row.pdf_sha256 == hashlib.sha256(row.pdf).hexdigest()
        assert len(row.chain_head) == 64
        assert not from_bytes(row.record.encode()).is_draft
        assert (row.published_by, row.edition) == (clerk, 1)
        assert (row.issue.reference, row.issue.title) == (
            "IntA/1/2026",
            "über die 1. Sitzung des Integrationsausschusses (IntA/1/2026)",
        )


def test_it_says_who_signed_and_when(room, clerk):
    public, _internal = ready.published(room, by=clerk)
    notes = [line.note for line in from_bytes(public.record.encode()).signatures]
    assert notes == [f"gez. {timezone.localdate():%d.%m.%Y}"] * 2


def test_it_says_who_refused_and_why(room, clerk):
    workflow.submit(room.session, by=clerk)
    workflow.sign(room.session, "minute_taker", by=clerk)
    workflow.refuse(room.session, "chair", by=clerk, reason="TOP 1 fehlt")
    public, _internal = publishing.publish_minutes(room.session, by=clerk)
    assert "Unterschrift verweigert: TOP 1 fehlt" in public.record


def test_a_second_edition_takes_the_place_of_the_first(room, clerk):
    first, _internal = ready.published(room, by=clerk)
    second, _internal = publishing.publish_minutes(room.session, by=clerk)
    first.issue.refresh_from_db()
    assert (second.edition, first.issue.visible_until) == (2, second.visible_from)
    assert Issue.objects.current().filter(audience="public").get().publication == second


def test_a_later_change_of_a_name_does_not_reach_it(room, clerk):
    ready.signed(room, by=clerk)
    person = room["Kohl"].person
    person.last_name = "Neuname"
    person.save()
    public, internal = publishing.publish_minutes(room.session, by=clerk)
    assert "Neuname" not in public.record + internal.record


def test_the_model_protocol_can_be_published(db):
    data = m01.create()
    seal(data.session)
    public, internal = publishing.publish_minutes(data.session, by=cast.user("admin"))
    assert "vertrauliches Grundstück" in internal.record
    assert "vertrauliches Grundstück" not in public.record


def test_who_read_the_internal_edition_gets_the_new_one_in_any_case(room, clerk):
    ready.published(room, by=clerk)
    made = publishing.publish_minutes(room.session, by=clerk, with_internal=False)
    assert [row.audience for row in made] == ["public", "internal"]


def test_where_only_the_public_part_is_published_those_entitled_read_that(room, clerk):
    ready.published(room, by=clerk, with_internal=False)
    text = page(user=clerk)
    assert "Text zu Punkt 1." in text
    assert "Grundstück" not in text


def test_a_paper_that_is_not_public_any_more_is_left_out_although_it_was_signed(room, place, clerk):
    paper = Paper.objects.create(body=place.body, reference="SV-11-0001", title="Vorlage", is_public=True)
    room.items[0].papers.add(paper)
    ready.signed(room, by=clerk)
    Paper.objects.update(is_public=False)
    public, internal = publishing.publish_minutes(room.session, by=clerk)
    assert "SV-11-0001" not in public.record
    assert "SV-11-0001" in internal.record


def redact(room, clerk, passage, **values):
    target = Contribution.objects.filter(item=room.items[0]).latest("position").pk
    entries = {"kind": "contribution", "target": target, "passage": passage, "made_by": clerk, **values}
    return Redaction.objects.create(session=room.session, **entries)


def test_a_redacted_passage_is_gone_and_a_mark_says_why(room, clerk):
    Contribution.objects.create(item=room.items[0], position=2, kind="note", text="Frau Geheim wohnt am Markt 3.")
    ready.signed(room, by=clerk)
    redact(room, clerk, "Frau Geheim wohnt am Markt 3")
    public, internal = publishing.publish_minutes(room.session, by=clerk)
    assert "Geheim" not in public.record
    assert "Markt 3" not in public.record
    assert "[Text entfernt: personenbezogene Daten]" in public.record
    assert "Frau Geheim wohnt am Markt 3." in internal.record
    assert "Geheim" in SealedRecord.objects.get(audience="public").record
    for path in ("", "minutes.json", "items/1/"):
        assert "Geheim" not in page(path)


def test_a_redaction_that_does_not_fit_the_signed_text_stops_publishing(room, clerk):
    ready.signed(room, by=clerk)
    redact(room, clerk, "steht nirgends")
    with pytest.raises(ValidationError, match="steht nirgends"):
        publishing.publish_minutes(room.session, by=clerk)
    assert not Publication.objects.exists()


def test_older_editions_do_not_go_on_telling_what_is_redacted_since(room, clerk):
    Contribution.objects.create(item=room.items[0], position=2, kind="note", text="Frau Geheim wohnt am Markt 3.")
    first, _internal = ready.published(room, by=clerk)
    assert "Geheim" in page()
    redact(room, clerk, "Frau Geheim")
    publishing.publish_minutes(room.session, by=clerk)
    assert Publication.objects.get(pk=first.pk).withdrawal.reason
    assert Client().get(f"{URL}versions/1/").status_code == 404
    assert Client().get(f"{URL}versions/1/minutes.pdf").status_code == 404
    assert "Geheim" not in page() + page("versions/")


def test_older_editions_that_tell_nothing_else_stay(room, clerk):
    ready.published(room, by=clerk)
    publishing.publish_minutes(room.session, by=clerk, note="Schreibfehler im Titel")
    assert "überholt" in page("versions/1/")
    assert "Schreibfehler im Titel" in page("versions/")
    assert Client().get(f"{URL}versions/2/").status_code == 404
    response = Client().get(f"{URL}versions/1/minutes.pdf")
    assert str(timezone.localdate()).encode() in response.content
    assert "ueberholt" in response["Content-Disposition"]


def test_a_correction_stands_below_the_signed_text(room, clerk):
    ready.signed(room, by=clerk)
    entries = {"made_on": timezone.localdate(), "made_at": timezone.now(), "made_by": clerk, "session": room.session}
    Correction.objects.create(text="Statt 3 muss es 4 heißen.", item=room.items[0], is_public=True, **entries)
    Correction.objects.create(text="Bleibt im Haus.", **entries)
    Correction.objects.create(text="Preis des Grundstücks.", item=room.items[-1], **entries)
    public, internal = publishing.publish_minutes(room.session, by=clerk)
    assert "Statt 3 muss es 4 heißen." in page()
    assert f"Berichtigung vom {timezone.localdate():%d.%m.%Y} zu TOP 1" in page()
    assert "Bleibt im Haus" not in public.record
    assert "Preis des Grundstücks" not in public.record
    assert "Bleibt im Haus" in internal.record
    assert "Text zu Punkt 1." in public.record


@pytest.fixture
def biased(room, place, clerk) -> User:
    """A member who was biased in the non-public item."""
    person = cast.attend(room, cast.member(place, "Nachbar"))
    Recusal.objects.create(item=room.items[-1], attendance=person, ground="als Eigentümer")
    ready.published(room, by=clerk)
    return cast.user("councillor", person=person.person)


def test_who_was_biased_does_not_choose_the_item_to_object_to_either(biased):
    RuleProfile.objects.update(hides_from_recused=True)
    text = page("object/", biased)
    assert "Punkt 1" in text
    assert "Grundstück am Bach" not in text


@pytest.mark.parametrize(("is_hidden", "reads"), [(False, True), (True, False)])
def test_the_profile_says_whether_who_was_biased_reads_the_item(biased, is_hidden, reads):
    RuleProfile.objects.update(hides_from_recused=is_hidden)
    for path in ("", "minutes.json", "items/2/"):
        assert ("Grundstück am Bach" in page(path, biased)) is reads
        assert ("Text zu Punkt 2" in page(path, biased)) is reads
    assert "Text zu Punkt 1." in page(user=biased)


def test_the_stored_pdf_is_not_for_who_was_biased(biased, monkeypatch):
    RuleProfile.objects.update(hides_from_recused=True)
    seen = []

    def render(record, **kind):
        seen.append(str(record))
        return documents.Rendered(b"%PDF-cut", "application/pdf", "x.pdf")

    monkeypatch.setattr(documents, "render", render)
    browser = Client()
    browser.force_login(biased)
    assert browser.get(f"{URL}minutes.pdf").content == b"%PDF-cut"
    assert browser.get(f"{URL}non-public.pdf").content == b"%PDF-cut"
    assert all("Grundstück" not in text for text in seen)


def test_the_non_public_part_is_a_document_of_its_own_for_those_entitled(room, clerk):
    ready.published(room, by=clerk)
    browser = Client()
    assert browser.get(f"{URL}non-public.pdf").status_code == 404
    browser.force_login(clerk)
    response = browser.get(f"{URL}non-public.pdf")
    assert response.status_code == 200
    assert "nichtoeffentlich" in response["Content-Disposition"]
    assert browser.get(f"{URL}non-public.pdf?audience=public").status_code == 404


def test_speakers_of_a_redacted_mark_are_gone_with_their_keys(room, clerk):
    speech = Contribution.objects.create(item=room.items[0], position=2, text="⟨Ktabg. Kohl⟩ klagt.")
    Speaker.objects.create(contribution=speech, attendance=room["Kohl"], role="Ktabg.")
    ready.signed(room, by=clerk)
    redact(room, clerk, "Ktabg. Kohl")
    record = publishing.records(room.session)[publishing.Audience.PUBLIC]
    found = next(row for item in record.items() for row in item.contributions if row.id == str(speech.pk))
    assert (found.speaker, found.role, found.person_id) == ("", "", "")


def test_the_list_shows_to_each_visitor_what_the_predicate_allows(place):
    """`visible_to` says in SQL what `may_read_internal` says of one session, for members of now and then."""
    other = cast.county("other")
    days = (cast.DAY, cast.TERM_START - datetime.timedelta(days=1), cast.DAY + datetime.timedelta(days=400))
    Committee.objects.update(start=days[1])
    sessions = [
        cast.session(county, number=number, date=day, year=day.year).session
        for county in (place, other)
        for number, day in enumerate(days, start=1)
    ]
    for session in sessions:
        freeze(session)
    former = cast.member(place, "Früher", end=cast.DAY)
    inactive = cast.user("councillor", person=cast.member(place, "Ruhend").person)
    inactive.is_active = False
    inactive.save()
    users = [
        cast.user("admin"),
        cast.user("clerk", place.committee),
        cast.user("reader", other.committee),
        cast.user("reader", person=cast.member(place, "Leser").person),
        cast.user("councillor", person=cast.member(place, "Kohl").person),
        cast.user("councillor", person=former.person),
        cast.user("chair", person=cast.member(other, "Vorsitz", function="chair").person),
        cast.user("councillor"),
        inactive,
    ]
    for user in users:
        seen = {row.session_id: row.audience for row in Issue.objects.minutes().visible_to(user)}
        allowed = {s.pk: "internal" if may_read_internal(user, s) else "public" for s in sessions}
        assert seen == allowed, user


def test_a_session_is_read_at_one_address_whoever_reads(room, clerk):
    public, internal = ready.published(room, by=clerk)
    assert public.issue.get_absolute_url() == internal.issue.get_absolute_url() == URL
    assert Session.objects.get().issues.current().count() == 2
