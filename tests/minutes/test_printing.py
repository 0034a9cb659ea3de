"""Documents of a session: of what was published where it was, and never more than their audience may have."""

import io
import json
from datetime import date, timedelta

import pikepdf
import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from committees.models import AgendaItem, Attachment, Attendance, Membership, Paper
from minutes import documents, papers, printing, publishing
from minutes.models import Contribution
from minutes.record import Audience
from tests import cast
from tests.clock import stand_at
from tests.minutes.documents import reading
from tests.publications import freeze

PUBLIC, INTERNAL = Audience.PUBLIC, Audience.INTERNAL


@pytest.fixture
def place(db):
    return cast.county()


@pytest.fixture
def clerk(place):
    return cast.user("clerk", place.committee)


@pytest.fixture
def room(place):
    """A session with two public items, one with a paper, and a non-public one with a paper of its own."""
    room = cast.session(place, items=3, members=("Kohl", "Lütke"))
    hidden = room.items[2]
    hidden.title, hidden.is_public = "Grundstück am Bach", False
    hidden.save()
    for item, title, is_public in ((room.items[0], "Radweg", True), (hidden, "Kaufvertrag", False)):
        paper = Paper.objects.create(
            body=place.body, reference=f"SV-{title}", title=title, kind="motion", is_public=is_public
        )
        item.papers.add(paper)
        for number, shown in enumerate((True, False), start=1):
            content = ContentFile(f"{title} {shown}".encode(), "datei.txt")
            paper.attachments.create(title=f"{title} {number}", file=content, position=number, is_public=shown)
    return room


def data(room, document, audience=INTERNAL, **more) -> dict:
    made = printing.make(room.session, document=document, audience=audience, format="json", **more)
    return json.loads(made.content)


def inside(content: bytes) -> dict[str, bytes]:
    with pikepdf.open(io.BytesIO(content)) as file:
        return {name: entry.get_file().read_bytes() for name, entry in file.attachments.items()}


def text(room, document, audience=INTERNAL, **more) -> str:
    made = printing.make(room.session, document=document, audience=audience, **more)
    return " ".join("".join(reading.with_pymupdf(made.content)).split())


def test_an_unpublished_agenda_is_a_draft_and_a_published_one_is_none(room, clerk):
    assert "Entwurf" in text(room, "agenda")
    publishing.publish_agenda(room.session, by=clerk)
    assert "Entwurf" not in text(room, "agenda")


def test_the_public_agenda_has_no_item_that_is_not_public(room):
    assert "Bach" in text(room, "agenda")
    assert "Bach" not in text(room, "agenda", PUBLIC)
    assert b"Bach" not in printing.make(room.session, document="agenda", audience=PUBLIC, format="json").content


def test_a_published_agenda_stays_as_it_was(room, clerk):
    publishing.publish_agenda(room.session, by=clerk)
    AgendaItem.objects.filter(pk=room.items[0].pk).update(title="Umbenannt")
    assert "Umbenannt" not in text(room, "agenda")


def test_without_a_second_edition_there_is_no_supplement(room, clerk):
    publishing.publish_agenda(room.session, by=clerk)
    with pytest.raises(documents.NothingSupplemented):
        printing.make(room.session, document="supplement", audience=PUBLIC)


def test_a_supplement_says_what_changed(room, clerk):
    publishing.publish_agenda(room.session, by=clerk)
    AgendaItem.objects.filter(pk=room.items[0].pk).update(title="Heizung")
    publishing.publish_agenda(room.session, by=clerk)
    words = text(room, "supplement", PUBLIC)
    assert "TOP 1 Heizung" in words
    assert "bisher: TOP 1 Punkt 1" in words


def test_a_supplement_never_quotes_what_was_withdrawn(room, clerk):
    AgendaItem.objects.filter(pk=room.items[0].pk).update(title="Frau Muster, Adoption")
    first = publishing.publish_agenda(room.session, by=clerk)
    for publication in first:
        publishing.withdraw(publication, by=clerk, reason="Ein Name stand darin.")
    AgendaItem.objects.filter(pk=room.items[0].pk).update(title="Personalangelegenheit")
    publishing.publish_agenda(room.session, by=clerk)
    with pytest.raises(documents.NothingSupplemented):
        printing.make(room.session, document="supplement", audience=PUBLIC)


def test_a_supplement_never_quotes_what_nobody_could_read(room, clerk):
    publishing.publish_agenda(room.session, by=clerk)
    AgendaItem.objects.filter(pk=room.items[0].pk).update(title="Falscher Titel")
    publishing.publish_agenda(room.session, by=clerk, visible_from=timezone.now() + timedelta(days=3))
    AgendaItem.objects.filter(pk=room.items[0].pk).update(title="Heizung")
    publishing.publish_agenda(room.session, by=clerk)
    words = text(room, "supplement", PUBLIC)
    assert "Falscher Titel" not in words
    assert "bisher: TOP 1 Punkt 1" in words


def test_the_invitation_is_of_whoever_chairs_to_the_committee(room):
    Attendance.objects.filter(person__last_name="Kohl").update(duty=Attendance.Duty.CHAIR)
    letter = data(room, "invitation")
    assert letter["addressee"] == "An die Mitglieder\ndes Integrationsausschusses"
    assert letter["convener"]["role"].startswith("Ausschussvorsitzende")
    assert letter["dated"] is None
    assert "Grundstück am Bach" in text(room, "invitation")


def test_an_invitation_without_a_chair_is_written_all_the_same(room):
    assert data(room, "invitation")["convener"] is None
    assert "Mit freundlichen Grüßen" in text(room, "invitation")


