"""The pages of administrators and of the service owner, by what they are about."""
