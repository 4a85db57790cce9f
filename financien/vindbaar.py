"""What the search finds of the money of a programme."""

from programmalijnen.regels.vindbaar import Vindbaar

SOORTEN = (
    Vindbaar(model="financien.Financieringsbron", titel="{naam}", tekst=("toelichting", "vindplaats")),
    Vindbaar(
        model="financien.Financiering",
        titel="{bron__naam} {ten_behoeve_van}",
        tekst=("toelichting", "periode", "elders_verantwoord", "vindplaats"),
        delen={"standen": ("periode", "vindplaats")},
    ),
    Vindbaar(
        model="financien.Kostenpost",
        titel="{titel}",
        tekst=("toelichting", "vindplaats"),
        delen={"uitgaven": ("vindplaats",)},
    ),
)
