"""Counting keys as a clerk presses them: a chord such as Alt+V is two, a capital letter one more than a small one."""

from dataclasses import dataclass

from playwright.sync_api import Page


@dataclass
class Keys:
    """A keyboard that counts. `pressed`: all keys, also those of a chord; `typed`: characters of texts."""

    page: Page
    pressed: int = 0
    typed: int = 0

    def press(self, *keys: str) -> None:
        """Press keys or chords, one after the other."""
        for key in keys:
            # An umlaut is one key of a German keyboard, which the browser's driver does not have.
            (self.page.keyboard.press if key.isascii() else self.page.keyboard.type)(key)
            self.pressed += len(key.split("+")) if len(key) > 1 else 1

    def letters(self, letters: str) -> None:
        """Press the letters of a name or a code: each is a key."""
        self.press(*letters)

    def text(self, text: str) -> None:
        """Type what stands in the minutes afterwards."""
        self.page.keyboard.type(text)
        self.typed += len(text)

    def since(self, before: int = 0) -> int:
        """How many keys were pressed since `pressed` was `before`."""
        return self.pressed - before
