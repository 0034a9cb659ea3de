"""From nothing to the published protocol: a clerk records, a councillor reads, an administrator exports."""

import io
import re
import zipfile

import pypdf
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from committees.models import RuleProfile
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)

SECRET = "Der Mietvertrag wird zum 31.03.2026 gekündigt."


@pytest.fixture
def place():
    county = cast.county()
    cast.member(county, "Kleinhaus", function="chair")
    for name in ("Lütke", "Merten", "Schemmer", "Wende"):
        cast.member(county, name)
    return county


@pytest.fixture
def clerk(place):
    return cast.user("clerk", place.committee)


def follow(page: Page, ending: str) -> None:
    """Follow the first link of the main part whose address ends so."""
    page.locator(f"main a[href$='{ending}']").first.click()


def submit(page: Page) -> None:
    """Push the main button of the page's form."""
    page.locator("main form button.kern-btn--primary").last.click()


def back_to_session(page: Page) -> None:
    page.locator("nav ol a", has_text="IntA/").first.click()


def create_session(page: Page) -> None:
    page.goto("/")
    page.locator("header a[href='/sessions/']").click()
    follow(page, "/sessions/new/")
    page.fill("[name=date]", "2026-03-11")
    page.fill("[name=scheduled_start]", "16:30")
    page.fill("[name=place]", "Kreishaus I")
    submit(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Integrationsausschuss")


def add_items(page: Page) -> None:
    follow(page, "/agenda/new/")
    titles = ["Bericht der Verwaltung", "Zuschuss", "Sprachkurse", "Anfragen"]
    for title in [*titles, "Mietangelegenheit"]:
        page.fill("[name=title]", title)
        page.check(f"[name=is_public][value={title in titles}]")
        page.locator("[name=again]").click()
        expect(page.locator("[name=title]")).to_have_value("")


def open_item(page: Page, title: str) -> None:
    back_to_session(page)
    page.locator("main").get_by_role("link", name=title).first.click()


def contribute(page: Page, text: str, *, speaker: str = "", kind: str = "speech") -> None:
    form = page.locator("#add-contribution")
    if speaker:
        option = form.locator("[name=speaker] option", has_text=speaker).first
        form.locator("[name=speaker]").select_option(option.get_attribute("value"))
    form.locator("[name=kind]").select_option(kind)
    form.locator("[name=text]").fill(text)
    form.get_by_role("button").first.click()
    expect(page.locator("main")).to_contain_text(text)


def decide(page: Page, resolution: str, outcome: str) -> None:
    follow(page, "/decision/")
    page.fill("[name=resolution]", resolution)
    page.select_option("[name=outcome]", outcome)
    submit(page)
    expect(page.locator("main")).to_contain_text(resolution)


def call_the_roll(page: Page, no: tuple[str, ...], *, has_script: bool = True) -> None:
    """Take a roll call: everybody yes (where they stand from the beginning, with a script), then those who said no."""
    follow(page, "/votes/add/")
    page.select_option("[name=form]", "roll_call")
    page.locator("[name=then][value=close]").click()
    if not has_script:
        page.locator("[name=preset][value=yes]").click()
    for name in no:
        page.locator("fieldset.voter", has_text=name).locator("input[value=no]").check()
    page.locator("[name=then][value=close]").click()
    expect(page.locator("main")).to_contain_text("Mit Nein stimmte")


def record_session(page: Page) -> None:
    """Five items: noted, counted by hand, a roll call, nothing to say, and one that is not public."""
    create_session(page)
    add_items(page)
    open_item(page, "Bericht der Verwaltung")
    contribute(page, "Der Bericht liegt vor.", kind="procedure")
    decide(page, "Der Bericht wird zur Kenntnis genommen.", "noted")
    open_item(page, "Zuschuss")
    contribute(page, "hält den Zuschuss für nötig.", speaker="Lütke")
    decide(page, "Der Zuschuss wird gewährt.", "adopted")
    follow(page, "/votes/add/")
    for field, count in (("yes", "3"), ("no", "1"), ("abstain", "1")):
        page.fill(f"[name={field}]", count)
    page.locator("[name=then][value=close]").click()
    expect(page.locator("main")).to_contain_text("3 JA-Stimmen")
    open_item(page, "Sprachkurse")
    call_the_roll(page, no=("Merten", "Schemmer", "Wende"))
    decide(page, "Es werden Kurse angeboten.", "rejected")
    open_item(page, "Anfragen")
    contribute(page, "Anfragen werden nicht gestellt.", kind="procedure")
    open_item(page, "Mietangelegenheit")
    contribute(page, SECRET, kind="note")
    back_to_session(page)
    follow(page, "/edit/")
    for field, clock in (("begin", "16:30"), ("public_end", "17:45"), ("end", "18:00")):
        page.fill(f"[name={field}]", clock)
    submit(page)


def sign(page: Page) -> None:
    """Give a reason for what is missing, submit, confirm who one is, and enter the chair's signature on paper."""
    follow(page, "/review/")
    page.wait_for_url("**/review/")
    reasons = page.locator("main ul.entries a", has_text="Begründen")
    while reasons.count():
        reasons.first.click()
        page.fill("[name=reason]", "In der Einladung nachzulesen.")
        submit(page)
        page.wait_for_url("**/review/")
    page.get_by_role("button", name="Zur Durchsicht geben").click()
    follow(page, "/on-paper/")
    page.fill("[name=password]", "geheim-genug-1")
    submit(page)
    page.fill("[name=signed_on]", "2026-03-20")
    submit(page)
    expect(page.locator("main")).to_contain_text("Alle haben unterzeichnet")


def publish(page: Page) -> None:
    follow(page, "/publish/")
    submit(page)
    expect(page.locator("main")).to_contain_text("veröffentlicht")


def pdf_text(content: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


@pytest.mark.slow
def test_a_clerk_records_a_session_and_everybody_gets_what_is_theirs(page: Page, new_context, login, axe, place, clerk):
    login(page, clerk)
    record_session(page)
    axe(page)
    RuleProfile.objects.update(signatories=["chair"])
    sign(page)
    axe(page)
    publish(page)

    reader: BrowserContext = new_context()
    public = reader.new_page()
    public.goto("/minutes/")
    public.get_by_role("link", name=re.compile("Integrationsausschuss")).first.click()
    axe(public)
    expect(public.locator("main")).to_contain_text("3 JA-Stimmen")
    expect(public.locator("main")).not_to_contain_text(SECRET)
    link = public.get_by_role("link", name="Niederschrift (PDF)").get_attribute("href")
    content = reader.request.get(link).body()
    assert "3 JA-Stimmen" in pdf_text(content)
    assert "Mietvertrag" not in pdf_text(content)

    person = place.committee.memberships.get(person__last_name="Lütke").person
    councillor = new_context().new_page()
    login(councillor, cast.user("councillor", person=person))
    councillor.goto("/minutes/")
    councillor.get_by_role("link", name=re.compile("Integrationsausschuss")).first.click()
    axe(councillor)
    expect(councillor.locator("main")).to_contain_text(SECRET)

    office = new_context().new_page()
    login(office, cast.user("admin"))
    office.goto("/exports/new/")
    axe(office)
    office.select_option("[name=committee]", label="Integrationsausschuss")
    submit(office)
    with office.expect_download() as download:
        office.locator("main a[href$='/download/']").click()
    archive = zipfile.ZipFile(download.value.path())
    assert [name for name in archive.namelist() if name.endswith(".pdf")]


def test_a_roll_call_is_taken_without_javascript(new_context, login, place, clerk):
    from votes.models import Ballot  # the room of votes is only looked at here

    room = cast.session(place, items=1)
    for membership in place.committee.memberships.all():
        cast.attend(room, membership)
    page = new_context(java_script_enabled=False).new_page()
    login(page, clerk)
    page.goto(f"/sessions/{room.session.pk}/items/{room.items[0].pk}/")
    call_the_roll(page, no=("Merten",), has_script=False)
    expect(page.locator("main")).to_contain_text("4 JA-Stimmen")
    assert sorted(Ballot.objects.values_list("choice", flat=True)) == ["no", "yes", "yes", "yes", "yes"]
