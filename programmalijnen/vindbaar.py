"""What the search finds of a programme's live data; money has a list of its own (financien/vindbaar.py).

Parts are found at the row they belong to: a category and the bron of a meting at their indicator.
"""

from .regels.vindbaar import Vindbaar

OORDEEL = ("oordeel_oorzaak", "oordeel_gevolg", "oordeel_bijsturing")
VAST = ("ronde__staat", "vastgesteld")
TIJDSPAD = ("tijdspad_oorspronkelijk", "tijdspad_actueel", "tijdspad_reden")

# In the order in which people look for them.
SOORTEN = (
    Vindbaar(
        model="programmalijnen.Programma",
        titel="{naam}",
        tekst=("ondertitel", "omschrijving", "partners", "looptijd"),
        sleutel="{slug}",
        programma="pk",
    ),
    Vindbaar(
        model="programmalijnen.Programmalijn",
        titel="{code} {titel}",
        tekst=("doelstelling", "portefeuillehouder", "vindplaats"),
    ),
    Vindbaar(model="programmalijnen.Ambitie", titel="{titel}", tekst=(*TIJDSPAD, "vindplaats")),
    Vindbaar(
        model="programmalijnen.Activiteit",
        titel="{titel}",
        tekst=("groep", "partners", "projectomvang_toelichting", *TIJDSPAD, "vindplaats"),
    ),
    Vindbaar(
        model="programmalijnen.Doel",
        titel="{omschrijving}",
        tekst=("periode", "aanpak", "eigenaar", "elders", "vindplaats"),
        delen={
            "streefwaarden": ("reden", "vindplaats"),
            "tussenwaarden": ("vindplaats",),
            "stappen": ("woorden", "vindplaats"),
        },
    ),
    Vindbaar(
        model="programmalijnen.Indicator",
        titel="{naam}",
        tekst=("eenheid", "bron", "eigenaar", "toelichting", "vindplaats"),
        delen={"categorieen": ("naam",), "metingen": ("bron", "opmerking", "vindplaats")},
        pad="indicatoren/{sleutel}/",
    ),
    # A round has a row for every activiteit: it is found when it says something, until an edition holds it.
    Vindbaar(
        model="programmalijnen.Realisatie",
        titel="{titel}, {ronde__titel}",
        tekst=("tekst", *OORDEEL, "elders_waar", "vindplaats"),
        sleutel="{ronde__slug}/{activiteit__sleutel}",
        programma="ronde__programma",
        alleen_met=("tekst", *OORDEEL),
        behalve=VAST,
    ),
    # By the key of its line, that stays when the number of the line changes; its page goes by the number.
    Vindbaar(
        model="programmalijnen.Toelichting",
        titel="Toelichting {onderwerp} {lijn__code} {lijn__titel}, {ronde__titel}",
        tekst=("tekst", *OORDEEL, "vindplaats"),
        sleutel="{ronde__slug}/{lijn__sleutel}-{onderwerp}",
        programma="ronde__programma",
        pad="{ronde__slug}/toelichtingen/{lijn__code}-{onderwerp}/",
        alleen_met=("tekst", *OORDEEL),
        behalve=VAST,
    ),
    Vindbaar(
        model="programmalijnen.Rapportageronde",
        titel="{titel}",
        tekst=("label", "vindplaats"),
        sleutel="{slug}",
    ),
    Vindbaar(
        model="programmalijnen.Besluit",
        titel="{titel}",
        tekst=("nummer", "orgaan", "datum_tekst", "url", "vindplaats"),
    ),
    Vindbaar(
        model="programmalijnen.Mijlpaal",
        titel="{titel}",
        tekst=("groep", "vindplaats"),
        delen={"standen": ("tijdspad", "reden", "vindplaats")},
    ),
    # Not by what the owner calls it now: that may be another team's, and is not adopted.
    Vindbaar(
        model="programmalijnen.Verwijzing",
        titel="{titel}",
        anders="Verwijzing naar {activiteit__sleutel}{indicator__sleutel}",
        tekst=("tijdspad", "vindplaats"),
        naar=(
            "{activiteit__programma__slug}/activiteit/{activiteit__sleutel}",
            "{indicator__programma__slug}/indicator/{indicator__sleutel}",
        ),
    ),
    Vindbaar(
        model="programmalijnen.Relatie",
        titel="{titel}",
        tekst=("tekst", "url", "vindplaats"),
        naar=(
            "{andere_lijn__programma__slug}/programmalijn/{andere_lijn__sleutel}",
            "{ander_programma__slug}/programma/{ander_programma__slug}",
        ),
    ),
    Vindbaar(
        model="programmalijnen.Tegenspraak",
        titel="{onderwerp}",
        tekst=("waarde_a", "plaats_a", "waarde_b", "plaats_b", "gebruikt", "reden"),
    ),
    Vindbaar(model="programmalijnen.Aanname", titel="{over}", tekst=("tekst", "reden", "vindplaats")),
)
