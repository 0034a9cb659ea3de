"""The model protocol, typed at the desk from the first item to the end, by keyboard alone: the record is the model's.

Only its annex is left out: a file is chosen in a dialog of the operating system.
"""

import dataclasses
from typing import Any

import pytest
from playwright.sync_api import expect

from committees.models import Presence, Session, User
from minutes.demo import directory as people
from minutes.demo import musterland_2026
from minutes.demo.sittings import write_sitting
from minutes.models import TextModule
from minutes.record import Audience, read
from tests import cast

from .conftest import Desk
from .keystrokes import Keys

MODEL = dataclasses.replace(musterland_2026.SITTING, annexes=())
# What nobody knows before the session: who comes late, who is biased, what is said and decided.
PREPARED = dataclasses.replace(
    MODEL,
    number=8,
    opened="",
    closed="",
    public_part_ended="",
    interruptions=(),
    parts=tuple(part for part in MODEL.parts if part.person not in ("merten", "bednar")),
    items=tuple(dataclasses.replace(item, said=(), decided=None, votes=(), biased={}) for item in MODEL.items),
)
NOT_COMPARED = {"id", "item_id", "session_id", "person_id"}


@pytest.fixture
def both(transactional_db) -> tuple[Session, Session]:
    """The model session, and one that is only prepared."""
    known = people.write_directory()
    people.rename_people(known)
    model, prepared = write_sitting(known, MODEL), write_sitting(known, PREPARED)
    Presence.objects.filter(attendance__session=prepared, attendance__person=known.people["merten"]).delete()
    body = model.committee.body
    for digit, item in ((1, 0), (2, 5), (3, 6)):
        text = MODEL.items[item].said[0].text
        TextModule.objects.create(body=body, code=f"satz{digit}", digit=digit, text=text)
    return model, prepared


@pytest.fixture
def desk(both, new_context, login) -> Desk:
    _model, prepared = both
    page = new_context().new_page()
    user = cast.user("clerk", prepared.committee)
    login(page, user)
    room = cast.Room(prepared, list(prepared.items.order_by("position")))
    return Typist(room, page, Keys(page), User.objects.get(pk=user.pk)).open()


class Typist(Desk):
    """A clerk who knows the keys."""

    @property
    def dialog(self):
        return self.page.get_by_role("dialog")

    def next_item(self, number: int) -> None:
        self.keys.press("Alt+n")
        expect(self.page.locator("#panel-head h1")).to_contain_text(f"{number}")
        expect(self.page.locator(f"#step-{self.room.items[number - 1].pk}")).to_have_attribute("aria-current", "page")

    def says(self, letters: str, *parts: str) -> None:
        """A paragraph that begins with a speaker; between its parts stand the letters of further ones."""
        self.keys.letters(letters)
        self.keys.press("Enter")
        for place, part in enumerate(parts):
            if place % 2 == 0:
                self.keys.text(part)
            else:
                self.keys.text("@")
                self.keys.letters(part)
                self.keys.press("Enter")
        self.keys.press("Enter")
        expect(self.page.locator("#next-speaker")).to_be_focused()

    def go_to(self, name: str, step: str = "Tab") -> None:
        """Tab until a field of this name has the focus."""
        for _step in range(60):
            if self.page.evaluate("document.activeElement?.name ?? ''") == name:
                return
            self.keys.press(step)
        raise AssertionError(f"{step} does not lead to {name}.")

    def select(self, name: str, letters: str, step: str = "Tab") -> None:
        self.go_to(name, step)
        self.page.keyboard.type(letters)
        self.keys.pressed += len(letters)

    def save(self) -> None:
        self.keys.press("Control+Enter")
        expect(self.dialog).to_be_hidden()

    def decides(self, resolution: str = "", *, outcome: str, recommended_to: tuple[str, ...] = ()) -> None:
        self.keys.press("Alt+w")
        expect(self.dialog.locator("[name=resolution]")).to_be_focused()
        self.keys.text(resolution)
        self.select("outcome", outcome)
        for number, committee in reversed(list(enumerate(recommended_to, start=1))):
            self.select(f"step_{number}", committee, step="Shift+Tab")
        self.save()

    def counts(self, yes: str, no: str, abstain: str) -> None:
        self.keys.press("Alt+v", "z")
        expect(self.dialog.locator("[name=yes]")).to_be_focused()
        self.keys.press(yes, "Tab", no, "Tab", abstain)
        self.save()

    def clock(self, name: str, time: str) -> None:
        self.go_to(name)
        self.keys.press(*time.replace(":", ""))
        expect(self.dialog.locator(f"[name={name}]")).to_have_value(time)

    def moves(self, letters: str, time: str) -> None:
        self.keys.press("Alt+a")
        expect(self.dialog.get_by_role("combobox").first).to_be_focused()
        self.keys.letters(letters)
        self.keys.press("Tab")
        self.clock("at", time)
        self.save()