def test_the_invitation_bears_the_day_on_which_the_agenda_was_published(room, clerk):
    [public, _internal] = publishing.publish_agenda(room.session, by=clerk)
    assert data(room, "invitation")["dated"] == timezone.localdate(public.visible_from).isoformat()


def test_a_supplement_does_not_move_the_day_of_the_invitation(room, clerk, monkeypatch):
    stand_at(monkeypatch, date(2026, 3, 1))
    publishing.publish_agenda(room.session, by=clerk)
    stand_at(monkeypatch, date(2026, 3, 9))
    publishing.publish_agenda(room.session, by=clerk)
    assert data(room, "invitation")["dated"] == "2026-03-01"


@pytest.mark.parametrize("document", sorted(printing.INSIDE))
def test_what_is_for_the_house_is_not_made_for_the_public(room, document):
    with pytest.raises(documents.OnlyInside):
        printing.make(room.session, document=document, audience=PUBLIC)


@pytest.mark.parametrize("document", sorted(documents.KINDS.keys() - printing.INSIDE))
def test_of_what_is_not_published_nothing_leaves_the_house(room, document):
    with pytest.raises(documents.NotPublished):
        printing.make(room.session, document=document, audience=PUBLIC, published_only=True, item="1")


def test_the_list_to_sign_names_who_is_expected(room):
    words = text(room, "attendance-list")
    assert "Kohl" in words
    assert "Unterschrift" in words
    assert "Entwurf" not in words


def test_before_any_roll_call_there_is_a_sheet_to_fill_in(room):
    words = text(room, "roll-call", item="1")
    assert "ABSTIMMUNGSBOGEN" in words
    assert "Punkt 1" in words
    assert "Kohl" in words


def test_of_minutes_that_are_no_draft_there_is_no_sheet_any_more(room):
    freeze(room.session)
    with pytest.raises(documents.NobodyToCall):
        printing.make(room.session, document="roll-call", audience=PUBLIC)


def test_who_has_no_vote_is_not_on_the_sheet(room):
    Membership.objects.filter(person__last_name="Kohl").update(function=Membership.Function.DEPUTY)
    words = text(room, "roll-call", item="1")
    assert "Lütke" in words
    assert "Kohl" not in words


def test_minutes_without_corrections_have_no_note(room):
    freeze(room.session)
    with pytest.raises(documents.NothingCorrected):
        printing.make(room.session, document="correction", audience=PUBLIC)


def test_the_list_of_decisions_holds_no_debate_and_nothing_undecided(room):
    assert data(room, "decisions")["parts"] == []
    assert "nichts beschlossen" in text(room, "decisions")


def test_the_collection_has_all_papers_of_the_house_inside(room):
    made = printing.make(room.session, document="collection", audience=INTERNAL)
    files = inside(made.content)
    assert {name: files[name] for name in files if name.endswith(".txt")} == {
        "Radweg 1.txt": b"Radweg True",
        "Radweg 2.txt": b"Radweg False",
        "Kaufvertrag 1.txt": b"Kaufvertrag True",
        "Kaufvertrag 2.txt": b"Kaufvertrag False",
    }


def test_the_public_collection_has_what_was_published_and_nothing_else(room, clerk):
    freeze(room.session)
    made = printing.make(room.session, document="collection", audience=PUBLIC)
    assert [name for name in inside(made.content) if name.endswith(".txt")] == []
    papers.publish(Paper.objects.get(title="Radweg"), by=clerk)
    made = printing.make(room.session, document="collection", audience=PUBLIC)
    assert [content for name, content in inside(made.content).items() if name.endswith(".txt")] == [b"Radweg True"]
    assert b"Kaufvertrag" not in made.content
    assert "Kaufvertrag" not in text(room, "collection", PUBLIC)


def test_files_of_one_name_get_names_of_their_own(room):
    titles = iter(("Plan", "Plan", "Plan-2", "IntA-1-2026-Unterlagen-Entwurf"))
    for row in Attachment.objects.order_by("pk"):
        row.title = next(titles)
        row.save()
    files = inside(printing.make(room.session, document="collection", audience=INTERNAL).content)
    assert len(files) == 5
    assert {"Plan.txt", "Plan-2.txt", "Plan-2-2.txt"} <= files.keys()


def test_a_file_that_is_gone_is_named_instead_of_left_out(room):
    row = Attachment.objects.first()
    row.file.storage.delete(row.file.name)
    with pytest.raises(documents.FileMissing, match="Radweg 1"):
        printing.make(room.session, document="collection", audience=INTERNAL)


def test_the_collection_tells_nothing_of_what_was_said(room):
    Contribution.objects.create(item=room.items[0], kind="speech", text="Streng vertraulich.", position=1)
    assert "vertraulich" in json.dumps(data(room, "minutes"))
    assert "vertraulich" not in json.dumps(data(room, "collection"))
    assert data(room, "collection")["attendance"] == []


def test_who_may_not_read_the_files_of_a_paper_gets_the_published_ones(room, clerk):
    chair = cast.user("chair", person=room["Kohl"].person)
    papers.publish(Paper.objects.get(title="Radweg"), by=clerk)
    made = printing.make(room.session, document="collection", audience=INTERNAL, reader=chair)
    assert [content for name, content in inside(made.content).items() if name.endswith(".txt")] == [b"Radweg True"]
    made = printing.make(room.session, document="collection", audience=INTERNAL, reader=clerk)
    assert len([name for name in inside(made.content) if name.endswith(".txt")]) == 4
