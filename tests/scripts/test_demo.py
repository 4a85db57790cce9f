import socket
import sqlite3
from datetime import datetime

import pytest

from scripts import demo
from scripts.demo_nieuw import set_aside

MOMENT = datetime(2024, 8, 1, 9, 30, 5)  # noqa: DTZ001 - only its digits are used, in a file name


def test_address_is_this_machine_on_port_8000_unless_said_otherwise(monkeypatch):
    monkeypatch.delenv("PORT", raising=False)
    monkeypatch.delenv("ADRES", raising=False)
    assert demo.address() == ("127.0.0.1", 8000)
    monkeypatch.setenv("PORT", "8123")
    assert demo.address() == ("127.0.0.1", 8123)


@pytest.mark.parametrize("port", ["0", "65536", "acht", "-1", ""])
def test_port_that_is_no_port_gets_one_sentence(monkeypatch, capsys, port):
    monkeypatch.setenv("PORT", port)
    with pytest.raises(SystemExit):
        demo.address()
    assert capsys.readouterr().err == f"PORT moet een getal van 1 tot en met 65535 zijn, niet '{port}'.\n"


def test_port_that_is_taken_gets_one_sentence(capsys):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with pytest.raises(SystemExit):
            demo.require_free("127.0.0.1", port)
    sentence = f"Poort {port} is al in gebruik. Kies een andere, bijvoorbeeld: make demo PORT={port + 1}\n"
    assert capsys.readouterr().err == sentence
    demo.require_free("127.0.0.1", port)


def test_address_of_another_machine_gets_one_sentence(capsys):
    with pytest.raises(SystemExit):
        demo.require_free("192.0.2.1", 8000)
    assert "mag of kan de demo niet luisteren" in capsys.readouterr().err


def test_secret_key_is_made_once_and_only_for_its_owner(tmp_path):
    path = tmp_path / "geheime-sleutel"
    key = demo.secret_key(path)
    assert len(key) >= 50
    assert demo.secret_key(path) == key
    assert path.stat().st_mode & 0o077 == 0


def test_settings_of_another_installation_do_not_reach_the_demo(monkeypatch, tmp_path):
    monkeypatch.setattr(demo, "VAR", tmp_path)
    monkeypatch.setenv("DATABASE_URL", "postgresql://server/echt")
    monkeypatch.setenv("DORDT_PROXIES", "1")
    env = demo.environment("127.0.0.1", 8000)
    assert env["DATABASE_URL"] == f"sqlite:///{demo.DATABANK}"
    assert "DORDT_PROXIES" not in env


def test_old_database_is_set_aside_whole_with_what_was_not_yet_written_back(tmp_path):
    databank = tmp_path / "monitor.sqlite3"
    writer = sqlite3.connect(databank, isolation_level=None)
    writer.execute("PRAGMA journal_mode=WAL")
    writer.execute("CREATE TABLE t AS SELECT 42 AS getal")
    assert (tmp_path / "monitor.sqlite3-wal").stat().st_size > 0
    new = set_aside(databank, MOMENT)
    assert new == tmp_path / "monitor-2024-08-01-093005.sqlite3"
    assert not list(tmp_path.glob("monitor.sqlite3*"))
    reader = sqlite3.connect(new)
    assert reader.execute("SELECT getal FROM t").fetchone() == (42,)
    reader.close()
    writer.close()


def test_nothing_is_set_aside_when_there_is_no_database(tmp_path):
    assert set_aside(tmp_path / "monitor.sqlite3", MOMENT) is None
