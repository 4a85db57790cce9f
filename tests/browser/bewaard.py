"""A small server of pages that were fetched before, with the style sheets and scripts of the site.

A browser can look at all pages of all roles without the database being asked again.
"""

import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import unquote, urlsplit

from django.contrib.staticfiles import finders

from .paginas import Pagina


@contextmanager
def serve(paginas: list[Pagina]) -> Iterator[str]:
    """The address of a server that has every page under its `adres`."""
    bewaard = {pagina.adres: pagina for pagina in paginas}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if self.path.startswith("/static/"):
                self.send_bestand(unquote(urlsplit(self.path).path).removeprefix("/static/"))
            else:
                pagina = bewaard[unquote(self.path)]
                self.send(pagina.html.encode(), {"Cache-Control": "no-store"} | pagina.headers)

        def send_bestand(self, naam: str) -> None:
            soort = mimetypes.guess_type(naam)[0] or "application/octet-stream"
            with open(finders.find(naam), "rb") as bestand:
                self.send(bestand.read(), {"Cache-Control": "max-age=3600", "Content-Type": soort})

        def send(self, inhoud: bytes, headers: dict[str, str]) -> None:
            self.send_response(200)
            for naam, waarde in (headers | {"Content-Length": str(len(inhoud))}).items():
                self.send_header(naam, waarde)
            self.end_headers()
            self.wfile.write(inhoud)

        def log_message(self, *_args) -> None:
            """What was asked is no news."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
