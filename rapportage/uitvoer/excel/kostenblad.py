"""The sheet Kosten: posts by year, planned beside realised, with live totals and the saldo."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from dordt_monitor.opmaak import format_bedrag, format_met_precisie
from financien.begrippen import Uitgavesoort
from financien.feiten import Cel as Matrixcel
from financien.feiten import Jaarsaldo, Kolom, Rij, Som, Uitgaventabel
from financien.uitgaven import MEERDERE_LIJNEN

from ...geldjaren import Geldjaren, make_geldjaren
from ...grafieken import kosten_grafiek
from ...grafieken.woorden import upper_first
from ...rapport import Rapport
from ..geldwoorden import BEREKEND
from . import kolom
from .blad import Blad, Waarde
from .cellen import Cel, Formule
from .geldblad import mark_differences
from .grafiekblok import add_grafieken
from .naamstrook import Naamstrook
from .som import compare_formula, sum_formula
from .stijlen import Stijl, bedragformaat

NAAM = "Kosten"
VOORAF = 2
"""The columns before those of the years: the post and its lines."""

GRAFIEKREEKS = VOORAF + 1


@dataclass(slots=True)
class Kostenblad:
    """The sheet, the columns of the years and on which row each post stands, by its sleutel."""

    blad: Blad
    jaren: tuple[Kolom, ...]
    posten: dict[str, int] = field(default_factory=dict)

    def letter(self, jaar: int, soort: Uitgavesoort) -> str:
        plek = next(i for i, deel in enumerate(self.jaren) if (deel.jaar, deel.soort) == (jaar, soort))
        return get_column_letter(VOORAF + 1 + plek)

    def add(self, label: Waarde, cellen: dict[str, Waarde], lijnen: str = "", *, meer: str = "") -> int:
        """A row with these values by the letter of their column; `meer` goes in the last one."""
        letters = [get_column_letter(VOORAF + 1 + nummer) for nummer in range(len(self.jaren))]
        return self.blad.add(label, lijnen, *(cellen.get(letter) for letter in letters), meer)


def write_kostenblad(boek: Workbook, rapport: Rapport, strook: Naamstrook) -> None:
    """No sheet at all when the programme keeps no kostenposten."""
    if not rapport.financien.kostenposten:
        return
    geld = make_geldjaren(rapport.financien, van_lijn=False)
    jaren = geld.matrix.kolommen
    blad = Blad(boek, NAAM, f"Kosten {rapport.ronde.label}", make_kolommen(geld.matrix), strook)
    kosten = Kostenblad(blad, jaren)
    for rij in geld.matrix.rijen:
        write_post(kosten, rij)
    write_totalen(kosten, "Hele programma", geld)
    for lijn in rapport.lijnen:
        if lijn.financien.jaartotalen:
            naam = f"{lijn.code} {lijn.titel}"
            write_totalen(kosten, naam, make_geldjaren(lijn.financien, van_lijn=True))
    if jaren:
        mark_differences(blad, get_column_letter(VOORAF + 1), get_column_letter(VOORAF + len(jaren)))
        add_grafieken(blad, (kosten_grafiek(rapport.financien, "programma"),), reeks=GRAFIEKREEKS)


def make_kolommen(matrix: Uitgaventabel) -> tuple[kolom.Kolom, ...]:
    breedte = kolom.fit(16, printed_amounts(matrix))
    return (
        kolom.Kolom("Post", 46),
        kolom.Kolom("Lijnen", 18),
        *(kolom.Kolom(f"{deel.kop}\n{deel.soort}", breedte, is_getal=True) for deel in matrix.kolommen),
        kolom.Kolom("Aantekening", 44),
    )


def printed_amounts(matrix: Uitgaventabel) -> Iterator[str]:
    """Every amount as it will be shown; one that does not fit in its column shows as #####."""
    sommen = [(deel.totaal.bedrag, deel.totaal.precisie) for deel in matrix.kolommen]
    cellen = [
        (cel.uitgave.bedrag, cel.uitgave.precisie)
        for rij in matrix.rijen
        for cel in rij.cellen
        if cel.uitgave
    ]
    for bedrag, precisie in (*sommen, *cellen):
        if bedrag is not None:
            yield format_met_precisie(format_bedrag(bedrag), precisie)


def write_post(kosten: Kostenblad, rij: Rij) -> None:
    post = rij.post
    cellen = {kosten.letter(cel.kolom.jaar, cel.kolom.soort): amount(cel) for cel in rij.cellen}
    anders = (f"{cel.kolom.jaar} {cel.kolom.soort}: {cel.label}" for cel in rij.cellen if cel.label)
    meer = "; ".join(filter(None, (rij.aandeel, post.toelichting, *anders)))
    label = f"{'– ' * rij.diepte}{post.titel}"
    kosten.posten[post.sleutel] = kosten.add(label, cellen, post.lijnwoorden, meer=meer)


