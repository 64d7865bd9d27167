"""Need surveys and suitability assessments over the same form engine."""
