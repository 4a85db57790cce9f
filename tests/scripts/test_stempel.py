from scripts.stempel import fingerprint, is_fresh, stamp


def test_stamp_is_fresh_until_a_file_changes(tmp_path):
    lock, stempel = tmp_path / "requirements.txt", tmp_path / "map" / "stempel"
    lock.write_text("django==5.2")
    assert not is_fresh(stempel, fingerprint([lock]))
    stamp(stempel, fingerprint([lock]))
    assert is_fresh(stempel, fingerprint([lock]))
    lock.write_text("django==5.3")
    assert not is_fresh(stempel, fingerprint([lock]))


def test_fingerprint_of_a_folder_sees_a_file_that_was_added_deep_inside(tmp_path):
    (tmp_path / "css").mkdir()
    before = fingerprint([tmp_path])
    (tmp_path / "css" / "thema.css").write_text("")
    assert fingerprint([tmp_path]) != before


def test_fingerprint_does_not_depend_on_the_order_of_the_paths(tmp_path):
    first, second = tmp_path / "a.toml", tmp_path / "b.toml"
    first.write_text("1")
    second.write_text("2")
    assert fingerprint([first, second]) == fingerprint([second, first])
