"""The debate: paragraphs become contributions, each with who speaks or goes on. Pure."""

import re
from dataclasses import dataclass, field, replace

from minutes.importers.grammar import (
    clubs,
    collectives,
    impersonal,
    list_marks,
    procedure,
    resolved,
    roles,
    saying,
    verbatim,
    verbs,
    vote_evidence,
)
from minutes.importers.grammar.indirect_speech import is_reported
from minutes.importers.grammar.letters import plain, sentences
from minutes.importers.grammar.speaking import Speaking, speaking
from minutes.importers.loading.line import WIDE
from minutes.importers.reading.values import Contribution, MoveReading
from minutes.importers.source import Paragraph

# `Frau Ohm bittet, folgenden Satz aufzunehmen:`
_ANNOUNCES_QUOTE = re.compile(
    r"\bfolgende[nrs]?\s(?:[A-Za-zäöüß]+\s)?(?:Satz|Sätze|Text|Wortlaut|Formulierung|Passus|Passage|Absatz)\b[^.!?]{0,160}:$"
)
# `Ich bitte Sie um Zustimmung.`; but not what somebody has written.
_IN_PERSON = re.compile(r"\b(?:[Ii]ch|[Ww]ir|[Mm]ir|[Mm]ich)\b|[Mm]eine\sDamen\b")
_WRITTEN = re.compile(r"\b(?:[Ss]chreiben|[Bb]rief|E-?Mail|[Aa]ntrag|[Rr]esolution|[Ss]tellungnahme)")
_QUOTE_OPEN = ("„", "»", "“", '"')


def _is_by_all(said: Speaking, text: str) -> bool:
    """`Seitens der Verwaltung wird auf den Vertrag hingewiesen.`: nobody speaks."""
    return (
        not said.sure
        and impersonal.is_impersonal(text)
        and (bool(collectives.collective(said.speaker)) or impersonal.asks(text))
    )


# `Als Stimmzähler wirken zwei Mitglieder mit. Sie nehmen am Tisch Platz.`
_SITS = re.compile(r"(?:Er|Sie|Beide)\s(?:nimmt|nehmen|nahm|nahmen)\s[^.;]{0,80}\bPlatz\.?$")


def _is_nobodys(text: str) -> bool:
    """Whether things happen in a paragraph that nobody says."""
    if procedure.is_procedure(text) or procedure.passes_chair(text) or impersonal.is_impersonal(text):
        return True
    # `An der Aussprache beteiligen sich Herr Kohl und Frau Ohm.`
    parts = sentences(plain(text)[:600])
    if len(parts) == 1:
        return saying.is_nobodys(parts[0])
    nobodys = [
        procedure.is_procedure(part) or impersonal.is_impersonal(part) or saying.is_nobodys(part) for part in parts
    ]
    return all(
        is_nobodys or (at and _SITS.match(part))
        for at, (part, is_nobodys) in enumerate(zip(parts, nobodys, strict=True))
    )


# A verb of indirect speech, or of what things are: the pronoun before it means no other speaker.
_OF_A_THING = re.compile(
    r"(?:Er|Sie)\s(?:[a-zäöüß]*[^t\s]e|betrage|koste|leite|arbeite|erhalte|halte|biete|beträgt|kostet|betrug|kostete|besteht|bestand|liegt|lag|umfasst|umfasste|endet|endete|beginnt|begann|dient|diente|gilt|galt|soll|sollen|will|wollen|wird|werden|ist|sind|war|waren|hat|hatte|habe|kann|muss)\s"
)


