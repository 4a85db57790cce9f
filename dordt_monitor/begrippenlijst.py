"""The words of a report as readers get them explained on the spot: one or two sentences, plain Dutch.

`docs/begrippen.md` is the list for who builds and runs this; every word here stands there too.
"""

# Per subject, each word with its explanation. A word stands in one subject only.
THEMAS: dict[str, dict[str, str]] = {
    "Wat is afgesproken": {
        "ambitie": "Wat het programma wil bereiken, in woorden. Daaronder staan de resultaten en de"
        " activiteiten die erbij horen.",
        "activiteit": "Wat er wordt gedaan om de doelen te bereiken.",
        "extra": "Een activiteit die er later bij kwam. Zij stond niet in de eerste afspraken.",
        "verwant": "Een activiteit die dit rapport noemt, maar die geen geld uit dit programma krijgt.",
        "onderdeel": "Een deel van een grotere activiteit of een groter doel. Het staat eronder, vaak met"
        " het woord ‘daarvan’.",
        "doel": "Wat is afgesproken om te bereiken. Het liefst met een getal en een einddatum.",
        "streefwaarde": "Het getal dat is afgesproken: zoveel moet het worden.",
        "bandbreedte": "Het cijfer moet tussen twee getallen uitkomen: niet lager dan het ene, niet hoger dan"
        " het andere.",
        "oplevering": "Een doel zonder getal: iets is klaar of nog niet. Een mens geeft aan hoe ver het is.",
        "besluit": "Een besluit van de gemeenteraad of het college, met het nummer waaronder u het vindt.",
    },
    "Wat is gemeten": {
        "indicator": "Iets dat wordt gemeten om te zien of het goed gaat. Bijvoorbeeld hoeveel mensen een"
        " baan vonden.",
        "contextcijfer": "Een cijfer waarover geen doel is afgesproken. Het laat zien hoe het er in de stad"
        " of de regio voor staat.",
        "meting": "Een cijfer met de tijd waarover het gaat en de bron waar het uit komt.",
        "nulmeting": "De meting van het begin. Daarmee is later te zien wat er is veranderd.",
        "peildatum": "De dag waarop is gemeten. Wat daarna gebeurde, telt in dit cijfer nog niet mee.",
        "stroom": "Een cijfer dat elk jaar opnieuw begint bij nul, zoals het aantal trajecten van dit jaar.",
        "stand": "Een cijfer dat zegt hoeveel er op één dag is, zoals het aantal partners.",
        "procentpunt": "Het verschil tussen twee percentages. Van 40% naar 45% is 5 procentpunt erbij.",
        "uitsplitsing": "Een cijfer verdeeld over soorten, bijvoorbeeld per leeftijd.",
        "telt niet mee": "Dit deel zit niet in het totaal erboven of eronder. Anders zou het dubbel tellen,"
        " of het hoort bij een ander jaar.",
        "circa": "Ongeveer. De bron noemt geen precies getal.",
    },
    "Hoe ver zijn we": {
        "bereikt": "Welk deel van de streefwaarde er al is.",
        "verwacht": "Wat er op de peildatum zou moeten zijn als het in een vast tempo gaat, of volgens de"
        " afgesproken stappen.",
        "koers": "De koers zegt of er op de dag van de meting genoeg is bereikt. De computer vergelijkt het"
        " cijfer met wat er dan verwacht mocht worden.",
        "oordeel": "Wat een mens van de voortgang vindt. Dat kan anders zijn dan de koers.",
        "op schema": "Er is bereikt wat op deze dag verwacht mocht worden, of meer.",
        "aandacht": "Het loopt iets achter op wat op deze dag verwacht mocht worden.",
        "achter": "Het loopt duidelijk achter op wat op deze dag verwacht mocht worden.",
        "verslechterd": "Het cijfer staat er slechter voor dan bij het begin.",
        "op doelniveau": "Het cijfer is nu zoals afgesproken. Het kan nog veranderen, daarom staat er niet"
        " ‘behaald’.",
        "uitgangspositie": "Het doel was al bereikt toen het werd afgesproken.",
        "elders": "Een ander programma rapporteert hierover. Het staat hier zodat u weet waar u moet zijn.",
        "mijlpaal": "Een moment waarop iets klaar moet zijn.",
        "tijdspad": "Wanneer iets gebeurt of klaar is, in de woorden van het programma.",
        "bijsturing": "Wat het programma doet om een achterstand in te halen.",
    },
    "Geld": {
        "dekking": "Waar het geld vandaan komt: wie betaalt wat.",
        "investering": "Geld dat de gemeente of de regio zelf in het programma steekt.",
        "extra gegenereerd": "Geld dat erbij komt dankzij de investering, bijvoorbeeld subsidie of geld van"
        " partners.",
        "hefboom": "Hoeveel extra geld elke geïnvesteerde euro opleverde. Hefboom 2 betekent: voor elke euro"
        " kwamen er 2 euro bij.",
        "cofinanciering": "Wat partners zelf bijleggen. Dit telt niet mee in het totaal.",
        "in natura": "Een bijdrage in uren, ruimte of spullen, zonder bedrag.",
        "projectomvang": "Wat een project in totaal kost, ook het geld van anderen. Dit telt niet mee in de"
        " totalen van het programma.",
        "elders verantwoord": "Een ander programma legt over dit geld verantwoording af.",
        "berekend": "Dit totaal staat in geen document. Wij telden het zelf op.",
        "onvolledig": "Er ontbreekt een deel in dit totaal. Welk deel, staat erbij.",
        "kostenpost": "Waaraan het geld wordt besteed.",
        "afwijking": "Het verschil tussen wat is uitgegeven en wat was gepland.",
        "saldo": "Wat er overblijft, of tekortkomt, als u de kosten van de dekking aftrekt.",
        "gevoteerd": "De gemeenteraad heeft dit geld al vrijgegeven.",
    },
    "Het rapport zelf": {
        "editie": "Een vastgesteld rapport zoals het is bewaard. Er verandert nooit meer iets aan.",
        "versie": "Wordt een rapport verbeterd, dan komt er een nieuwe versie. De oude blijft te lezen.",
        "vastgesteld": "Het college heeft dit rapport goedgekeurd. Daarna ligt het vast.",
        "concept": "Een rapport waaraan nog wordt gewerkt. De cijfers kunnen nog veranderen.",
        "overgenomen uit": "Deze cijfers komen uit een ouder document van de gemeente. Ze zijn overgetypt,"
        " niet opnieuw vastgesteld.",
        "rectificatie": "Een vastgesteld rapport verbeteren, met de reden erbij.",
        "ingetrokken": "Dit rapport geldt niet meer. De reden staat erbij.",
        "tegenspraak": "Twee documenten, of twee plekken in één document, zeggen niet hetzelfde. Wij laten"
        " beide zien, en welke wij gebruiken.",
        "aanname": "Een keuze die wij maakten omdat geen bron het zegt. De reden staat erbij.",
        "controlegetal": "Een code die bij precies dit bestand hoort. Verandert er één letter in het bestand,"
        " dan klopt de code niet meer.",
    },
}

UITLEG: dict[str, str] = {woord: uitleg for woorden in THEMAS.values() for woord, uitleg in woorden.items()}


def anchor_of(woord: str) -> str:
    """The id of a word on the page with all words."""
    return woord.replace(" ", "-")
