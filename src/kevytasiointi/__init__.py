"""Kevytasiointi: the light e-service of Finnish authorities."""
