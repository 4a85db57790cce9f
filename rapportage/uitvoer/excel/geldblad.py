"""The sheet Financiën: every line of money once, with live sums below its own lines (rekenregels 5)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill

from dordt_monitor.opmaak import format_bedrag, format_met_precisie

from ...rapport import Financien, Financieringregel, Financieringsgroep, Rapport, Standtotaal
from ..geldwoorden import BEREKEND, GEEN_BEDRAGEN, GEEN_TOTAAL, describe_groep
from ..woorden import aantekening_woorden
from .blad import KOPRIJ, Blad, Waarde
from .cellen import Cel, Formule
from .kolom import Kolom, fit
from .naamstrook import Naamstrook
from .som import check_formula, sum_formula, total_cells
from .stijlen import ACHTER, HEFBOOM, Stijl, bedragformaat

CONTROLE, BUITEN = "H", "I"


def kolommen(rapport: Rapport) -> tuple[Kolom, ...]:
    bedrag = fit(15, printed_amounts(rapport.financien))
    return (
        Kolom("Financiering", 46),
        Kolom("Ten behoeve van", 27),
        Kolom("Periode", 15),
        Kolom("Bedrag", bedrag, is_getal=True),
        Kolom("Volgens dit\nrapport", bedrag, is_getal=True),
        Kolom("Totaal in\nde bron", 16, is_getal=True),
        Kolom("Verschil met\nde bron", 16, is_getal=True),
        Kolom("Controle van\nde optelling", 16, is_getal=True),
        Kolom("Staat buiten\nhet totaal", bedrag, is_getal=True),
        Kolom("Aantekening", 32),
    )


def printed_amounts(financien: Financien) -> Iterator[str]:
    """Every amount as it will be shown; one that does not fit in its column shows as #####."""
    if financien.totaal is not None:
        yield print_bedrag(financien.totaal, financien.totaal_precisie)
    for groep in financien.groepen:
        for regel in groep.regels:
            regels = (regel, *regel.cofinanciering)
            bedragen = [(deel.bedrag, deel.precisie) for deel in (*regels, *regel.standen)]
            yield from (print_bedrag(bedrag, precisie) for bedrag, precisie in bedragen if bedrag is not None)


def print_bedrag(bedrag: Decimal, precisie: str) -> str:
    return format_met_precisie(format_bedrag(bedrag), precisie)


@dataclass(slots=True)
class Geldblad:
    """The sheet, and on which row each line of money and each of its standen stands, by its sleutel."""

    blad: Blad
    regels: dict[str, int] = field(default_factory=dict)
    standen: dict[str, list[tuple[str, int]]] = field(default_factory=dict)


def write_geldblad(boek: Workbook, rapport: Rapport, strook: Naamstrook) -> None:
    blad = Blad(boek, "Financiën", f"Financiën {rapport.ronde.label}", kolommen(rapport), strook)
    geld = Geldblad(blad)
    for lijn in rapport.lijnen:
        if lijn.financien.groepen:
            write_financien(geld, f"{lijn.code} {lijn.titel}", lijn.sleutel, lijn.financien)
    zonder = [lijn.code for lijn in rapport.lijnen if not lijn.financien.groepen]
    if zonder:
        soort = rapport.programma.lijn_enkelvoud
        blad.add(Cel(f"Geen eigen financiering bij {soort} {', '.join(zonder)}", Stijl.BIJ))
    # The programme holds every line of money once more; its sums point to the rows above.
    write_financien(geld, "Hele programma", "", rapport.financien)
    mark_differences(blad, CONTROLE)


def write_financien(geld: Geldblad, kop: str, sleutel: str, financien: Financien) -> None:
    geld.blad.add_group(kop, sleutel)
    groepen = [(groep, write_groep(geld, groep)) for groep in financien.groepen]
    if financien.totaal is None:
        geld.blad.add(Cel(GEEN_TOTAAL if financien.groepen else GEEN_BEDRAGEN, Stijl.BIJ))
    else:
        rijen = [rij for groep, rij in groepen if groep.telt_mee and rij is not None]
        write_totaal(geld.blad, financien, financien.totaal, rijen)
    write_toegift(geld, financien)


