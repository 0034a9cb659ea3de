"""Texts that clerks write again and again."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committees.models import Body, User

from .contributions import Contribution

# What stands for a fact of the moment, and which: as clerks write it in a text, as the desk knows it.
PLACEHOLDERS = {
    "TOP": "item",
    "Titel": "title",
    "Person": "person",
    "Funktion": "role",
    "Abstimmung": "vote",
    "Uhrzeit": "time",
}


class TextModule(models.Model):
    """A text with a short code (Textbaustein), of a body or of one clerk, with placeholders such as {TOP}.

    With a digit it is a standard sentence: one key at the desk. A clerk's own module goes before one of the body.
    """

    body = models.ForeignKey(
        Body,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="text_modules",
        verbose_name=_("body"),
    )
    owner = models.ForeignKey(
        User,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="text_modules",
        verbose_name=_("clerk"),
    )
    code = models.CharField(
        _("short code"),
        max_length=20,
        validators=[RegexValidator(r"^[\w-]+$", _("Letters, digits and hyphens only."))],
    )
    digit = models.PositiveSmallIntegerField(
        _("key"),
        choices=[(number, str(number)) for number in range(1, 10)],
        null=True,
        blank=True,
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Contribution.Kind, default=Contribution.Kind.PROCEDURE)
    text = models.TextField(_("text"))

    class Meta:
        verbose_name = _("text module")
        verbose_name_plural = _("text modules")
        ordering = ["digit", "code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(body__isnull=False, owner__isnull=True) | Q(body__isnull=True, owner__isnull=False),
                name="text_module_of_body_or_clerk",
                violation_error_message=_("A text module belongs to a body or to a clerk."),
            ),
            models.UniqueConstraint(
                fields=["body", "code"],
                name="text_module_code_once_in_body",
                violation_error_message=_("There is a text module with this code already."),
            ),
            models.UniqueConstraint(
                fields=["owner", "code"],
                name="text_module_code_once_of_clerk",
                violation_error_message=_("There is a text module with this code already."),
            ),
            models.UniqueConstraint(
                fields=["body", "digit"],
                name="text_module_digit_once_in_body",
                violation_error_message=_("Another text module has this key already."),
            ),
            models.UniqueConstraint(
                fields=["owner", "digit"],
                name="text_module_digit_once_of_clerk",
                violation_error_message=_("Another text module has this key already."),
            ),
        ]

    def __str__(self) -> str:
        return self.code
