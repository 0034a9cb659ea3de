"""No sequence of acts reaches published minutes that nobody signed, a signed text that changed, or a leak.

Random acts of clerks, signers and people with access to the database, over one session; after each of them, everything
that anybody can read is compared with what was published.
"""

import datetime
from unittest import mock

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from committees import audit
from committees.models import AuditEvent, Session
from minutes import correcting, documents, publishing, verifying, workflow
from minutes.models import Contribution, Issue, Minutes, Publication, Remark, SealedRecord, Signature
from minutes.record.serialise import canonical_bytes, from_bytes
from tests import cast, ready

ROLES = ("chair", "minute_taker")
PORTAL = "/minutes/lkm/IntA/1/2026/"
FILES = ("", "minutes.json", "minutes.pdf")
CANARY = "Geheimfach"
HAND = {
    "seal off": "UPDATE committees_session SET sealed_at = NULL",
    "complete": "UPDATE minutes_minutes SET completed_at = submitted_at",
    "not complete": "UPDATE minutes_minutes SET completed_at = NULL",
    "sealed text": "UPDATE minutes_sealedrecord SET record = '{}'",
    "no sealed text": "DELETE FROM minutes_sealedrecord",
    "publication": "UPDATE minutes_publication SET record = '{}'",
    "no publication": "DELETE FROM minutes_issue; DELETE FROM minutes_publication",
    "visible": "UPDATE minutes_publication SET visible_from = published_at",
    "signature": "UPDATE minutes_signature SET sha256 = 'x'",
    "withdrawal": "DELETE FROM minutes_withdrawal",
    "event": "UPDATE committees_auditevent SET act = 'submitted'",
    "no event": "DELETE FROM committees_auditevent",
    "chain": "UPDATE committees_audithead SET number = 0",
}
"""Statements that are refused, or find nothing to change."""

reached: set[str] = set()
"""The acts that happened in any of the sequences."""

texts = st.text("abcäöü ", min_size=1, max_size=20).map(lambda text: f"Fassung {text.strip()}x")


def render(record, **options) -> documents.Rendered:
    return documents.Rendered(b"%PDF-1.7 " + canonical_bytes(record), "application/pdf", "minutes.pdf")


