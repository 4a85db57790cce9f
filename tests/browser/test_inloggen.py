def test_wie_niet_is_ingelogd_komt_op_de_inlogpagina(page):
    page.goto("/werk/bestaat-niet/")
    assert page.url.endswith("/inloggen/?next=/werk/bestaat-niet/")
