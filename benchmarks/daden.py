"""The three acts in the middle of which the server falls over: how to do one, and whether it was done."""

from abc import ABC, abstractmethod
from datetime import date

from benchmarks.bezoeker import Antwoord, Bezoeker
from benchmarks.proefronde import METING, NU, gezien_in, make_goedgekeurde_ronde, make_ronde, rijen_of
from programmalijnen.bouwen.keuring import read_gezien
from programmalijnen.bouwen.ophalen import ACTIVITEITEN, Plek, fetch_invoerblad
from programmalijnen.models import Gebruiker, Invoerstaat, Meting, Programma, Rapportageronde, Rondestaat
from programmalijnen.services.invoer import save_invoer
from programmalijnen.services.invoerstaten import approve_invoer
from rapportage.services import adopt_ronde

TEKST = "Getypt vlak voordat de stroom uitviel."
WAARDE = "60"


class Daad(ABC):
    """One act on one round. `prepare` before, `send` over HTTP or `call` the service; then `outcome`."""

    naam: str

    def __init__(self, programma: Programma, manager: Gebruiker) -> None:
        self.programma, self.manager = programma, manager
        self.ronde = self.make_ronde()

    def make_ronde(self) -> Rapportageronde:
        return make_ronde(self.programma, self.manager)

    @property
    def basis(self) -> str:
        return f"/werk/{self.programma.slug}/{self.ronde.slug}/"

    @abstractmethod
    def prepare(self, bezoeker: Bezoeker) -> tuple[str, dict[str, object]]:
        """The address and the fields of the form, as a browser would have them ready."""

    @abstractmethod
    def call(self) -> None:
        """The same without a server."""

    @abstractmethod
    def outcome(self) -> set[bool]:
        """Of everything the act writes whether it is there: {True}, {False}, or both when it is half."""

    def send(self, bezoeker: Bezoeker, klaar: tuple[str, dict[str, object]]) -> Antwoord:
        return bezoeker.post(*klaar)


class Vaststellen(Daad):
    naam = "vaststellen"

    def make_ronde(self) -> Rapportageronde:
        return make_goedgekeurde_ronde(self.programma, self.manager)

    def prepare(self, bezoeker: Bezoeker) -> tuple[str, dict[str, object]]:
        pad = f"{self.basis}vaststellen/"
        return pad, bezoeker.read_form(pad) | {"vastgesteld_op": "3 september 2024"}

    def call(self) -> None:
        adopt_ronde(ronde=self.ronde, door=self.manager, op=NU, vastgesteld_op=date(2024, 9, 3))

    def outcome(self) -> set[bool]:
        ronde = Rapportageronde.objects.get(pk=self.ronde.pk)
        return {ronde.staat == Rondestaat.VASTGESTELD, ronde.edities.exists()}


class Goedkeuren(Daad):
    naam = "goedkeuren"

    def prepare(self, bezoeker: Bezoeker) -> tuple[str, dict[str, object]]:
        return f"{self.basis}keuren/", {"kies": gezien_in(self.ronde), "daad": "akkoord"}

    def call(self) -> None:
        gezien = [read_gezien(tekst) for tekst in gezien_in(self.ronde)]
        approve_invoer(ronde=self.ronde, gezien=gezien, door=self.manager, op=NU)

    def outcome(self) -> set[bool]:
        return {rij.staat == Invoerstaat.AKKOORD for rij in rijen_of(self.ronde)}


class Opslaan(Daad):
    """A text and a measured value on one page: two rows."""

    naam = "opslaan"

    def prepare(self, bezoeker: Bezoeker) -> tuple[str, dict[str, object]]:
        pad = f"{self.basis}activiteiten/activiteit-0/"
        velden = bezoeker.read_form(pad)
        return pad, velden | {"tekst": TEKST, self.find_meting(velden): WAARDE}

    def find_meting(self, namen: object) -> str:
        """The field of the value of this round; those of earlier rounds can be corrected on the same page."""
        return next(
            naam for naam in namen if naam.startswith(f"meting.{METING}.{self.ronde.peildatum.isoformat()}")
        )

    def call(self) -> None:
        plek = Plek(ronde=self.ronde, soort=ACTIVITEITEN, sleutel="activiteit-0")
        geladen = fetch_invoerblad(plek).teksten
        ingevoerd = geladen | {"tekst": TEKST, self.find_meting(geladen): WAARDE}
        save_invoer(plek=plek, ingevoerd=ingevoerd, geladen=geladen, door=self.manager, op=NU)

    def outcome(self) -> set[bool]:
        eerste = next(rij for rij in rijen_of(self.ronde) if rij.activiteit.sleutel == "activiteit-0")
        gemeten = Meting.objects.filter(peildatum=self.ronde.peildatum, waarde=WAARDE)
        return {eerste.tekst == TEKST, gemeten.exists()}


DADEN: tuple[type[Daad], ...] = (Vaststellen, Goedkeuren, Opslaan)
