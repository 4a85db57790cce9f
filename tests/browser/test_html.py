"""Every page is valid HTML by the Nu HTML Checker: one run of Java over all pages, as files."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

from .paginas import Pagina, with_other_content

JAVA = shutil.which("java")
CHECKER = settings.BASE_DIR / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(JAVA is None, reason="Java ontbreekt: apt-get install default-jre-headless"),
]


def check(paginas: list[Pagina], map_: Path) -> list[tuple[str, str, str]]:
    """The address, the message and the piece of HTML of every error and every warning."""
    for nummer, pagina in enumerate(paginas):
        (map_ / f"{nummer}.html").write_text(pagina.html)
    command = [JAVA, "-Xss4m", "-jar", CHECKER, "--format", "json", "--stdout", map_]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    return [
        (paginas[int(Path(message["url"]).stem)].adres, message["message"], message.get("extract", ""))
        for message in json.loads(answer.stdout)["messages"]
    ]


def test_every_page_is_valid_html(alle_paginas, tmp_path):
    assert check(with_other_content(alle_paginas), tmp_path) == []


def test_the_checker_sees_what_is_wrong(tmp_path):
    fout = Pagina(
        "/", "anoniem", 200, {}, "<!doctype html><html lang=nl><title>Fout</title><p><div></p></div>"
    )
    assert [message for _, message, _ in check([fout], tmp_path)] == [
        "No “p” element in scope but a “p” end tag seen."
    ]
