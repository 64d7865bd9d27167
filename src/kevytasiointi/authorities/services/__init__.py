"""Bring the reference data up to date; give and take roles; invite people."""

from kevytasiointi.authorities.services.reference import Loaded, load_reference
from kevytasiointi.authorities.services.roles import RoleNeedsAuthority, give_role, take_role

__all__ = ["Loaded", "RoleNeedsAuthority", "give_role", "load_reference", "take_role"]
