"""What a browser sends while a clerk types, and what is stored then."""

import json
import uuid

from django.urls import reverse

from minutes.models import Contribution


def post(browser, name, key, **body):
    return browser.post(reverse(f"minutes:{name}", args=[key]), json.dumps(body), content_type="application/json")


def save(browser, item, **fields):
    values = {"id": str(uuid.uuid4()), "version": 0, "kind": "speech", "text": "Text.", "after": None}
    return post(browser, "contribution-save", item.pk, **{**values, **fields})


def written(item, text="Text.", **fields):
    position = Contribution.objects.filter(item=item).count() + 1
    return Contribution.objects.create(item=item, position=position, text=text, **fields)


def texts(item):
    return list(Contribution.objects.filter(item=item).order_by("position").values_list("text", flat=True))