def write_groep(geld: Geldblad, groep: Financieringsgroep) -> int | None:
    """The lines of a group and their sum; returns the row of the sum, None when no amount is known."""
    nieuw = [regel for regel in groep.regels if regel.sleutel not in geld.regels]
    for regel in nieuw:
        geld.regels[regel.sleutel] = write_regel(geld, regel, groep.periode)
    label = describe_groep(groep) if nieuw else f"{describe_groep(groep)} (regels hierboven)"
    if groep.bedrag is None:
        geld.blad.add(Cel(label, Stijl.LABEL), None, groep.periode, "geen bedrag bekend")
        return None
    formule = sum_formula(geld.regels[regel.sleutel] for regel in groep.regels)
    cijfers = total_cells(
        geld.blad.rij + 1,
        formule,
        groep.bedrag,
        precisie=groep.precisie,
        gedrukt=groep.gedrukt,
        verschil=groep.verschil,
        stijl=Stijl.SUBTOTAAL,
    )
    return geld.blad.add(
        Cel(label, Stijl.LABEL), None, groep.periode, *cijfers, None, incomplete(groep.onvolledig)
    )


def write_regel(geld: Geldblad, regel: Financieringregel, periode: str) -> int:
    """A line with, below it and outside the total, its standen and cofinanciering; returns its own row."""
    blad, zonder_eigen = geld.blad, regel.bedrag is None and regel.standen
    rij = blad.add(
        regel.bron,
        regel.ten_behoeve_van,
        describe_periode(regel, periode),
        None if zonder_eigen else amount(regel.bedrag, regel.toestand, regel.precisie),
        *[None] * 5,
        aantekening_woorden(regel),
        sleutel=regel.sleutel,
    )
    for stand in regel.standen:
        woord = f"– waarvan {stand.stand}" if stand.waarvan else f"– {stand.stand}"
        plek = write_buiten(blad, woord, stand.periode, amount(stand.bedrag, "", stand.precisie))
        geld.standen.setdefault(regel.sleutel, []).append((stand.stand, plek))
    for deel in regel.cofinanciering:
        bedrag = amount(deel.bedrag, "in natura" if deel.in_natura else deel.toestand, deel.precisie)
        label = f"– cofinanciering: {deel.bron}"
        write_buiten(blad, label, deel.periode, bedrag, deel.toelichting, sleutel=deel.sleutel)
    return rij


def describe_periode(regel: Financieringregel, periode: str) -> str:
    woorden = regel.periode or periode or "niet vermeld"
    return f"{woorden} (elk jaar)" if regel.per_jaar else woorden


def write_buiten(
    blad: Blad, label: str, periode: str, bedrag: Cel, meer: str = "", *, sleutel: str = ""
) -> int:
    return blad.add(Cel(label, Stijl.BIJ), None, periode, *[None] * 5, bedrag, meer, sleutel=sleutel)


def amount(bedrag: Decimal | None, toestand: str, precisie: str) -> Cel:
    """The number with its precision in the format, or the words of the state that is not a number."""
    if bedrag is None:
        return Cel(toestand, Stijl.BIJ)
    return Cel(bedrag, Stijl.GETAL, bedragformaat(bedrag, precisie))


def write_totaal(blad: Blad, financien: Financien, totaal: Decimal, rijen: Iterable[int]) -> int:
    cijfers = total_cells(
        blad.rij + 1,
        sum_formula(rijen),
        totaal,
        precisie=financien.totaal_precisie,
        gedrukt=financien.totaal_gedrukt,
        verschil=financien.totaal_verschil,
        stijl=Stijl.TOTAAL,
    )
    tekst = incomplete(financien.totaal_onvolledig)
    return blad.add(Cel("Totaal beschikbaar", Stijl.LABEL), None, None, *cijfers, None, tekst)


