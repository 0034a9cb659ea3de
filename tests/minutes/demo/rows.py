"""All that the project stores."""

from django.apps import apps


def all_models():
    return [model for room in ("committees", "votes", "minutes") for model in apps.get_app_config(room).get_models()]


def all_values():
    """Of each model the values of its rows, in a fixed order."""
    return {model._meta.label: list(model._default_manager.order_by("pk").values()) for model in all_models()}


def all_rows():
    for model in all_models():
        yield from model._default_manager.all()
