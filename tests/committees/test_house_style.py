"""A house style: what the model takes, and who has none."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import translation

from committees.models import HouseStyle, RuleProfile
from committees.models.house_style import MINUTES_BLOCKS

pytestmark = pytest.mark.django_db


@pytest.fixture
def profile():
    return RuleProfile.objects.create(name="NRW")


def refusals(style: HouseStyle) -> dict[str, list[str]]:
    with translation.override("en"):
        with pytest.raises(ValidationError) as refused:
            style.full_clean()
        return refused.value.message_dict


def test_a_profile_without_a_style_has_the_default_one(profile, django_assert_num_queries):
    row = RuleProfile.objects.select_related("house_style").get()
    with django_assert_num_queries(0):
        style = HouseStyle.of(row)
    assert (style.pk, style.accent, style.order) == (None, "#000000", list(MINUTES_BLOCKS))
    assert not HouseStyle.objects.exists()


def test_the_style_of_a_profile_is_read_with_it(profile, django_assert_num_queries):
    HouseStyle.objects.create(profile=profile, place="Musterstadt")
    row = RuleProfile.objects.select_related("house_style").get()
    with django_assert_num_queries(0):
        assert HouseStyle.of(row).place == "Musterstadt"


def test_the_default_style_is_valid(profile):
    HouseStyle(profile=profile).full_clean()


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("sender", "\n".join("abcdefghi"), "At most 8 lines fit here."),
        ("sender", "kurz\n" + "x" * 91, "Line 2 has 91 characters; at most 90 fit."),
        ("footer", "a\nb\nc\nd\ne", "At most 4 lines fit here."),
        ("accent", "blue", "Write the colour as # and six digits from 0 to f: #1f4e79."),
        (
            "accent",
            "#ff8800",
            "#ff8800 has a contrast of 2.39 to 1 on white; 4.5 to 1 are needed. Possible is: #b46000.",
        ),
        ("accent", "#777777", "4.47 to 1 on white"),
        ("order", [*MINUTES_BLOCKS[1:], "attendance"], "Each block of the minutes has one place."),
        ("order", list(MINUTES_BLOCKS[1:]), "Each block of the minutes has one place."),
        ("order", {"head": 1}, "Each block of the minutes has one place."),
        ("opening_wording", "{Wetter}", "No such placeholder: {Wetter}. Possible are: {Vorsitz}, {Ausschuss}, "),
        ("closing_wording", "{Befangenheit}", "No such placeholder: {Befangenheit}."),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence(profile, field, value, sentence):
    assert sentence in refusals(HouseStyle(profile=profile, **{field: value}))[field][0]


def test_a_logo_needs_a_text_in_the_database_too(profile):
    with pytest.raises(IntegrityError):
        HouseStyle.objects.create(profile=profile, logo=b"x", logo_type="image/png")
