"""Who was reminded when."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from committees.models import User


class Reminder(models.Model):
    """The mail of a day to a clerk went out (Erinnerung): a second run of the command sends none."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="reminders", verbose_name=_("who"))
    day = models.DateField(_("day"))
    sent_at = models.DateTimeField(_("sent at"))

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        ordering = ["-day", "user"]
        constraints = [models.UniqueConstraint(fields=["user", "day"], name="reminder_once_a_day")]

    def __str__(self) -> str:
        return f"{self.user}, {self.day:%d.%m.%Y}"
