"""Which kinds of authority do whose work. Pure."""

from typing import Final

_ALSO_SERVED_BY: Final = {"municipality": ("joint_authority",)}


def types_serving(authority_type: str) -> tuple[str, ...]:
    """The types of authority that may take in what is a matter of `authority_type`.

    A joint authority (kuntayhtymä, or the office of a host municipality) does the work of its municipalities.
    """
    return (authority_type, *_ALSO_SERVED_BY.get(authority_type, ()))


def types_served(authority_type: str) -> tuple[str, ...]:
    """The types of authority whose matters an authority of this type takes in: the other way round."""
    others = (type_ for type_, servers in _ALSO_SERVED_BY.items() if authority_type in servers)
    return (authority_type, *others)
