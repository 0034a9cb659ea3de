"""The desk of a session of today, open in a browser, with the keyboard that counts."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from committees.models import User
from minutes.models import Contribution
from tests import cast

from .keystrokes import Keys

NAMES = ("Kohaus", "Lütke", "Merten", "Bednar", "Ramers", "Schemmer", "Neuhaus", "Wiesmann")


@dataclass
class Desk:
    """A desk: the rows behind it, the page in front of it."""

    room: cast.Room
    page: Page
    keys: Keys
    user: User

    def open(self, item: int = 0) -> "Desk":
        self.page.goto(reverse("minutes:desk-item", args=[self.room.session.pk, self.room.items[item].pk]))
        self.ready()
        return self

    def ready(self) -> None:
        expect(self.page.locator("[data-entry]")).to_be_visible()

    @property
    def rows(self):
        return self.page.locator("[data-row] textarea")

    def texts(self) -> list[str]:
        """What stands on the sheet."""
        return [row.input_value() for row in self.rows.all()]

    def speak(self, letters: str, text: str) -> None:
        """Choose a speaker by a few letters and type what was said."""
        self.page.keyboard.press("Alt+c")
        self.keys.letters(letters)
        self.keys.press("Enter")
        self.keys.text(text)

    def until(self, state: str) -> None:
        """Wait for a state of the desk: saved, offline, login, conflict, error."""
        expect(self.page.locator("desk-status")).to_have_attribute("data-state", state, timeout=15_000)

    def stored(self, item: int = 0) -> list[str]:
        rows = Contribution.objects.filter(item=self.room.items[item]).order_by("position")
        return list(rows.values_list("text", flat=True))


@pytest.fixture
def place(transactional_db) -> cast.County:
    return cast.county()


@pytest.fixture
def room(place) -> cast.Room:
    return cast.session(place, items=3, members=NAMES, date=timezone.localdate())


@pytest.fixture
def new_desk(room, new_context, login) -> Callable[..., Desk]:
    """`new_desk()`: one more clerk of the committee in a browser of his or her own; `of=` another session's."""
    made: list[Desk] = []

    def make(of: cast.Room | None = None, **options) -> Desk:
        where = of or room
        page = new_context(**options).new_page()
        county = cast.County(where.session.committee.body, None, None, where.session.committee)
        person = cast.member(county, f"Schriftführung {len(made) + 1}").person
        user = cast.user("clerk", where.session.committee, person=person)
        login(page, user)
        made.append(Desk(where, page, Keys(page), user))
        return made[-1]

    return make


@pytest.fixture
def desk(new_desk) -> Desk:
    return new_desk().open()
