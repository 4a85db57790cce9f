import pytest

from dordt_monitor.post import parse_email_url


@pytest.mark.parametrize(
    ("url", "poort", "tls", "ssl"),
    [
        ("smtp://post.voorbeeld.nl", 25, False, False),
        ("smtp+tls://post.voorbeeld.nl", 587, True, False),
        ("smtps://post.voorbeeld.nl", 465, False, True),
        ("smtp+tls://post.voorbeeld.nl:2525", 2525, True, False),
    ],
)
def test_the_scheme_says_how_the_connection_is_protected(url, poort, tls, ssl):
    post = parse_email_url(url)
    assert (post["EMAIL_PORT"], post["EMAIL_USE_TLS"], post["EMAIL_USE_SSL"]) == (poort, tls, ssl)


def test_a_name_and_password_may_hold_signs():
    post = parse_email_url("smtps://jan%40voorbeeld.nl:p%3Aw@post.voorbeeld.nl")
    assert (post["EMAIL_HOST_USER"], post["EMAIL_HOST_PASSWORD"]) == ("jan@voorbeeld.nl", "p:w")


def test_the_console_prints():
    assert parse_email_url("console://") == {
        "EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"
    }


@pytest.mark.parametrize(
    ("url", "zin"),
    [
        ("post.voorbeeld.nl", "moet beginnen met"),
        ("smtp://", "noemt geen mailserver"),
        ("smtp://post.voorbeeld.nl:post", "een poort die er geen is"),
    ],
)
def test_nonsense_is_refused(url, zin):
    with pytest.raises(ValueError, match=zin):
        parse_email_url(url)