class Protocol(RuleBasedStateMachine):
    """One session on its way, with a clock of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.now = datetime.datetime(2026, 4, 1, 10, tzinfo=datetime.UTC)
        self.patches = [
            mock.patch("django.utils.timezone.now", self.clock),
            mock.patch.object(documents, "render", render),
        ]
        for patch in self.patches:
            patch.start()
        self.place = cast.county()
        self.room = ready.room(self.place)
        self.session = self.room.session
        Contribution.objects.filter(item=self.room.items[-1]).update(text=f"{CANARY} im Keller.")
        self.clerk = cast.user("clerk", self.place.committee)
        self.councillor = Client()
        self.member = cast.user("councillor", person=self.room["Kohl"].person)
        self.councillor.force_login(self.member)
        self.sealed: dict[str, str] = {}
        self.seen: tuple = ()

    def clock(self) -> datetime.datetime:
        return self.now

    def teardown(self) -> None:
        for patch in reversed(self.patches):
            patch.stop()
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    def attempt(self, act) -> None:
        """Do it; that it may be refused is the point, that half of it stays is not."""
        before, head = self.now, audit.head()
        self.now += datetime.timedelta(minutes=1)
        try:
            with transaction.atomic():
                act()
        except (ValidationError, IntegrityError):
            self.now = before
            assert audit.head() == head

    @rule(text=texts, item=st.integers(0, 1))
    def edit(self, text, item):
        rows = Contribution.objects.filter(item=self.room.items[item])
        self.attempt(lambda: rows.update(text=text if item == 0 else f"{CANARY} {text}"))

    @rule()
    def submit(self):
        self.attempt(lambda: workflow.submit(self.session, by=self.clerk))

    @rule(text=texts)
    def remark(self, text):
        self.attempt(lambda: workflow.remark(self.session, by=self.clerk, text=text))

    @rule()
    def settle(self):
        for row in Remark.objects.filter(settled_at__isnull=True):
            self.attempt(lambda row=row: workflow.settle(row, by=self.clerk))

    @rule(reason=st.sampled_from(["", "Nicht bekannt"]))
    def give_reasons(self, reason):
        for gap in workflow.gaps(Session.objects.get(pk=self.session.pk)):
            self.attempt(lambda gap=gap: workflow.reason_for(self.session, gap.code, by=self.clerk, reason=reason))

    @rule(reason=st.sampled_from(["", "Tippfehler"]))
    def take_back(self, reason):
        self.attempt(lambda: workflow.take_back(self.session, by=self.clerk, reason=reason))

    @rule(role=st.sampled_from([*ROLES, "co_signer"]), is_on_paper=st.booleans())
    def sign(self, role, is_on_paper):
        self.attempt(lambda: workflow.sign(self.session, role, by=self.clerk, is_on_paper=is_on_paper))

    @rule()
    def sign_all(self):
        self.submit()
        self.settle()
        self.give_reasons("Nicht bekannt")
        for role in ROLES:
            self.sign(role, is_on_paper=True)

    @rule(role=st.sampled_from(ROLES))
    def go_half_way_and_back(self, role):
        self.submit()
        self.settle()
        self.give_reasons("Nicht bekannt")
        self.sign(role, is_on_paper=False)
        self.take_back("Doch nicht")

    @rule(role=st.sampled_from(ROLES))
    def refuse(self, role):
        self.attempt(lambda: workflow.refuse(self.session, role, by=self.clerk, reason="Anderer Meinung"))

    @rule(with_internal=st.booleans(), days=st.sampled_from([None, 1, 5]))
    def publish(self, with_internal, days):
        ahead = self.now + datetime.timedelta(days=days) if days else None
        self.attempt(
            lambda: publishing.publish_minutes(
                self.session, by=self.clerk, with_internal=with_internal, visible_from=ahead
            )
        )

    @rule(days=st.sampled_from([None, 2]))
    def publish_agenda(self, days):
        ahead = self.now + datetime.timedelta(days=days) if days else None
        self.attempt(lambda: publishing.publish_agenda(self.session, by=self.clerk, visible_from=ahead))

    @precondition(lambda self: Publication.objects.exists())
    @rule(place=st.integers(0, 20))
    def withdraw(self, place):
        rows = list(Publication.objects.order_by("pk"))
        row = rows[place % len(rows)]
        self.attempt(lambda: publishing.withdraw(row, by=self.clerk, reason="Irrtum"))

    @rule(text=texts, item=st.sampled_from([None, 0, 1]), is_public=st.booleans())
    def correct(self, text, item, is_public):
        row = None if item is None else self.room.items[item]
        text = text if item == 0 or is_public else f"{CANARY} {text}"
        self.attempt(lambda: correcting.correct(self.session, by=self.clerk, text=text, item=row, is_public=is_public))

    @rule(name=st.sampled_from(sorted(HAND)))
    def by_hand(self, name):
        def act() -> None:
            with connection.cursor() as cursor:
                for statement in HAND[name].split("; "):
                    cursor.execute(statement)
            # What nobody refused has to have changed nothing that counts; it is undone to go on with a whole database.
            raise Undone

        before = self.facts()
        try:
            with transaction.atomic():
                act()
        except IntegrityError:
            pass
        except Undone:
            assert name in self.allowed(), name
        assert self.facts() == before

    def allowed(self) -> set[str]:
        """What may be written by hand now, because it hits nothing that is signed or published, or nothing at all."""
        names = set()
        minutes = Minutes.objects.filter(session=self.session).first()
        is_complete = bool(minutes and minutes.completed_at)
        if minutes is None or minutes.submitted_at is None:
            names.add("complete")
        if not is_complete:
            names |= {"not complete"}
        if not SealedRecord.objects.exists():
            names |= {"seal off", "sealed text", "no sealed text"}
        if not Publication.objects.exists():
            names |= {"publication", "no publication", "visible"}
        if not Signature.objects.exists():
            names.add("signature")
        if not Publication.objects.filter(withdrawal__isnull=False).exists():
            names.add("withdrawal")
        if not AuditEvent.objects.exists():
            names |= {"event", "no event", "chain"}
        return names

    @rule(hours=st.sampled_from([1, 30, 200]))
    def time_passes(self, hours):
        self.now += datetime.timedelta(hours=hours)
        # A login ends after two weeks; who comes back logs in again.
        self.councillor.force_login(self.member)

    @rule()
    def rebuild(self):
        before = list(Issue.objects.order_by("pk").values())
        call_command("rebuild", stdout=mock.Mock())
        assert list(Issue.objects.order_by("pk").values()) == before

    def facts(self) -> tuple:
        """All that is signed, published or noted."""
        rows = (Publication, SealedRecord, Signature, AuditEvent)
        return (*(list(model.objects.order_by("pk").values_list()) for model in rows), audit.head())

    @invariant()
    def minutes_are_published_only_with_all_signatures(self):
        if Publication.objects.filter(kind="minutes").exists():
            assert set(Signature.objects.values_list("role", flat=True)) == set(ROLES)
            assert Minutes.objects.get(session=self.session).completed_at

    @invariant()
    def what_all_have_signed_never_changes(self):
        if Minutes.objects.filter(completed_at__isnull=False).exists():
            now = dict(SealedRecord.objects.values_list("audience", "record"))
            self.sealed = self.sealed or now
            assert now == self.sealed
            assert set(now) == {"public", "internal"}

    @invariant()
    def everything_that_can_be_read_was_published(self):
        state = (self.now, audit.head(), tuple(Contribution.objects.order_by("pk").values_list("text", flat=True)))
        if state != self.seen:
            self.seen = state
            stranger = Client()
            pages = ("/", "/minutes/", f"{PORTAL}versions/", *(PORTAL + name for name in FILES))
            public = {page: stranger.get(page) for page in pages}
            self.readers_see_what_was_published_for_them(public)
            self.nothing_unpublished_is_on_a_public_page(public)
            assert list(verifying.problems()) == []
            reached.update(AuditEvent.objects.values_list("act", flat=True))

    def readers_see_what_was_published_for_them(self, public: dict) -> None:
        internal = {PORTAL + name: self.councillor.get(PORTAL + name) for name in FILES}
        for pages, audiences in ((public, ["public"]), (internal, ["internal", "public"])):
            expected = next((found for audience in audiences if (found := self.shown(audience))), None)
            answers = {name: pages[PORTAL + name] for name in FILES}
            status = 404 if expected is None else 410 if hasattr(expected, "withdrawal") else 200
            assert {answer.status_code for answer in answers.values()} == {status}
            if status == 200:
                assert answers["minutes.json"].content == expected.record.encode()
                assert answers["minutes.pdf"].content == bytes(expected.pdf)
                for item in from_bytes(expected.record.encode()).items():
                    assert item.title in answers[""].content.decode()

    def shown(self, audience: str) -> Publication | None:
        """The edition that counts now, worked out from the publications in the plainest way."""
        rows = Publication.objects.filter(kind="minutes", audience=audience).order_by("-edition")
        until = None
        for row in rows:
            withdrawn = getattr(row, "withdrawal", None)
            if withdrawn is not None and withdrawn.withdrawn_at <= row.visible_from:
                continue
            if until is not None and row.visible_from >= until:
                continue
            if row.visible_from <= self.now:
                return row
            until = row.visible_from
        return None

    def nothing_unpublished_is_on_a_public_page(self, public: dict) -> None:
        visible = [row.record for row in Publication.objects.filter(audience="public", visible_from__lte=self.now)]
        drafts = Contribution.objects.values_list("text", flat=True)
        for page in public.values():
            content = page.content.decode()
            assert CANARY not in content
            for text in drafts:
                assert text not in content or any(text in record for record in visible)


class Undone(Exception):
    """Somebody with access to the database did it, and it is taken back."""


@pytest.mark.django_db
@pytest.mark.hypothesis
def test_no_way_leads_around_the_signatures():
    profile = hypothesis_settings()
    is_sample = profile.max_examples <= 50
    reached.clear()
    run_state_machine_as_test(
        Protocol,
        settings=hypothesis_settings(
            profile,
            max_examples=5 if is_sample else profile.max_examples // 15,
            stateful_step_count=25 if is_sample else 40,
        ),
    )
    assert reached >= {"sealed", "signed", "completed", "published"}
