"""Any filled-in form: sheets, secret answers, compare-and-swap."""
