"""What lists, people and statistics of the portal are read from: projected from publications, never a fact.

Each row belongs to an issue, and is read where the issue may be read. `manage.py rebuild` makes all of them anew.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from committees.models import Committee
from votes.models import Form, Outcome

from .issues import Issue
from .publications import Audience


class PublicState(models.Model):
    """One row: when last anything was published for everybody, withdrawn or made anew.

    It changes with each such act, in the order in which they become true, whatever moments they were given.
    """

    changed_at = models.DateTimeField(_("changed at"))

    class Meta:
        verbose_name = _("state of what is public")
        verbose_name_plural = _("state of what is public")

    def __str__(self) -> str:
        return str(self.changed_at)


class PublishedMinutes(models.Model):
    """What is said of published minutes beside their items, and their page, ready to be sent.

    `article` is HTML in the record's language, made by the templates of the edition `made_by`; where it names a paper
    it holds a mark, since papers are published at times of their own (see `minutes.portal.articles`).
    """

    issue = models.OneToOneField(Issue, on_delete=models.CASCADE, primary_key=True, related_name="minutes")
    term = models.TextField(_("legislative term"), blank=True)
    language = models.CharField(_("language"), max_length=10)
    date_text = models.TextField(_("day in words"))
    place_text = models.TextField(_("place in words"), blank=True)
    has_non_public_part = models.BooleanField(_("has a non-public part"), default=False)
    starts_at = models.DateTimeField(_("start"), null=True, blank=True)
    ended_at = models.DateTimeField(_("end"), null=True, blank=True)
    article = models.TextField(_("page"))
    made_by = models.CharField(_("edition of the templates"), max_length=40)

    class Meta:
        verbose_name = _("published minutes")
        verbose_name_plural = _("published minutes")

    def __str__(self) -> str:
        return str(self.issue)


class PublishedItem(models.Model):
    """An agenda item (Tagesordnungspunkt) as an agenda announced it or as minutes record it.

    `number` is as in addresses: 3, 1.1, Ö3. `resolution` is plain text; of an agenda it is empty. Audience,
    committee and day are those of the issue, so that decisions are found without reading all issues.
    """

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField(_("position"))
    number = models.TextField(_("number"))
    label = models.TextField(_("label"))
    title = models.TextField(_("title"))
    is_public = models.BooleanField(_("public"), default=False)
    audience = models.CharField(_("audience"), max_length=20, choices=Audience)
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="published_items")
    date = models.DateField(_("day"))
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome, default=Outcome.NONE)
    status = models.TextField(_("outcome in words"), blank=True)
    resolution = models.TextField(_("resolution"), blank=True)
    is_decided = models.BooleanField(_("decided"), default=False)
    closed_to = models.JSONField(_("closed to those who were biased"), default=list, blank=True)

    class Meta:
        verbose_name = _("published agenda item")
        verbose_name_plural = _("published agenda items")
        ordering = ["issue", "position"]
        constraints = [models.UniqueConstraint(fields=["issue", "position"], name="published_item_once")]
        indexes = [models.Index(fields=["audience", "is_decided", "-date"], name="published_decision")]

    def __str__(self) -> str:
        return f"{self.label} {self.title}"


class PublishedItemPaper(models.Model):
    """A paper (Vorlage) that an item names. `paper` is its key, which stays when its number changes."""

    item = models.ForeignKey(PublishedItem, on_delete=models.CASCADE, related_name="papers")
    paper = models.PositiveBigIntegerField(_("paper"), null=True, blank=True, db_index=True)
    reference = models.TextField(_("reference"))

    class Meta:
        verbose_name = _("paper of a published item")
        verbose_name_plural = _("papers of published items")

    def __str__(self) -> str:
        return self.reference


class PublishedVote(models.Model):
    """A vote (Abstimmung) with its counts; None is unknown, which is not 0."""

    item = models.ForeignKey(PublishedItem, on_delete=models.CASCADE, related_name="votes")
    position = models.PositiveIntegerField(_("position"))
    label = models.TextField(_("label"), blank=True)
    question = models.TextField(_("question"), blank=True)
    form = models.CharField(_("form"), max_length=20, choices=Form, db_index=True)
    yes = models.PositiveIntegerField(_("yes"), null=True, blank=True)
    no = models.PositiveIntegerField(_("no"), null=True, blank=True)
    abstain = models.PositiveIntegerField(_("abstentions"), null=True, blank=True)
    invalid = models.PositiveIntegerField(_("invalid"), null=True, blank=True)
    not_voting = models.PositiveIntegerField(_("not voting"), null=True, blank=True)
    recused = models.PositiveIntegerField(_("recused"), null=True, blank=True)
    majority = models.TextField(_("majority"), blank=True)
    adopted = models.BooleanField(_("adopted"), null=True, blank=True)
    is_final = models.BooleanField(_("settles the item"), default=False)
    is_unanimous = models.BooleanField(_("unanimous"), null=True, blank=True)
    is_election = models.BooleanField(_("election"), default=False)
    result = models.TextField(_("result in words"), blank=True)

    class Meta:
        verbose_name = _("published vote")
        verbose_name_plural = _("published votes")
        ordering = ["item", "position"]
        constraints = [models.UniqueConstraint(fields=["item", "position"], name="published_vote_once")]

    def __str__(self) -> str:
        return self.result or self.label


class PublishedBallot(models.Model):
    """How somebody voted in a roll call (namentliche Abstimmung)."""

    vote = models.ForeignKey(PublishedVote, on_delete=models.CASCADE, related_name="ballots")
    person = models.PositiveBigIntegerField(_("person"), db_index=True)
    name = models.TextField(_("name"))
    choice = models.TextField(_("choice"))

    class Meta:
        verbose_name = _("published ballot")
        verbose_name_plural = _("published ballots")
        constraints = [models.UniqueConstraint(fields=["vote", "person"], name="published_ballot_once")]

    def __str__(self) -> str:
        return self.name


class PublishedAttendance(models.Model):
    """A line of the attendance list; `remark` says from when until when: ``ab TOP 3 (16:52 Uhr)``."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="attendance")
    person = models.PositiveBigIntegerField(_("person"), null=True, blank=True, db_index=True)
    name = models.TextField(_("name"))
    group = models.TextField(_("group"))
    remark = models.TextField(_("remark"), blank=True)
    is_present = models.BooleanField(_("present"))
    is_member = models.BooleanField(_("member"))

    class Meta:
        verbose_name = _("published attendance")
        verbose_name_plural = _("published attendances")

    def __str__(self) -> str:
        return self.name


class PublishedSeat(models.Model):
    """Somebody's seat in a committee (Sitz) as its list of members says it; staff who are not named have no key."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="seats")
    position = models.PositiveIntegerField(_("position"))
    person = models.PositiveBigIntegerField(_("person"), null=True, blank=True, db_index=True)
    name = models.TextField(_("name"))
    function = models.TextField(_("function"), blank=True)
    kind = models.TextField(_("kind"))
    group = models.TextField(_("group"), blank=True)
    faction = models.TextField(_("faction"), blank=True)
    has_vote = models.BooleanField(_("has a vote"))
    start = models.DateField(_("from"))
    end = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("published seat")
        verbose_name_plural = _("published seats")
        ordering = ["issue", "position"]

    def __str__(self) -> str:
        return self.name or self.function
