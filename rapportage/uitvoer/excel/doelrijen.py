"""A doel as rows of a sheet: its numbers in their own columns, its categories and parts below it."""

from collections.abc import Iterator

from ...rapport import Doelregel, Uitsplitsingregel
from ..woorden import periode_woorden, streefwaarde_woorden, telt_mee_woorden, waarde_woorden
from .blad import Waarde
from .cellen import Cel
from .stijlen import Stijl, aandeelformaat, getalformaat

# Only these verdicts have a colour; what is not measured is never coloured (rekenregels 3).
KLEUR = {
    "behaald, gereed of op doelniveau": Stijl.GOED,
    "op schema": Stijl.GOED,
    "aandacht": Stijl.AANDACHT,
    "achter": Stijl.ACHTER,
    "verslechterd": Stijl.ACHTER,
    "niet behaald": Stijl.ACHTER,
}

# Doel, Streefwaarde, Waarde, Eenheid, Gemeten over, Verwacht, Bereikt, Koers
Doelrij = tuple[Waarde, ...]


def doel_rows(doel: Doelregel, inspringen: int = 0) -> Iterator[tuple[str, Doelrij]]:
    """The sleutel and the cells of a doel, of its categories and of its parts."""
    yield doel.sleutel, doel_row(doel, inspringen)
    for deel in doel.uitsplitsing:
        yield f"{doel.sleutel}/{deel.categorie}", category_row(doel, deel, inspringen + 1)
    for onderdeel in doel.delen:
        yield from doel_rows(onderdeel, inspringen + 1)


def doel_row(doel: Doelregel, inspringen: int) -> Doelrij:
    return (
        indent(describe_doel(doel), inspringen + bool(doel.onderdeel_van and not inspringen)),
        streefwaarde_cell(doel),
        waarde_cell(doel),
        doel.eenheid,
        periode_woorden(doel),
        verwacht_cell(doel),
        bereikt_cell(doel),
        Cel(doel.koers_afgedrukt, KLEUR.get(doel.telling, Stijl.TEKST)),
    )


def describe_doel(doel: Doelregel) -> str:
    """The words of the doel, and whether it is a result or an effect as far as anybody says so."""
    return f"{doel.omschrijving} ({doel.niveau})" if doel.niveau else doel.omschrijving


def category_row(doel: Doelregel, deel: Uitsplitsingregel, inspringen: int) -> Doelrij:
    waarde: Waarde = deel.toestand
    if deel.waarde is not None:
        waarde = Cel(deel.waarde, Stijl.GETAL, getalformaat(doel.decimalen, deel.precisie))
    categorie, telling = indent(deel.categorie, inspringen), telt_mee_woorden(deel.telt_mee)
    return (Cel(categorie, Stijl.BIJ), None, waarde, doel.eenheid, None, None, None, Cel(telling, Stijl.BIJ))


def indent(tekst: str, diepte: int) -> str:
    return "– " * diepte + tekst


def streefwaarde_cell(doel: Doelregel) -> Cel:
    if doel.streefwaarde is None:
        return Cel(streefwaarde_woorden(doel), Stijl.BIJ)
    return Cel(doel.streefwaarde, Stijl.GETAL, getalformaat(doel.decimalen))


def waarde_cell(doel: Doelregel) -> Cel:
    if doel.waarde is None:
        return Cel(waarde_woorden(doel), Stijl.BIJ)
    return Cel(doel.waarde, Stijl.GETAL, getalformaat(doel.decimalen, doel.precisie))


def verwacht_cell(doel: Doelregel) -> Cel:
    """The expected position; without one the column stays empty and the koers says why."""
    return Cel(doel.verwacht, Stijl.GETAL, getalformaat(doel.decimalen))


def bereikt_cell(doel: Doelregel) -> Cel:
    """The ratio as a percentage, or the words that stand in its place ("22 van 50, nog 28")."""
    if doel.bereikt is None:
        return Cel(None if doel.afgedrukt in doel.koers_afgedrukt else doel.afgedrukt, Stijl.BIJ)
    return Cel(doel.bereikt, Stijl.GETAL, aandeelformaat(doel.bereikt, doel.bereikt_afgedrukt))
