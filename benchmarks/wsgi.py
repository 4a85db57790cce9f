"""The site as it is served, which also writes down when a transaction begins and ends."""

import os

from benchmarks.omgeving import SPOOR
from benchmarks.transacties import watch_transactions
from dordt_monitor.wsgi import application

__all__ = ["application"]

watch_transactions(os.environ[SPOOR])
