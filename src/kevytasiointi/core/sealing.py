"""Encryption of the few values that must not be readable in the database.

AES-256-GCM with the place of the value as associated data, so that a ciphertext moved to another
row doesn't open. Keys have ids: the first seals, all of them open.
"""

import base64
import hashlib
import hmac
import os
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE_BYTES = 12
_KEY_BYTES = 32


class SealBroken(Exception):  # noqa: N818
    """The ciphertext was changed, moved, or its key is not here."""


@dataclass(frozen=True, slots=True)
class Sealer:
    """Seals and opens with `keys` (key id → 32 bytes); the first of them seals."""

    keys: Mapping[str, bytes]

    def __post_init__(self) -> None:
        if not self.keys or any(len(key) != _KEY_BYTES for key in self.keys.values()):
            raise ValueError("each sealing key must be 32 bytes")

    def seal(self, plain: str, *, place: str) -> str:
        """Ciphertext as text: `key id.base64`. `place` must be given again to open it."""
        key_id, key = next(iter(self.keys.items()))
        nonce = os.urandom(_NONCE_BYTES)
        sealed = AESGCM(key).encrypt(nonce, plain.encode(), place.encode())
        return f"{key_id}.{base64.urlsafe_b64encode(nonce + sealed).decode()}"

    def open(self, sealed: str, *, place: str) -> str:
        """The plain text, or `SealBroken`."""
        key_id, _, body = sealed.partition(".")
        key = self.keys.get(key_id)
        if key is None:
            raise SealBroken(f"no key {key_id!r}")
        try:
            raw = base64.urlsafe_b64decode(body)
            return AESGCM(key).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], place.encode()).decode()
        except (InvalidTag, ValueError) as error:
            raise SealBroken("changed or moved") from error

    def blind_index(self, plain: str, *, purpose: str) -> str:
        """A keyed digest by which equal values can be found without opening them."""
        key = next(iter(self.keys.values()))
        return hmac.new(key, f"{purpose}\0{plain}".encode(), hashlib.sha256).hexdigest()
