"""All that the team's page of one doel shows, fetched with a constant number of queries."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Q

from dordt_monitor.grafiek.gegevens import Grafiek
from dordt_monitor.opmaak import format_datum, format_exact, format_met_precisie, format_waarde

from ..models import Doel, Programma, Rapportageronde, Stapmelding, Tussenwaarde, Wijziging
from ..models import Streefwaarde as Versie
from ..regels.begrippen import Relatiefsoort, Vorm
from ..regels.beoordelen import judge_doel
from ..regels.feiten import Uitkomst
from .beoordeling import grenzen_van
from .doelen import make_feiten
from .doelgrafiek import make_doelgrafiek
from .spoor import Adres, Handelingkaart, fetch_blad, fetch_kaarten
from .toetsing import BIJ_EEN_DOEL, Toetsrij, ambities_met_activiteit, fetch_rijen, make_toetsrij

DELEN = tuple(model._meta.model_name for model in (Versie, Tussenwaarde, Stapmelding))
VANAF_BEGIN = "vanaf het begin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Versieregel:
    """A version of the number; `geldt` for the one in force."""

    getal: str
    vanaf: str
    besluit: str
    reden: str
    geldt: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelblad:
    """`uitkomst` as the report of `ronde` says it, None where the programme has no round yet."""

    rij: Toetsrij
    versies: tuple[Versieregel, ...]
    grafiek: Grafiek | None
    ronde: Rapportageronde | None
    uitkomst: Uitkomst | None
    spoor: list[Handelingkaart]

    @property
    def doel(self) -> Doel:
        return self.rij.doel


def fetch_doelblad(programma: Programma, sleutel: str, adres: Adres, vandaag: date) -> Doelblad:
    """Also of a doel that was archived; `adres` leads to what the trail names. Raises ObjectDoesNotExist."""
    doelen = Doel.objects.filter(programma=programma).select_related(*BIJ_EEN_DOEL, "elders_programma")
    doel = doelen.filter(sleutel=sleutel).first()
    if doel is None:
        raise ObjectDoesNotExist
    delen = list(doelen.filter(onderdeel_van=doel, gearchiveerd=False).order_by("volgorde", "pk"))
    rijen = fetch_rijen([doel, *delen])
    feiten = make_feiten(rijen, doel)
    ronde = Rapportageronde.objects.filter(programma=programma).order_by("-peildatum").first()
    return Doelblad(
        rij=make_toetsrij(doel, feiten, ambities_met_activiteit(programma)),
        versies=print_versies(doel, rijen.streefwaarden.get(doel.pk, []), vandaag),
        grafiek=make_doelgrafiek(doel, feiten),
        ronde=ronde,
        uitkomst=judge_doel(feiten, peildatum=ronde.peildatum, grenzen=grenzen_van(programma))
        if ronde
        else None,
        spoor=fetch_doelspoor(programma, doel, adres),
    )


def fetch_doelspoor(programma: Programma, doel: Doel, adres: Adres) -> list[Handelingkaart]:
    """The latest acts on the doel and its parts, newest first."""
    eigen = Q(soort=Doel._meta.model_name, sleutel=doel.sleutel)
    van_delen = Q(soort__in=DELEN, sleutel__startswith=f"{doel.sleutel}/")
    wijzigingen = Wijziging.objects.filter(eigen | van_delen, programma=programma)
    return fetch_kaarten(programma, wijzigingen, fetch_blad(wijzigingen, "1"), adres)


def print_versies(doel: Doel, versies: list[Versie], vandaag: date = date.max) -> tuple[Versieregel, ...]:
    """Newest first; `versies` stand in the order in which they take effect."""
    van_kracht = [versie for versie in versies if (versie.vanaf or date.min) <= vandaag] or versies[:1]
    return tuple(
        Versieregel(
            getal=print_getal(doel, versie),
            vanaf=f"vanaf {format_datum(versie.vanaf)}" if versie.vanaf else VANAF_BEGIN,
            besluit=str(versie.besluit or ""),
            reden=versie.reden,
            geldt=versie is van_kracht[-1],
        )
        for versie in reversed(versies)
    )


def print_getal(doel: Doel, versie: Versie) -> str:
    """With its precision. The number of a relatief doel is a change, not a value of its indicator."""
    if doel.vorm == Vorm.RELATIEF and versie.waarde is not None:
        woord = " procentpunt" if doel.relatief_soort == Relatiefsoort.PROCENTPUNT else "%"
        return format_met_precisie(format_exact(versie.waarde) + woord, versie.precisie)
    eenheid, decimalen = (doel.indicator.eenheid, doel.indicator.decimalen) if doel.indicator else ("", 0)
    grenzen = (versie.waarde,) if versie.waarde is not None else (versie.laag, versie.hoog)
    getal = " tot ".join(format_waarde(grens, eenheid, decimalen) for grens in grenzen)
    return format_met_precisie(getal, versie.precisie)
