"""Minutes of another system in the browser: dropped, corrected beside the source, accepted, read in the portal."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from minutes.models import Issue, TextImport
from tests import cast
from tests.minutes.importing import place as places

pytestmark = pytest.mark.django_db(transaction=True)

DROP = """(zone, text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], "m01.txt", {type: "text/plain"}));
    zone.dispatchEvent(new DragEvent("drop", {dataTransfer: files, bubbles: true, cancelable: true}));
}"""


def test_from_the_dropped_file_to_the_portal(page: Page, login):
    place = places.county()
    login(page, cast.user("clerk", place.committee))
    page.goto(reverse("minutes:text-import-list"))
    page.locator("#id_committee").select_option(str(place.committee.pk))
    page.locator("[data-drop-zone]").evaluate(DROP, places.M01.read_text())
    page.locator("main form button[type=submit]").click()
    expect(page.locator(".source__line--doubtful")).to_have_count(1)
    page.locator(".read-item", has_text="TOP 4").get_by_role("link").click()
    page.locator("#id_title").fill("Zuschuss, berichtigt")
    page.locator("main form button[type=submit]").click()
    expect(page.locator(".read-item", has_text="Zuschuss, berichtigt")).to_be_visible()
    accept = reverse("minutes:text-import-accept", args=[TextImport.objects.get().pk])
    page.locator(f'a[href="{accept}"]').click()
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/sessions/**")
    page.goto(Issue.objects.get(audience="public").get_absolute_url())
    expect(page.locator("article")).to_contain_text("Zuschuss, berichtigt")
    expect(page.locator("article")).to_contain_text("hier nicht unterzeichnet")
