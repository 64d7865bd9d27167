import pytest

from kevytasiointi.attachments.adapters.storage import FolderStore, new_key


@pytest.fixture
def store(tmp_path):
    return FolderStore(tmp_path / "files")


def everything_in(tmp_path):
    return [path for path in tmp_path.rglob("*") if path.is_file()]


def test_what_is_saved_is_read_back(store, tmp_path):
    key = new_key()
    store.save(key, [b"ensin ", b"sitten"])
    with store.open(key) as file:
        assert file.read() == b"ensin sitten"
    assert [path.name for path in everything_in(tmp_path)] == [key]
    assert everything_in(tmp_path)[0].stat().st_mode & 0o777 == 0o600


def test_a_save_that_fails_half_way_leaves_nothing(store, tmp_path):
    def chunks():
        yield b"alku"
        raise OSError("the sender went away")

    with pytest.raises(OSError, match="went away"):
        store.save(new_key(), chunks())
    assert everything_in(tmp_path) == []


def test_a_key_is_written_once(store):
    key = new_key()
    store.save(key, ["ensimmäinen".encode()])
    with pytest.raises(FileExistsError):
        store.save(key, [b"toinen"])
    with store.open(key) as file:
        assert file.read() == "ensimmäinen".encode()


def test_deleting_leaves_nothing_and_may_be_done_again(store, tmp_path):
    key = new_key()
    store.save(key, [b"x"])
    store.delete(key)
    store.delete(key)
    assert everything_in(tmp_path) == []
    with pytest.raises(FileNotFoundError):
        store.open(key)


@pytest.mark.parametrize("key", ["../../etc/passwd", "", "A" * 64, "a" * 63, "a" * 64 + "\n"])
def test_a_key_that_is_not_ours_is_never_a_path(store, key):
    for use in (store.open, store.delete, lambda bad: store.save(bad, [])):
        with pytest.raises(ValueError, match="not a key"):
            use(key)
