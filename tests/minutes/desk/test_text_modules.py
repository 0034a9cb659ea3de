"""Text modules: a clerk's own and those of a body, with keys that nobody else has."""

import pytest
from django.test import Client

from minutes.models import TextModule
from tests import cast
from tests.minutes.desk.pages import url
from tests.minutes.desk.recording import shown


def entries(**changes):
    return {"code": "dank", "digit": "", "kind": "speech", "text": "dankt.", "scope": "own"} | changes


def test_a_clerk_writes_a_module_for_all_clerks_of_the_body(clerk, place):
    response = clerk.post(url("module-create"), entries(scope=place.body.pk, digit=3, text="{TOP}: Kenntnis."))
    assert response.status_code == 302
    module = TextModule.objects.get()
    assert (module.body, module.owner, module.digit) == (place.body, None, 3)


def test_a_clerk_writes_a_module_for_herself_and_nobody_else_sees_it(clerk, place):
    clerk.post(url("module-create"), entries())
    module = TextModule.objects.get()
    assert module.owner.role == "clerk"
    assert "dankt." in shown(clerk.get(url("module-list")))
    other = Client()
    other.force_login(cast.user("clerk", place.committee, person=cast.member(place, "Zweite").person))
    assert "dankt." not in shown(other.get(url("module-list")))
    assert other.get(url("module-edit", module.pk)).status_code == 404


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"code": "zwei worte"}, "code"),
        ({"code": "ALT"}, "code"),
        ({"digit": 1}, "digit"),
        ({"text": "{Nichts}"}, "text"),
        ({"text": ""}, "text"),
        ({"scope": "99"}, "scope"),
    ],
)
def test_bad_input_is_named_at_its_field(clerk, place, changes, field):
    TextModule.objects.create(body=place.body, code="alt", digit=1, text="Alt.")
    response = clerk.post(url("module-create"), entries(scope=place.body.pk) | changes)
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert TextModule.objects.count() == 1


def test_it_is_changed_and_deleted(clerk, place):
    module = TextModule.objects.create(body=place.body, code="alt", text="Alt.")
    clerk.post(url("module-edit", module.pk), entries(code="neu", text="Neu."))
    module.refresh_from_db()
    assert (module.code, module.text, module.body) == ("neu", "Neu.", place.body)
    assert clerk.get(url("module-delete", module.pk)).status_code == 200
    clerk.post(url("module-delete", module.pk))
    assert not TextModule.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_number_of_queries(clerk, place, count, django_assert_num_queries):
    for number in range(count):
        TextModule.objects.create(body=place.body, code=f"c{number}", text="Text.")
    with django_assert_num_queries(5):
        clerk.get(url("module-list"))
