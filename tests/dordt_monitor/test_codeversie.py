"""What makes a page that a browser remembered stale."""

import pytest

from dordt_monitor.codeversie import code_version


@pytest.mark.parametrize("instelling", ["THEMA", "ORGANISATIE", "SITE_URL"])
def test_another_setting_is_another_page(settings, instelling):
    before = code_version.__wrapped__()
    assert before == code_version.__wrapped__()
    setattr(settings, instelling, "anders")
    assert code_version.__wrapped__() != before
