"""A file into the database: what is created, what changes, what is left alone, and what is refused."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command

from programmalijnen.models import (
    Activiteit,
    Doel,
    Invoerstaat,
    Meting,
    Mijlpaal,
    Opgave,
    Programma,
    Programmalijn,
    Rapportageronde,
    Realisatie,
    Relatie,
    Rondestaat,
    Streefwaarde,
    Toelichting,
    Verwijzing,
    Wijziging,
)
from programmalijnen.services.structuur import delete_rij, save_rij
from rapportage.inlezen import Leesfout, load_programmas, read_bestand
from rapportage.models import Editie
from tests.bouwers import maak_gebruiker

pytestmark = pytest.mark.django_db

NU = datetime(2024, 8, 20, 9, 30, tzinfo=UTC)

HAVEN = """
[programma]
slug = "haven"
naam = "Haven"
openbaar = true

[lijn.kade]
code = "1"
titel = "Kade"

[activiteit.kranen]
lijn = "kade"
titel = "Kranen"
groep = "Voor Stad"
schaal = "stad"

[activiteit.kraan-een]
lijn = "kade"
onderdeel_van = "kranen"
titel = "Kraan een"

[indicator.hijsen]
activiteit = "kranen"
naam = "Hijsen"
categorieen = [{ naam = "zwaar" }, { naam = "licht" }]

[meting.zwaar-2024]
indicator = "hijsen"
categorie = "zwaar"
periode = "t/m juli 2024"
peildatum = 2024-07-31
waarde = "12.5"

[doel.hijsen-2024]
activiteit = "kranen"
indicator = "hijsen"
omschrijving = "100 keer hijsen"
vorm = "getal"
richting = "meer"
streefwaarden = [{ waarde = 100 }]

[mijlpaal.opening]
titel = "Opening"
standen = [
  { bekend_op = 2024-07-31, tijdspad = "Q3" },
  { bekend_op = 2024-09-30, tijdspad = "Q4", staat = "verschoven" },
]
"""

# Haven and Stad refer to one another.
KRING_HAVEN = (
    HAVEN
    + """
[relatie.wonen]
lijn = "kade"
titel = "Wonen"
ander_programma = "stad"
andere_lijn = "stad/wonen"
"""
)
STAD = """
[programma]
slug = "stad"
naam = "Stad"
vorm = "actieprogramma"

[lijn.wonen]
code = "1"
titel = "Wonen"

[verwijzing.kranen]
lijn = "wonen"
activiteit = "haven/kranen"
"""

RONDES = """
[ronde.juli]
titel = "Rapport juli"
label = "t/m juli 2024"
peildatum = 2024-07-31
jaar = 2024
overgenomen_uit = "Rapport juli 2024"

[[ronde.juli.toelichtingen]]
lijn = "kade"
onderwerp = "financiën"
tekst = "Binnen begroting."

[[ronde.juli.realisaties]]
activiteit = "kraan-een"
titel = "Kraan 1"
onderdeel_van = ""
tekst = "Staat."

[[ronde.juli.realisaties]]
activiteit = "kranen"
opgave = "niet gerapporteerd in deze ronde"

