"""The programme itself: its names, what its lines are called, who may see it, where the bands lie."""

from django import forms

from dordt_monitor.velden import Tekstveld

from .rijen import Rijform
from .velden import Cijferveld

GRENS = {"max_digits": 4, "decimal_places": 2}


class ProgrammaForm(Rijform):
    vindplaats = None

    naam = Tekstveld(label="Naam", max_length=200, required=True)
    ondertitel = Tekstveld(label="Ondertitel", max_length=200)
    looptijd = Tekstveld(label="Looptijd", max_length=80, help_text="Zoals 2024-2028.")
    omschrijving = Tekstveld(label="Omschrijving", max_length=4000, regels=4)
    partners = Tekstveld(label="Partners", max_length=4000, regels=3)
    lijn_enkelvoud = Tekstveld(label="Zo heet één lijn", max_length=40, required=True)
    lijn_meervoud = Tekstveld(label="Zo heten meer lijnen", max_length=40, required=True)
    openbaar = forms.BooleanField(
        label="Openbaar",
        required=False,
        help_text="Iedereen leest de vastgestelde rapporten, vanaf de dag die u bij het vaststellen kiest.",
    )
    toon_toetsbaar = forms.BooleanField(
        label="Toon of doelen toetsbaar zijn",
        required=False,
        help_text="De raad ziet dan bij elk doel of het toetsbaar is.",
    )
    grens_op_schema = Cijferveld(
        label="Op schema vanaf",
        help_text="Deel van wat op de peildatum wordt verwacht: 0,95.",
        **GRENS,
    )
    grens_aandacht = Cijferveld(
        label="Aandacht vanaf", help_text="Daaronder loopt een doel achter: 0,80.", **GRENS
    )

    groepen = (
        ("Het programma", ("naam", "ondertitel", "looptijd", "omschrijving", "partners")),
        ("Hoe heten de lijnen?", ("lijn_enkelvoud", "lijn_meervoud")),
        ("Wat ziet de raad?", ("openbaar", "toon_toetsbaar")),
        ("Wanneer is een doel op schema?", ("grens_op_schema", "grens_aandacht", "reden")),
    )