def plain(value: Any) -> Any:
    """A record without the keys of its rows."""
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items() if key not in NOT_COMPARED}
    return [plain(part) for part in value] if isinstance(value, list | tuple) else value


def recorded(session: Session) -> dict[str, Any]:
    record = plain(dataclasses.asdict(read(session, audience=Audience.INTERNAL)))
    own = ("number", "reference", "title", "subtitle")
    return {name: value for name, value in record.items() if name not in own}


@pytest.mark.slow
def test_the_model_protocol_is_typed_without_the_mouse(desk, both, figure):
    model, prepared = both
    said = [item.said for item in MODEL.items]
    desk.keys.press("Alt+c", "1")

    desk.next_item(2)
    desk.says("dreg", said[1][0].removeprefix("⟨MA Dregger⟩ "))
    first, second = said[1][1].removeprefix("⟨s. B. Neuhaus⟩ ").split("⟨MA Dregger⟩")
    desk.says("neu", first, "dreg", second)
    desk.decides("Ohne. Der Bericht wird zur Kenntnis genommen.", outcome="zur Kenntnis")

    desk.next_item(3)
    desk.moves("mert", "16:52")
    desk.keys.press("Alt+c")
    desk.says("wend", said[2][0].removeprefix("⟨Ktabg. Dr. Wende⟩ "))
    desk.says("", "Positiv äußert sich auch ", "kohl", ".")
    desk.decides(
        "Das 1. Integrationskonzept wird verabschiedet.", outcome="ange", recommended_to=("Kreisaus", "Kreistag")
    )
    desk.counts("7", "0", "1")

    desk.next_item(4)
    desk.keys.press("Alt+r")
    expect(desk.dialog.get_by_role("combobox").first).to_be_focused()
    desk.keys.letters("lüt")
    desk.keys.press("Enter")
    desk.keys.text("als Mitglied des Vereinsvorstandes")
    desk.save()
    desk.decides(MODEL.items[3].decided.resolution, outcome="ange")
    desk.counts("5", "2", "0")

    desk.next_item(5)
    desk.says("bedn", said[4][0].removeprefix("⟨Ktabg. Bednar⟩ "))
    desk.decides(outcome="abgelehnt")
    desk.keys.press("Alt+v", "n")
    expect(desk.dialog.locator("[data-total=yes]")).to_have_text("8")
    for letters in ("klein", "lüt", "mert", "wend"):
        desk.keys.press("/")
        desk.keys.letters(letters)
        desk.keys.press("Enter", "n")
    desk.keys.press("Enter", "Enter")
    expect(desk.dialog).to_be_hidden()
    desk.moves("bedn", "17:55")

    desk.next_item(6)
    desk.keys.press("Alt+c", "2")
    desk.next_item(7)
    desk.keys.press("Alt+c", "3")
    desk.next_item(8)
    desk.says("berg", said[7][0].removeprefix("⟨Landrat Dr. Bergkamp⟩ "))

    _head(desk)
    desk.until("saved")
    figure(f"the model protocol: {desk.keys.pressed} keys beyond {desk.keys.typed} characters of text")
    assert recorded(prepared) == recorded(model)


def _head(desk: Typist) -> None:
    """Begin, end and interruption, in the dialog that the agenda leads to."""
    link = desk.page.locator("#panel-agenda").get_by_role("link", name="Kopf und Zeiten")
    for _step in range(80):
        if link.evaluate("link => link === document.activeElement"):
            break
        desk.keys.press("Shift+Tab")
    desk.keys.press("Enter")
    expect(desk.dialog.locator("[name=begin]")).to_be_visible()
    desk.clock("begin", "16:30")
    desk.clock("public_end", "18:02")
    desk.clock("end", "18:10")
    desk.select("invited_properly", "ja")
    desk.go_to("opening_unopposed")
    desk.keys.press("Space")
    desk.clock("breaks-0-start", "17:20")
    desk.clock("breaks-0-end", "17:30")
    desk.save()
