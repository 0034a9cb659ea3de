"""Pages of the house styles: administrators edit them, see a sample first, and nothing is stored unasked."""

import io

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation

from committees import audit
from committees.models import AuditEvent, Body, HouseStyle, RuleProfile
from committees.models.house_style import MINUTES_BLOCKS
from minutes import documents
from minutes.documents import specimen
from tests import cast
from tests.committees.pages import errors
from tests.committees.pictures import KINDS, SHIELD
from tests.elements import elements
from tests.minutes.documents import reading


@pytest.fixture(autouse=True)
def in_english():
    """The messages of a form are worded when they are read."""
    with translation.override("en"):
        yield


@pytest.fixture
def admin(place, client) -> Client:
    client.force_login(cast.user("admin"))
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def profile(place) -> RuleProfile:
    return place.body.profile


def url(profile: RuleProfile, name: str = "house-style") -> str:
    return reverse(f"minutes:{name}", args=[profile.pk])


def entries(**changed: object) -> dict[str, object]:
    """The form as it is sent, with some entries changed."""
    places = {f"order_{name}": place for place, name in enumerate(MINUTES_BLOCKS, start=1)}
    return {"accent": "#000000", "signatories": ["chair", "minute_taker"], **places, **changed}


def logo(content: bytes = SHIELD, name: str = "wappen.svg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def words(content: bytes) -> str:
    return " ".join(" ".join(reading.with_pymupdf(content)).split())


def test_only_administrators_edit_house_styles(place, outsiders, profile):
    clerk = Client()
    clerk.force_login(cast.user("clerk", place.committee, person=cast.member(place, "Schreibt").person))
    for browser in (clerk, *outsiders):
        assert browser.get(reverse("minutes:house-style-list")).status_code == 403
        assert browser.get(url(profile)).status_code == 403
        assert browser.post(url(profile), entries()).status_code == 403
        assert browser.post(url(profile, "house-style-preview"), entries()).status_code == 403
    assert not HouseStyle.objects.exists()


@pytest.mark.parametrize("count", [1, 4])
def test_the_list_asks_the_same_for_few_and_many(admin, place, django_assert_num_queries, count):
    for number in range(1, count):
        other = RuleProfile.objects.create(name=f"Profil {number}")
        HouseStyle.objects.create(profile=other, logo=b"x" * 1000, logo_type="image/png", logo_text="Wappen")
        Body.objects.create(key=f"k{number}", name=f"Kreis {number}", profile=other)
    with django_assert_num_queries(6) as asked:
        page = admin.get(reverse("minutes:house-style-list"))
    assert page.content.decode().count('class="entries__title"') == count
    assert not any('"logo"' in query["sql"] for query in asked.captured_queries)


@pytest.mark.parametrize("has_style", [False, True])
def test_the_page_asks_a_fixed_number_of_questions(admin, profile, django_assert_num_queries, has_style):
    if has_style:
        HouseStyle.objects.create(profile=profile, logo=SHIELD, logo_type="image/svg+xml", logo_text="Wappen")
    with django_assert_num_queries(8):
        page = admin.get(url(profile)).content.decode()
    assert ("data:image/svg+xml;base64," in page) is has_style


def test_every_field_is_stored_and_noted_in_the_audit_chain(admin, profile):
    moved = {f"order_{name}": place for place, name in enumerate(reversed(MINUTES_BLOCKS), start=1)}
    sent = entries(
        sender="Musterstraße 7\r\n\r\n  40000 Musterstadt ",
        footer="Sparkasse",
        place="Musterstadt",
        accent="#1F4E79",
        new_logo=logo(),
        logo_text="Wappen",
        opening_wording="{Vorsitz} eröffnet.",
        closing_wording="Schluss.",
        chair_role="Vorsitzende/r",
        signatories=["chair", "co_signer"],
        **moved,
    )
    response = admin.post(url(profile), sent)
    assert response.status_code == 302
    style = HouseStyle.objects.get()
    stored = {
        "sender": "Musterstraße 7\n40000 Musterstadt",
        "footer": "Sparkasse",
        "place": "Musterstadt",
        "accent": "#1f4e79",
        "logo_type": "image/svg+xml",
        "logo_text": "Wappen",
        "opening_wording": "{Vorsitz} eröffnet.",
        "closing_wording": "Schluss.",
        "chair_role": "Vorsitzende/r",
        "order": list(reversed(MINUTES_BLOCKS)),
    }
    assert {name: getattr(style, name) for name in stored} == stored
    profile.refresh_from_db()
    assert profile.signatories == ["chair", "co_signer"]
    events = {event.subject: event for event in AuditEvent.objects.filter(act__in=["created", "changed"])}
    assert set(events) == {audit.label(style), audit.label(profile)}
    told = audit.facts_of(events[audit.label(style)])["after"]
    assert told["place"] == "Musterstadt"
    assert len(told["logo"]) == 64  # its hash, not the picture
    assert audit.facts_of(events[audit.label(profile)])["after"] == {"signatories": ["chair", "co_signer"]}


def test_what_stays_the_same_is_not_told_of(admin, profile):
    admin.post(url(profile), entries(new_logo=logo(), logo_text="Wappen"))
    before = AuditEvent.objects.count()
    assert admin.post(url(profile), entries(logo_text="Wappen")).status_code == 302
    assert AuditEvent.objects.count() == before
    assert HouseStyle.objects.get().logo


def test_a_logo_is_replaced_and_taken_away(admin, profile):
    admin.post(url(profile), entries(new_logo=logo(), logo_text="Wappen"))
    admin.post(url(profile), entries(new_logo=logo(KINDS["palette"], "w.png"), logo_text="Wappen", no_logo="on"))
    assert HouseStyle.objects.get().logo_type == "image/png"
    admin.post(url(profile), entries(no_logo="on"))
    style = HouseStyle.objects.get()
    assert (bytes(style.logo), style.logo_type, style.logo_text) == (b"", "", "")


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"accent": "#ff8800"}, "accent", "Possible is: #b46000."),
        ({"accent": ""}, "accent", ""),
        ({"sender": "x\n" * 9}, "sender", "At most 8 lines"),
        ({"footer": "W" * 90}, "footer", "Line 1 is too wide."),
        ({"opening_wording": "{Wetter}"}, "opening_wording", "No such placeholder: {Wetter}. Possible are: {Vorsitz}"),
        ({"closing_wording": "{Befangenheit}"}, "closing_wording", "No such placeholder: {Befangenheit}."),
        ({"signatories": []}, "signatories", ""),
        ({"order_head": ""}, "order", "Give each block its place as a number."),
        ({"order_head": "eins"}, "order", "Give each block its place as a number."),
        ({"order_head": "0"}, "order", "Give each block its place as a number."),
        ({"new_logo": logo(b"GIF89a", "w.gif"), "logo_text": "Wappen"}, "new_logo", "neither"),
        ({"new_logo": logo(b"<svg><script/></svg>"), "logo_text": "W"}, "new_logo", ""),
        ({"new_logo": logo()}, "logo_text", "Say what the logo shows"),
    ],
)
@pytest.mark.parametrize("name", ["house-style", "house-style-preview"])
def test_what_does_not_fit_comes_back_with_a_sentence_at_the_field(admin, profile, changed, field, sentence, name):
    # A file is read once: each request sends its own.
    for value in changed.values():
        if isinstance(value, SimpleUploadedFile):
            value.seek(0)
    response = admin.post(url(profile, name), entries(place="Musterstadt", **changed))
    assert response.status_code == 422
    assert list(errors(response)) == [field]
    assert sentence in errors(response)[field][0]
    assert 'value="Musterstadt"' in response.content.decode()
    assert not HouseStyle.objects.exists()