[ronde.volgende]
titel = "Volgende"
label = "t/m juli 2025"
peildatum = 2025-07-31
jaar = 2025
"""


@pytest.fixture
def laad(tmp_path):
    def load(tekst: str, op: datetime = NU):
        pad = tmp_path / "haven.toml"
        pad.write_text(tekst)
        return load_programmas([read_bestand(pad)], op=op)[0]

    return load


@pytest.fixture
def laad_samen(tmp_path):
    """Load several files at once, each named after its programme."""

    def load(**teksten: str):
        paden = [tmp_path / f"{slug}.toml" for slug in teksten]
        for pad, tekst in zip(paden, teksten.values(), strict=True):
            pad.write_text(tekst)
        return load_programmas([read_bestand(pad) for pad in paden], op=NU)

    return load


def test_file_creates_rows_by_sleutel(laad):
    laad(HAVEN)

    meting = Meting.objects.get(sleutel="zwaar-2024")
    assert (meting.indicator.sleutel, meting.categorie.naam, meting.waarde) == (
        "hijsen",
        "zwaar",
        Decimal("12.5"),
    )
    assert Activiteit.objects.get(sleutel="kraan-een").onderdeel_van.sleutel == "kranen"
    assert [rij.waarde for rij in Doel.objects.get().streefwaarden.all()] == [Decimal(100)]
    assert [rij.tijdspad for rij in Mijlpaal.objects.get().standen.order_by("bekend_op")] == ["Q3", "Q4"]


def test_order_in_the_file_is_the_order(laad):
    laad(HAVEN)

    assert list(Activiteit.objects.order_by("volgorde").values_list("sleutel", "volgorde")) == [
        ("kranen", 1),
        ("kraan-een", 2),
    ]


def test_loading_counts_and_leaves_one_handeling(laad):
    telling = laad(HAVEN)

    assert telling == {"nieuw": Wijziging.objects.count()}
    assert set(Wijziging.objects.values_list("naam", "reden", "door")) == {
        ("laad programma", "Geladen uit haven.toml.", None)
    }
    assert Wijziging.objects.values("handeling").distinct().count() == 1


def test_loading_twice_writes_nothing(laad):
    laad(HAVEN + RONDES)
    eerst = Wijziging.objects.count()

    assert laad(HAVEN + RONDES, NU + timedelta(days=1)) == {}
    assert Wijziging.objects.count() == eerst


def test_changed_field_is_updated_and_traced(laad):
    laad(HAVEN)

    assert laad(HAVEN.replace('titel = "Kade"', 'titel = "Kade Oost"')) == {"gewijzigd": 1}
    assert Wijziging.objects.get(aard="gewijzigd").velden == {"titel": ["Kade", "Kade Oost"]}


def test_part_is_recognised_and_updated(laad):
    laad(HAVEN)
    laad(HAVEN.replace("waarde = 100", "waarde = 120"))

    assert [rij.waarde for rij in Streefwaarde.objects.all()] == [Decimal(120)]


def test_what_the_file_does_not_say_is_left(laad):
    laad(HAVEN)
    Programmalijn.objects.update(portefeuillehouder="De wethouder")

    assert laad(HAVEN) == {}
    assert Programmalijn.objects.get().portefeuillehouder == "De wethouder"


def test_deleted_row_stays_deleted(laad):
    laad(HAVEN)
    for stand in Mijlpaal.objects.get().standen.all():
        delete_rij(rij=stand, door=None, op=NU)
    delete_rij(rij=Mijlpaal.objects.get(), door=None, op=NU)

    assert laad(HAVEN) == {}
    assert not Mijlpaal.objects.exists()


def test_deleted_part_stays_deleted(laad):
    laad(HAVEN)
    delete_rij(rij=Streefwaarde.objects.get(), door=None, op=NU)

    assert laad(HAVEN) == {}
    assert not Streefwaarde.objects.exists()


def test_row_that_the_team_changed_stays_as_the_team_left_it(laad):
    laad(HAVEN)
    lijn = Programmalijn.objects.get()
    lijn.titel = "Kade West"
    save_rij(rij=lijn, door=maak_gebruiker(), op=NU)

    assert laad(HAVEN) == {}
    assert laad(HAVEN.replace('titel = "Kade"', 'titel = "Kade Oost"')) == {}
    assert Programmalijn.objects.get().titel == "Kade West"


def test_taken_over_round_is_adopted_without_date_or_besluit(laad):
    laad(HAVEN + RONDES)

    editie = Editie.objects.get()
    assert editie.ronde.staat == Rondestaat.VASTGESTELD
    assert (editie.overgenomen_uit, editie.vastgesteld_op, editie.besluit) == ("Rapport juli 2024", None, "")


def test_realisatie_takes_the_place_of_its_activiteit_except_for_what_it_says(laad):
    laad(HAVEN + RONDES)

    rij, ander = Realisatie.objects.filter(ronde__slug="juli").order_by("volgorde")
    assert (rij.titel, rij.onderdeel_van, rij.groep, rij.staat) == ("Kraan 1", None, "", Invoerstaat.AKKOORD)
    assert (ander.titel, ander.groep, ander.schaal) == ("Kranen", "Voor Stad", "stad")
    assert (ander.opgave, ander.staat) == (Opgave.NIET_GERAPPORTEERD, Invoerstaat.GEEN_OPGAVE)


def test_toelichting_belongs_to_its_line(laad):
    laad(HAVEN + RONDES)

    rij = Toelichting.objects.get(ronde__slug="juli")
    assert (rij.sleutel, rij.tekst) == ("1-financien", "Binnen begroting.")


def test_open_round_gets_its_rows_from_the_structure(laad):
    laad(HAVEN + RONDES)

    ronde = Rapportageronde.objects.get(slug="volgende")
    assert ronde.staat == Rondestaat.OPEN
    assert list(ronde.realisaties.order_by("volgorde").values_list("titel", "tekst")) == [
        ("Kranen", ""),
        ("Kraan een", ""),
    ]


def test_adopted_round_and_its_edition_are_left_alone(laad):
    laad(HAVEN + RONDES)
    sha256 = Editie.objects.get().sha256

    assert laad(HAVEN + RONDES.replace("Staat.", "Staat weer.")) == {}
    assert Editie.objects.get().sha256 == sha256
    assert Realisatie.objects.get(ronde__slug="juli", volgorde=1).tekst == "Staat."


def test_value_of_an_adopted_report_is_never_overwritten(laad):
    laad(HAVEN + RONDES)

    with pytest.raises(Leesfout) as fout:
        laad((HAVEN + RONDES).replace('"12.5"', "13"))

    assert str(fout.value) == (
        "haven.toml, [meting.zwaar-2024]: deze meting staat in een vastgesteld rapport; "
        "verbeter hem op de site, met een reden."
    )
    assert Meting.objects.get().waarde == Decimal("12.5")


@pytest.mark.parametrize(
    ("weg", "erin", "zin"),
    [
        ("omschrijving", "omschrijvng", "[doel.hijsen-2024], veld omschrijvng: dit veld kennen wij niet."),
        ("[doel.", "[dol.", "[dol]: deze soort tabel kennen wij niet."),
        (
            'onderdeel_van = "kranen"',
            'onderdeel_van = "kraan"',
            "[activiteit.kraan-een], veld onderdeel_van: een activiteit ‘kraan’ is er (nog) niet.",
        ),
        (
            'categorie = "zwaar"',
            'categorie = "midden"',
            "[meting.zwaar-2024], veld categorie: een categorie ‘midden’ is er (nog) niet.",
        ),
        (
            '"12.5"',
            '"12,5"',
            "[meting.zwaar-2024], veld waarde: hier hoort een heel getal, of een getal met een punt tussen "
            "aanhalingstekens.",
        ),
        (
            "waarde = 100",
            "waarde = true",
            "[doel.hijsen-2024], veld streefwaarden[1].waarde: hier hoort een heel "
            "getal, of een getal met een punt tussen aanhalingstekens.",
        ),
        ("openbaar = true", 'openbaar = "ja"', "[programma], veld openbaar: hier hoort true of false."),
        ('titel = "Kade"', "titel = 1", "[lijn.kade], veld titel: hier hoort tekst tussen aanhalingstekens."),
        (
            "peildatum = 2024-07-31\nwaarde",
            'peildatum = "31 juli"\nwaarde',
            "[meting.zwaar-2024], veld peildatum: hier hoort een datum als 2024-07-31.",
        ),
        (
            "[{ waarde = 100 }]",
            "100",
            "[doel.hijsen-2024], veld streefwaarden: hier hoort een rij tabellen.",
        ),
        (
            '[lijn.kade]\ncode = "1"',
            '[lijn.kade]\nversie = 3\ncode = "1"',
            "[lijn.kade], veld versie: dit veld kennen wij niet.",
        ),
        (
            'vorm = "getal"',
            'vorm = "getl"',
            "[doel.hijsen-2024], veld vorm: Waarde 'getl' is geen geldige keuze.",
        ),
        (
            "[ronde.volgende]",
            "[ronde.volgende]\ntoelichtingen = []",
            "[ronde.volgende], veld toelichtingen: "
            "dit hoort alleen bij een ronde die is overgenomen uit een document.",
        ),
        (
            'activiteit = "kraan-een"\n',
            "",
            "[ronde.juli], veld realisaties[1].activiteit: noem de activiteit van deze rij.",
        ),
    ],
)
def test_mistake_is_one_sentence_and_changes_nothing(laad, weg, erin, zin):
    assert weg in HAVEN + RONDES

    with pytest.raises(Leesfout) as fout:
        laad((HAVEN + RONDES).replace(weg, erin))

    assert str(fout.value) == f"haven.toml, {zin}"
    assert not Programma.objects.exists()


def test_files_that_refer_to_one_another_load_together(laad_samen):
    laad_samen(haven=KRING_HAVEN, stad=STAD)

    assert Verwijzing.objects.get().activiteit.programma.slug == "haven"
    relatie = Relatie.objects.get()
    assert (relatie.ander_programma.slug, relatie.andere_lijn.titel) == ("stad", "Wonen")


def test_files_together_count_apart_and_leave_a_handeling_each(laad_samen):
    tellingen = laad_samen(stad=STAD, haven=KRING_HAVEN)

    assert tellingen == [{"nieuw": 3}, {"nieuw": 14}]
    assert set(Wijziging.objects.values_list("programma__slug", "reden")) == {
        ("haven", "Geladen uit haven.toml."),
        ("stad", "Geladen uit stad.toml."),
    }
    assert Wijziging.objects.values("handeling").distinct().count() == 2


def test_files_together_loaded_twice_write_nothing(laad_samen):
    laad_samen(haven=KRING_HAVEN + RONDES, stad=STAD)
    eerst = Wijziging.objects.count()

    assert laad_samen(haven=KRING_HAVEN + RONDES, stad=STAD) == [{}, {}]
    assert Wijziging.objects.count() == eerst


def test_mistake_in_one_file_changes_nothing_of_the_other(laad_samen):
    with pytest.raises(Leesfout) as fout:
        laad_samen(haven=KRING_HAVEN, stad=STAD.replace("titel", "title"))

    assert str(fout.value) == "stad.toml, [lijn.wonen], veld title: dit veld kennen wij niet."
    assert not Programma.objects.exists()


def test_rounds_are_taken_over_from_old_to_new_across_files(laad_samen):
    def ronde(slug: str, peildatum: str) -> str:
        kop = 'titel = "X"\nlabel = "X"\njaar = 2024\novergenomen_uit = "X"'
        return f"[ronde.{slug}]\npeildatum = {peildatum}\n{kop}\n"

    laad_samen(
        haven=HAVEN + ronde("laat", "2024-12-31") + ronde("vroeg", "2024-01-31"),
        stad=STAD + ronde("midden", "2024-07-31"),
    )

    assert list(Editie.objects.order_by("pk").values_list("ronde__slug", flat=True)) == [
        "vroeg",
        "midden",
        "laat",
    ]


@pytest.mark.parametrize(
    ("rij", "zin"),
    [
        ('[relatie.x]\ntitel = "X"\nander_programma = "stad"', "[relatie.x], veld ander_programma"),
        ('[verwijzing.x]\nlijn = "kade"\nactiviteit = "stad/x"', "[verwijzing.x], veld activiteit"),
    ],
)
def test_absent_programme_is_said_in_one_sentence(laad, rij, zin):
    with pytest.raises(Leesfout) as fout:
        laad(f"{HAVEN}{rij}\n")

    assert str(fout.value) == (
        f"haven.toml, {zin}: het programma ‘stad’ is er nog niet. Laad dat bestand in dezelfde opdracht mee."
    )
    assert not Programma.objects.exists()


@pytest.mark.parametrize("veld", ["", 'overgenomen_uit = "Raadspresentatie"'])
def test_form_of_a_programme_and_of_a_round_comes_from_the_file(laad, veld):
    ronde = 'titel = "X"\nlabel = "X"\njaar = 2024\npeildatum = 2024-07-31\nvorm = "raadspresentatie"'
    laad(HAVEN.replace("openbaar", 'vorm = "actieprogramma"\nopenbaar') + f"[ronde.juli]\n{ronde}\n{veld}\n")

    assert Programma.objects.get().vorm == "actieprogramma"
    assert Rapportageronde.objects.get().vorm == "raadspresentatie"


def test_command_tells_what_it_loaded(tmp_path, capsys):
    pad = tmp_path / "haven.toml"
    pad.write_text(HAVEN)

    call_command("laad_programma", str(pad))

    bestand = read_bestand(pad)
    assert capsys.readouterr().out == f"haven.toml: 13 nieuw, 0 gewijzigd (sha256 {bestand.sha256})\n"


def test_command_without_a_file_says_what_it_wants():
    with pytest.raises(CommandError, match=r"^Noem een bestand, of gebruik --alles\.$"):
        call_command("laad_programma")


def test_command_gives_one_sentence_on_a_mistake(tmp_path):
    with pytest.raises(CommandError) as fout:
        call_command("laad_programma", str(tmp_path / "weg.toml"))

    assert (str(fout.value), fout.value.returncode) == ("weg.toml: dit bestand kunnen wij niet openen.", 1)