def amount(cel: Matrixcel) -> Waarde:
    """The number, or the words of why there is none; nothing where nothing was entered."""
    uitgave = cel.uitgave
    if uitgave is None:
        return None
    if uitgave.bedrag is None:
        return Cel(str(uitgave.toestand), Stijl.BIJ)
    return Cel(uitgave.bedrag, Stijl.GETAL, bedragformaat(uitgave.bedrag, uitgave.precisie))


def write_totalen(kosten: Kostenblad, kop: str, geld: Geldjaren) -> None:
    """The live sums, what the report and the source say of them, whether they agree, and the saldo."""
    kosten.blad.add_group(kop)
    sommen = {kosten.letter(deel.jaar, deel.soort): deel for deel in geld.matrix.kolommen}
    live = kosten.add(
        Cel("Totaal", Stijl.LABEL),
        {letter: live_total(kosten, geld.matrix, deel, letter) for letter, deel in sommen.items()},
    )
    write_beside(kosten, live, {letter: deel.totaal for letter, deel in sommen.items()})
    if geld.saldi:
        write_saldi(kosten, live, geld.saldi)
    for deel in geld.matrix.kolommen:
        if deel.afwijking:
            kosten.blad.add_text(f"Verschil {deel.jaar}", deel.afwijking)
        if deel.totaal.onvolledig:
            kosten.blad.add_text(f"Ontbreekt {deel.kop} {deel.soort}", deel.totaal.onvolledig)
    gedeeld = [rij.post.titel for rij in geld.matrix.rijen if rij.label]
    if gedeeld:
        kosten.blad.add_text(upper_first(MEERDERE_LIJNEN), "; ".join(gedeeld))


def live_total(kosten: Kostenblad, matrix: Uitgaventabel, deel: Kolom, letter: str) -> Waarde:
    if deel.totaal.bedrag is None:
        return Cel("geen bedrag bekend", Stijl.BIJ)
    rijen = [
        kosten.posten[rij.post.sleutel]
        for rij in matrix.rijen
        for cel in rij.cellen
        if rij.telt_mee and cel.kolom == deel and cel.uitgave
    ]
    formaat = bedragformaat(deel.totaal.bedrag, deel.totaal.precisie)
    return Cel(sum_formula(rijen, letter), Stijl.TOTAAL, formaat)


def write_beside(kosten: Kostenblad, live: int, sommen: dict[str, Som]) -> None:
    """Below a live row: the report's own figures, those of the source with the difference, and the check."""
    bekend = {letter: som for letter, som in sommen.items() if som.bedrag is not None}
    vast = write_sommen(kosten, "volgens dit rapport", bekend, lambda som: som.bedrag)
    if any(som.gedrukt is not None for som in bekend.values()):
        write_sommen(kosten, "in de bron", bekend, lambda som: som.gedrukt, zonder=BEREKEND)
        write_sommen(kosten, "verschil met de bron", bekend, lambda som: som.verschil)
    controle = {letter: compare_formula(f"{letter}{live}", f"{letter}{vast}") for letter in bekend}
    kosten.add(
        "controle van de optelling",
        {letter: Cel(formule, Stijl.GETAL) for letter, formule in controle.items()},
    )


def write_sommen(
    kosten: Kostenblad,
    label: str,
    sommen: dict[str, Som],
    read: Callable[[Som], Decimal | None],
    zonder: str = "",
) -> int:
    cellen: dict[str, Waarde] = {}
    for letter, som in sommen.items():
        bedrag = read(som)
        cellen[letter] = (
            Cel(zonder, Stijl.BIJ) if bedrag is None else Cel(bedrag, Stijl.GETAL, bedragformaat(bedrag))
        )
    return kosten.add(label, cellen)


def write_saldi(kosten: Kostenblad, totaal: int, saldi: tuple[Jaarsaldo, ...]) -> None:
    """Dekking minus the live total of the planned kosten, in the column of that plan."""
    plekken = {kosten.letter(saldo.jaar, Uitgavesoort.GEPLAND): saldo for saldo in saldi}
    dekking = write_sommen(
        kosten,
        "Dekking",
        {letter: saldo.dekking for letter, saldo in plekken.items()},
        lambda som: som.bedrag,
    )
    cellen: dict[str, Waarde] = {
        letter: Cel(
            Formule(f"={letter}{dekking}-{letter}{totaal}"),
            Stijl.TOTAAL,
            bedragformaat(saldo.som.bedrag, saldo.som.precisie),
        )
        for letter, saldo in plekken.items()
    }
    live = kosten.add(Cel("Saldo (dekking min geplande kosten)", Stijl.LABEL), cellen)
    write_beside(kosten, live, {letter: saldo.som for letter, saldo in plekken.items()})
    for saldo in saldi:
        kosten.blad.add_text(
            f"Saldo {saldo.jaar}", "; ".join(filter(None, (saldo.woorden, saldo.som.onvolledig)))
        )
