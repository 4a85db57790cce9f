"""What a report says of other programmes and lines: references, relations, and what their owner reports."""

from dataclasses import replace

from programmalijnen.models import Opgave, Relatie, Verwijzing

from ..opzoeken import NietInRapport, Plek, doelen_of_plek, find_activiteit, find_indicator
from ..rapport import (
    Berichtregel,
    Doelregel,
    Indicatorregel,
    Lijnregel,
    Oordeelregel,
    Rapport,
    Relatieregel,
    Verwijzingregel,
)
from .gegevens import Gegevens
from .verbanden import is_zichtbaar, owner_of, thing_of, visible_slug

ACTIVITEIT, INDICATOR = "activiteit", "indicator"
NAAMLOOS = "Een {soort} van een ander programma"


def make_verwijzing(gegevens: Gegevens, rij: Verwijzing) -> Verwijzingregel:
    """Of another programme only what it adopted, and nothing when it is not openbaar."""
    eigenaar, soort = owner_of(rij), ACTIVITEIT if rij.activiteit_id else INDICATOR
    bron = gegevens.verbanden.rapporten.get(eigenaar.slug)
    bericht = find_bericht(gegevens, rij, bron) if bron else None
    zichtbaar = is_zichtbaar(eigenaar, gegevens.ronde.programma_id)
    titel = rij.titel or (bericht.titel if bericht else "") or own_title(gegevens, rij)
    return Verwijzingregel(
        sleutel=rij.sleutel,
        titel=titel or NAAMLOOS.format(soort=soort),
        zekerheid=rij.zekerheid,
        tijdspad=rij.tijdspad,
        soort=soort,
        ambitie=rij.ambitie.sleutel if rij.ambitie else "",
        eigenaar_programma=eigenaar.slug if zichtbaar else "",
        eigenaar_naam=eigenaar.naam if zichtbaar else "",
        eigenaar_lijn=bericht.lijn if bericht else "",
        doel_sleutel=thing_of(rij).sleutel if zichtbaar else "",
        bericht=bericht,
    )


def own_title(gegevens: Gegevens, rij: Verwijzing) -> str:
    return str(rij) if owner_of(rij).pk == gegevens.ronde.programma_id else ""


def tell_eigen(gegevens: Gegevens, rapport: Rapport) -> Rapport:
    """With what this report itself says of what its lines name in each other."""
    eigen = {
        rij.sleutel: find_bericht(gegevens, rij, rapport)
        for rijen in gegevens.verwijzingen.values()
        for rij in rijen
        if owner_of(rij).pk == gegevens.ronde.programma_id
    }
    return replace(rapport, lijnen=tuple(tell_lijn(lijn, eigen) for lijn in rapport.lijnen))


def tell_lijn(lijn: Lijnregel, eigen: dict[str, Berichtregel | None]) -> Lijnregel:
    def tell(rij: Verwijzingregel) -> Verwijzingregel:
        bericht = eigen.get(rij.sleutel)
        return replace(rij, bericht=bericht, eigenaar_lijn=bericht.lijn) if bericht else rij

    return replace(lijn, verwijzingen=tuple(map(tell, lijn.verwijzingen)))


def find_bericht(gegevens: Gegevens, rij: Verwijzing, bron: Rapport) -> Berichtregel | None:
    """What `bron` says of the thing, or of its parts where it has no row for the whole; None for neither."""
    sleutel = thing_of(rij).sleutel
    if not rij.activiteit_id:
        return make_bericht(bron, INDICATOR, sleutel)
    heel = make_bericht(bron, ACTIVITEIT, sleutel)
    onderdelen = gegevens.verbanden.onderdelen.get(rij.activiteit_id, [])
    delen = tuple(filter(None, (make_bericht(bron, ACTIVITEIT, deel) for deel in onderdelen)))
    if heel or not delen:
        return heel
    return replace(
        delen[0],
        titel=rij.titel,
        sleutel="",
        opgave=str(Opgave.IN_ONDERDELEN),
        realisatie="",
        oordeel=Oordeelregel(),
        cijfers=(),
        onderdelen=delen,
    )


def make_bericht(bron: Rapport, soort: str, sleutel: str) -> Berichtregel | None:
    """What `bron` says of one of its things; None when it does not show it."""
    try:
        if soort == ACTIVITEIT:
            return make_activiteitbericht(bron, find_activiteit(bron, sleutel))
        return make_indicatorbericht(bron, *find_indicator(bron, sleutel))
    except NietInRapport:
        return None


def make_activiteitbericht(bron: Rapport, plek: Plek) -> Berichtregel:
    rij = plek.activiteit
    doelen = [plaats.doel for plaats in doelen_of_plek(plek)]
    cijfers = [print_doel(doel) for doel in doelen if doel.afgedrukt]
    metingen = [print_laatste(meting) for meting in rij.indicatoren if meting.is_contextcijfer]
    return replace(
        make_kop(bron, plek, rij.titel, rij.sleutel),
        opgave=rij.opgave,
        realisatie=rij.realisatie,
        oordeel=rij.oordeel,
        cijfers=(*cijfers, *filter(None, metingen)),
        onderdelen=tuple(make_activiteitbericht(bron, Plek(plek.lijn, deel)) for deel in rij.onderdelen),
    )


def make_indicatorbericht(bron: Rapport, plek: Plek, indicator: Indicatorregel) -> Berichtregel:
    cijfer = print_laatste(indicator)
    return replace(
        make_kop(bron, plek, indicator.naam, indicator.sleutel), cijfers=(cijfer,) if cijfer else ()
    )


def make_kop(bron: Rapport, plek: Plek, titel: str, sleutel: str) -> Berichtregel:
    """From which report, and where in it."""
    return Berichtregel(
        ronde=bron.ronde.slug,
        versie=bron.editie.versie if bron.editie else 0,
        rapport=bron.ronde.titel,
        peildatum=bron.peildatum,
        lijn=plek.lijn.code if plek.lijn else "",
        titel=titel,
        sleutel=sleutel,
        opgave="",
        realisatie="",
        oordeel=Oordeelregel(),
        cijfers=(),
    )


def print_doel(doel: Doelregel) -> str:
    """ "100 leerwerktrajecten: 60 van 100 (60%), nog 40, t/m juli 2024"."""
    return ", ".join(filter(None, (f"{doel.omschrijving}: {doel.afgedrukt}", doel.periode)))


def print_laatste(indicator: Indicatorregel) -> str:
    """Empty without a value of the whole."""
    laatste = indicator.laatste
    if laatste is None or not laatste.afgedrukt:
        return ""
    return f"{indicator.naam}: {laatste.afgedrukt}, {laatste.periode}"


def make_relatie(gegevens: Gegevens, rij: Relatie) -> Relatieregel:
    ander = rij.ander_programma or (rij.andere_lijn.programma if rij.andere_lijn else None)
    zichtbaar = is_zichtbaar(ander, gegevens.ronde.programma_id)
    return Relatieregel(
        sleutel=rij.sleutel,
        titel=rij.titel,
        tekst=rij.tekst,
        lijn=rij.lijn.code if rij.lijn else "",
        ander_programma=visible_slug(ander, gegevens.ronde.programma_id),
        ander_programma_naam=ander.naam if zichtbaar else "",
        andere_lijn=rij.andere_lijn.code if rij.andere_lijn and zichtbaar else "",
        url=rij.url,
        vindplaats=rij.vindplaats,
    )
