"""What the check page shows: the warnings by line, each with its answer and the form to give one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2s

from programmalijnen.models import Rapportageronde, Waarschuwingsantwoord

from ..bouwen.verantwoording import Controle
from ..controle.feiten import GELD, PROGRAMMA, Punt
from ..forms import AntwoordForm
from .herstel import LINKWOORDEN, url_of

# Of these a programme may have one at every doel or text: three or more in a block are folded.
MAPPEN = {
    "ontbreekt": "doelen waarbij iets ontbreekt om ze te toetsen",
    "zelf-goedgekeurd": "teksten die één persoon invulde en goedkeurde",
}
VANAF = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Puntregel:
    """`antwoord` is to this very sentence, `oud` to one the warning no longer says; `form` to answer it."""

    punt: Punt
    anker: str
    url: str
    link: str
    antwoord: Waarschuwingsantwoord | None
    oud: Waarschuwingsantwoord | None
    form: AntwoordForm | None

    @property
    def soort(self) -> str:
        return self.punt.sleutel.partition(":")[0]

    @property
    def is_open(self) -> bool:
        return not self.punt.is_neutraal and self.antwoord is None

    @property
    def versie(self) -> int | str:
        rij = self.antwoord or self.oud
        return rij.versie if rij else ""

    @property
    def toont_formulier(self) -> bool:
        """Opened at once where something typed was not saved."""
        return self.form is not None and self.form.is_bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """Many warnings of one kind, folded; open where something typed was not saved."""

    titel: str
    regels: tuple[Puntregel, ...]

    @property
    def aantal_open(self) -> int:
        return sum(regel.is_open for regel in self.regels)

    @property
    def staat_open(self) -> bool:
        return any(regel.toont_formulier for regel in self.regels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Blok:
    """The warnings of a line, of the money or of the programme; `neutraal` explains and asks nothing.

    What comes in numbers stands in `mappen`, so that it hides nothing.
    """

    anker: str
    titel: str
    punten: tuple[Puntregel, ...]
    mappen: tuple[Map, ...]
    neutraal: tuple[Puntregel, ...]

    @property
    def aantal(self) -> int:
        return len(self.punten) + sum(len(map_.regels) for map_ in self.mappen)

    @property
    def aantal_open(self) -> int:
        return sum(regel.is_open for regel in self.punten) + sum(map_.aantal_open for map_ in self.mappen)


class Controleblad:
    """`form` was sent and not saved; it stands at its own warning, or above all when that went."""

    def __init__(
        self, controle: Controle, ronde: Rapportageronde, form: AntwoordForm | None, *, mag_beheren: bool
    ) -> None:
        self.controle, self.ronde, self.mag_beheren = controle, ronde, mag_beheren
        self.verzonden = form
        self.regels = [self.make_regel(punt) for punt in controle.punten]

    @property
    def zwervend(self) -> AntwoordForm | None:
        """What was typed at a warning that is no more."""
        return self.verzonden if not any(regel.toont_formulier for regel in self.regels) else None

    @property
    def aantal_open(self) -> int:
        return sum(regel.is_open for regel in self.regels)

    @property
    def aantal_beantwoord(self) -> int:
        return sum(regel.antwoord is not None for regel in self.regels)

    @property
    def aantal_neutraal(self) -> int:
        return sum(regel.punt.is_neutraal for regel in self.regels)

    @property
    def blokken(self) -> Iterator[Blok]:
        """The lines in report order, then the money, then what is of the whole programme."""
        lijnen = self.controle.rapport.lijnen
        groepen = [(lijn.code, f"{lijn.code}. {lijn.titel}") for lijn in lijnen]
        for groep, titel in [*groepen, (GELD, "Geld"), (PROGRAMMA, "Hele programma")]:
            regels = [regel for regel in self.regels if regel.punt.groep == groep]
            if regels:
                yield make_blok(f"groep-{groep or 'programma'}".replace(".", "-"), titel, regels)

    def make_regel(self, punt: Punt) -> Puntregel:
        antwoord = self.controle.antwoorden.get(punt.sleutel)
        geldt = antwoord is not None and antwoord.zin == punt.zin
        return Puntregel(
            punt=punt,
            anker=name_anker(punt.sleutel),
            url=url_of(punt.plek, self.ronde, mag_beheren=self.mag_beheren),
            link=LINKWOORDEN[punt.plek.soort],
            antwoord=antwoord if geldt else None,
            oud=None if geldt else antwoord,
            form=self.make_form(punt, antwoord) if self.mag_beheren and not punt.is_neutraal else None,
        )

    def make_form(self, punt: Punt, antwoord: Waarschuwingsantwoord | None) -> AntwoordForm:
        verzonden = self.verzonden
        anker = name_anker(punt.sleutel)
        if verzonden is not None and verzonden.data.get("waarschuwing") == punt.sleutel:
            verzonden.auto_id = f"{anker}-%s"
            return verzonden
        begin = {"antwoord": antwoord.antwoord if antwoord else ""}
        return AntwoordForm(initial=begin, auto_id=f"{anker}-%s")


def make_blok(anker: str, titel: str, regels: list[Puntregel]) -> Blok:
    mappen = {soort: select(regels, soort) for soort in MAPPEN}
    gevouwen = {soort: deel for soort, deel in mappen.items() if len(deel) >= VANAF}
    return Blok(
        anker=anker,
        titel=titel,
        punten=tuple(regel for regel in regels if not regel.punt.is_neutraal and regel.soort not in gevouwen),
        mappen=tuple(Map(titel=MAPPEN[soort], regels=deel) for soort, deel in gevouwen.items()),
        neutraal=tuple(regel for regel in regels if regel.punt.is_neutraal),
    )


def select(regels: Iterable[Puntregel], soort: str) -> tuple[Puntregel, ...]:
    return tuple(regel for regel in regels if regel.soort == soort)


def name_anker(sleutel: str) -> str:
    """The place of a warning on the page; its sleutel may hold any character."""
    return f"punt-{blake2s(sleutel.encode(), digest_size=6).hexdigest()}"