def write_toegift(geld: Geldblad, financien: Financien) -> None:
    """What is to be known beside the total: the part accounted for elsewhere, the hefboom, the standen."""
    blad = geld.blad
    if financien.waarvan_elders is not None:
        rijen = [
            geld.regels[regel.sleutel]
            for groep in financien.groepen
            for regel in groep.regels
            if groep.telt_mee and regel.elders_verantwoord
        ]
        write_memo(
            blad,
            "waarvan elders verantwoord",
            financien.waarvan_elders,
            sum_formula(rijen) if rijen else None,
        )
    if financien.hefboom is not None:
        write_hefboom(blad, financien)
    for stand in financien.standen:
        write_standtotaal(geld, financien, stand)


def write_standtotaal(geld: Geldblad, financien: Financien, totaal: Standtotaal) -> None:
    """The live sum of all lines in one stand, in the column of what stays outside the totals."""
    rijen = [
        rij
        for groep in financien.groepen
        for regel in groep.regels
        for stand, rij in geld.standen.get(regel.sleutel, ())
        if stand == totaal.stand
    ]
    formaat = bedragformaat(totaal.bedrag, totaal.precisie)
    deel = f" (deel van {totaal.waarvan})" if totaal.waarvan else ""
    geld.blad.add(
        Cel(f"Totaal {totaal.stand}{deel}", Stijl.LABEL),
        *[None] * 3,
        Cel(totaal.bedrag, Stijl.SUBTOTAAL, formaat),
        Cel(BEREKEND, Stijl.SUBTOTAAL),
        None,
        Cel(check_formula(geld.blad.rij + 1, BUITEN), Stijl.SUBTOTAAL),
        Cel(sum_formula(rijen, BUITEN), Stijl.SUBTOTAAL, formaat),
    )


def write_memo(blad: Blad, label: str, bedrag: Decimal, formule: Formule | None) -> int:
    waarde: Waarde = None if formule is None else Cel(formule, Stijl.GETAL, bedragformaat(bedrag))
    return blad.add(label, None, None, waarde, Cel(bedrag, Stijl.GETAL, bedragformaat(bedrag)))


def write_hefboom(blad: Blad, financien: Financien) -> None:
    """Generated money over investment, live from the two figures the Rapport computed it from."""
    if financien.investering is None or financien.gegenereerd is None:
        return
    onder = write_memo(blad, "voor de hefboom: investering", financien.investering, None)
    boven = write_memo(blad, "voor de hefboom: gegenereerde extra financiering", financien.gegenereerd, None)
    blad.add(
        Cel("Hefboom (gegenereerd gedeeld door investering)", Stijl.LABEL),
        None,
        None,
        Cel(Formule(f"=ROUND(E{boven}/E{onder},2)"), Stijl.SUBTOTAAL, HEFBOOM),
        Cel(financien.hefboom, Stijl.SUBTOTAAL, HEFBOOM),
        Cel("berekend", Stijl.SUBTOTAAL),
        None,
        Cel(check_formula(blad.rij + 1), Stijl.SUBTOTAAL),
    )


def incomplete(onvolledig: str) -> str:
    return f"onvolledig: {onvolledig}" if onvolledig else ""


def mark_differences(blad: Blad, van: str, tot: str = "") -> None:
    """A check that fails stands out, in the columns `van` up to and including `tot`."""
    regel = FormulaRule(
        formula=[f'LEFT({van}{KOPRIJ + 1},9)="verschil "'],
        fill=PatternFill("solid", bgColor=ACHTER),
        font=Font(bold=True),
    )
    blad.sheet.conditional_formatting.add(f"{van}{KOPRIJ + 1}:{tot or van}{blad.rij}", regel)
