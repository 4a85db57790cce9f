"""The shipped programmes in the database of a test: loaded once, copied from memory after that.

Loading goes through the services and costs seconds; many modules want the same rows.
"""

from datetime import datetime
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, models, transaction

from rapportage.inlezen import load_programmas, read_bestand

from .bouwers import NU

_geladen: dict[datetime, list[list[models.Model]]] = {}


def laad_programmas(op: datetime = NU) -> None:
    """All shipped programmes, as `laad_programma --alles` loads them: they refer to one another."""
    if op in _geladen:
        copy_rijen(_geladen[op])
    else:
        load_bestanden(op)
        _geladen[op] = [list(model._base_manager.order_by("pk")) for model in soorten()]


def load_bestanden(op: datetime = NU) -> None:
    """The same through the services, as often as it is called."""
    paden = sorted((Path(settings.BASE_DIR) / "fixtures").glob("*.toml"))
    load_programmas([read_bestand(pad) for pad in paden], op=op)


@cache
def soorten() -> tuple[type[models.Model], ...]:
    eigen = (apps.get_app_config(naam) for naam in ("programmalijnen", "financien", "rapportage"))
    return tuple(model for app in eigen for model in app.get_models(include_auto_created=True))


def copy_rijen(rijen: list[list[models.Model]]) -> None:
    """Rows of a table may point to later ones and to later tables: constraints wait for the end."""
    with transaction.atomic(), connection.cursor() as cursor:
        for model, bewaard in zip(soorten(), rijen, strict=True):
            model._base_manager.bulk_create(bewaard)
        for zin in connection.ops.sequence_reset_sql(no_style(), soorten()):
            cursor.execute(zin)
