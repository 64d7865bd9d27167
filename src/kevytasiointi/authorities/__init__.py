"""Authorities, municipalities and areas, officials and their roles."""
