"""What the search finds of a report: everything with a name, and the page that shows it."""

from collections.abc import Iterable, Iterator
from itertools import chain

from programmalijnen.regels.vindbaar import Plaats, distinct

from .opzoeken import Plek, plekken
from .rapport import (
    Activiteitregel,
    Ambitieregel,
    Berichtregel,
    Doelregel,
    Financien,
    Financieringregel,
    Indicatorregel,
    Lijnregel,
    Oordeelregel,
    Rapport,
    Tijdspadregel,
    Toelichtingregel,
)

GEHEEL = "rapport/"


def list_plaatsen(rapport: Rapport) -> list[Plaats]:
    """Each thing once: what stands in more places is found at the first."""
    per_ding: dict[tuple[str, str], Plaats] = {}
    bronnen = (
        from_kop,
        from_plekken,
        from_lijnen,
        from_geld,
        from_planning,
        from_relaties,
        from_verantwoording,
    )
    for plaats in chain.from_iterable(bron(rapport) for bron in bronnen):
        per_ding.setdefault((plaats.soort, plaats.sleutel), plaats)
    return list(per_ding.values())


def from_kop(rapport: Rapport) -> Iterator[Plaats]:
    programma, ronde, editie = rapport.programma, rapport.ronde, rapport.editie
    teksten = (programma.ondertitel, programma.omschrijving, programma.partners, programma.looptijd)
    yield Plaats("programma", programma.slug, programma.naam, distinct(*teksten))
    besloten = (editie.besluit, editie.overgenomen_uit, editie.reden) if editie else ()
    yield Plaats("rapportageronde", ronde.slug, ronde.titel, distinct(ronde.label, *besloten))
    yield from from_toelichtingen(rapport.toelichtingen, GEHEEL, "")


def from_plekken(rapport: Rapport) -> Iterator[Plaats]:
    """The activiteiten, and the doelen and indicatoren of every place."""
    for plek in plekken(rapport):
        pad = pad_of(plek)
        if plek.activiteit:
            yield from_activiteit(plek.activiteit, pad)
        for doel in chain(plek.drager.doelen, plek.drager.doelen_afgelopen, plek.drager.doelen_volgend_jaar):
            yield from from_doel(doel, pad)
        for indicator in plek.drager.indicatoren:
            yield from_indicator(indicator)


def pad_of(plek: Plek) -> str:
    if plek.activiteit:
        return f"activiteiten/{plek.activiteit.sleutel}/"
    return f"lijnen/{plek.lijn.code}/" if plek.lijn else GEHEEL


def from_activiteit(rij: Activiteitregel, pad: str) -> Plaats:
    """With what was achieved: it stands on the same page."""
    teksten = distinct(
        rij.realisatie,
        *words_of_oordeel(rij.oordeel),
        rij.elders,
        rij.groep,
        rij.partners,
        rij.projectomvang_toelichting,
        *words_of_tijdspad(rij.tijdspad),
        rij.vindplaats,
    )
    return Plaats("activiteit", rij.sleutel, rij.titel, teksten, pad)


def from_doel(doel: Doelregel, pad: str, boven: str = "") -> Iterator[Plaats]:
    """With its parts, which stand in the same place (`boven` is its sleutel)."""
    anker = boven or doel.sleutel
    teksten = distinct(
        doel.doelperiode,
        doel.aanpak,
        doel.elders,
        doel.stap.woorden if doel.stap else "",
        *(versie.reden for versie in doel.streefwaarden),
        doel.bron,
        doel.vindplaats,
    )
    yield Plaats("doel", doel.sleutel, doel.omschrijving, teksten, f"{pad}#doel-{anker}")
    for deel in doel.delen:
        yield from from_doel(deel, pad, anker)


def from_indicator(indicator: Indicatorregel) -> Plaats:
    teksten = distinct(
        indicator.eenheid,
        indicator.bron,
        indicator.toelichting,
        *(tekst for meting in indicator.metingen for tekst in (meting.bron, meting.opmerking)),
        *(rij.categorie for meting in indicator.metingen for rij in meting.uitsplitsing),
    )
    pad = f"indicatoren/{indicator.sleutel}/"
    return Plaats("indicator", indicator.sleutel, indicator.naam, teksten, pad)


def from_lijnen(rapport: Rapport) -> Iterator[Plaats]:
    for lijn in rapport.lijnen:
        pad = f"lijnen/{lijn.code}/"
        teksten = distinct(lijn.doelstelling, lijn.portefeuillehouder)
        yield Plaats("programmalijn", lijn.sleutel, f"{lijn.code} {lijn.titel}", teksten, pad)
        yield from from_toelichtingen(lijn.toelichtingen, pad, f"{lijn.code} {lijn.titel}")
        yield from (from_ambitie(ambitie, pad) for ambitie in lijn.ambities)
        yield from from_verwijzingen(lijn, pad)


