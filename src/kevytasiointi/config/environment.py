"""The operator's settings, read once from the environment, typed, refusing to start when one is wrong."""

import base64
import binascii
import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_DEMO_KEY = "demo-only-not-a-secret-demo-only-not-a-secret-demo-only"
_PREFIX = "KEVYTASIOINTI_"
_SHORTEST_SECRET = 50


class Mode(StrEnum):
    PRODUCTION = "production"
    DEMO = "demo"
    TEST = "test"

    @property
    def is_pretend(self) -> bool:
        """Test identification, the mailbox page and made-up authorities exist only here."""
        return self is not Mode.PRODUCTION


@dataclass(frozen=True, slots=True)
class Environment:
    """What the operator has said. `docs/operate.md` explains each."""

    mode: Mode
    secret_key: str
    sealing_keys: Mapping[str, bytes]
    public_url: str
    data_folder: Path
    database: Mapping[str, object]
    smtp_url: str
    mail_from: str
    changes_per_minute: int

    @property
    def host(self) -> str:
        return urlsplit(self.public_url).hostname or ""

    @property
    def is_https(self) -> bool:
        return self.public_url.startswith("https://")


def read_environment(source: Mapping[str, str] = os.environ) -> Environment:
    """The environment, or `ImproperlyConfigured` that names the variable and the mend."""
    mode = _mode(_value(source, "MODE", "production"))
    data_folder = Path(_value(source, "DATA", "var" if mode.is_pretend else "")).absolute()
    if not _value(source, "DATA", "var" if mode.is_pretend else ""):
        raise ImproperlyConfigured(f"Set {_PREFIX}DATA to the folder where files are kept.")
    return Environment(
        mode=mode,
        secret_key=_secret_key(source, mode),
        sealing_keys=_sealing_keys(source, mode),
        public_url=_public_url(source, mode),
        data_folder=data_folder,
        database=_database(_value(source, "DATABASE_URL", f"sqlite:///{data_folder / 'kevytasiointi.sqlite3'}")),
        smtp_url=_value(source, "SMTP_URL", ""),
        mail_from=_value(source, "MAIL_FROM", "kevytasiointi@example.invalid" if mode.is_pretend else ""),
        changes_per_minute=_count(source, "CHANGES_PER_MINUTE", "120"),
    )


def _value(source: Mapping[str, str], name: str, default: str) -> str:
    """`NAME`, or the content of the file that `NAME_FILE` points to, or the default."""
    if file := source.get(f"{_PREFIX}{name}_FILE"):
        return Path(file).read_text(encoding="utf-8").strip()
    return source.get(_PREFIX + name, default)


def _count(source: Mapping[str, str], name: str, default: str) -> int:
    text = _value(source, name, default)
    if not text.isdecimal() or not int(text):
        raise ImproperlyConfigured(f"{_PREFIX}{name} must be a whole number above zero, not {text!r}.")
    return int(text)


def _mode(text: str) -> Mode:
    try:
        return Mode(text)
    except ValueError:
        raise ImproperlyConfigured(f"{_PREFIX}MODE must be production, demo or test, not {text!r}.") from None


def _secret_key(source: Mapping[str, str], mode: Mode) -> str:
    key = _value(source, "SECRET_KEY", _DEMO_KEY if mode.is_pretend else "")
    if not mode.is_pretend and (len(key) < _SHORTEST_SECRET or key == _DEMO_KEY):
        raise ImproperlyConfigured(f"Set {_PREFIX}SECRET_KEY to at least {_SHORTEST_SECRET} random characters.")
    return key


def _sealing_keys(source: Mapping[str, str], mode: Mode) -> dict[str, bytes]:
    """`id:base64 of 32 bytes`, several separated by commas; the first seals, all open."""
    demo = "demo:" + base64.b64encode(b"demo sealing key, not a secret!!").decode()
    text = _value(source, "SEALING_KEYS", demo if mode.is_pretend else "")
    keys = {}
    for part in filter(None, text.split(",")):
        key_id, _, body = part.strip().partition(":")
        try:
            keys[key_id] = base64.b64decode(body, validate=True)
        except binascii.Error:
            raise ImproperlyConfigured(f"{_PREFIX}SEALING_KEYS: key {key_id!r} is not base64.") from None
    if not keys or any(len(key) != 32 for key in keys.values()):  # noqa: PLR2004 - AES-256
        raise ImproperlyConfigured(f"Set {_PREFIX}SEALING_KEYS to id:base64 of 32 random bytes.")
    return keys


def _public_url(source: Mapping[str, str], mode: Mode) -> str:
    url = _value(source, "PUBLIC_URL", "http://127.0.0.1:8000" if mode.is_pretend else "").rstrip("/")
    if urlsplit(url).scheme not in ({"http", "https"} if mode.is_pretend else {"https"}):
        raise ImproperlyConfigured(f"Set {_PREFIX}PUBLIC_URL to the https address people use.")
    return url


def _database(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path.removeprefix("/")) if parts.path != "/:memory:" else ":memory:",
            # Opening costs as much as a small page. PostgreSQL has its pool instead.
            "CONN_MAX_AGE": 60,
            # Without IMMEDIATE a read followed by a write fails at once under load, whatever the time-out;
            # without FULL a shown receipt may vanish in a power cut.
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON",
            },
        }
    if parts.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}},
        }
    raise ImproperlyConfigured(f"{_PREFIX}DATABASE_URL must begin with sqlite:/// or postgresql://.")
