"""The layout of a body's documents: as its house style says, and printable whatever stands in the database."""

import io
import json

import pikepdf
import pymupdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils.datastructures import MultiValueDict
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from committees import logos
from committees.models import Body, HouseStyle, RuleProfile
from committees.models.house_style import MINUTES_BLOCKS
from minutes import letterheads
from minutes.desk.house_style_forms import HouseStyleForm
from minutes.documents.layout import Layout, Logo
from minutes.record import read
from tests import cast
from tests.committees.pictures import KINDS, SHIELD, png
from tests.minutes.documents import reading
from tests.sampling import sampled

pytestmark = pytest.mark.django_db
REVERSED = list(reversed(MINUTES_BLOCKS))


@pytest.fixture
def body() -> Body:
    return cast.county().body


def test_a_body_without_a_style_prints_plainly(body):
    assert letterheads.layout_of(body) == Layout()


def test_a_record_is_printed_in_the_style_of_its_body(django_assert_num_queries):
    place, elsewhere = cast.county(), cast.county("other")
    Body.objects.filter(pk=elsewhere.body.pk).update(profile=RuleProfile.objects.create(name="Anders"))
    HouseStyle.objects.create(profile=place.body.profile, place="Musterstadt")
    record = read(cast.session(place).session, audience="public")
    with django_assert_num_queries(1):
        assert letterheads.layout_of(record.body).place == "Musterstadt"
    assert letterheads.layout_of(elsewhere.body) == Layout()


def test_a_layout_is_what_the_style_says(body, django_assert_num_queries):
    content, kind = logos.cleaned(SHIELD)
    HouseStyle.objects.create(
        profile=body.profile,
        sender="Musterstraße 7\n\n 40000 Musterstadt ",
        footer="Sparkasse",
        place="Musterstadt",
        logo=content,
        logo_type=kind,
        logo_text="Wappen",
        accent="#1f4e79",
        order=REVERSED,
    )
    body = Body.objects.get()
    with django_assert_num_queries(1):
        layout = letterheads.layout_of(body)
    assert layout == Layout(
        sender=("Musterstraße 7", "40000 Musterstadt"),
        footer=("Sparkasse",),
        place="Musterstadt",
        logo=Logo(content, kind, "Wappen"),
        accent="#1f4e79",
        order=tuple(REVERSED),
    )


@pytest.mark.parametrize(
    ("column", "value"),
    sampled(
        [
            ("sender", "x\n" * 9),
            ("sender", "x" * 5000),
            ("footer", "W" * 90),
            ("accent", "#ffff00"),
            ("accent", "red"),
            ("order", '["head"]'),
            ("order", "5"),
            ("order", '"head"'),
            ("order", "null"),
            ("order", '{"head": 1}'),
            ("order", json.dumps([*MINUTES_BLOCKS, "head"])),
            ("order", "[[], {}, null, 1, 2, 3, 4, 5, 6]"),
            ("logo", b"rubbish"),
            ("logo", b"<svg><script/></svg>"),
            ("logo", SHIELD[:-20]),
            ("logo", png("I;16", colour=1)),
            ("logo_type", "image/gif"),
            ("logo_type", "image/png"),
            ("logo_text", ""),
        ],
        every=3,
    ),
)
def test_a_field_that_cannot_be_printed_is_printed_as_by_default(body, column, value):
    content, kind = logos.cleaned(SHIELD)
    values = {"logo": content, "logo_type": kind, "logo_text": "Wappen", "accent": "#1f4e79", "order": REVERSED}
    style = HouseStyle.objects.create(profile=body.profile, sender="Musterstraße 7", **values)
    good = letterheads.layout_of(body)
    # As no form would write it.
    if column == "logo_text":
        # The database refuses a logo without words.
        style.logo_text = value
    else:
        name = connection.ops.quote_name(column)
        with connection.cursor() as cursor:
            cursor.execute(f"UPDATE committees_housestyle SET {name} = %s", [value])  # noqa: S608 - our own columns
        style = HouseStyle.objects.get()
    layout = letterheads.layout_from(style)
    field = column.partition("_")[0]
    assert getattr(layout, field) == getattr(Layout(), field)
    others = {"sender", "footer", "place", "accent", "order", "logo"} - {field}
    assert {name: getattr(layout, name) for name in others} == {name: getattr(good, name) for name in others}
    assert letterheads.sample(style, signatories=["chair"]).content.startswith(b"%PDF")