def test_a_logo_that_stays_needs_its_text(admin, profile):
    admin.post(url(profile), entries(new_logo=logo(), logo_text="Wappen"))
    response = admin.post(url(profile), entries(logo_text=""))
    assert list(errors(response)) == ["logo_text"]


@pytest.mark.parametrize(
    ("block", "number", "expected"),
    [
        ("annexes", 1, ("annexes", *MINUTES_BLOCKS[:-1])),
        ("head", 9, (*MINUTES_BLOCKS[1:], "head")),
        ("attendance", 5, ("head", "opening", "agenda", "items", "attendance", *MINUTES_BLOCKS[5:])),
        ("items", 2, ("head", "items", "attendance", "opening", "agenda", *MINUTES_BLOCKS[5:])),
        ("head", 99, (*MINUTES_BLOCKS[1:], "head")),
    ],
)
def test_whoever_types_one_place_moves_one_block(admin, profile, block, number, expected):
    assert admin.post(url(profile), entries(**{f"order_{block}": number})).status_code == 302
    assert tuple(HouseStyle.objects.get().order) == expected


def test_the_page_shows_the_blocks_in_their_order_also_as_they_were_sent(admin, profile):
    HouseStyle.objects.create(profile=profile, order=list(reversed(MINUTES_BLOCKS)))

    def shown(response):
        return [row["data-block"] for row in elements(response).all("li") if "data-block" in row]

    assert shown(admin.get(url(profile))) == list(reversed(MINUTES_BLOCKS))
    refused = admin.post(url(profile), entries(accent="red", order_head="9", order_annexes="1"))
    assert refused.status_code == 422
    assert shown(refused)[0] == "annexes"