@dataclass(slots=True)
class DebateInWork:
    """The contributions so far, and who speaks."""

    known: frozenset[str]
    contributions: list[Contribution] = field(default_factory=list)
    recused: list[str] = field(default_factory=list)
    moves: list[MoveReading] = field(default_factory=list)
    speaker: str = ""
    floor: str = ""
    is_quoting: bool = False
    # Whether the quotation is what the speaker says: `Frau Ohm sagt:`, and below it `„Ich bitte Sie …“`.
    quotes_speaker: bool = False
    # Whose words the next paragraphs are, verbatim: names in them are of people who are addressed.
    verbatim: str = ""
    # Who was the subject last, where others than the speaker were subjects after them.
    subject: str = ""
    # Who spoke last in the item before this one: `Er stellt fest, …` may go on with them.
    before: str = ""
    # Of whom the paragraph before told what they had done.
    told: str = ""
    # Who asks the questions below their name.
    asker: str = ""
    # Who answers the questions, where that is said above the answers.
    answerer: str = ""
    # Who is named on a line of their own just above.
    named: str = ""
    # Indexes of contributions that nothing in the text marks as such: procedure for want of anything better.
    guessed: list[int] = field(default_factory=list)

    def add(self, paragraph: Paragraph) -> None:
        """A paragraph of the debate."""
        text = paragraph.text
        if self.is_quoting or self._is_quote(text):
            self._quote(paragraph)
            return
        if self.contributions and _ANNOUNCES_QUOTE.search(plain(self.contributions[-1].text)):
            self._add("quote", None, paragraph)
            return
        moved = procedure.moves(text, self.known)
        if moved:
            self.moves += [MoveReading(move.kind, move.people, move.time, text) for move in moved]
            self._add("procedure", None, paragraph)
            return
        recused = procedure.recusals(text)
        self.recused += [name for name in recused if name not in self.recused]
        if (recused and procedure.is_recusal(text) and not procedure.says_bias(text)) or procedure.is_oath(text):
            self._add("procedure", None, paragraph)
            return
        named, self.named = self.named, verbatim.stands_alone(text)
        if named and not self.named and verbatim.goes_on_with_name(text):
            self._below_name(named, paragraph)
            return
        if self._verbatim(paragraph):
            return
        if answerer := verbatim.answerer(text):
            self.answerer, self.speaker = answerer, ""
            self._add("procedure", None, paragraph)
            return
        if self.answerer and verbatim.turns(text) == "answer":
            # `Zu Frage 2: Im Mai.`
            kind = "continuation" if self.speaker == self.answerer else "speech"
            self.speaker = self.subject = self.answerer
            self._add(kind, self.speaker, paragraph)
            return
        if turn := verbatim.turns(text):
            self.speaker = self.floor = self.asker if turn == "question" else ""
            self.subject = ""
        if self.named:
            self._add("procedure", None, paragraph)
            return
        asker = verbatim.asker(text)
        if asker:
            self.asker = self.floor = asker
            self._add("procedure", None, paragraph)
            return
        if self.asker and all(map(saying.is_question, sentences(plain(text)))):
            self.speaker = self.asker
            self._add("continuation", self.speaker, paragraph)
            self.floor = ""
            return
        said = speaking(text, self.known)
        if not self.speaker and clubs.asks(said.speaker, plain(text)):
            said = Speaking("other")
        if said.subject != "person" and _is_nobodys(text):
            self._add("procedure", None, paragraph)
        elif said.subject == "person" and (resolved.body_acts(plain(text)[:600]) or _is_by_all(said, text)):
            # `Der Rat wählt Frau Ohm zur Vorsitzenden.`
            self._add("procedure", None, paragraph)
        elif said.subject == "person":
            self._speech(said, paragraph)
        elif said.subject == "pronoun" and self.told and not (self.floor or self.speaker):
            # `Herr Kohl hatte im Mai um Einsicht gebeten.`, and below that `Er stellt den Antrag, …`
            self._speech(replace(said, subject="person", speaker=self.told), paragraph)
        elif said.subject == "pronoun" and said.further and not (self.floor or self.speaker):
            # Nobody whom the pronoun might mean: then it is who is named first.
            self._speech(replace(said, speaker=said.further[0], further=said.further[1:]), paragraph)
        elif self.before and re.match(r"(?:Er|Sie)\s", text) and not (self.floor or self.speaker or self.contributions):
            self.speaker = self.before
            self._add("continuation", self.speaker, paragraph, said)
        elif self.speaker and not self.floor and said.subject == "other" and self._was_done(text):
            self._add("procedure", None, paragraph)
        elif (
            said.subject == "other"
            and vote_evidence.numbers(text)
            and not is_reported(text)
            and text == list_marks.without_mark(text)
        ):
            # A vote that nothing else reads: nobody says it.
            self._add("procedure", None, paragraph)
        elif self.floor or self.speaker:
            is_pronoun = said.subject == "pronoun" and not self.floor
            self.speaker = self._meant(text) if is_pronoun else self.floor or self.speaker
            self._add("continuation", self.speaker, paragraph, said)
        else:
            self.guessed.append(len(self.contributions))
            self._add("procedure", None, paragraph)
        self.floor, self.told = said.floor and roles.nominative(said.floor), said.told

    def _was_done(self, text: str) -> bool:
        """`Zur Auszählung wurden zwei Mitglieder bestimmt.`, where speeches are told in the past."""
        spoke = next((each.text for each in reversed(self.contributions) if each.kind == "speech"), "")
        # `Sie gab folgende Beschlüsse bekannt:`, and below it what was resolved.
        is_listed = bool(self.contributions) and plain(self.contributions[-1].text).endswith(":")
        is_counted = re.search(r"\d\d", text) is not None
        return impersonal.was_done(text) and verbs.tells_past(spoke) and not (is_listed or is_counted)

    def _below_name(self, named: str, paragraph: Paragraph) -> None:
        """A paragraph that goes on with the name above it; the line of the name is theirs as well."""
        self.guessed = [index for index in self.guessed if index != len(self.contributions) - 1]
        said = speaking(f"{named} {paragraph.text}", self.known)
        self._speech(replace(said, subject="person", speaker=named, sure=True), paragraph)
        self.floor = said.floor and roles.nominative(said.floor)

    def _verbatim(self, paragraph: Paragraph) -> bool:
        """Takes a paragraph of a speech that is told word by word; False where it is told about."""
        text = paragraph.text
        head = verbatim.head(text)
        if head and (self.verbatim or head.is_sure):
            self.speaker = self.verbatim = self.subject = head.speaker
            self._add("speech", head.speaker, paragraph, Speaking("person", head.speaker, head.party, sure=True))
            return True
        if self.speaker and verbatim.is_salutation(text):
            self.verbatim = self.speaker
        if not self.verbatim:
            return False
        if saying.opens_debate(text) or procedure.is_procedure(text):
            self.verbatim = ""
            return False
        self._add("continuation", self.verbatim, paragraph)
        return True

    def _meant(self, text: str) -> str:
        """Whom `Er` or `Sie` at the beginning of a paragraph means: the last subject that it fits."""
        pronoun = plain(text).split(maxsplit=1)[0]
        if _OF_A_THING.match(plain(text)[:80]):
            return self.speaker
        said = [each.speaker for each in self.contributions[-40:] if each.kind == "speech" and each.speaker]
        for name in (self.subject, self.speaker, *reversed(said[-4:])):
            if name and roles.may_be(name, pronoun):
                return name
        return self.speaker

    def names_speaker(self, text: str) -> bool:
        """Whether somebody is named who speaks in a paragraph, be they sure or not."""
        return speaking(text, self.known).subject == "person"

    def is_by_all(self, text: str) -> bool:
        """Whether it is the administration, a faction, an office or the applicant that says something, and no person by name."""
        said = speaking(text, self.known)
        # `Es wurde gerechnet. Der Bauhofleiter schlägt vor, …`: an office, told of on the way.
        is_office = bool(said.speaker) and not said.sure and " " not in said.speaker and said.speaker not in self.known
        return (
            is_office
            or bool(collectives.collective(said.speaker))
            or clubs.is_club(said.speaker)
            or said.speaker.startswith("Antragsteller")
        )

    def is_speech(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is surely one of the debate: so a resolution ends where nothing else says so."""
        text = list_marks.without_mark(paragraph.text)
        if WIDE.search(text):
            return False
        if procedure.moves(text, self.known) or procedure.is_recusal(text):
            return True
        said = speaking(text, self.known)
        return (
            said.subject == "person"
            and bool(said.speaker)
            and (said.sure or bool(re.search(r"[.!?“\"]$", plain(text))))
        )

    def _speech(self, said: Speaking, paragraph: Paragraph) -> None:
        self.speaker = roles.nominative(said.speaker)
        self.subject = roles.nominative(said.last)
        self._add("speech", self.speaker, paragraph, said)
        text = plain(paragraph.text)
        opened = max(text.rfind(":\u0020„"), text.rfind(": »"))
        # A quotation that this paragraph opens goes on until it is closed.
        self.is_quoting = opened > 0 and not re.search(r"[“”\"«]", text[opened + 3 :])

    def _is_quote(self, text: str) -> bool:
        line = plain(text)
        if not line.startswith(_QUOTE_OPEN):
            return False
        closed = re.match(r"[„»“\"][^“”\"«]*[“”\"«][.,]?(?P<rest>.*)", line)
        # `„…“ (Schreiben vom 4. März)`
        return closed is None or not re.sub(r"\([^()]{3,80}\)", "", closed["rest"]).strip(" .")

    def _quote(self, paragraph: Paragraph) -> None:
        line = plain(paragraph.text)
        if not self.is_quoting:
            before = plain(self.contributions[-1].text) if self.contributions else ""
            announced = bool(self.speaker) and before.endswith(":") and not _WRITTEN.search(before[-200:])
            self.quotes_speaker = announced and bool(_IN_PERSON.search(line))
        self.is_quoting = not re.search(r"[“”\"«][.!?]?(?:\s\([^()]{3,80}\))?$", line.lstrip('„»“"'))
        if self.quotes_speaker or (self.verbatim and self.verbatim == self.speaker):
            self._add("continuation", self.speaker, paragraph)
        else:
            self._add("quote", None, paragraph)

    def _add(self, kind: str, speaker: str | None, paragraph: Paragraph, said: Speaking | None = None) -> None:
        self.contributions.append(
            Contribution(
                kind=kind,  # type: ignore[arg-type]
                speaker=speaker,
                text=paragraph.text,
                party=said.party if said and kind == "speech" else "",
                further=said.further if said else (),
                is_sure=bool(kind != "continuation" and (said is None or said.sure)),
                page=paragraph.page,
                line=paragraph.line,
            )
        )
