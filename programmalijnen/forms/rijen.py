"""The page of one row as a whole: the form of the row itself and the rows of its parts."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.forms.boundfield import BoundField

from dordt_monitor.geladen import GeladenForm
from dordt_monitor.velden import Tekstveld

from ..regels.samenvoegen import Samengevoegd
from ..services.samenvoegen import Bewerking
from ..services.vastleggen import Rijinvoer
from .delen import Deelformset

AL_OPGESLAGEN = (
    "U hebt dit formulier al eens opgeslagen, met iets anders erin. Nu is er niets opgeslagen. "
    "Wilt u veranderen wat er staat? Open het dan uit het overzicht. "
    "Slaat u hier nog eens op, dan komt er iets bij."
)
REDEN_UITLEG = "Een vastgesteld rapport toont dit al. Uw reden komt bij de wijziging te staan."


class Rijform(GeladenForm):
    """The row itself. `vraag_reden`: an adopted report shows it already, so a change says why."""

    buiten = frozenset({"reden"})
    # Headings with the fields below them, in the order of the page.
    groepen: tuple[tuple[str, tuple[str, ...]], ...] = ()

    vindplaats = Tekstveld(
        label="Vindplaats",
        max_length=200,
        help_text="Het document en de regel waar dit staat, als u die hebt.",
    )
    reden = Tekstveld(label="Reden van de wijziging", max_length=1000, regels=2, help_text=REDEN_UITLEG)

    def __init__(self, *args: Any, rij: models.Model, vraag_reden: bool = False, **opties: Any) -> None:
        self.rij = rij
        super().__init__(*args, **{"initial": self.read(rij)} | opties)
        if not vraag_reden:
            del self.fields["reden"]
        # What is wrong is told in the order of the page.
        self.order_fields([naam for _, namen in self.groepen for naam in namen])

    def read(self, rij: models.Model) -> dict[str, Any]:
        namen = [naam for naam in self.base_fields if naam not in self.buiten]
        return {naam: getattr(rij, naam, None) for naam in namen}

    def offer(self, **aanbod: Iterable[models.Model]) -> None:
        """Give each choice its rows; what the row points to already stays possible."""
        for naam, rijen in aanbod.items():
            self.fields[naam].offer(rijen, self.initial.get(naam))

    def gegroepeerd(self) -> list[tuple[str, list[BoundField]]]:
        return [
            (kop, [self[naam] for naam in namen if naam in self.fields])
            for kop, namen in self.groepen
            if set(namen) & set(self.fields)
        ]

    def bewerking(self) -> Bewerking:
        return Bewerking(
            rij=self.rij,
            ingevoerd=self.ingevoerd(),
            versie=self.cleaned_data.get("versie") or 0,
            geladen=self.geladen(),
            formulier=self.cleaned_data.get("formulier"),
        )


class Rijformulier:
    """The form and its formsets as one thing to a view."""

    def __init__(self, form: Rijform, *delen: Deelformset) -> None:
        self.form, self.delen = form, delen
        self.is_opnieuw = False

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), *(formset.is_valid() for formset in self.delen)])

    def invoer(self) -> Rijinvoer:
        return Rijinvoer(
            hoofd=self.form.bewerking(),
            delen=tuple(deel for formset in self.delen for deel in formset.bewerkingen()),
            weg=tuple(deel for formset in self.delen for deel in formset.weg()),
        )

    @property
    def meldingen(self) -> list[str]:
        """What is worth saying after saving."""
        return []

    def opgeslagen_forms(self) -> list[GeladenForm]:
        """The forms in the order in which `invoer` names their rows."""
        return [self.form, *(form for formset in self.delen for form in formset.blijvende())]

    def show_botsing(self, uitkomsten: Sequence[Samengevoegd], collega: Any = None) -> None:
        """`collega` is who changed the row last, as `GeladenForm.show_conflicten` takes it."""
        for form, uitkomst in zip(self.opgeslagen_forms(), uitkomsten, strict=True):
            form.show_conflicten(uitkomst.conflicten, collega if form is self.form else None)

    def begin_opnieuw(self) -> None:
        """After it was saved with other words: saving once more makes another row, and the page says so."""
        self.is_opnieuw = True
        self.form.begin_opnieuw()
        self.form.add_error(None, AL_OPGESLAGEN)

    def show_fouten(self, fout: ValidationError) -> None:
        self.form.show_fouten(fout)

    def overgenomen(self, uitkomsten: Sequence[Samengevoegd]) -> list[str]:
        """The labels of the fields that were taken over from a colleague."""
        paren = zip(self.opgeslagen_forms(), uitkomsten, strict=True)
        return [label for form, uitkomst in paren for label in form.labels(uitkomst.overgenomen)]

    @property
    def is_veranderd(self) -> bool:
        """Whether anything was typed; a reden alone changes nothing."""
        gewijzigd = set(self.form.changed_data) - {"versie", "reden"}
        return bool(gewijzigd) or any(formset.has_changed() for formset in self.delen)

    @property
    def botst(self) -> bool:
        """Whether there is still something to choose between two people's values."""
        delen = (form for formset in self.delen for form in formset)
        return any(form.botsend for form in (self.form, *delen))

    @property
    def fout_in(self) -> list[Deelformset]:
        """The parts with a mistake in them."""
        return [formset for formset in self.delen if formset.is_bound and not formset.is_valid()]

    @property
    def reden(self) -> str:
        return self.form.cleaned_data.get("reden", "")
