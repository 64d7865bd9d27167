"""Identifiers that are shown outside. Integer keys never leave the house."""

import secrets

# Crockford's base32: no I, L, O, U, so that a reference can be read aloud.
# https://www.crockford.com/base32.html
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CHECK_ALPHABET = _ALPHABET + "*~$=U"
_CHECK_MODULUS = 37
_LETTERS = 10
_LOOKALIKES = str.maketrans("ILO", "110")


def new_public_id() -> str:
    """128 random bits in 22 URL-safe characters. Knowing one authorises nothing."""
    return secrets.token_urlsafe(16)


def new_reference() -> str:
    """A reference for people: `KA-XXXX-XXXX-XXX`, ten random characters and a check character.

    Uniqueness is the database's to say; the caller tries again on a clash.
    """
    while True:
        letters = "".join(secrets.choice(_ALPHABET) for _ in range(_LETTERS))
        check = _check_character(letters)
        # The five extra check symbols of Crockford can't be dictated; draw again instead.
        if check in _ALPHABET:
            return _written(letters + check)


def read_reference(typed: str) -> str | None:
    """The reference a person meant, in its written form, or None if its check character fails."""
    bare = "".join(typed.upper().split()).replace("-", "")
    bare = bare.removeprefix("KA").translate(_LOOKALIKES)
    if len(bare) != _LETTERS + 1 or any(c not in _ALPHABET for c in bare):
        return None
    return _written(bare) if _check_character(bare[:_LETTERS]) == bare[_LETTERS] else None


def _written(letters: str) -> str:
    return f"KA-{letters[:4]}-{letters[4:8]}-{letters[8:]}"


def _check_character(letters: str) -> str:
    value = 0
    for letter in letters:
        value = (value * 32 + _ALPHABET.index(letter)) % _CHECK_MODULUS
    return _CHECK_ALPHABET[value]