def test_a_style_that_is_broken_in_the_database_can_be_edited(admin, profile):
    HouseStyle.objects.create(
        profile=profile, order=5, accent="x", logo=b"rubbish", logo_type="image/png", logo_text="Wappen"
    )
    page = admin.get(url(profile))
    assert page.status_code == 200
    assert "data:image" not in page.content.decode()
    assert admin.post(url(profile), entries(no_logo="on")).status_code == 302
    assert HouseStyle.objects.get().order == list(MINUTES_BLOCKS)


def test_the_order_in_which_people_sign_stays(admin, profile):
    RuleProfile.objects.update(signatories=["minute_taker", "chair"])
    admin.post(url(profile), entries(signatories=["chair", "minute_taker", "co_signer"]))
    assert RuleProfile.objects.get().signatories == ["minute_taker", "chair", "co_signer"]


def test_the_preview_is_a_pdf_of_what_was_sent_and_stores_nothing(admin, profile):
    events = AuditEvent.objects.count()
    sent = entries(
        sender="Musterstraße 7",
        new_logo=logo(),
        logo_text="Wappen des Kreises",
        opening_wording="{Vorsitz} heißt alle willkommen.",
        signatories=["minute_taker"],
        minute_taker_role="Protokoll",
        order_signatures="1",
    )
    response = admin.post(url(profile, "house-style-preview"), sent)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("inline")
    assert "no-store" in response["Cache-Control"]
    text = words(response.content)
    assert "Kreis Musterland Der Landrat Musterstraße 7" in text
    assert "Die Ausschussvorsitzende Birkholz heißt alle willkommen." in text
    assert "Ausschussvorsitzende Birkholz eröffnet" not in text
    assert text.index("Wiebusch Protokoll") < text.index("Beginn der Sitzung")
    with pikepdf.open(io.BytesIO(response.content)) as file:
        assert [str(row.Alt) for row in reading.elements(file) if row.S == "/Figure"] == ["Wappen des Kreises"]
    assert not HouseStyle.objects.exists()
    assert RuleProfile.objects.get().signatories == ["chair", "minute_taker"]
    assert AuditEvent.objects.count() == events


def test_the_preview_of_a_letter_has_place_and_foot(admin, profile):
    sent = entries(document="invitation", place="Musterstadt", footer="Sparkasse Musterland")
    text = words(admin.post(url(profile, "house-style-preview"), sent).content)
    assert "Musterstadt, den 27.02.2026" in text
    assert "Sparkasse Musterland" in text


def test_the_preview_shows_the_stored_logo_unless_it_is_to_go(admin, profile):
    HouseStyle.objects.create(profile=profile, logo=SHIELD, logo_type="image/svg+xml", logo_text="Wappen")

    def figures(**changed):
        response = admin.post(url(profile, "house-style-preview"), entries(logo_text="Wappen", **changed))
        with pikepdf.open(io.BytesIO(response.content)) as file:
            return sum(row.S == "/Figure" for row in reading.elements(file))

    assert (figures(), figures(no_logo="on")) == (1, 0)
    assert HouseStyle.objects.get().logo


def test_a_preview_is_only_sent_for(admin, profile):
    assert admin.get(url(profile, "house-style-preview")).status_code == 405


def test_without_the_pdf_engine_the_preview_says_so(admin, profile, monkeypatch):
    def missing(*args, **options):
        raise documents.PdfEngineMissing("libpango")

    monkeypatch.setattr(specimen, "printed", missing)
    response = admin.post(url(profile, "house-style-preview"), entries())
    assert response.status_code == 503
    assert "libpango" in response.content.decode()


def test_the_styles_are_found_from_the_committees_and_from_the_profile(admin, profile):
    list_url = reverse("minutes:house-style-list")
    assert f'href="{list_url}"' in admin.get(reverse("committees:committee-list")).content.decode()
    assert f'href="{url(profile)}"' in admin.get(list_url).content.decode()
    change = reverse("admin:committees_ruleprofile_change", args=[profile.pk])
    assert f'href="{url(profile)}"' in admin.get(change).content.decode()
    assert admin.get(reverse("admin:committees_ruleprofile_add")).status_code == 200


def test_clerks_are_not_led_there(clerk):
    assert reverse("minutes:house-style-list") not in clerk.get(reverse("committees:committee-list")).content.decode()


def test_a_style_that_goes_with_its_profile_is_told_of(admin):
    profile = RuleProfile.objects.create(name="Alt")
    style = HouseStyle.objects.create(profile=profile, place="Altstadt")
    subject = audit.label(style)
    admin.post(reverse("admin:committees_ruleprofile_delete", args=[profile.pk]), {"post": "yes"})
    assert not HouseStyle.objects.exists()
    assert AuditEvent.objects.filter(subject=subject, act="deleted").exists()
