"""The versions of a doel's number, and the values agreed on the way, as rows below the doel."""

from collections.abc import Iterable
from typing import Any

from django import forms

from dordt_monitor.opmaak import format_datum
from dordt_monitor.velden import Datumveld, Tekstveld

from ..models import Besluit, Streefwaarde, Tussenwaarde
from ..models.basis import keuzes
from ..regels.begrippen import Precisie, Vorm
from ..regels.doelvelden import KENT_GETAL
from ..services.versies import ZONDER_BESLUIT, ZONDER_DAG, ZONDER_REDEN
from .afspraakvelden import Waardegetal
from .delen import Deelform, Deelformset, check_uniek, make_formset
from .velden import Rijkeuze
from .versies import Versieformset

GETAL_OF_BAND = "Geef één getal, of een laagste en een hoogste waarde."
LAAG_BOVEN_HOOG = "De laagste waarde is hoger dan de hoogste."
EEN_GETAL = "Bij deze vorm hoort één getal, geen laagste en hoogste."
TWEE_GETALLEN = "Bij een bandbreedte horen een laagste en een hoogste waarde."
TWEE_EERSTE = "Er is al een streefwaarde vanaf het begin. Zeg vanaf welke dag deze geldt."
ZELFDE_DAG = "Op deze dag gaat al een andere in."
SOORTEN = [("", "eerdere streefwaarde"), ("fasering", "punt van de fasering")]


class Streefwaardeform(Deelform):
    waarde = Waardegetal(label="Getal")
    laag = Waardegetal(label="Laagste")
    hoog = Waardegetal(label="Hoogste")
    precisie = forms.ChoiceField(
        label="Hoe precies?", choices=keuzes(Precisie), initial=Precisie.PRECIES.value
    )
    vanaf = Datumveld(label="Geldt vanaf", required=False)
    besluit = Rijkeuze(label="Besluit", leeg="niet vermeld")
    reden = Tekstveld(label="Reden", max_length=500)
    vindplaats = Tekstveld(label="Vindplaats", max_length=200)

    def __init__(self, *args: Any, besluiten: Iterable[Besluit], **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.fields["besluit"].offer(besluiten)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        waarde, laag, hoog = (gegevens.get(naam) for naam in ("waarde", "laag", "hoog"))
        heeft_band = laag is not None and hoog is not None
        leeg_band = laag is None and hoog is None
        if not self.errors and not (heeft_band if waarde is None else leeg_band):
            self.add_error("waarde", GETAL_OF_BAND)
        if heeft_band and laag > hoog:
            self.add_error("laag", LAAG_BOVEN_HOOG)
        return gegevens


class Streefwaardenformset(Versieformset):
    model = Streefwaarde
    naam = "streefwaarden"
    titel = "Streefwaarde"
    UITLEG = "Het getal dat is afgesproken. Bij een verandering (5% meer) vult u hier het percentage in."
    UITLEG_VAST = (
        "Een vastgesteld rapport toont dit doel. Wat daarin staat, blijft. Is er een nieuw getal "
        "afgesproken? Vul het dan in als nieuwe versie, met de dag waarop het ingaat, het besluit en de "
        "reden. Zolang geen rapport de nieuwe versie toont, kunt u haar aanpassen of weghalen."
    )

    def head_of(self, rij: Streefwaarde) -> str:
        return f"Vanaf {format_datum(rij.vanaf)}" if rij.vanaf else "Vanaf het begin"

    def clean(self) -> None:
        super().clean()
        blijvend = self.blijvende()
        check_uniek(blijvend, ("vanaf",), ZELFDE_DAG)
        eerste = [
            form for form in blijvend if "vanaf" in form.cleaned_data and not form.cleaned_data["vanaf"]
        ]
        for form in eerste[1:]:
            form.add_error("vanaf", ZONDER_DAG if self.vast else TWEE_EERSTE)
        for form in blijvend if self.vast else ():
            if not self.is_getoond(form) and form.has_changed():
                check_verantwoord(form)

    def check_vorm(self, vorm: Vorm, uitleg: str, *, ook_oude: bool) -> bool:
        """Whether the rows fit the vorm of their doel; says so at the row where not.

        `ook_oude`: the vorm was changed, so also rows that were there already.
        """
        goed = True
        for form in self.blijvende():
            fout = find_fout(vorm, heeft_getal=form.cleaned_data["waarde"] is not None, uitleg=uitleg)
            if fout and (ook_oude or form.has_changed()):
                form.add_error("waarde", fout)
                goed = False
        return goed


def check_verantwoord(form: Streefwaardeform) -> None:
    """A new version of a target that a report shows says from when, by which besluit and why."""
    for naam, zin in (("vanaf", ZONDER_DAG), ("besluit", ZONDER_BESLUIT), ("reden", ZONDER_REDEN)):
        if not form.cleaned_data.get(naam) and not form.has_error(naam):
            form.add_error(naam, zin)


def find_fout(vorm: Vorm, *, heeft_getal: bool, uitleg: str) -> str:
    """Why a streefwaarde does not fit the vorm, "" where it does."""
    if vorm not in KENT_GETAL:
        return uitleg
    if heeft_getal is (vorm is Vorm.BANDBREEDTE):
        return TWEE_GETALLEN if vorm is Vorm.BANDBREEDTE else EEN_GETAL
    return ""


class Faseringveld(forms.ChoiceField):
    """Whether a value on the way is a point of the agreed fasering, as a bool."""

    def to_python(self, value: Any) -> bool:
        return value is True or value == "fasering"

    def validate(self, value: bool) -> None:
        """Both values are choices."""

    def prepare_value(self, value: Any) -> Any:
        return {True: "fasering", False: ""}.get(value, value)


class Tussenwaardeform(Deelform):
    datum = Datumveld(label="Op")
    waarde = Waardegetal(label="Getal", required=True)
    is_fasering = Faseringveld(label="Soort", choices=SOORTEN, required=False)
    vindplaats = Tekstveld(label="Vindplaats", max_length=200)


class Tussenwaardenformset(Deelformset):
    model = Tussenwaarde
    naam = "tussenwaarden"
    titel = "Onderweg"
    uitleg = (
        "Alleen als er onderweg iets is afgesproken: een streefwaarde van een eerder jaar, of punten van een "
        "fasering. Telt u elk jaar opnieuw? Vul dan het totaal sinds het begin van de periode in."
    )

    def head_of(self, rij: Tussenwaarde) -> str:
        return format_datum(rij.datum)

    def clean(self) -> None:
        super().clean()
        check_uniek(self.blijvende(), ("datum",), ZELFDE_DAG)

    def check_vorm(self, vorm: Vorm, uitleg: str, *, ook_oude: bool) -> bool:
        nieuw = [form for form in self.blijvende() if ook_oude or form.has_changed()]
        fouten = [] if vorm in KENT_GETAL else nieuw
        for form in fouten:
            form.add_error("waarde", uitleg)
        return not fouten


Streefwaarden = make_formset(Streefwaardenformset, Streefwaardeform, leeg=1)
Tussenwaarden = make_formset(Tussenwaardenformset, Tussenwaardeform, leeg=2)
