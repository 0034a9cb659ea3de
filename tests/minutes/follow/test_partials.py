"""The links to following that other pages include."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.template.loader import render_to_string

from minutes import search
from tests.elements import Elements

PLACE = "minutes/portal/"


def targets(part: str, **values) -> list[str]:
    return [link["href"] for link in Elements(render_to_string(f"{PLACE}{part}", values)).all("a")]


def test_those_of_a_committee():
    found = targets("_follow.html", body="lkm", committee="IntA", key=7, name="Integrationsausschuss")
    assert found == [
        "/calendar/lkm/committees/IntA.ics",
        "/feeds/lkm/committees/IntA.atom",
        "/follow/mail/?committee=7",
    ]


@pytest.mark.parametrize("text", ["Radweg", 'Rad & "Weg" #1', "100 % Förderung + mehr"])
def test_those_of_a_search_lead_to_the_same_search(text):
    question = search.Question.of({"q": text})
    feed, mail = targets("_follow_search.html", question=question)
    assert parse_qs(urlsplit(feed).query)["q"] == [text]
    [asked] = parse_qs(urlsplit(mail).query)["search"]
    assert parse_qs(asked)["q"] == [text]


def test_a_search_for_nothing_has_none():
    assert targets("_follow_search.html", question=search.Question.of({})) == []


def test_the_one_for_the_head():
    html = render_to_string(f"{PLACE}_follow_head.html", {"title": "Feed <1>", "url": "/feeds/all.atom"})
    link = Elements(html).one("link")
    assert (link["type"], link["title"], link["href"]) == ("application/atom+xml", "Feed <1>", "/feeds/all.atom")
