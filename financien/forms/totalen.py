"""A total as a document prints it, and a source of funding."""

from collections.abc import Iterable
from typing import Any

from django import forms

from dordt_monitor.velden import Tekstveld
from programmalijnen.forms.rijen import Rijform
from programmalijnen.forms.velden import Jaarveld, LosBedragveld, Rijkeuze
from programmalijnen.models import Programmalijn
from programmalijnen.models.basis import keuzes
from programmalijnen.regels.begrippen import Schaal

from ..begrippen import Financieringsoort, Uitgavesoort
from ..models import GedruktTotaal
from .bedragen import BEDRAG_UITLEG

SAMEN = "Kies soort en schaal allebei, of geen van beide voor het totaal van de hele tabel."
UITGAVE_OF_FINANCIERING = "Een totaal van uitgaven heeft geen soort of schaal van financiering."
SALDO_VAN_ALLES = "Een saldo is dekking min kosten: kies daarbij geen soort, schaal of uitgaven."
WAARVAN = ("lijn", "uitgavesoort", "is_saldo", "soort", "schaal", "jaar")
DUBBEL = "Van precies hetzelfde staat er al een totaal: ‘{titel}’. Verander dat, of kies een ander jaar."
JAAR_NODIG = "Een totaal van uitgaven hoort bij een jaar."


class GedruktTotaalForm(Rijform):
    lijn = Rijkeuze(label="Lijn", leeg="het hele programma")
    titel = Tekstveld(
        label="Titel",
        max_length=250,
        required=True,
        help_text="Zoals het document het noemt: TOTAAL BESCHIKBAAR.",
    )
    bedrag = LosBedragveld(label="Bedrag in euro’s", help_text=BEDRAG_UITLEG)
    soort = forms.ChoiceField(
        label="Soort", choices=[("", "alle soorten"), *keuzes(Financieringsoort)], required=False
    )
    schaal = forms.ChoiceField(
        label="Schaal", choices=[("", "alle schalen"), *keuzes(Schaal)], required=False
    )
    uitgavesoort = forms.ChoiceField(
        label="Totaal van",
        choices=[("", "financiering"), *((soort.value, f"{soort}e uitgaven") for soort in Uitgavesoort)],
        required=False,
    )
    is_saldo = forms.BooleanField(
        label="Het is het saldo: dekking min geplande kosten",
        required=False,
        help_text="Een tekort typt u met een min ervoor.",
    )
    jaar = Jaarveld(label="Jaar", help_text="Leeg: het document noemt geen jaar.")

    groepen = (
        ("Wat het document afdrukt", ("titel", "bedrag", "vindplaats")),
        ("Waarvan is dit het totaal?", ("lijn", "uitgavesoort", "soort", "schaal", "is_saldo", "jaar")),
        ("Verantwoording", ("reden",)),
    )

    def __init__(
        self,
        *args: Any,
        lijnen: Iterable[Programmalijn],
        anderen: Iterable[GedruktTotaal] = (),
        **opties: Any,
    ) -> None:
        """`anderen` are the other totals of the programme: two of the same would overwrite each other."""
        super().__init__(*args, **opties)
        self.offer(lijn=lijnen)
        self.anderen = {
            tuple(getattr(rij, naam) for naam in WAARVAN): rij for rij in anderen if rij.pk != self.rij.pk
        }

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        soort, schaal = gegevens.get("soort"), gegevens.get("schaal")
        if bool(soort) is not bool(schaal):
            self.add_error("soort", SAMEN)
        if gegevens.get("uitgavesoort") and (soort or schaal):
            self.add_error("uitgavesoort", UITGAVE_OF_FINANCIERING)
        if gegevens.get("is_saldo") and (soort or schaal or gegevens.get("uitgavesoort")):
            self.add_error("is_saldo", SALDO_VAN_ALLES)
        if gegevens.get("uitgavesoort") and not gegevens.get("jaar") and not self.has_error("jaar"):
            self.add_error("jaar", JAAR_NODIG)
        dubbel = self.anderen.get(tuple(gegevens.get(naam) for naam in WAARVAN))
        if dubbel is not None and not self.errors:
            self.add_error("jaar", DUBBEL.format(titel=dubbel.titel))
        return gegevens


class BronForm(Rijform):
    naam = Tekstveld(label="Naam", max_length=250, required=True)
    toelichting = Tekstveld(label="Toelichting", max_length=500, regels=2)

    groepen = (("De bron", ("naam", "toelichting", "vindplaats", "reden")),)
