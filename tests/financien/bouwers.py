"""Builders of rows of money."""

from decimal import Decimal
from itertools import count

from financien.begrippen import Uitgavesoort
from financien.models import (
    Financiering,
    Financieringsbron,
    Financieringsstand,
    GedruktTotaal,
    Kostenpost,
    KostenpostLijn,
    Uitgave,
)
from programmalijnen.models import Programma, Programmalijn
from tests import bouwers

_nummer = count(1)


def maak_bron(programma: Programma, naam: str = "Kadernota") -> Financieringsbron:
    return Financieringsbron.objects.create(programma=programma, naam=naam, sleutel=f"bron-{next(_nummer)}")


def maak_financiering(lijn: Programmalijn, bedrag: int | str | None = 150_000, **velden) -> Financiering:
    """A line of investering of 2024, with the period in words too."""
    return bouwers.maak_financiering(lijn, bedrag, **{"periode": "2024"} | velden)


def maak_stand(financiering: Financiering, stand: str, bedrag: int, **velden) -> Financieringsstand:
    return Financieringsstand.objects.create(
        programma=financiering.programma,
        financiering=financiering,
        sleutel=f"stand-{next(_nummer)}",
        stand=stand,
        bedrag=Decimal(bedrag),
        **velden,
    )


def maak_kostenpost(
    programma: Programma, titel: str = "Ketenregisseur", *lijnen: Programmalijn, sleutel: str = ""
) -> Kostenpost:
    sleutel = sleutel or f"post-{next(_nummer)}"
    post = Kostenpost.objects.create(programma=programma, titel=titel, sleutel=sleutel)
    for volgorde, lijn in enumerate(lijnen):
        KostenpostLijn.objects.create(kostenpost=post, lijn=lijn, volgorde=volgorde)
    return post


def maak_uitgave(post: Kostenpost, jaar: int, bedrag: int | None, **velden) -> Uitgave:
    gewoon = {"soort": Uitgavesoort.GEREALISEERD, "bedrag": None if bedrag is None else Decimal(bedrag)}
    return Uitgave.objects.create(kostenpost=post, jaar=jaar, **gewoon | velden)


def maak_totaal(lijn: Programmalijn, bedrag: int, **velden) -> GedruktTotaal:
    return bouwers.maak_gedrukt_totaal(lijn, bedrag, **{"titel": "TOTAAL"} | velden)
