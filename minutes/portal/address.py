"""Room: minutes, the portal. The addresses of a published protocol and of what belongs to it."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode

from minutes.record.keys import in_address
from minutes.record.values import AnnexValue, ItemRecord

PUBLIC = {"audience": "public"}


@dataclass(frozen=True, slots=True)
class Address:
    """Where a protocol is read. `asks_public`: whoever may read more wants the version that everybody reads."""

    body: str
    committee: str
    number: int
    year: int
    asks_public: bool = False

    @property
    def reference(self) -> str:
        """IntA/7/2026"""
        return f"{self.committee}/{self.number}/{self.year}"

    @property
    def page(self) -> str:
        return self._to("published")

    @property
    def public_page(self) -> str:
        """The page in the version that everybody reads."""
        return f"{self._path('published')}?{urlencode(PUBLIC)}"

    @property
    def full_page(self) -> str:
        """The page in the version that the visitor is entitled to."""
        return self._path("published")

    @property
    def pdf(self) -> str:
        return self._to("published-pdf")

    @property
    def agenda(self) -> str:
        """The agenda as it was announced."""
        return self._to("published-agenda")

    @property
    def json(self) -> str:
        return self._to("published-json")

    @property
    def versions(self) -> str:
        """The list of all editions."""
        return self._to("published-versions")

    @property
    def objection(self) -> str:
        """Where members of the committee object to it."""
        return self._path("objection-raise")

    @property
    def query(self) -> str:
        """What keeps the choice of the public version in a link: ``?audience=public``, or nothing."""
        return f"?{urlencode(PUBLIC)}" if self.asks_public else ""

    def annex(self, annex: AnnexValue) -> str:
        """The file of an annex: …/annexes/2/."""
        return self._to("published-annex", annex=annex.number)

    def item(self, item: ItemRecord) -> str:
        """The page of an item: …/items/3/, …/items/Ö3/."""
        return self._to("published-item", item=in_address(item.number))

    def cited(self, item: ItemRecord) -> str:
        """The whole address of the item's page, as it is cited: it stays."""
        return settings.SITE_URL.rstrip("/") + self._path("published-item", item=in_address(item.number))

    def item_pdf(self, item: ItemRecord) -> str:
        return self._to("published-extract", item=in_address(item.number))

    def item_json(self, item: ItemRecord) -> str:
        return self._to("published-extract-json", item=in_address(item.number))

    def _to(self, name: str, **more: str) -> str:
        return self._path(name, **more) + self.query

    def _path(self, name: str, **more: str) -> str:
        place = {"body": self.body, "committee": self.committee, "number": self.number, "year": self.year}
        return reverse(f"minutes:{name}", kwargs={**place, **more})
