"""The pages of a kostenpost, of a total as a document prints it, and of the name of a source."""

from programmalijnen.forms.rijen import Rijformulier
from programmalijnen.models import Activiteit, Programma, Programmalijn
from programmalijnen.views.rijsoorten import Rijsoort, Rijvraag

from ..forms.kostenpost import KostenpostForm, Lijnen, Uitgaven
from ..forms.totalen import BronForm, GedruktTotaalForm
from ..models import Financieringsbron, GedruktTotaal, Kostenpost


def make_kostenpostformulier(vraag: Rijvraag) -> Rijformulier:
    eigen = {"programma": vraag.programma, "gearchiveerd": False}
    banden, uitgaven = fetch_delen(vraag.rij)
    return Rijformulier(
        KostenpostForm(
            activiteiten=Activiteit.objects.filter(**eigen).order_by("titel", "pk"),
            posten=Kostenpost.objects.filter(**eigen).exclude(pk=vraag.rij.pk).order_by("volgorde", "pk"),
            **vraag.form,
        ),
        Lijnen(vraag.data, rijen=banden, lijnen=lijnen_of(vraag.programma)),
        Uitgaven(vraag.data, rijen=uitgaven),
    )


def fetch_delen(rij: Kostenpost) -> tuple[list, list]:
    if rij.pk is None:
        return [], []
    banden = rij.lijnen.select_related("lijn", "kostenpost").order_by("volgorde", "pk")
    return list(banden), list(rij.uitgaven.select_related("kostenpost").order_by("jaar", "soort", "pk"))


def make_totaalformulier(vraag: Rijvraag) -> Rijformulier:
    anderen = GedruktTotaal.objects.filter(programma=vraag.programma).select_related("lijn")
    return Rijformulier(GedruktTotaalForm(lijnen=lijnen_of(vraag.programma), anderen=anderen, **vraag.form))


def make_bronformulier(vraag: Rijvraag) -> Rijformulier:
    return Rijformulier(BronForm(**vraag.form))


def lijnen_of(programma: Programma) -> list[Programmalijn]:
    lijnen = Programmalijn.objects.filter(programma=programma, gearchiveerd=False)
    return list(lijnen.order_by("volgorde", "pk"))


KOSTENPOSTEN = Rijsoort(
    naam="kostenposten",
    model=Kostenpost,
    nieuw="Nieuwe kostenpost",
    formulier=make_kostenpostformulier,
    verbanden=("programma", "activiteit", "onderdeel_van"),
)
TOTALEN = Rijsoort(
    naam="totalen",
    model=GedruktTotaal,
    nieuw="Nieuw gedrukt totaal",
    formulier=make_totaalformulier,
    verbanden=("programma", "lijn"),
)
BRONNEN = Rijsoort(naam="bronnen", model=Financieringsbron, formulier=make_bronformulier)
