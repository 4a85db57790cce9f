"""The progress rules (rekenregels 1 to 4): pure Python, no Django, no database."""
