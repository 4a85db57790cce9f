"""How far a round is: per line and per person, what is late, what came back, who has not begun."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, F, QuerySet

from ..models import Herinnering, Invoerstaat, Opgave, Rapportageronde, Realisatie, Teamlid, Toelichting
from .losse import HELE_PROGRAMMA, title_of
from .ophalen import ACTIVITEITEN, TOELICHTINGEN

# In the order in which a text goes through them.
STATEN = (
    Invoerstaat.LEEG,
    Invoerstaat.CONCEPT,
    Invoerstaat.TERUGGEGEVEN,
    Invoerstaat.INGEDIEND,
    Invoerstaat.AKKOORD,
    Invoerstaat.GEEN_OPGAVE,
)
NOG_TE_DOEN = (Invoerstaat.LEEG, Invoerstaat.CONCEPT, Invoerstaat.TERUGGEGEVEN)
UITLEG = ("oordeel_oorzaak", "oordeel_gevolg", "oordeel_bijsturing")
KLAAR = (Invoerstaat.AKKOORD, Invoerstaat.GEEN_OPGAVE)


class Gevraagd(NamedTuple):
    """One text that the round asks; `soort` and `sleutel` make its address, `lijn` is a key or ""."""

    soort: str
    sleutel: str
    titel: str
    lijn: str
    lijnnaam: str
    trekker: Teamlid | None
    staat: Invoerstaat
    teruggeefreden: str

    @property
    def wacht_op_trekker(self) -> bool:
        return self.staat in NOG_TE_DOEN

    @property
    def naam(self) -> str:
        return self.trekker.gebruiker.naam if self.trekker else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Groep:
    """The texts of one line or person, counted by state. `sleutel` is that of the line, "" for a person."""

    naam: str
    sleutel: str = ""
    trekker: Teamlid | None = None
    aantallen: Counter[Invoerstaat] = field(default_factory=Counter)

    @property
    def totaal(self) -> int:
        return self.aantallen.total()

    @property
    def per_staat(self) -> list[tuple[Invoerstaat, int]]:
        return [(staat, self.aantallen[staat]) for staat in STATEN]

    @property
    def nog_te_doen(self) -> int:
        return sum(self.aantallen[staat] for staat in NOG_TE_DOEN)

    @property
    def binnen(self) -> int:
        return self.totaal - self.nog_te_doen

    @property
    def is_niet_begonnen(self) -> bool:
        return self.aantallen[Invoerstaat.LEEG] == self.totaal > 0

    @property
    def balk(self) -> tuple[int, int, int]:
        """Where the parts of a bar of 1000 end: done, submitted, begun."""
        klaar = sum(self.aantallen[staat] for staat in KLAAR)
        begonnen = self.totaal - self.aantallen[Invoerstaat.LEEG]
        heel = self.totaal or 1
        return tuple(1000 * deel // heel for deel in (klaar, self.binnen, begonnen))


@dataclass(frozen=True, slots=True, kw_only=True)
class Voortgang:
    """`dagen` are those left until the deadline, negative when it passed, None without one."""

    ronde: Rapportageronde
    rijen: tuple[Gevraagd, ...]
    niet_gevraagd: int
    dagen: int | None

    @property
    def geheel(self) -> Groep:
        return count("", self.rijen)

    @property
    def per_lijn(self) -> list[Groep]:
        groepen = gather(self.rijen, lambda rij: (rij.lijn, rij.lijnnaam))
        return [count(naam, rijen, sleutel=sleutel) for (sleutel, naam), rijen in groepen.items()]

    @property
    def per_trekker(self) -> list[Groep]:
        """By name; what is asked of nobody comes last."""
        groepen = gather(self.rijen, lambda rij: rij.trekker)
        op_naam = sorted(groepen.items(), key=lambda groep: (groep[0] is None, groep[1][0].naam))
        return [count(rijen[0].naam, rijen, trekker=trekker) for trekker, rijen in op_naam]

    @property
    def is_te_laat(self) -> bool:
        return self.dagen is not None and self.dagen < 0 and self.ronde.is_bewerkbaar

    @property
    def te_laat(self) -> list[Gevraagd]:
        return self.select(lambda rij: rij.wacht_op_trekker) if self.is_te_laat else []

    @property
    def teruggegeven(self) -> list[Gevraagd]:
        return self.select(lambda rij: rij.staat == Invoerstaat.TERUGGEGEVEN)

    @property
    def niet_begonnen(self) -> list[Groep]:
        return [groep for groep in self.per_trekker if groep.trekker and groep.is_niet_begonnen]

    @property
    def zonder_trekker(self) -> list[Gevraagd]:
        return self.select(lambda rij: rij.trekker is None and rij.wacht_op_trekker)

    @property
    def vraagt_aandacht(self) -> bool:
        return bool(self.te_laat or self.teruggegeven or self.niet_begonnen or self.zonder_trekker)

    def select(self, past: Callable[[Gevraagd], bool]) -> list[Gevraagd]:
        return [rij for rij in self.rijen if past(rij)]


def gather(rijen: Iterable[Gevraagd], sleutel: Callable[[Gevraagd], Any]) -> dict[Any, list[Gevraagd]]:
    groepen: dict[Any, list[Gevraagd]] = {}
    for rij in rijen:
        groepen.setdefault(sleutel(rij), []).append(rij)
    return groepen


def count(
    naam: str, rijen: Iterable[Gevraagd], *, sleutel: str = "", trekker: Teamlid | None = None
) -> Groep:
    return Groep(naam=naam, sleutel=sleutel, trekker=trekker, aantallen=Counter(rij.staat for rij in rijen))


def fetch_voortgang(ronde: Rapportageronde, vandaag: date) -> Voortgang:
    """Two queries, however long the round."""
    realisaties = list(select_realisaties(ronde))
    rijen = [make_gevraagd_realisatie(rij) for rij in realisaties if rij.opgave == Opgave.HIER]
    rijen += [make_gevraagd_toelichting(rij) for rij in select_toelichtingen(ronde)]
    return Voortgang(
        ronde=ronde,
        rijen=tuple(rijen),
        niet_gevraagd=sum(rij.opgave != Opgave.HIER for rij in realisaties),
        dagen=days_left(ronde, vandaag),
    )


def fetch_gevraagd(ronde: Rapportageronde) -> tuple[Gevraagd, ...]:
    return fetch_voortgang(ronde, ronde.peildatum).rijen


def select_realisaties(ronde: Rapportageronde) -> QuerySet[Realisatie]:
    rijen = Realisatie.objects.filter(ronde=ronde).select_related("lijn", "activiteit", "trekker__gebruiker")
    return rijen.defer("tekst", *UITLEG).in_rapportvolgorde()


def select_toelichtingen(ronde: Rapportageronde) -> QuerySet[Toelichting]:
    rijen = Toelichting.objects.filter(ronde=ronde).select_related(
        "ronde__programma", "lijn", "trekker__gebruiker"
    )
    return rijen.defer("tekst", *UITLEG).order_by(F("lijn__volgorde").asc(nulls_first=True), "pk")


def make_gevraagd_realisatie(rij: Realisatie) -> Gevraagd:
    return Gevraagd(
        soort=ACTIVITEITEN,
        sleutel=rij.activiteit.sleutel,
        titel=rij.titel,
        lijn=rij.lijn.sleutel,
        lijnnaam=str(rij.lijn),
        trekker=rij.trekker,
        staat=Invoerstaat(rij.staat),
        teruggeefreden=rij.teruggeefreden,
    )


def make_gevraagd_toelichting(rij: Toelichting) -> Gevraagd:
    return Gevraagd(
        soort=TOELICHTINGEN,
        sleutel=rij.sleutel,
        titel=title_of(rij),
        lijn=rij.lijn.sleutel if rij.lijn else "",
        lijnnaam=str(rij.lijn or HELE_PROGRAMMA),
        trekker=rij.trekker,
        staat=Invoerstaat(rij.staat),
        teruggeefreden=rij.teruggeefreden,
    )


def fetch_herinnerd(ronde: Rapportageronde) -> dict[int, list[date]]:
    """{teamlid: the days on which this person was reminded of the round}, by primary key."""
    herinnerd: dict[int, list[date]] = {}
    rijen = Herinnering.objects.filter(ronde=ronde).order_by("datum").values_list("teamlid_id", "datum")
    for teamlid, datum in rijen:
        herinnerd.setdefault(teamlid, []).append(datum)
    return herinnerd


@dataclass(frozen=True, slots=True, kw_only=True)
class Voortgangtelling:
    """A round in numbers only; `dagen` as in Voortgang."""

    ronde: Rapportageronde
    geheel: Groep
    dagen: int | None


def count_voortgang(rondes: Iterable[Rapportageronde], vandaag: date) -> dict[int, Voortgangtelling]:
    """{round: its numbers}, by primary key; two queries, however many rounds."""
    rondes = list(rondes)
    aantallen: dict[int, Counter[Invoerstaat]] = {ronde.pk: Counter() for ronde in rondes}
    for rijen in (Realisatie.objects.filter(opgave=Opgave.HIER), Toelichting.objects.all()):
        per_staat = rijen.filter(ronde__in=aantallen).values_list("ronde_id", "staat")
        for ronde, staat, aantal in per_staat.annotate(aantal=Count("pk")).order_by():
            aantallen[ronde][Invoerstaat(staat)] += aantal
    return {
        ronde.pk: Voortgangtelling(
            ronde=ronde, geheel=Groep(naam="", aantallen=aantallen[ronde.pk]), dagen=days_left(ronde, vandaag)
        )
        for ronde in rondes
    }


def days_left(ronde: Rapportageronde, vandaag: date) -> int | None:
    return None if ronde.deadline is None else (ronde.deadline - vandaag).days
