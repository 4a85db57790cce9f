"""What the page of an Invoerblad shows around its fields: agreements, last round, neighbours, the lock."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.forms.boundfield import BoundField
from django.urls import reverse

from dordt_monitor.geladen import Botsingveld

from ..bouwen.beoordeling import ask_uitleg, judge_doelen, warn_about
from ..bouwen.blad import Invoerblad, Stapvak
from ..bouwen.invulling import Invulling, describe_rij
from ..bouwen.losse import describe_indicator, title_of
from ..bouwen.ophalen import ACTIVITEITEN, INDICATOREN, TOELICHTINGEN, Plek
from ..bouwen.overdracht import fetch_overdracht
from ..bouwen.vakken import Meetgroep, Vak, print_meting
from ..bouwen.vorige import Reeks, fetch_collegas, fetch_reeks, fetch_teruggave, fetch_vorige
from ..forms import InvoerForm
from ..models import Gebruiker, Opgave, Realisatie, Rondestaat
from ..rechten import Recht, may
from ..regels.waarschuwingen import Waarschuwing
from ..services.sloten import find_rij, find_rijslot
from .afronden import offer_daden
from .ophalen import find_slot
from .overdragen import overdraag_url

UITLEGVELDEN = ("oordeel_oorzaak", "oordeel_gevolg", "oordeel_bijsturing")
URLNAMEN = {ACTIVITEITEN: "activiteit", TOELICHTINGEN: "toelichting", INDICATOREN: "indicator"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoerveld:
    """A field as shown, in a conflict with the choice between two texts."""

    veld: BoundField
    botsing: Botsingveld | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Groepblok:
    groep: Meetgroep
    vakken: tuple[tuple[Vak, Invoerveld], ...]
    bron: Invoerveld
    waarschuwingen: tuple[Waarschuwing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapblok:
    vak: Stapvak
    stap: Invoerveld
    woorden: Invoerveld


@dataclass(frozen=True, slots=True, kw_only=True)
class Buur:
    titel: str
    url: str


class Bladzijde:
    """All that is asked of the database is asked here, before anything is shown."""

    def __init__(self, plek: Plek, blad: Invoerblad, form: InvoerForm, gebruiker: Gebruiker) -> None:
        self.plek, self.blad, self.form = plek, blad, form
        self.mag_invullen = may(gebruiker, plek.ronde.programma, Recht.INVULLEN)
        self.mag_beheren = may(gebruiker, plek.ronde.programma, Recht.BEHEREN)
        self.rondeslot = find_slot(plek.ronde, gebruiker)
        self.rijslot = find_rijslot(find_rij(blad), is_manager=self.mag_beheren)
        self.slot = self.rondeslot if self.rondeslot.dicht else self.rijslot
        self.is_bewerkbaar = self.mag_invullen and not self.slot.dicht and bool(blad.velden)
        mag_keuren = self.mag_beheren and plek.ronde.staat != Rondestaat.VASTGESTELD
        self.daden = offer_daden(blad, is_bewerkbaar=self.is_bewerkbaar, mag_keuren=mag_keuren)
        self.teruggave = fetch_teruggave(blad.rij)
        self.overdracht = fetch_overdracht(blad.rij)
        self.overdraagadres = overdraag_url(plek, blad.rij, gebruiker) if self.mag_invullen else ""
        self.vorige = fetch_vorige(blad.rij)
        self.oordelen = judge_doelen(blad)
        self.reeks = fetch_reeks(plek)
        self.collegas = fetch_collegas(blad, form.botsend)

    @property
    def titel(self) -> str:
        if self.blad.rij is None:
            return self.blad.groepen[0].indicator.naam
        return self.blad.rij.titel if isinstance(self.blad.rij, Realisatie) else title_of(self.blad.rij)

    @property
    def plaats(self) -> str:
        """What a toelichting or a single indicator belongs to."""
        rij = self.blad.rij or self.blad.groepen[0].indicator
        return str(rij.lijn or self.plek.ronde.programma)

    @property
    def realisatie(self) -> Realisatie | None:
        return self.blad.rij if isinstance(self.blad.rij, Realisatie) else None

    @property
    def invulling(self) -> Invulling:
        rij, ontbreekt = self.blad.rij, self.blad.ontbreekt
        if rij is None:
            return describe_indicator(self.plek.ronde, ontbreekt.metingen)
        return describe_rij(
            ronde=self.plek.ronde,
            opgave=rij.opgave if isinstance(rij, Realisatie) else Opgave.HIER,
            staat=rij.staat,
            heeft_tekst=bool(rij.tekst),
            ontbreekt=ontbreekt,
        )

    @property
    def vraag_om_uitleg(self) -> str:
        return ask_uitleg(self.blad, self.oordelen)

    @property
    def tekst(self) -> Invoerveld | None:
        return self.field("tekst") if self.blad.vraagt_tekst else None

    @property
    def oordeel(self) -> list[Invoerveld]:
        return [self.field(naam) for naam in ("oordeel", "oordeel_horizon")]

    @property
    def uitleg(self) -> list[Invoerveld]:
        return [self.field(naam) for naam in UITLEGVELDEN]

    @property
    def groepen(self) -> list[Groepblok]:
        """What the round asks."""
        return self.make_groepblokken(is_eerder=False)

    @property
    def eerdere_groepen(self) -> list[Groepblok]:
        """What can be corrected; only for who fills in, or whose input must stay in sight."""
        toon = self.is_bewerkbaar or self.form.is_bound
        return self.make_groepblokken(is_eerder=True) if toon else []

    @property
    def eerdere_staan_open(self) -> bool:
        """Something typed there was not saved yet."""
        namen = {vak.naam for groep in self.blad.groepen if groep.is_eerder for vak in groep.vakken}
        namen |= {groep.naam_bron for groep in self.blad.groepen if groep.is_eerder}
        return self.form.is_bound and bool(namen & set(self.form.changed_data))

    def make_groepblokken(self, *, is_eerder: bool) -> list[Groepblok]:
        return [
            Groepblok(
                groep=groep,
                vakken=tuple((vak, self.field(vak.naam)) for vak in groep.vakken),
                bron=self.field(groep.naam_bron),
                waarschuwingen=warn_about(self.blad, groep),
            )
            for groep in self.blad.groepen
            if groep.is_eerder is is_eerder
        ]

    @property
    def stappen(self) -> list[Stapblok]:
        return [
            Stapblok(vak=vak, stap=self.field(vak.naam_stap), woorden=self.field(vak.naam_woorden))
            for vak in self.blad.stapvakken
        ]

    @property
    def cijfers(self) -> Iterable[tuple[str, str, str]]:
        """(what, value, period) of each value that is there, as it will stand under the text."""
        groepen = (groep for groep in self.blad.groepen if not groep.is_eerder)
        vakken = (vak for groep in groepen for vak in groep.vakken if vak.meting)
        for vak in vakken:
            deel = f": {vak.categorie.naam}" if vak.categorie else ""
            yield f"{vak.indicator.naam}{deel}", print_meting(vak.meting, vak.indicator), vak.periode.tekst

    @property
    def nummer(self) -> int:
        """1 for the first page of its kind; 0 for one outside the row."""
        return 0 if self.reeks.plaats is None else self.reeks.plaats + 1

    @property
    def eerdere(self) -> Buur | None:
        return find_buur(self.plek, self.reeks, -1)

    @property
    def volgende(self) -> Buur | None:
        return find_buur(self.plek, self.reeks, 1)

    def field(self, naam: str) -> Invoerveld:
        botsing = self.form.botsing_of(naam)
        if botsing is not None:
            botsing = replace(botsing, collega=self.collegas.get(naam))
        return Invoerveld(veld=self.form[naam], botsing=botsing)


def find_buur(plek: Plek, reeks: Reeks, stap: int) -> Buur | None:
    pagina = reeks.page(stap)
    if pagina is None:
        return None
    sleutel, titel = pagina
    namen = [plek.ronde.programma.slug, plek.ronde.slug, sleutel]
    return Buur(titel=titel, url=reverse(f"werk:{URLNAMEN[plek.soort]}", args=namen))
