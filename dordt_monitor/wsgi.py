"""What gunicorn serves. A served application is never in debug unless DEBUG=1 says so."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dordt_monitor.settings")
os.environ.setdefault("DEBUG", "0")

application = get_wsgi_application()
