"""What forms with an amount share: an amount, or why there is none."""

from django import forms

from ..begrippen import Bedragtoestand

TOESTANDEN = [
    (Bedragtoestand.BEKEND.value, "ja"),
    (Bedragtoestand.NIET_VERMELD.value, "nee, niet vermeld"),
    (Bedragtoestand.STREEPJE.value, "nee, streepje in de bron (-)"),
    (Bedragtoestand.LEEG.value, "nee, leeg in de bron"),
    (Bedragtoestand.NIET_VAN_TOEPASSING.value, "nee, niet van toepassing"),
]
BEDRAG_UITLEG = "Voluit, bijvoorbeeld 12.739 of circa 135.000.000."
BEDRAG_OF_REDEN = "Vul een bedrag in, of kies bij ‘Bedrag bekend?’ waarom er geen bedrag is."
BEDRAG_EN_REDEN = "Er staat wel een bedrag. Kies ‘ja’, of maak het bedrag leeg."


def check_bedrag(form: forms.Form) -> None:
    """An amount and its toestand must not contradict each other."""
    bedrag, toestand = form.cleaned_data.get("geschreven"), form.cleaned_data.get("toestand")
    if bedrag is None or toestand is None:
        return
    if bedrag.bedrag is None and toestand == Bedragtoestand.BEKEND:
        form.add_error("geschreven", BEDRAG_OF_REDEN)
    if bedrag.bedrag is not None and toestand != Bedragtoestand.BEKEND:
        form.add_error("toestand", BEDRAG_EN_REDEN)
