"""`manage.py exporteer`: the edition or the concept as a file, and one Dutch sentence when it cannot be."""

import hashlib
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from openpyxl import load_workbook

from programmalijnen.models import Rapportageronde, Realisatie
from programmalijnen.regels.begrippen import Rapportvorm
from rapportage.bouwen import build_rapport
from rapportage.canoniek import to_json
from rapportage.models import Editie
from rapportage.services import adopt_ronde, withdraw_editie
from rapportage.uitvoer import RENDERERS
from tests.bouwers import NU, maak_activiteit, maak_lijn, maak_programma, maak_ronde

pytestmark = pytest.mark.django_db


@pytest.fixture
def ronde() -> Rapportageronde:
    programma = maak_programma("haven")
    maak_activiteit(maak_lijn(programma))
    return maak_ronde(programma)


def adopt(ronde: Rapportageronde) -> Editie:
    return adopt_ronde(ronde=ronde, door=None, op=NU, overgenomen_uit="Voortgangsrapportage augustus 2024")


def export(naar: Path, *opties: str, ronde: str = "augustus-2024", formaat: str = "json") -> bytes:
    call_command("exporteer", "haven", ronde, "--formaat", formaat, "--naar", str(naar), *opties)
    return naar.read_bytes()


def refuse(*argumenten: str) -> str:
    """The one sentence on stderr; the command must end with status 1."""
    stderr = StringIO()
    with pytest.raises(SystemExit) as stop:
        call_command("exporteer", *argumenten, stderr=stderr)
    assert stop.value.code == 1
    return stderr.getvalue()


def test_json_of_an_edition_is_its_stored_text(ronde, tmp_path):
    editie = adopt(ronde)
    assert hashlib.sha256(export(tmp_path / "r.json")).hexdigest() == editie.sha256


def test_without_a_file_the_bytes_go_to_the_screen(ronde, capsysbinary):
    editie = adopt(ronde)
    call_command("exporteer", "haven", "augustus-2024", "--formaat", "json")
    assert capsysbinary.readouterr().out.decode() == editie.inhoud


def test_edition_does_not_see_what_changed_later(ronde, tmp_path):
    editie = adopt(ronde)
    Realisatie.objects.update(tekst="later geschreven")
    assert export(tmp_path / "r.json").decode() == editie.inhoud


def test_concept_is_the_live_report(ronde, tmp_path):
    Realisatie.objects.update(tekst="net geschreven")
    assert export(tmp_path / "r.json", "--concept").decode() == to_json(build_rapport(ronde=ronde))


@pytest.mark.parametrize("formaat", RENDERERS)
def test_every_format_is_written(ronde, tmp_path, formaat):
    adopt(ronde)
    assert export(tmp_path / "r", formaat=formaat) != b""


def test_excel_of_an_edition_names_its_hash(ronde, tmp_path):
    editie = adopt(ronde)
    boek = load_workbook(BytesIO(export(tmp_path / "r.xlsx", formaat="xlsx")))
    waarden = [cel.value for rij in boek["Verantwoording"].iter_rows() for cel in rij]
    assert editie.sha256 in waarden


def test_unknown_programma_names_the_known_ones(ronde, tmp_path):
    zin = refuse("haveen", "augustus-2024", "--formaat", "csv", "--naar", str(tmp_path / "r"))
    assert zin == "Het programma 'haveen' is er niet; wel: haven.\n"


def test_unknown_ronde_names_the_known_ones(ronde, tmp_path):
    zin = refuse("haven", "mei-1999", "--formaat", "csv", "--naar", str(tmp_path / "r"))
    assert zin == "De ronde 'mei-1999' is er niet bij dit programma; wel: augustus-2024.\n"


def test_unknown_formaat_names_the_known_ones(ronde, tmp_path):
    zin = refuse("haven", "augustus-2024", "--formaat", "pdf", "--naar", str(tmp_path / "r"))
    assert zin == "Het formaat 'pdf' kennen wij niet; kies uit xlsx, json, csv.\n"


def test_round_without_edition_points_to_the_concept(ronde, tmp_path):
    zin = refuse("haven", "augustus-2024", "--formaat", "csv", "--naar", str(tmp_path / "r"))
    assert "nog geen vastgestelde editie; met --concept" in zin


def test_adopted_round_has_no_concept(ronde, tmp_path):
    adopt(ronde)
    zin = refuse("haven", "augustus-2024", "--formaat", "csv", "--naar", str(tmp_path / "r"), "--concept")
    assert zin == "De ronde 'augustus-2024' is vastgesteld en heeft geen concept; laat --concept weg.\n"


def test_withdrawn_edition_is_not_handed_out(ronde, tmp_path):
    withdraw_editie(editie=adopt(ronde), reden="Bevatte namen.", door=None, op=NU)
    zin = refuse("haven", "augustus-2024", "--formaat", "csv", "--naar", str(tmp_path / "r"))
    assert zin == "Editie 1 van de ronde 'augustus-2024' is ingetrokken: Bevatte namen.\n"


def test_path_that_cannot_be_written_is_one_sentence(ronde, tmp_path):
    adopt(ronde)
    zin = refuse("haven", "augustus-2024", "--formaat", "csv", "--naar", str(tmp_path / "geen" / "r"))
    assert zin.startswith(f"Het bestand {tmp_path}/geen/r is niet te schrijven: ")


def test_refusal_leaves_an_older_file_alone(ronde, tmp_path):
    bestand = tmp_path / "r.csv"
    bestand.write_text("van vorige keer")
    refuse("haven", "augustus-2024", "--formaat", "csv", "--naar", str(bestand))
    assert bestand.read_text() == "van vorige keer"


def first_head(naar: Path, *opties: str) -> str:
    """The first column heading of the sheet of line 1."""
    boek = load_workbook(BytesIO(export(naar, *opties, formaat="xlsx")))
    (blad,) = (blad for blad in boek if blad.title.startswith("1 "))
    return blad.cell(4, 1).value


def test_a_workbook_has_the_form_of_the_round_or_the_one_asked_for(ronde, tmp_path):
    adopt(ronde)
    Rapportageronde.objects.update(vorm=Rapportvorm.RAADSPRESENTATIE)
    assert first_head(tmp_path / "r.xlsx") == "Activiteiten"
    assert first_head(tmp_path / "r.xlsx", "--vorm", "investeringsprogramma") == "Actie of activiteit"


def test_a_form_that_does_not_exist_is_refused_with_those_that_do(ronde, tmp_path):
    zin = refuse(
        "haven", "augustus-2024", "--formaat", "xlsx", "--vorm", "dia", "--naar", str(tmp_path / "r.xlsx")
    )
    assert zin.startswith("De vorm 'dia' kennen wij niet; kies uit voortgangsrapportage, raadspresentatie")
