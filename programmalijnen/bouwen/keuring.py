"""The texts of a round that somebody chose on a page, and what came of what they did with them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..models import Meting, Rapportageronde, Realisatie, Stapmelding, Toelichting
from .losse import title_of
from .ophalen import ACTIVITEITEN, TOELICHTINGEN

MEER = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezien:
    """A row of a round as a page showed it; `soort` and `sleutel` as in Plek. `versie` None: not shown."""

    soort: str
    sleutel: str
    versie: int | None = None

    def __str__(self) -> str:
        return f"{self.soort}:{self.versie}:{self.sleutel}"


def read_gezien(tekst: str) -> Gezien | None:
    """The other way round, as a form sends it back; None for what no page of ours sent."""
    soort, _, rest = tekst.partition(":")
    versie, _, sleutel = rest.partition(":")
    if soort not in (ACTIVITEITEN, TOELICHTINGEN) or not versie.isdecimal() or not sleutel:
        return None
    return Gezien(soort=soort, sleutel=sleutel, versie=int(versie[:9]))


def gezien_van(rij: Realisatie | Toelichting) -> Gezien:
    if isinstance(rij, Realisatie):
        return Gezien(soort=ACTIVITEITEN, sleutel=rij.activiteit.sleutel, versie=rij.versie)
    return Gezien(soort=TOELICHTINGEN, sleutel=rij.sleutel, versie=rij.versie)


def fetch_gekozen(
    ronde: Rapportageronde, gezien: Iterable[Gezien]
) -> Iterator[tuple[Gezien, Realisatie | Toelichting | None]]:
    """Each choice once, with its row, locked; None for one that is not in the round (any more)."""
    gekozen = list({(keuze.soort, keuze.sleutel): keuze for keuze in gezien}.values())
    sleutels = [keuze.sleutel for keuze in gekozen if keuze.soort == ACTIVITEITEN]
    realisaties = (
        Realisatie.objects.filter(ronde=ronde, activiteit__sleutel__in=sleutels)
        .select_for_update(of=("self",), no_key=True)
        .select_related("activiteit", "ronde__programma", "lijn", "akkoord_door")
        .order_by("pk")
    )
    toelichtingen = (
        Toelichting.objects.filter(ronde=ronde)
        .select_for_update(of=("self",), no_key=True)
        .select_related("ronde__programma", "lijn", "akkoord_door")
        .order_by("pk")
    )
    rijen = {(ACTIVITEITEN, rij.activiteit.sleutel): rij for rij in realisaties}
    if len(sleutels) < len(gekozen):
        rijen |= {(TOELICHTINGEN, rij.sleutel): rij for rij in toelichtingen}
    return ((keuze, rijen.get((keuze.soort, keuze.sleutel))) for keuze in gekozen)


def fetch_met_cijfers(ronde: Rapportageronde) -> set[int]:
    """The activiteiten, by primary key, of which this round has a value or a step."""
    metingen = Meting.objects.filter(
        indicator__programma=ronde.programma_id, peildatum=ronde.peildatum, vervangen=False
    )
    stappen = Stapmelding.objects.filter(doel__programma=ronde.programma_id, peildatum=ronde.peildatum)
    return {
        *metingen.values_list("indicator__activiteit_id", flat=True),
        *stappen.values_list("doel__activiteit_id", flat=True),
    } - {None}


def titel_van(rij: Realisatie | Toelichting) -> str:
    return rij.titel if isinstance(rij, Realisatie) else title_of(rij)


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitslag:
    """The rows that went through, and (title, why) of each that did not."""

    gelukt: tuple[Realisatie | Toelichting, ...] = ()
    overgeslagen: tuple[tuple[str, str], ...] = ()

    def zin(self, woord: str) -> str:
        """ "40 realisaties akkoord; 2 niet: Kade en Sluis (…)."; `woord` is what was done."""
        delen = [f"{count_rijen(self.gelukt)} {woord}"] if self.gelukt else []
        if self.overgeslagen:
            niet = f"{len(self.overgeslagen)} niet" if self.gelukt else f"Niets {woord}"
            delen.append(f"{niet}: {'; '.join(self._redenen())}")
        return f"{'; '.join(delen) or 'Er was niets gekozen'}."

    def _redenen(self) -> Iterator[str]:
        per_reden: dict[str, list[str]] = {}
        for titel, reden in self.overgeslagen:
            per_reden.setdefault(reden, []).append(f"‘{titel}’")
        return (f"{join_namen(titels)} ({reden})" for reden, titels in per_reden.items())


def count_rijen(rijen: Sequence[Realisatie | Toelichting]) -> str:
    """ "40 realisaties en 1 toelichting"."""
    realisaties = sum(isinstance(rij, Realisatie) for rij in rijen)
    toelichtingen = len(rijen) - realisaties
    delen = []
    if realisaties:
        delen.append("1 realisatie" if realisaties == 1 else f"{realisaties} realisaties")
    if toelichtingen:
        delen.append("1 toelichting" if toelichtingen == 1 else f"{toelichtingen} toelichtingen")
    return " en ".join(delen)


def join_namen(namen: Sequence[str]) -> str:
    """ "A, B en C"; of a long row the first ten and how many more."""
    if len(namen) > MEER:
        namen = [*namen[:MEER], f"nog {len(namen) - MEER}"]
    return namen[0] if len(namen) == 1 else f"{', '.join(namen[:-1])} en {namen[-1]}"
