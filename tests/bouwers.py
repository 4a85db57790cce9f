"""Plain builders of rows for tests: all that a row needs has a default; what matters the test says."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count

from financien.begrippen import Financieringsoort
from financien.models import Financiering, Financieringsbron, GedruktTotaal
from programmalijnen.models import (
    Activiteit,
    Ambitie,
    Categorie,
    Doel,
    Gebruiker,
    Indicator,
    Meting,
    Programma,
    Programmalijn,
    Rapportageronde,
    Realisatie,
    Relatie,
    Rol,
    Streefwaarde,
    Teamlid,
    Verwijzing,
)
from programmalijnen.regels.begrippen import Richting, Soort, Vorm
from programmalijnen.services.rondes import open_ronde
from programmalijnen.services.schrijven import begin
from rapportage.bouwen import build_rapport
from rapportage.models import Editie
from rapportage.rapport import Editiekop, Rapport
from rapportage.services import publish_editie, store_editie

NU = datetime(2024, 8, 20, 9, 30, tzinfo=UTC)
PEILDATUM = date(2024, 7, 31)
WACHTWOORD = "een-lang-wachtwoord-voor-tests"

_nummer = count(1)


def maak_programma(slug: str = "haven", **velden) -> Programma:
    return Programma.objects.create(slug=slug, **{"naam": slug.capitalize(), "openbaar": True} | velden)


def maak_gebruiker(naam: str = "Anna", **velden) -> Gebruiker:
    email = velden.pop("email", f"{naam.lower().replace(' ', '.')}@voorbeeld.nl")
    gebruiker = Gebruiker(email=email, naam=naam, **velden)
    gebruiker.set_password(WACHTWOORD)
    gebruiker.save()
    return gebruiker


def maak_teamlid(programma: Programma, rol: Rol = Rol.MEDEWERKER, naam: str = "") -> Teamlid:
    gebruiker = maak_gebruiker(naam or f"Demo {rol} {next(_nummer)}")
    return Teamlid.objects.create(gebruiker=gebruiker, programma=programma, rol=rol)


def maak_lijn(programma: Programma, code: str = "1", **velden) -> Programmalijn:
    gewoon = {"sleutel": f"lijn-{code}".replace(".", "-"), "titel": f"Lijn {code}", "volgorde": next(_nummer)}
    return Programmalijn.objects.create(programma=programma, code=code, **gewoon | velden)


def maak_activiteit(lijn: Programmalijn, sleutel: str = "", **velden) -> Activiteit:
    nummer = next(_nummer)
    sleutel = sleutel or f"activiteit-{nummer}"
    gewoon = {"titel": sleutel.replace("-", " ").capitalize(), "groep": "Voor Stad", "volgorde": nummer}
    return Activiteit.objects.create(programma=lijn.programma, lijn=lijn, sleutel=sleutel, **gewoon | velden)


def maak_ambitie(lijn: Programmalijn, sleutel: str = "", **velden) -> Ambitie:
    sleutel = sleutel or f"ambitie-{next(_nummer)}"
    gewoon = {"titel": sleutel.replace("-", " ").capitalize()}
    return Ambitie.objects.create(programma=lijn.programma, lijn=lijn, sleutel=sleutel, **gewoon | velden)


def maak_ronde(programma: Programma, slug: str = "augustus-2024", **velden) -> Rapportageronde:
    """A round with its rows, opened through the service."""
    gewoon = {
        "titel": "Voortgangsrapportage augustus 2024",
        "label": "t/m juli 2024",
        "peildatum": PEILDATUM,
        "jaar": 2024,
        "door": None,
        "op": NU,
    }
    return open_ronde(programma=programma, slug=slug, **gewoon | velden)


def maak_realisatie(ronde: Rapportageronde, activiteit: Activiteit, **velden) -> Realisatie:
    """The row the round already has, with other values."""
    Realisatie.objects.filter(ronde=ronde, activiteit=activiteit).update(**velden)
    return Realisatie.objects.get(ronde=ronde, activiteit=activiteit)


def maak_indicator(programma: Programma, sleutel: str = "", **velden) -> Indicator:
    sleutel = sleutel or f"indicator-{next(_nummer)}"
    gewoon = {"naam": sleutel.replace("-", " ").capitalize(), "soort": Soort.STROOM}
    return Indicator.objects.create(programma=programma, sleutel=sleutel, **gewoon | velden)


def maak_categorie(indicator: Indicator, naam: str, **velden) -> Categorie:
    return Categorie.objects.create(indicator=indicator, naam=naam, **velden)


def maak_meting(indicator: Indicator, waarde: int | str | None = 60, **velden) -> Meting:
    gewoon = {
        "periode": "t/m juli 2024",
        "periode_van": date(2024, 1, 1),
        "peildatum": PEILDATUM,
        "waarde": None if waarde is None else Decimal(waarde),
        "sleutel": f"meting-{next(_nummer)}",
    }
    return Meting.objects.create(programma=indicator.programma, indicator=indicator, **gewoon | velden)


def maak_doel(
    programma: Programma, sleutel: str = "", streefwaarde: int | str | None = 100, **velden
) -> Doel:
    """A doel over 2024, by default "meer" of a number; `streefwaarde` None leaves the number out."""
    sleutel = sleutel or f"doel-{next(_nummer)}"
    gewoon = {
        "omschrijving": sleutel.replace("-", " ").capitalize(),
        "vorm": Vorm.GETAL,
        "richting": Richting.MEER,
        "periode": "2024",
        "periode_van": date(2024, 1, 1),
        "periode_tot": date(2024, 12, 31),
    }
    doel = Doel.objects.create(programma=programma, sleutel=sleutel, **gewoon | velden)
    if streefwaarde is not None:
        Streefwaarde.objects.create(doel=doel, waarde=Decimal(streefwaarde))
    return doel


def maak_financiering(lijn: Programmalijn, bedrag: int | None, **velden) -> Financiering:
    """A line of investering of 2024."""
    bron, _ = Financieringsbron.objects.get_or_create(
        programma=lijn.programma, sleutel="kadernota", defaults={"naam": "Kadernota"}
    )
    gewoon = {
        "sleutel": f"financiering-{next(_nummer)}",
        "bron": bron,
        "soort": Financieringsoort.INVESTERING,
        "schaal": "stad",
        "bedrag": None if bedrag is None else Decimal(bedrag),
        "jaar_van": 2024,
        "jaar_tot": 2024,
        "volgorde": next(_nummer),
    }
    return Financiering.objects.create(programma=lijn.programma, lijn=lijn, **gewoon | velden)


def maak_verwijzing(lijn: Programmalijn, naar: Activiteit | Indicator, **velden) -> Verwijzing:
    """The line names what another line or programme owns."""
    ding = {"activiteit" if isinstance(naar, Activiteit) else "indicator": naar}
    gewoon = {"sleutel": f"verwijzing-{next(_nummer)}", "volgorde": next(_nummer)}
    return Verwijzing.objects.create(programma=lijn.programma, lijn=lijn, **ding, **gewoon | velden)


def maak_relatie(programma: Programma, titel: str = "Beleid", **velden) -> Relatie:
    gewoon = {"sleutel": f"relatie-{next(_nummer)}", "volgorde": next(_nummer)}
    return Relatie.objects.create(programma=programma, titel=titel, **gewoon | velden)


def maak_gedrukt_totaal(lijn: Programmalijn, bedrag: int, **velden) -> GedruktTotaal:
    """What a document prints as the total of the line in 2024."""
    gewoon = {"sleutel": f"totaal-{next(_nummer)}", "jaar": 2024, "bedrag": Decimal(bedrag)}
    return GedruktTotaal.objects.create(programma=lijn.programma, lijn=lijn, **gewoon | velden)


def maak_editie(ronde: Rapportageronde, rapport: Rapport | None = None, **velden) -> Editie:
    """The round's next edition, of any Rapport, public from its peildatum on; `openbaar_vanaf` None: not yet.

    The round stays open, so that a test may have both an edition and a concept.
    """
    openbaar_vanaf = velden.pop("openbaar_vanaf", PEILDATUM)
    kop = Editiekop(versie=ronde.edities.count() + 1, overgenomen_uit="Voortgangsrapportage augustus 2024")
    rapport = replace(rapport or build_rapport(ronde=ronde), editie=replace(kop, **velden))
    with begin("stel vast", door=None, op=NU) as handeling:
        editie = store_editie(handeling, ronde, rapport)
    if openbaar_vanaf is not None:
        publish_editie(editie=editie, vanaf=openbaar_vanaf, door=None, op=NU)
    return editie
