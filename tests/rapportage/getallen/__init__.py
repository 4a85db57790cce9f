"""Every number of a source document, in a table made by hand, and its place in the JSON of a report.

`<document>.md` holds two tables. In the first a row is a number that a report shows:

| regel | label | getal | programma | ronde | pad |

`regel` is the line of the text of the document, `getal` stands there as the document writes it (`150.000`,
`12,5`, `1,7 miljoen`, `3 ton`, `2023-0154666`), `pad` is the way through the JSON of the latest edition:
`lijnen[1].doelen[partners-2025].streefwaarde`. `[x]` picks the one item of a list of which the sleutel or
else the code is x, otherwise the one that holds x as a value; `[2023,gerealiseerd]` the one that holds both;
`[*]` is any item. A number must be equal; in a text it must stand whole.

In the second table a row is what no report shows, and why:

| regel | getal | reden |
"""

from .lezen import GetalNietGevonden, Rij, find_getal, read_rijen, read_weggelaten

__all__ = ["GetalNietGevonden", "Rij", "find_getal", "read_rijen", "read_weggelaten"]
