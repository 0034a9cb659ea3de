"""Files as they were published."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class PublishedFile(models.Model):
    """The content of a file that was published, once however often it is named (veröffentlichte Datei).

    Its key is the SHA-256 of the content, as the records of publications name it: whoever changes the one can't keep
    the other. Written once, like the publications; who may read it is said by them alone.
    """

    sha256 = models.CharField("SHA-256", max_length=64, primary_key=True)
    content = models.BinaryField(_("content"))

    class Meta:
        verbose_name = _("published file")
        verbose_name_plural = _("published files")
        constraints = [models.CheckConstraint(condition=~Q(sha256=""), name="published_file_has_key")]

    def __str__(self) -> str:
        return self.sha256
