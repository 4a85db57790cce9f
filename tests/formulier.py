"""A form as a browser would send it: what the page shows, with some fields typed over."""

from html.parser import HTMLParser

from django.http import HttpResponse
from django.test import Client


class Formulierlezer(HTMLParser):
    """Collects the fields of the forms of a page, as a browser would send them untouched."""

    def __init__(self) -> None:
        super().__init__()
        self.velden: dict[str, str] = {}
        self._select = self._textarea = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kenmerken = dict(attrs)
        naam = kenmerken.get("name") or ""
        if tag == "input" and naam:
            self._read_input(naam, kenmerken)
        elif tag == "select":
            self._select = naam
        elif tag == "option" and (self._select not in self.velden or "selected" in kenmerken):
            self.velden[self._select] = kenmerken.get("value") or ""
        elif tag == "textarea":
            self._textarea = naam
            self.velden[naam] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            # A browser leaves out the first line end, which Django writes there.
            self.velden[self._textarea] = self.velden[self._textarea].removeprefix("\n")
            self._textarea = ""
        if tag == "select":
            self._select = ""

    def handle_data(self, data: str) -> None:
        if self._textarea:
            self.velden[self._textarea] += data

    def _read_input(self, naam: str, kenmerken: dict[str, str | None]) -> None:
        if kenmerken.get("type") != "checkbox":
            self.velden[naam] = kenmerken.get("value") or ""
        elif "checked" in kenmerken:
            self.velden[naam] = kenmerken.get("value") or "on"


def lees_formulier(html: str, **getypt: str) -> dict[str, str]:
    """The fields of the page with what is typed over them; `standen__0__stand` means standen-0-stand."""
    lezer = Formulierlezer()
    lezer.feed(html)
    return lezer.velden | {naam.replace("__", "-"): waarde for naam, waarde in getypt.items()}


def send(client: Client, address: str, **getypt: str) -> HttpResponse:
    """Open the page, type over some fields, send it."""
    return client.post(address, lees_formulier(client.get(address).text, **getypt))
