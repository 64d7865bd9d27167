"""Under the five web packages: layout, components, sign-in, error pages, rendering of a sheet."""
