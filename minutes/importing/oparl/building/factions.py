"""Room: minutes, importing. Factions, which exist in one term each."""

from datetime import date
from typing import Any

from committees.models import Committee, Faction, LegislativeTerm
from committees.recording import recorded
from minutes.importing.oparl.building.store import UNKNOWN_SINCE, Store, data_of
from minutes.importing.oparl.values import day, text
from minutes.models import ImportedObject

NO_TERM = "Ohne Wahlperiode"


class Factions:
    """Those of the bodies here; they are made where a member has one."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.terms: dict[int, list[LegislativeTerm]] = {}
        self.made: dict[tuple[int, str], Faction] = {}

    def of(self, data: dict[str, Any], committee: Committee, organization: ImportedObject | None) -> Faction | None:
        if organization is None:
            return None
        name = text(data_of(organization).get("name"))[:120]
        if not name:
            return None
        term = self._term(committee, day(data.get("startDate")) or day(data.get("endDate")))
        if (term.pk, name) not in self.made:
            faction = Faction.objects.filter(term=term, name=name).first()
            if faction is None:
                short = (text(data_of(organization).get("shortName")) or name)[:40]
                faction = Faction(term=term, name=name, short_name=short)
                with recorded(faction, by=self.store.by):
                    faction.save()
            self.made[term.pk, name] = faction
        return self.made[term.pk, name]

    def _term(self, committee: Committee, moment: date | None) -> LegislativeTerm:
        """The term of that day, else the one before, else the first; a body without any gets one that says so."""
        body = committee.body_id
        if body not in self.terms:
            self.terms[body] = list(LegislativeTerm.objects.filter(body=body).order_by("start"))
        if not self.terms[body]:
            term = LegislativeTerm(body=committee.body, name=NO_TERM, start=UNKNOWN_SINCE)
            with recorded(term, by=self.store.by):
                term.save()
            self.terms[body].append(term)
        before = [term for term in self.terms[body] if moment is None or term.start <= moment]
        return before[-1] if before else self.terms[body][0]
