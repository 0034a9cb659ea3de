"""What the search goes by: made anew from publications at any time, in two sets of tables that know nothing of another.

The words of the entries are indexed by the database itself, with what migration 0011 adds to these tables.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .publications import Publication


class EntryKind(models.TextChoices):
    """What can be found."""

    ITEM = "item", _("agenda item")
    DECISION = "decision", pgettext_lazy("kind", "decision")
    CONTRIBUTION = "contribution", _("contribution")
    PAPER = "paper", pgettext_lazy("kind", "paper")
    PERSON = "person", _("person")


class Entry(models.Model):
    """One thing that can be found (Fundstelle). Its key goes by the day: the newest has the highest one.

    `words` is the text as it is searched, written by `minutes.search.indexing` alone.
    """

    id = models.BigIntegerField(primary_key=True)
    publication = models.ForeignKey(
        Publication, on_delete=models.CASCADE, related_name="+", verbose_name=_("publication")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=EntryKind)
    date = models.DateField(_("day"))
    body_key = models.CharField(_("body"), max_length=100)
    committee = models.BigIntegerField(_("committee"), null=True, blank=True)
    committee_name = models.CharField(_("name of the committee"), max_length=300, blank=True)
    reference = models.CharField(_("reference"), max_length=100)
    number = models.CharField(_("number of the item"), max_length=60, blank=True)
    anchor = models.CharField(_("place on the page"), max_length=60, blank=True)
    person = models.BigIntegerField(_("person"), null=True, blank=True)
    speaker = models.CharField(_("speaker"), max_length=300, blank=True)
    outcome = models.CharField(_("outcome"), max_length=20, blank=True)
    closed_to = models.TextField(_("people who were biased"), blank=True)
    title = models.TextField(_("title"))
    text = models.TextField(_("text"), blank=True)
    words = models.TextField(_("words"))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title


class Word(models.Model):
    """A word as it is written, and in how many entries (Wort)."""

    word = models.CharField(_("word"), max_length=60, primary_key=True)
    shown = models.CharField(_("as written"), max_length=60)
    stem = models.CharField(_("stem"), max_length=80, db_index=True)
    entries = models.IntegerField(_("entries"))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.shown


class Stem(models.Model):
    """A word as it is searched, or the mark of a filter, and in how many entries (Wortstamm)."""

    stem = models.CharField(_("stem"), max_length=80, primary_key=True)
    entries = models.IntegerField(_("entries"))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.stem


class Part(models.Model):
    """A stem and how it ends: `radwegeplan` is found by `plan` (Wortteil)."""

    pk = models.CompositePrimaryKey("tail", "stem")
    tail = models.CharField(_("end"), max_length=80)
    stem = models.CharField(_("stem"), max_length=80)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.tail} ({self.stem})"


class PublicEntry(Entry):
    """What everybody finds."""

    class Meta:
        verbose_name = _("public entry")
        verbose_name_plural = _("public entries")


class PublicWord(Word):
    """A word that everybody may read somewhere."""

    class Meta:
        verbose_name = _("public word")
        verbose_name_plural = _("public words")


class PublicStem(Stem):
    """A stem of the public entries."""

    class Meta:
        verbose_name = _("public stem")
        verbose_name_plural = _("public stems")


class PublicPart(Part):
    """How a stem of the public entries ends."""

    class Meta:
        verbose_name = _("public part of a word")
        verbose_name_plural = _("public parts of words")


class InternalEntry(Entry):
    """What those find who are entitled: the items that are not public."""

    class Meta:
        verbose_name = _("internal entry")
        verbose_name_plural = _("internal entries")


class InternalWord(Word):
    """A word of the items that are not public."""

    class Meta:
        verbose_name = _("internal word")
        verbose_name_plural = _("internal words")


class InternalStem(Stem):
    """A stem of the internal entries."""

    class Meta:
        verbose_name = _("internal stem")
        verbose_name_plural = _("internal stems")


class InternalPart(Part):
    """How a stem of the internal entries ends."""

    class Meta:
        verbose_name = _("internal part of a word")
        verbose_name_plural = _("internal parts of words")


class SearchDue(models.Model):
    """A publication that is read later: its words come into the index at that moment, not before (Vormerkung)."""

    publication = models.OneToOneField(
        Publication, on_delete=models.CASCADE, primary_key=True, related_name="+", verbose_name=_("publication")
    )
    moment = models.DateTimeField(_("to be read from"), db_index=True)

    class Meta:
        verbose_name = _("publication to come")
        verbose_name_plural = _("publications to come")

    def __str__(self) -> str:
        return f"{self.publication_id}: {self.moment}"
