from django.urls import get_resolver


def test_only_these_entrances_exist():
    """allauth brings 31 addresses; three are routed."""
    entrances = [str(pattern.pattern) for pattern in get_resolver().url_patterns]
    assert entrances == [
        "",
        "inloggen/",
        "inloggen/niet-actief/",
        "uitloggen/",
        "",  # one's own password
        "beheer/",
        "werk/",
        "werk/",
    ]
