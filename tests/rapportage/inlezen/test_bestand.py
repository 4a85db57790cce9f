"""The shape of a programme's file, without a database."""

import hashlib
from datetime import date

import pytest

from rapportage.inlezen.bestand import Leesfout, read_bestand, unfold

KOP = '[programma]\nslug = "haven"\n'


@pytest.fixture
def lees(tmp_path):
    def read(tekst: str):
        pad = tmp_path / "haven.toml"
        pad.write_text(tekst)
        return read_bestand(pad)

    return read


def test_bestand_gives_tables_by_soort_and_sleutel(lees):
    bestand = lees(KOP + "[meting.a-2024]\nwaarde = 60\npeildatum = 2024-07-31\n")

    assert bestand.programma == {"slug": "haven"}
    assert bestand.soorten == {"meting": {"a-2024": {"waarde": 60, "peildatum": date(2024, 7, 31)}}}


def test_bestand_keeps_the_hash_of_its_bytes(lees):
    assert lees(KOP).sha256 == hashlib.sha256(KOP.encode()).hexdigest()


def test_bestand_unfolds_text_in_parts_too(lees):
    bestand = lees(KOP + '[doel.a]\nstappen = [{ woorden = """\nEen\ntwee\n""" }]\n')

    assert bestand.soorten["doel"]["a"]["stappen"] == [{"woorden": "Een twee"}]


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("x = ", "haven.toml: dit kunnen wij niet als TOML lezen (Invalid value (at end of document))."),
        ("", "haven.toml: de tabel [programma] met een slug ontbreekt."),
        ("[programma]\nslug = 3\n", "haven.toml: de tabel [programma] met een slug ontbreekt."),
        (KOP + "[meting]\na = 3\n", "haven.toml, [meting.a]: hier horen velden."),
        ("meting = 3\n" + KOP, "haven.toml, [meting]: hier horen tabellen als [meting.sleutel]."),
        (
            KOP + "[meting.A_b]\n",
            "haven.toml, [meting.A_b]: een sleutel heeft kleine letters, cijfers en streepjes.",
        ),
        (
            KOP + '[meting.a]\nbron = "een\\u0000teken"\n',
            "haven.toml, [meting.a], veld bron: hier staat een onzichtbaar teken in "
            "dat wij niet kunnen bewaren.",
        ),
        (
            KOP + "[meting.a]\nwaarde = 0.5\n",
            "haven.toml, [meting.a], veld waarde: schrijf een getal heel of tussen "
            'aanhalingstekens ("12.5"), '
            "en een datum als 2024-07-31.",
        ),
        (
            KOP + "[doel.a]\nstreefwaarden = [{ waarde = 1 }, { waarde = 0.5 }]\n",
            "haven.toml, [doel.a], veld streefwaarden[2].waarde: schrijf een getal heel of tussen "
            'aanhalingstekens ("12.5"), en een datum als 2024-07-31.',
        ),
        (
            KOP + "[doel.a]\nstreefwaarden = [1]\n",
            "haven.toml, [doel.a], veld streefwaarden: hier hoort een waarde of een rij tabellen.",
        ),
    ],
)
def test_bestand_says_where_it_is_wrong(lees, tekst, zin):
    with pytest.raises(Leesfout) as fout:
        lees(tekst)

    assert str(fout.value) == zin


def test_bestand_that_is_not_there_is_said(tmp_path):
    with pytest.raises(Leesfout) as fout:
        read_bestand(tmp_path / "weg.toml")

    assert str(fout.value) == "weg.toml: dit bestand kunnen wij niet openen."


def test_bestand_in_another_encoding_is_said(tmp_path):
    (tmp_path / "oud.toml").write_bytes("naam = 'één'".encode("latin-1"))

    with pytest.raises(Leesfout) as fout:
        read_bestand(tmp_path / "oud.toml")

    assert str(fout.value) == "oud.toml: dit bestand is geen tekst in UTF-8."


@pytest.mark.parametrize(
    ("gevouwen", "tekst"),
    [
        ("\nEen regel\nen nog een.\n", "Een regel en nog een."),
        ("Alinea een\n\nAlinea twee\nverder", "Alinea een\n\nAlinea twee verder"),
        ("Twee dingen:\n\n- het ene\n- het andere\n", "Twee dingen:\n\n- het ene\n- het andere"),
        ("- lang\n  vervolg\n- kort", "- lang vervolg\n- kort"),
        ("", ""),
    ],
)
def test_running_text_is_unfolded(gevouwen, tekst):
    assert unfold(gevouwen) == tekst
