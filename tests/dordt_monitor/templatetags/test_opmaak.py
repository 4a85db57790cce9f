import pytest
from django.template import Context, Template


@pytest.mark.parametrize(
    ("tekst", "samen"),
    [
        ("een bedrag van € 500", "een bedrag van €\N{NO-BREAK SPACE}500"),
        ("Rapport 2024, regel 13-15", "Rapport 2024, regel\N{NO-BREAK SPACE}13-15"),
        ("op 19 december 2023", "op 19\N{NO-BREAK SPACE}december 2023"),
        ("in de 2 meirondes", "in de 2 meirondes"),
        ("een regel van dit rapport", "een regel van dit rapport"),
    ],
)
def test_what_belongs_together_stays_on_one_line(tekst, samen):
    assert Template("{% load opmaak %}{{ tekst|heel }}").render(Context({"tekst": tekst})) == samen
