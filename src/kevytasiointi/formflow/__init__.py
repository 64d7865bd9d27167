"""The form language: spec, conditions, engine, lint. Knows no application, authority or customer."""
