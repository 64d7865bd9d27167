"""Those who know who people are."""
