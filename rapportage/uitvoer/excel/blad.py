"""A sheet that is written from top to bottom, laid out to be read on a screen and printed on A4."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from openpyxl import Workbook
from openpyxl.chart._chart import ChartBase
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break

from .cellen import Cel, cut_tekst, make_cells, visible
from .hoogte import MAX_REGELS, PUNTEN_PER_REGEL, count_lines, cut_readable, spread, text_room
from .kolom import SLEUTEL, Kolom
from .naamstrook import Naamstrook
from .pagina import page_points, set_page
from .stijlen import VET, Stijl

KOPRIJ = 4

Waarde = Cel | str | None


@dataclass(frozen=True, slots=True)
class Blokrij:
    """A row of a block: its sleutel and a value for every column."""

    sleutel: str
    cellen: Sequence[Waarde]


class Blad:
    """A write-only sheet; `rij` is the number of the last row, `punten` the height since the last page break.

    Title, edition and column headings stay in sight while scrolling; the headings return on every printed
    page. The last column holds the sleutels, hidden.
    """

    def __init__(
        self, boek: Workbook, naam: str, titel: str, kolommen: Sequence[Kolom], strook: Naamstrook
    ) -> None:
        self.sheet = boek.create_sheet(naam)
        self.naam = naam
        self.kolommen = (*kolommen, SLEUTEL)
        self.breed = len(kolommen)
        self.rij = 0
        self.punten = 0.0
        # A write-only sheet takes columns and page only before its first row.
        self._set_columns()
        set_page(self.sheet, f"{strook.programma} – {strook.ronde} – {strook.editie}")
        self._write_head(titel, strook)

    def add(self, *waarden: Waarde, stijl: Stijl = Stijl.TEKST, sleutel: str = "", regels: float = 0) -> int:
        """Write one row and return its number. Text that does not fit in a cell goes on in a row below it.

        `regels` is the height in lines; 0 takes what the longest text needs.
        """
        cellen = self._fill_up(waarden, stijl, sleutel)
        begin = self.rij + 1
        while cellen:
            delen = [_cut(cel) for cel in cellen]
            rij = tuple(cel for cel, _ in delen)
            self._send(rij, regels or self._lines(rij))
            cellen = tuple(rest for _, rest in delen) if any(rest.waarde for _, rest in delen) else ()
        return begin

    def add_block(self, rijen: Sequence[Blokrij], samen: Mapping[int, str]) -> None:
        """Rows that belong together; in the columns of `samen` (from 0) stands a text that runs over all."""
        delen = {kolom: cut_tekst(visible(tekst)) for kolom, tekst in samen.items()}
        eigen = [self._lines(self._fill_up(rij.cellen, Stijl.TEKST, ""), behalve=[*samen]) for rij in rijen]
        nodig = max(count_lines(deel, self._room(kolom, kolom + 1)) for kolom, (deel, _) in delen.items())
        begin = self.rij + 1
        hoog = spread(eigen, nodig)
        leeg = [Blokrij("", [None] * self.breed)] * (len(hoog) - len(rijen))
        for regels, rij in zip(hoog, [*rijen, *leeg], strict=True):
            cellen = [*rij.cellen]
            for kolom, (deel, _) in delen.items():
                cellen[kolom] = deel if self.rij + 1 == begin else None
            self.add(*cellen, sleutel=rij.sleutel, regels=regels)
        for kolom in samen:
            self._merge(begin, kolom + 1, self.rij, kolom + 1)
        rest = {kolom: rest for kolom, (_, rest) in delen.items()}
        if any(rest.values()):
            self.add_block([Blokrij(rijen[0].sleutel, [None] * self.breed)], rest)

    def across(self, tekst: str, *, stijl: Stijl, sleutel: str = "", hoger: float = 1) -> int:
        """A text over the whole width."""
        regels = count_lines(tekst, int(self._room(0, self.breed) / hoger))
        self.add(tekst, stijl=stijl, sleutel=sleutel, regels=regels * hoger)
        self._merge(self.rij, 1, self.rij, self.breed)
        return self.rij

    def add_group(self, tekst: str, sleutel: str = "") -> int:
        """A heading inside the table."""
        return self.across(tekst, stijl=Stijl.GROEP, sleutel=sleutel, hoger=1.3)

    def add_text(self, label: str, tekst: str, sleutel: str = "") -> None:
        """A label with running text beside it, over as many rows as the text needs."""
        for stuk in cut_readable(visible(tekst), self._room(1, self.breed)):
            self.add_wide((Cel(label, Stijl.LABEL), stuk), (1, self.breed - 1), sleutel=sleutel)
            label = ""

    def add_wide(
        self,
        waarden: Sequence[Waarde],
        spans: Sequence[int],
        *,
        stijl: Stijl = Stijl.TEKST,
        sleutel: str = "",
    ) -> int:
        """A row of which each value takes as many columns as `spans` says, together at most all."""
        begin = [sum(spans[:nummer]) for nummer in range(len(spans))]
        cellen: list[Waarde] = [None] * self.breed
        regels = 1
        for kolom, span, waarde in zip(begin, spans, waarden, strict=True):
            cellen[kolom] = waarde
            ruimte = room_in(waarde, self._room(kolom, kolom + span))
            regels = max(regels, count_lines(_text(waarde), ruimte))
        self.add(*cellen, stijl=stijl, sleutel=sleutel, regels=regels)
        for kolom, span in zip(begin, spans, strict=True):
            self._merge(self.rij, kolom + 1, self.rij, kolom + span)
        return self.rij

    def add_chart(self, grafiek: ChartBase, punten: float) -> None:
        """Below the last row, over as many empty rows as its height of `punten` takes."""
        self.sheet.add_chart(grafiek, f"A{self.rij + 1}")
        for _ in range(ceil(punten / PUNTEN_PER_REGEL) + 1):
            self._send((), 1)

    def break_page(self) -> None:
        self.sheet.row_breaks.append(Break(id=self.rij))
        self.punten = 0.0

    @property
    def page_points(self) -> float:
        return page_points(sum(kolom.breedte for kolom in self.kolommen[: self.breed]))

    # --- inside -------------------------------------------------------------------------------------------

    def _set_columns(self) -> None:
        for nummer, kolom in enumerate(self.kolommen, 1):
            dimensie = self.sheet.column_dimensions[get_column_letter(nummer)]
            dimensie.width = kolom.breedte
            dimensie.hidden = kolom.verborgen

    def _write_head(self, titel: str, strook: Naamstrook) -> None:
        self.sheet.freeze_panes = f"B{KOPRIJ + 1}"
        self.sheet.print_title_rows = f"{KOPRIJ}:{KOPRIJ}"
        self.across(titel, stijl=Stijl.TITEL, hoger=1.7)
        self.across(f"{strook.programma} – {strook.ronde}", stijl=Stijl.ONDERTITEL)
        self.across(strook.editie, stijl=Stijl.CONCEPT if strook.is_concept else Stijl.ONDERTITEL)
        koppen = (Cel(kolom.kop, Stijl.KOP_GETAL if kolom.is_getal else Stijl.KOP) for kolom in self.kolommen)
        self.add(*[*koppen][: self.breed], sleutel=SLEUTEL.kop)

    def _fill_up(self, waarden: Iterable[Waarde], stijl: Stijl, sleutel: str) -> tuple[Cel, ...]:
        cellen = [waarde if isinstance(waarde, Cel) else Cel(waarde, stijl) for waarde in waarden]
        cellen += [Cel(None, stijl)] * (self.breed - len(cellen))
        return (*cellen, Cel(sleutel or None, Stijl.BIJ))

    def _send(self, cellen: tuple[Cel, ...], regels: float) -> None:
        self.rij += 1
        hoogte = PUNTEN_PER_REGEL * min(regels, MAX_REGELS)
        self.punten += hoogte
        self.sheet.row_dimensions[self.rij].height = hoogte
        self.sheet.append(make_cells(self.sheet, cellen))

    def _merge(self, rij: int, kolom: int, tot_rij: int, tot_kolom: int) -> None:
        if (rij, kolom) != (tot_rij, tot_kolom):
            begin, einde = get_column_letter(kolom), get_column_letter(tot_kolom)
            self.sheet.merged_cells.add(f"{begin}{rij}:{einde}{tot_rij}")

    def _room(self, vanaf: int, tot: int) -> int:
        """How many characters of running text a line has in the columns from `vanaf` up to `tot`."""
        return text_room(sum(kolom.breedte for kolom in self.kolommen[vanaf:tot]))

    def _lines(self, cellen: Sequence[Cel], behalve: Sequence[int] = ()) -> int:
        return max(
            count_lines(_text(cel), room_in(cel, self._room(kolom, kolom + 1)))
            for kolom, cel in enumerate(cellen[: self.breed])
            if kolom not in behalve
        )


def room_in(waarde: Waarde, tekens: int) -> int:
    """How many characters fit on a line: bold ones are wider."""
    return int(tekens * 0.9) if isinstance(waarde, Cel) and waarde.stijl in VET else tekens


def _text(waarde: Waarde) -> str:
    tekst = waarde.waarde if isinstance(waarde, Cel) else waarde
    return tekst if isinstance(tekst, str) else ""


def _cut(cel: Cel) -> tuple[Cel, Cel]:
    """The cell with what it can hold, and the one below it with the rest of its text, if any."""
    if not isinstance(cel.waarde, str):
        return cel, replace(cel, waarde=None)
    deel, rest = cut_tekst(visible(cel.waarde))
    return replace(cel, waarde=deel), replace(cel, waarde=rest or None)
