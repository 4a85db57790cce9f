"""Putting back one changed row at a time, within a handeling (see herstellen)."""

from collections.abc import Sequence

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models, transaction
from django.db.models import ProtectedError

from ..bouwen.spoortitels import models_by_soort
from ..models import Meting, Programma, Wijziging
from .getoond import is_shown
from .herstelbaar import TEKSTEN, Herstelregel, object_to, require_open, sentence_of
from .metingen import is_adopted, meting_sleutel, succeed
from .metingvakken import value_of
from .overgangen import note_invulling
from .schrijven import Handeling, Vergrendeld, filled_fields, parts_of, printed, traced_fields
from .spoorrijen import Rijzoeker

WEG = "Dit is er niet meer."
DAARNA_VERANDERD = "Dit is daarna veranderd, dus het gaat niet weg."
WORDT_GETOOND = "Een vastgesteld rapport toont dit, dus het gaat niet weg. U kunt het archiveren."
HANGT_AAN = "Er hangt nog iets aan, dus het gaat niet weg."
IS_VERVANGEN = "Deze meting is later verbeterd. Zet die verbetering terug."
IS_ER_WEER = "Dit staat er al weer."


class Hersteller:
    """Puts back the rows of one act within a handeling."""

    def __init__(self, handeling: Handeling, programma: Programma, wijzigingen: Sequence[Wijziging]) -> None:
        self.handeling, self.wijzigingen = handeling, wijzigingen
        self.zoek = Rijzoeker(programma)

    def put_back(self, wijziging: Wijziging) -> Herstelregel:
        bezwaar = object_to(wijziging, models_by_soort())
        if bezwaar:
            return Herstelregel(wijziging=wijziging, bezwaar=bezwaar)
        doe = {"gewijzigd": self._change_back, "nieuw": self._take_away, "verwijderd": self._bring_back}
        try:
            with transaction.atomic():
                return doe[wijziging.aard](wijziging)
        except ProtectedError:
            return Herstelregel(wijziging=wijziging, bezwaar=HANGT_AAN)
        except (ValidationError, Vergrendeld, ObjectDoesNotExist) as fout:
            return Herstelregel(wijziging=wijziging, bezwaar=sentence_of(fout))
        finally:
            self.zoek.forget(wijziging.soort, wijziging.sleutel)

    def _fetch(self, wijziging: Wijziging) -> models.Model:
        rij = self.zoek.find(wijziging.soort, wijziging.sleutel)
        if rij is None:
            raise ValidationError(WEG)
        require_open(rij, wijziging, door=self.handeling.door, op=self.handeling.op)
        return rij

    def _change_back(self, wijziging: Wijziging) -> Herstelregel:
        rij = self._fetch(wijziging)
        if isinstance(rij, Meting) and rij.vervangen:
            return Herstelregel(wijziging=wijziging, bezwaar="" if self._has_opvolger(rij) else IS_VERVANGEN)
        velden, botsend = self._compare(rij, wijziging)
        if velden:
            self._save(rij, {naam: oud for naam, _, oud in velden})
        return Herstelregel(wijziging=wijziging, velden=tuple(velden), botsend=tuple(botsend))

    def _compare(self, rij: models.Model, wijziging: Wijziging) -> tuple[list[tuple], list[str]]:
        """(name, from, to) of what stands as this change left it, and the names of what does not."""
        velden, botsend = [], []
        bekend = {veld.name: veld for veld in traced_fields(rij)}
        for naam, (oud, nieuw) in wijziging.velden.items():
            nu = printed(rij, bekend[naam]) if naam in bekend else oud
            if nu == nieuw:
                velden.append((naam, nieuw, oud))
            elif nu != oud:
                botsend.append(naam)
        return velden, botsend

    def _save(self, rij: models.Model, waarden: dict[str, object]) -> None:
        if isinstance(rij, Meting) and is_adopted(rij):
            waarden = value_of(rij) | self._read(rij, waarden)
            rij = succeed(self.handeling, rij)
            self._set(rij, waarden)
            rij.sleutel = meting_sleutel(rij)
        else:
            self._set(rij, self._read(rij, waarden))
            if rij._meta.model_name in TEKSTEN and "tekst" in waarden and "staat" not in waarden:
                note_invulling(rij, self.handeling, met_tekst=bool(rij.tekst))
        self.handeling.save(rij)

    def _read(self, rij: models.Model, waarden: dict[str, object]) -> dict[str, object]:
        return {naam: self.zoek.read(rij._meta.get_field(naam), waarde) for naam, waarde in waarden.items()}

    def _set(self, rij: models.Model, waarden: dict[str, object]) -> None:
        for naam, waarde in waarden.items():
            setattr(rij, naam, waarde)

    def _take_away(self, wijziging: Wijziging) -> Herstelregel:
        rij = self._fetch(wijziging)
        if isinstance(rij, Meting) and rij.vervangt_id:
            return self._restore_vervangen(wijziging, rij)
        self._require_weg_kan(rij, wijziging)
        self.handeling.delete(rij)
        return Herstelregel(wijziging=wijziging, doet="gaat weg")

    def _require_weg_kan(self, rij: models.Model, wijziging: Wijziging) -> None:
        gemaakt = {naam: nieuw for naam, (_, nieuw) in wijziging.velden.items()}
        nu = {naam: waarde for naam, waarde in filled_fields(rij).items() if naam in gemaakt or waarde}
        melding = ""
        if any(gemaakt.get(naam) != waarde for naam, waarde in nu.items()) or gemaakt.keys() - nu.keys():
            melding = DAARNA_VERANDERD
        elif next(parts_of(rij), None) is not None:
            melding = HANGT_AAN
        elif is_adopted(rij) if isinstance(rij, Meting) else is_shown(rij):
            melding = WORDT_GETOOND
        if melding:
            raise ValidationError(melding)

    def _restore_vervangen(self, wijziging: Wijziging, rij: Meting) -> Herstelregel:
        """A correction is put back by a successor with the value from before it."""
        if rij.vervangen:
            return Herstelregel(wijziging=wijziging, bezwaar=IS_VERVANGEN)
        vorige, nu = value_of(rij.vervangt), value_of(rij)
        anders = [naam for naam in vorige if vorige[naam] != nu[naam]]
        paren = [(naam, printed_of(rij, naam), printed_of(rij.vervangt, naam)) for naam in anders]
        opvolger = succeed(self.handeling, rij)
        self._set(opvolger, vorige)
        opvolger.sleutel = meting_sleutel(opvolger)
        self.handeling.save(opvolger)
        return Herstelregel(wijziging=wijziging, velden=tuple(paren))

    def _has_opvolger(self, rij: Meting) -> bool:
        """Whether the same act made its successor, which then tells of it."""
        return any(w.velden.get("vervangt", (None, None))[1] == rij.sleutel for w in self.wijzigingen)

    def _bring_back(self, wijziging: Wijziging) -> Herstelregel:
        model = models_by_soort()[wijziging.soort]
        if self.zoek.find(wijziging.soort, wijziging.sleutel) is not None:
            return Herstelregel(wijziging=wijziging, bezwaar=IS_ER_WEER)
        rij = model()
        bekend = {veld.name for veld in traced_fields(rij)}
        waarden = {naam: oud for naam, (oud, _) in wijziging.velden.items() if naam in bekend}
        self._set(rij, self._read(rij, waarden))
        require_open(rij, wijziging, door=self.handeling.door, op=self.handeling.op)
        self.handeling.bring_back(rij)
        return Herstelregel(wijziging=wijziging, doet="komt terug")


def printed_of(rij: models.Model, naam: str) -> object:
    return printed(rij, rij._meta.get_field(naam))
