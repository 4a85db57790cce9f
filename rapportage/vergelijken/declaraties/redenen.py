"""Why a field is not compared."""

HERKENNING = "hieraan worden twee dingen als hetzelfde herkend"
PLAATS_IN_BRON = "de vindplaats verschilt per document, ook als het feit gelijk is"
AFDRUK = "afdruk van een getal dat wel vergeleken wordt"
REKENING = "volgt uit cijfers die wel vergeleken worden"
KOP = "zegt welk rapport het is; de kop van de vergelijking noemt beide"
WERKWIJZE = "telt hoe er in die ronde gewerkt is, niet wat er bereikt is"
ORDE = "volgt uit de plaats van de onderdelen"