LINE = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=90),
    st.sampled_from(["W" * 90, "Straße 1", "i" * 90, "\u202eabc", "שלום", "\U0001f600" * 5, "a\u0308" * 20]),
)
WORDS = st.one_of(
    LINE, st.sampled_from(["{Vorsitz} um {Uhrzeit}", "- a\n- b\n\n1) c", "x" * 2000, "**{Befangenheit}**"])
)
COLOUR = st.one_of(st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}"), st.sampled_from(["#1F4E79", "red"]))
ENTRIES = st.fixed_dictionaries(
    {
        "sender": st.lists(LINE, max_size=8).map("\n".join),
        "footer": st.lists(LINE, max_size=4).map("\n".join),
        "place": LINE,
        "logo_text": LINE,
        "accent": COLOUR,
        "opening_wording": WORDS,
        "closing_wording": WORDS,
        "chair_role": LINE,
        "minute_taker_role": LINE,
        "co_signer_role": LINE,
        "second_co_signer_role": LINE,
        "signatories": st.lists(st.sampled_from(RuleProfile.Signatory.values), min_size=1, max_size=4, unique=True),
        "places": st.permutations(range(1, len(MINUTES_BLOCKS) + 1)),
        "new_logo": st.sampled_from([None, SHIELD, *KINDS.values(), b"rubbish"]),
    }
)


def accepted(entries: dict[str, object], profile: RuleProfile) -> HouseStyleForm:
    """The form with these entries; a field that is refused gets a value that is none of the limits' business."""
    data, files = MultiValueDict(), MultiValueDict()
    for name, value in entries.items():
        if name == "places":
            for block, place in zip(MINUTES_BLOCKS, value, strict=True):
                data[f"order_{block}"] = str(place)
        elif name == "new_logo":
            if value is not None:
                files[name] = SimpleUploadedFile("logo", value)
        elif isinstance(value, list):
            data.setlist(name, value)
        else:
            data[name] = value
    form = HouseStyleForm(data, files, instance=HouseStyle(profile=profile))
    if form.is_valid():
        return form
    plain = {"accent": "#1f4e79", "logo_text": "Wappen", "new_logo": None}
    return accepted(entries | {name: plain.get(name, "") for name in form.errors}, profile)


def _is_whole(form: HouseStyleForm, document: str) -> None:
    """The sample comes out on pages of one size, nothing stands beside them, and the logo is there."""
    signatories = form.cleaned_data["signatories"]
    content = letterheads.sample(form.instance, signatories=signatories, document=document).content
    assert reading.lines_outside(content, left=25, right=24) == []
    assert reading.overlapping(content) == []
    with pymupdf.open(stream=content) as file:
        assert {(round(page.rect.width), round(page.rect.height)) for page in file} == {(595, 842)}
        assert all(pymupdf.Rect(info["bbox"]) in page.rect for page in file for info in page.get_image_info())
        lowest = max(word[3] for page in file for word in page.get_text("words"))
        assert lowest < 292 * 72 / 25.4
    with pikepdf.open(io.BytesIO(content)) as file:
        figures = [element for element in reading.elements(file) if element.S == "/Figure"]
        assert len(figures) == bool(form.instance.logo)


def test_whatever_is_entered_a_document_comes_out(body, caplog):
    profile = hypothesis_settings()
    is_sample = profile.max_examples <= 50
    taken = []

    @hypothesis_settings(profile, max_examples=6 if is_sample else profile.max_examples // 8)
    @given(ENTRIES)
    def check(entries):
        form = accepted(entries, body.profile)
        taken.append(form.instance)
        for document in ("minutes", "invitation"):
            _is_whole(form, document)

    check()
    assert "notdef" not in caplog.text  # an empty box in place of a character is no PDF/A
    assert any(style.logo for style in taken)
    assert any(style.opening_wording for style in taken)
