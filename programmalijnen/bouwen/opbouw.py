"""How far a programme is set up, from facts: what its manager is led through until the first report."""

from dataclasses import dataclass

from django.db.models import Count, Q

from ..models import (
    Activiteit,
    Doel,
    Indicator,
    Programma,
    Programmalijn,
    Rapportageronde,
    Rondestaat,
    Wijziging,
)

GELD = ("financiering", "kostenpost")
STAPPEN = ("lijnen", "activiteiten", "doelen", "geld", "rondes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opbouw:
    """How many of a kind there are, without what is archived."""

    lijnen: int
    activiteiten: int
    doelen: int
    indicatoren: int
    geld: int
    rondes: int

    @property
    def klaar(self) -> int:
        """How many of the five steps are done."""
        return sum(bool(getattr(self, stap)) for stap in STAPPEN)

    @property
    def volgende(self) -> str:
        """The first step that is not done; empty when all are."""
        return next((stap for stap in STAPPEN if not getattr(self, stap)), "")

    @property
    def ontbreekt(self) -> list[str]:
        """What a first report would do without, in words."""
        woorden = {"activiteiten": self.activiteiten, "doelen": self.doelen, "geld": self.geld}
        return [woord for woord, aantal in woorden.items() if not aantal]


def fetch_opbouw(programma: Programma) -> Opbouw | None:
    """None for a programme of which a report was adopted: that needs no leading."""
    rondes = Rapportageronde.objects.filter(programma=programma)
    if rondes.filter(staat=Rondestaat.VASTGESTELD).exists():
        return None
    eigen = {"programma": programma, "gearchiveerd": False}
    soorten = {
        "lijnen": Programmalijn,
        "activiteiten": Activiteit,
        "doelen": Doel,
        "indicatoren": Indicator,
    }
    aantallen = {naam: soort.objects.filter(**eigen).count() for naam, soort in soorten.items()}
    return Opbouw(geld=count_geld(programma), rondes=rondes.count(), **aantallen)


def count_geld(programma: Programma) -> int:
    """Lines of money and posts. Read from the trail, because money is kept above this app."""
    geteld = Wijziging.objects.filter(programma=programma, soort__in=GELD).aggregate(
        erbij=Count("pk", filter=Q(aard="nieuw")), eraf=Count("pk", filter=Q(aard="verwijderd"))
    )
    return geteld["erbij"] - geteld["eraf"]
