"""What the keys in the trail stand for: the title of the row now, or as it was when it was deleted."""

from collections.abc import Iterable, Mapping
from functools import cache

from django.apps import apps
from django.db import models
from django.db.models import Q

from ..models import Programma, Programmalijn, Wijziging

# (soort, sleutel): soort is the name of a model, in lower case.
Punt = tuple[str, str]

LIJNCODE, TOELICHTING, VERSIE, LOS = "lijncode", "toelichtingsleutel", "versie", ""
# The keys of rows without one of their own, in pieces: what each piece names.
DELEN = {
    "teamlid": ("gebruiker",),
    "realisatie": ("rapportageronde", "activiteit"),
    "toelichting": ("rapportageronde", TOELICHTING),
    "streefwaarde": ("doel", LOS),
    "tussenwaarde": ("doel", LOS),
    "stapmelding": ("doel", LOS),
    "categorie": ("indicator", LOS),
    "mijlpaalstand": ("mijlpaal", LOS),
    "kostenpostlijn": ("kostenpost", LIJNCODE),
    "uitgave": ("kostenpost", LOS),
    "uitzondering": ("rapportageronde", "gebruiker"),
    "herinnering": ("rapportageronde", "gebruiker", LOS),
    "waarschuwingsantwoord": ("rapportageronde", "waarschuwingsantwoord"),
    "editie": ("rapportageronde", VERSIE),
    "lotgeval": ("rapportageronde", VERSIE, LOS),
}
# The field that holds the key, and the fields that make a title; those that are empty say nothing.
TITELVELDEN = {
    "programma": ("slug", "naam"),
    "gebruiker": ("email", "naam"),
    "rapportageronde": ("slug", "titel"),
    "programmalijn": ("sleutel", "code", "titel"),
    "ambitie": ("sleutel", "titel"),
    "activiteit": ("sleutel", "titel"),
    "verwijzing": ("sleutel", "titel"),
    "doel": ("sleutel", "omschrijving"),
    "indicator": ("sleutel", "naam"),
    "meting": ("sleutel", "indicator__naam", "categorie__naam", "periode"),
    "besluit": ("sleutel", "titel", "nummer"),
    "mijlpaal": ("sleutel", "titel"),
    "relatie": ("sleutel", "titel"),
    "tegenspraak": ("sleutel", "onderwerp"),
    "aanname": ("sleutel", "over"),
    "financieringsbron": ("sleutel", "naam"),
    "financiering": ("sleutel", "bron__naam", "ten_behoeve_van"),
    "financieringsstand": ("sleutel", "stand", "financiering__bron__naam"),
    "kostenpost": ("sleutel", "titel"),
    "gedrukttotaal": ("sleutel", "titel", "lijn__titel", "jaar"),
    "waarschuwingsantwoord": ("waarschuwing", "zin"),
}
VAN_HET_GEHEEL, VIA_RONDE = {"programma", "gebruiker"}, {"waarschuwingsantwoord"}
HOOGSTENS = 140


@cache
def models_by_soort() -> dict[str, type[models.Model]]:
    """Every model that the trail can tell of."""
    return {model._meta.model_name: model for model in apps.get_models() if hasattr(model, "spoorsleutel")}


def split_sleutel(soort: str, sleutel: str) -> list[Punt]:
    """A key as the rows it names; a piece that names none has an empty soort."""
    delen = DELEN.get(soort)
    if delen is None:
        return [(soort, sleutel)]
    return list(zip(delen, sleutel.split("/", len(delen) - 1), strict=False))


class Titels:
    """Titles of rows, fetched at once."""

    def __init__(self, titels: Mapping[Punt, str]) -> None:
        self.titels = titels

    def of(self, soort: str, sleutel: str) -> str:
        """What a piece names that is no row, or a row that nothing is known of, is its own title."""
        delen = [self._title_of(*punt) for punt in split_sleutel(soort, sleutel)]
        # A round says which of many it was; the thing itself comes first.
        return ", ".join([*delen[1:], delen[0]] if sleutel_begins_with_ronde(soort) else delen)

    def _title_of(self, soort: str, sleutel: str) -> str:
        if soort == TOELICHTING:
            code, _, onderwerp = sleutel.rpartition("-")
            return f"{onderwerp}, lijn {self.titels.get((LIJNCODE, code), code)}" if code else onderwerp
        if soort == VERSIE:
            return f"versie {sleutel.removeprefix('v')}"
        return self.titels.get((soort, sleutel)) or sleutel


def sleutel_begins_with_ronde(soort: str) -> bool:
    return DELEN.get(soort, ("",))[0] == "rapportageronde"


def fetch_titels(programma: Programma | None, punten: Iterable[Punt]) -> Titels:
    """One query for each soort that is asked for, one for the codes of lines, one for what was deleted."""
    per_soort: dict[str, set[str]] = {}
    for punt in punten:
        for soort, sleutel in split_sleutel(*punt):
            per_soort.setdefault(soort, set()).add(sleutel)
    titels: dict[Punt, str] = {}
    for soort, sleutels in per_soort.items():
        if soort in TITELVELDEN and soort in models_by_soort():
            titels |= fetch_of_soort(programma, soort, sleutels)
    if {LIJNCODE, TOELICHTING} & per_soort.keys():
        lijnen = Programmalijn.objects.filter(programma=programma).values_list("code", "titel")
        titels |= {(LIJNCODE, code): f"{code} {titel}" for code, titel in lijnen}
    gezocht = {(soort, sleutel) for soort in TITELVELDEN for sleutel in per_soort.get(soort, ())}
    return Titels(fetch_verwijderd(programma, gezocht - titels.keys()) | titels)


def fetch_of_soort(programma: Programma | None, soort: str, sleutels: set[str]) -> dict[Punt, str]:
    model, (sleutelveld, *velden) = models_by_soort()[soort], TITELVELDEN[soort]
    rijen = model._base_manager.filter(**{f"{sleutelveld}__in": sleutels})
    if soort not in VAN_HET_GEHEEL:
        rijen = rijen.filter(**{"ronde__programma" if soort in VIA_RONDE else "programma": programma})
    return {
        (soort, sleutel): make_titel(waarden) for sleutel, *waarden in rijen.values_list(sleutelveld, *velden)
    }


def fetch_verwijderd(programma: Programma | None, punten: set[Punt]) -> dict[Punt, str]:
    """The titles with which rows were deleted; no query when nothing is missing."""
    if not punten:
        return {}
    waar = Q()
    for soort in {soort for soort, _ in punten}:
        waar |= Q(soort=soort, sleutel__in=[sleutel for s, sleutel in punten if s == soort])
    rijen = Wijziging.objects.filter(waar, programma=programma, aard="verwijderd").order_by("pk")
    return {
        (rij.soort, rij.sleutel): make_titel(
            rij.velden.get(veld, [""])[0] for veld in TITELVELDEN[rij.soort][1:] if "__" not in veld
        )
        for rij in rijen
    }


def make_titel(waarden: Iterable[object]) -> str:
    titel = " ".join(str(waarde) for waarde in waarden if waarde not in (None, ""))
    return f"{titel[: HOOGSTENS - 1]}…" if len(titel) > HOOGSTENS else titel
