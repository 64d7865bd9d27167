"""What leaves the house: the receipt PDF and the package of a case."""
