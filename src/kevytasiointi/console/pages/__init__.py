"""What the console's templates show: one frozen dataclass per page."""
