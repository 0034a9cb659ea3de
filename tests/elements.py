"""The elements of a page, for tests that look at its markup."""

from html.parser import HTMLParser

from django.http import HttpResponse


class Elements(HTMLParser):
    """The elements of a page as (tag, attributes), in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        return [a for t, a in self.found if t == tag and all(a.get(k.rstrip("_")) == v for k, v in wanted.items())]

    def one(self, tag: str, **wanted: str) -> dict[str, str]:
        [element] = self.all(tag, **wanted)
        return element

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] for _tag, attrs in self.found if "id" in attrs]


def elements(response: HttpResponse) -> Elements:
    return Elements(response.content.decode())
