"""One call of every service that writes, for tests/test_spoor_volledig.py. A new service gets its line here.

A proef prepares a Wereld with plain builders and returns the call that changes something in it; `w.wie` is
who does it and when.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property, partial

from financien.services.vastleggen import save_financiering
from programmalijnen.bouwen.keuring import Gezien
from programmalijnen.bouwen.ophalen import ACTIVITEITEN, Plek
from programmalijnen.models import (
    Activiteit,
    Ambitie,
    Gebruiker,
    Invoerstaat,
    Meting,
    Mijlpaal,
    Programma,
    Rapportageronde,
    Realisatie,
    Rol,
    Rondestaat,
    Teamlid,
    Wijziging,
)
from programmalijnen.regels.begrippen import Precisie, Toestand
from programmalijnen.regels.feiten import Periode
from programmalijnen.services import gebruikers, herinneren, rondebeheer, rondes, verloop, versies, weghalen
from programmalijnen.services.herstellen import herstel_handeling, try_herstel
from programmalijnen.services.indicatoren import save_indicator
from programmalijnen.services.invoer import save_invoer
from programmalijnen.services.invoerstaten import (
    approve_invoer,
    approve_rest,
    change_staten,
    return_invoer,
    skip_invoer,
    submit_invoer,
    unskip_invoer,
)
from programmalijnen.services.metingen import add_meting, correct_meting, register_meting
from programmalijnen.services.overdragen import hand_over
from programmalijnen.services.overgangen import submitting
from programmalijnen.services.programmas import create_programma
from programmalijnen.services.rollen import end_rol, set_rol
from programmalijnen.services.samenvoegen import Bewerking
from programmalijnen.services.structuur import delete_rij, save_rij
from programmalijnen.services.uitzonderingen import end_uitzondering, give_uitzondering
from programmalijnen.services.vastleggen import Rijinvoer, save_invoerrij
from programmalijnen.services.volgorde import Richting, move_rij
from rapportage.services.antwoorden import answer_waarschuwing, withdraw_antwoord
from rapportage.services.edities import publish_editie, withdraw_editie
from rapportage.services.rectificeren import cancel_rectificatie, open_rectificatie
from rapportage.services.vaststellen import adopt_ronde
from tests.bouwers import (
    NU,
    PEILDATUM,
    maak_activiteit,
    maak_ambitie,
    maak_doel,
    maak_financiering,
    maak_gebruiker,
    maak_indicator,
    maak_lijn,
    maak_meting,
    maak_programma,
    maak_ronde,
    maak_teamlid,
)

JULI = Periode(tekst="t/m juli 2024", van=date(2024, 1, 1), tot=PEILDATUM)
MEI = Periode(tekst="t/m mei 2024", van=date(2024, 1, 1), tot=date(2024, 5, 31))


@dataclass
class Wereld:
    """A programme with a round; what only some services need is made when it is asked for."""

    programma: Programma
    manager: Teamlid
    trekker: Teamlid
    lijn: object
    activiteit: Activiteit
    ronde: Rapportageronde
    door: Gebruiker

    @property
    def wie(self) -> dict:
        return {"door": self.door, "op": NU}

    @property
    def gezien(self) -> list[Gezien]:
        rij = self.realisatie
        return [Gezien(soort=ACTIVITEITEN, sleutel=self.activiteit.sleutel, versie=rij.versie)]

    @property
    def realisatie(self) -> Realisatie:
        return Realisatie.objects.get(ronde=self.ronde, activiteit=self.activiteit)

    @property
    def berichten(self) -> list:
        berichten = herinneren.fetch_open_berichten(self.ronde, NU.date())
        return [replace(bericht, aanleiding="op verzoek") for bericht in berichten]

    @cached_property
    def anna(self) -> Gebruiker:
        return maak_gebruiker("Anna")

    @cached_property
    def meting(self) -> Meting:
        return maak_meting(maak_indicator(self.programma, "schepen"))

    def put(self, **velden) -> None:
        """The row of the round, in another state."""
        Realisatie.objects.filter(pk=self.realisatie.pk).update(**velden)

    def put_ronde(self, **velden) -> None:
        Rapportageronde.objects.filter(pk=self.ronde.pk).update(**velden)
        self.ronde.refresh_from_db()

    def adopt(self):
        return adopt_ronde(ronde=self.ronde, overgenomen_uit="een document", **self.wie)


def make_wereld() -> Wereld:
    programma = maak_programma()
    manager = maak_teamlid(programma, Rol.PROGRAMMAMANAGER, "Mila")
    trekker = maak_teamlid(programma, Rol.MEDEWERKER, "Tom")
    lijn = maak_lijn(programma)
    activiteit = maak_activiteit(lijn, "kade", trekker=trekker)
    return Wereld(
        programma=programma,
        manager=manager,
        trekker=trekker,
        lijn=lijn,
        activiteit=activiteit,
        ronde=maak_ronde(programma, deadline=date(2024, 8, 21), trekkers={"kade": trekker}),
        door=manager.gebruiker,
    )


def edit(rij, **velden) -> Rijinvoer:
    return Rijinvoer(hoofd=bewerk(rij, **velden))


def bewerk(rij, **velden) -> Bewerking:
    geladen = {naam: getattr(rij, naam) for naam in velden}
    return Bewerking(rij=rij, ingevoerd=velden, versie=rij.versie, geladen=geladen)


PROEVEN: dict[str, Callable[[Wereld], Callable]] = {}


def proef(naam: str) -> Callable:
    def enter(functie: Callable) -> Callable:
        PROEVEN[naam] = functie
        return functie

    return enter


# --- people ---


@proef("gebruikers.create_gebruiker")
def _(w: Wereld) -> Callable:
    return partial(
        gebruikers.create_gebruiker, email="cor@voorbeeld.nl", naam="Cor", wachtwoord="lang-genoeg", **w.wie
    )


@proef("programmas.create_programma")
def _(w: Wereld) -> Callable:
    velden = {"slug": "dok", "naam": "Dok", "lijn_enkelvoud": "spoor", "lijn_meervoud": "sporen"}
    return partial(create_programma, velden=velden, email="cor@voorbeeld.nl", naam="Cor", **w.wie)


@proef("gebruikers.save_gebruiker")
def _(w: Wereld) -> Callable:
    return partial(gebruikers.save_gebruiker, bewerking=bewerk(w.anna, naam="Anna de Vries"), **w.wie)


@proef("gebruikers.set_actief")
def _(w: Wereld) -> Callable:
    maak_gebruiker("Bea", is_beheerder=True)
    return partial(gebruikers.set_actief, gebruiker=w.anna, actief=False, **w.wie)


@proef("gebruikers.set_wachtwoord")
def _(w: Wereld) -> Callable:
    return partial(gebruikers.set_wachtwoord, gebruiker=w.anna, wachtwoord="fiets-brug-klok", **w.wie)


@proef("gebruikers.make_inloglink")
def _(w: Wereld) -> Callable:
    return partial(gebruikers.make_inloglink, gebruiker=w.anna, **w.wie)


@proef("gebruikers.use_inloglink")
def _(w: Wereld) -> Callable:
    token = gebruikers.default_token_generator.make_token(w.door)
    return partial(
        gebruikers.use_inloglink, gebruiker=w.door, token=token, wachtwoord="fiets-brug-klok-4821", op=NU
    )


@proef("rollen.set_rol")
def _(w: Wereld) -> Callable:
    return partial(set_rol, gebruiker=w.anna, programma=w.programma, rol=Rol.MEELEZER, **w.wie)


@proef("rollen.end_rol")
def _(w: Wereld) -> Callable:
    return partial(end_rol, gebruiker=w.trekker.gebruiker, programma=w.programma, **w.wie)


# --- the round ---


@proef("rondes.open_ronde")
def _(w: Wereld) -> Callable:
    return partial(maak_ronde, w.programma, "later", peildatum=date(2025, 7, 31), jaar=2025, door=w.door)


@proef("rondes.close_ronde")
def _(w: Wereld) -> Callable:
    return partial(rondes.close_ronde, ronde=w.ronde, **w.wie)


@proef("rondes.reopen_ronde")
def _(w: Wereld) -> Callable:
    w.put_ronde(staat=Rondestaat.GESLOTEN, gesloten_op=PEILDATUM)
    return partial(rondes.reopen_ronde, ronde=w.ronde, reden="Nog niet klaar.", **w.wie)


@proef("rondebeheer.update_ronde")
def _(w: Wereld) -> Callable:
    return partial(
        rondebeheer.update_ronde,
        ronde=w.ronde,
        ingevoerd={"titel": "Anders"},
        geladen={"titel": w.ronde.titel},
        versie=w.ronde.versie,
        **w.wie,
    )


@proef("rondebeheer.delete_ronde")
def _(w: Wereld) -> Callable:
    return partial(rondebeheer.delete_ronde, ronde=w.ronde, **w.wie)


@proef("rondebeheer.save_samenstelling")
def _(w: Wereld) -> Callable:
    return partial(
        rondebeheer.save_samenstelling, ronde=w.ronde, bewerkingen=[], eruit=["kade"], erbij=[], **w.wie
    )


@proef("uitzonderingen.give_uitzondering")
def _(w: Wereld) -> Callable:
    return partial(
        give_uitzondering,
        ronde=w.ronde,
        teamlid=w.trekker,
        tot_en_met=date(2024, 9, 1),
        reden="Ziek geweest.",
        **w.wie,
    )


@proef("uitzonderingen.end_uitzondering")
def _(w: Wereld) -> Callable:
    PROEVEN["uitzonderingen.give_uitzondering"](w)()
    return partial(end_uitzondering, ronde=w.ronde, teamlid=w.trekker, **w.wie)


@proef("overdragen.hand_over")
def _(w: Wereld) -> Callable:
    return partial(
        hand_over,
        ronde=w.ronde,
        van=w.trekker,
        naar=w.manager,
        realisaties=["kade"],
        toelichtingen=[],
        ook_hierna=True,
        bericht="",
        **w.wie,
    )


@proef("herinneren.send_bericht")
def _(w: Wereld) -> Callable:
    (bericht,) = w.berichten
    return partial(herinneren.send_bericht, bericht, vandaag=NU.date(), **w.wie)


@proef("herinneren.send_alle")
def _(w: Wereld) -> Callable:
    return partial(herinneren.send_alle, w.berichten, vandaag=NU.date(), **w.wie)


# --- what people write in it ---


@proef("invoer.save_invoer")
def _(w: Wereld) -> Callable:
    plek = Plek(ronde=w.ronde, soort=ACTIVITEITEN, sleutel="kade")
    return partial(save_invoer, plek=plek, ingevoerd={"tekst": "Klaar."}, geladen={"tekst": ""}, **w.wie)


@proef("invoerstaten.submit_invoer")
def _(w: Wereld) -> Callable:
    w.put(tekst="Klaar.", staat=Invoerstaat.CONCEPT)
    return partial(submit_invoer, ronde=w.ronde, gezien=w.gezien, **w.wie)


@proef("invoerstaten.change_staten")
def _(w: Wereld) -> Callable:
    w.put(tekst="Klaar.", staat=Invoerstaat.CONCEPT)
    return partial(change_staten, w.ronde, w.gezien, submitting(), **w.wie)


@proef("invoerstaten.approve_invoer")
def _(w: Wereld) -> Callable:
    w.put(tekst="Klaar.", staat=Invoerstaat.INGEDIEND)
    return partial(approve_invoer, ronde=w.ronde, gezien=w.gezien, **w.wie)


@proef("invoerstaten.return_invoer")
def _(w: Wereld) -> Callable:
    w.put(tekst="Klaar.", staat=Invoerstaat.INGEDIEND)
    return partial(return_invoer, ronde=w.ronde, gezien=w.gezien, reden="Te kort.", **w.wie)


@proef("invoerstaten.skip_invoer")
def _(w: Wereld) -> Callable:
    return partial(skip_invoer, ronde=w.ronde, gezien=w.gezien, **w.wie)


@proef("invoerstaten.unskip_invoer")
def _(w: Wereld) -> Callable:
    w.put(staat=Invoerstaat.GEEN_OPGAVE)
    return partial(unskip_invoer, ronde=w.ronde, gezien=w.gezien, **w.wie)


@proef("invoerstaten.approve_rest")
def _(w: Wereld) -> Callable:
    return partial(approve_rest, ronde=w.ronde, **w.wie)


@proef("metingen.register_meting")
def _(w: Wereld) -> Callable:
    return partial(register_meting, indicator=w.meting.indicator, periode=MEI, waarde=Decimal(5), **w.wie)


@proef("metingen.add_meting")
def _(w: Wereld) -> Callable:
    return partial(
        add_meting,
        indicator=w.meting.indicator,
        periode=MEI,
        waarde=Decimal(5),
        toestand=Toestand.GEMETEN,
        precisie=Precisie.PRECIES,
        **w.wie,
    )


@proef("metingen.correct_meting")
def _(w: Wereld) -> Callable:
    return partial(correct_meting, meting=w.meting, versie=w.meting.versie, waarde=Decimal(5), **w.wie)


# --- structure, targets, money ---


@proef("structuur.save_rij")
def _(w: Wereld) -> Callable:
    return partial(
        save_rij, rij=Ambitie(programma=w.programma, lijn=w.lijn, titel="Meer", sleutel="meer"), **w.wie
    )


@proef("structuur.delete_rij")
def _(w: Wereld) -> Callable:
    return partial(delete_rij, rij=maak_ambitie(w.lijn), **w.wie)


@proef("vastleggen.save_invoerrij")
def _(w: Wereld) -> Callable:
    return partial(save_invoerrij, invoer=edit(maak_ambitie(w.lijn), titel="Anders"), **w.wie)


@proef("indicatoren.save_indicator")
def _(w: Wereld) -> Callable:
    return partial(save_indicator, invoer=edit(w.meting.indicator, naam="Anders"), **w.wie)


@proef("versies.save_doel")
def _(w: Wereld) -> Callable:
    return partial(versies.save_doel, invoer=edit(maak_doel(w.programma), omschrijving="Anders"), **w.wie)


@proef("versies.save_mijlpaal")
def _(w: Wereld) -> Callable:
    mijlpaal = Mijlpaal.objects.create(programma=w.programma, sleutel="paal", titel="Paal")
    return partial(versies.save_mijlpaal, invoer=edit(mijlpaal, titel="Eerste paal"), **w.wie)


@proef("verloop.save_activiteit")
def _(w: Wereld) -> Callable:
    return partial(verloop.save_activiteit, invoer=edit(w.activiteit, titel="Kade Oost"), **w.wie)


@proef("verloop.end_activiteit")
def _(w: Wereld) -> Callable:
    return partial(verloop.end_activiteit, rij=w.activiteit, versie=1, **w.wie)


@proef("verloop.restore_activiteit")
def _(w: Wereld) -> Callable:
    Activiteit.objects.update(gearchiveerd=True)
    return partial(verloop.restore_activiteit, rij=w.activiteit, versie=1, **w.wie)


@proef("verloop.split_activiteit")
def _(w: Wereld) -> Callable:
    return partial(
        verloop.split_activiteit, rij=w.activiteit, versie=1, titels=["Oost", "West"], gaat_door=True, **w.wie
    )


@proef("verloop.save_lijn")
def _(w: Wereld) -> Callable:
    return partial(verloop.save_lijn, invoer=edit(w.lijn, titel="Anders"), **w.wie)


@proef("verloop.end_rij")
def _(w: Wereld) -> Callable:
    return partial(verloop.end_rij, rij=maak_ambitie(w.lijn), versie=1, **w.wie)


@proef("verloop.restore_rij")
def _(w: Wereld) -> Callable:
    return partial(verloop.restore_rij, rij=maak_ambitie(w.lijn, gearchiveerd=True), versie=1, **w.wie)


@proef("volgorde.move_rij")
def _(w: Wereld) -> Callable:
    maak_activiteit(w.lijn, "plein")
    return partial(move_rij, rij=w.activiteit, versie=1, naast=["lijn"], richting=Richting.OMLAAG, **w.wie)


@proef("weghalen.remove_rij")
def _(w: Wereld) -> Callable:
    return partial(weghalen.remove_rij, rij=maak_ambitie(w.lijn), versie=1, **w.wie)


@proef("weghalen.restore_rij")
def _(w: Wereld) -> Callable:
    return partial(
        weghalen.restore_rij, rij=maak_financiering(w.lijn, 5, gearchiveerd=True), versie=1, **w.wie
    )


@proef("vastleggen.save_financiering")
def _(w: Wereld) -> Callable:
    geld = maak_financiering(w.lijn, 5)
    return partial(save_financiering, invoer=edit(geld, toelichting="Anders"), nieuwe_bron="Fonds", **w.wie)


# --- the edition, and back ---


@proef("vaststellen.adopt_ronde")
def _(w: Wereld) -> Callable:
    return w.adopt


@proef("edities.publish_editie")
def _(w: Wereld) -> Callable:
    return partial(publish_editie, editie=w.adopt(), vanaf=PEILDATUM, **w.wie)


@proef("edities.withdraw_editie")
def _(w: Wereld) -> Callable:
    return partial(withdraw_editie, editie=w.adopt(), reden="Er stond een fout in.", **w.wie)


@proef("rectificeren.open_rectificatie")
def _(w: Wereld) -> Callable:
    w.adopt()
    return partial(open_rectificatie, ronde=w.ronde, reden="Er stond een fout in.", **w.wie)


@proef("rectificeren.cancel_rectificatie")
def _(w: Wereld) -> Callable:
    PROEVEN["rectificeren.open_rectificatie"](w)()
    return partial(cancel_rectificatie, ronde=w.ronde, **w.wie)


@proef("antwoorden.answer_waarschuwing")
def _(w: Wereld) -> Callable:
    return partial(
        answer_waarschuwing,
        ronde=w.ronde,
        waarschuwing="leeg",
        zin="Er ontbreekt iets.",
        antwoord="Klopt.",
        versie=None,
        **w.wie,
    )


@proef("antwoorden.withdraw_antwoord")
def _(w: Wereld) -> Callable:
    PROEVEN["antwoorden.answer_waarschuwing"](w)()
    return partial(withdraw_antwoord, ronde=w.ronde, waarschuwing="leeg", versie=1, **w.wie)


@proef("herstellen.herstel_handeling")
def _(w: Wereld) -> Callable:
    PROEVEN["verloop.save_lijn"](w)()
    wijzigingen = [Wijziging.objects.latest("pk")]
    plan = try_herstel(wijzigingen=wijzigingen, voor=w.door, op=NU + timedelta(minutes=1))
    return partial(herstel_handeling, wijzigingen=wijzigingen, gezien=plan.vingerafdruk, **w.wie)