def from_toelichtingen(rijen: Iterable[Toelichtingregel], pad: str, over: str) -> Iterator[Plaats]:
    for rij in rijen:
        teksten = distinct(rij.tekst, *words_of_oordeel(rij.oordeel))
        if teksten:
            titel = f"Toelichting {rij.onderwerp} {over}".strip()
            # On the page of a line the words about money stand with the money.
            anker = "geld" if over and rij.onderwerp == "financiën" else f"toelichting-{rij.sleutel}"
            yield Plaats("toelichting", rij.sleutel, titel, teksten, f"{pad}#{anker}")


def from_ambitie(ambitie: Ambitieregel, pad: str) -> Plaats:
    teksten = distinct(*words_of_tijdspad(ambitie.tijdspad))
    return Plaats("ambitie", ambitie.sleutel, ambitie.titel, teksten, f"{pad}#ambitie-{ambitie.sleutel}")


def from_verwijzingen(lijn: Lijnregel, pad: str) -> Iterator[Plaats]:
    for rij in lijn.verwijzingen:
        naar = f"{rij.eigenaar_programma}/{rij.soort}/{rij.doel_sleutel}" if rij.eigenaar_programma else ""
        bericht = words_of_bericht(rij.bericht) if rij.bericht else ()
        teksten = distinct(rij.tijdspad, rij.eigenaar_naam, *bericht)
        yield Plaats("verwijzing", rij.sleutel, rij.titel, teksten, f"{pad}#verwijzingen", naar)


def words_of_bericht(bericht: Berichtregel) -> Iterator[str]:
    """What the owner says of it, as this report copied it."""
    yield from (bericht.titel, bericht.realisatie, *words_of_oordeel(bericht.oordeel))
    for deel in bericht.onderdelen:
        yield from words_of_bericht(deel)


def from_relaties(rapport: Rapport) -> Iterator[Plaats]:
    for rij in rapport.relaties:
        teksten = distinct(rij.tekst, rij.ander_programma_naam, rij.url, rij.vindplaats)
        pad = f"lijnen/{rij.lijn}/" if rij.lijn else GEHEEL
        yield Plaats("relatie", rij.sleutel, rij.titel, teksten, f"{pad}#relatie-{rij.sleutel}")


def from_geld(rapport: Rapport) -> Iterator[Plaats]:
    for geld in (*(lijn.financien for lijn in rapport.lijnen), rapport.financien):
        for regel in (regel for groep in geld.groepen for regel in groep.regels):
            yield from from_financiering(regel)
        yield from from_kosten(geld)


def from_financiering(regel: Financieringregel) -> Iterator[Plaats]:
    teksten = distinct(
        regel.toelichting,
        regel.periode,
        regel.elders_verantwoord,
        *(stand.periode for stand in regel.standen),
        regel.vindplaats,
    )
    titel = f"{regel.bron} {regel.ten_behoeve_van}".strip()
    yield Plaats("financiering", regel.sleutel, titel, teksten, f"financien/#geld-{regel.sleutel}")
    for mee in regel.cofinanciering:
        yield from from_financiering(mee)


def from_kosten(geld: Financien) -> Iterator[Plaats]:
    for post in geld.kostenposten:
        teksten = distinct(post.toelichting, post.vindplaats)
        yield Plaats("kostenpost", post.sleutel, post.titel, teksten, "financien/")


def from_planning(rapport: Rapport) -> Iterator[Plaats]:
    for rij in rapport.mijlpalen:
        planning = (rij.actueel, rij.oorspronkelijk, rij.reden)
        teksten = distinct(*planning, rij.groep, rij.besluit, rij.vindplaats)
        yield Plaats("mijlpaal", rij.sleutel, rij.titel, teksten, f"planning/#{rij.sleutel}")
    for rij in rapport.besluiten:
        teksten = distinct(rij.nummer, rij.orgaan, rij.datum_tekst, rij.url, rij.vindplaats)
        yield Plaats("besluit", rij.sleutel, rij.titel, teksten, f"planning/#{rij.sleutel}")


def from_verantwoording(rapport: Rapport) -> Iterator[Plaats]:
    for rij in rapport.tegenspraken:
        teksten = (rij.waarde_a, rij.plaats_a, rij.waarde_b, rij.plaats_b, rij.gebruikt, rij.reden)
        yield Plaats(
            "tegenspraak",
            rij.sleutel,
            rij.onderwerp,
            distinct(*teksten),
            f"{GEHEEL}#tegenspraak-{rij.sleutel}",
        )
    for rij in rapport.aannames:
        teksten = distinct(rij.tekst, rij.reden)
        yield Plaats("aanname", rij.sleutel, rij.over, teksten, f"{GEHEEL}#aanname-{rij.sleutel}")
    for rij in rapport.antwoorden:
        pad = f"{GEHEEL}#deel-verantwoording"
        yield Plaats("waarschuwingsantwoord", rij.sleutel, rij.zin, distinct(rij.antwoord), pad)


def words_of_oordeel(oordeel: Oordeelregel) -> tuple[str, ...]:
    return oordeel.oorzaak, oordeel.gevolg, oordeel.bijsturing


def words_of_tijdspad(tijdspad: Tijdspadregel) -> tuple[str, ...]:
    return tijdspad.actueel, tijdspad.oorspronkelijk, tijdspad.reden
