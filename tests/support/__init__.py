"""What the tests stand on: databases, mail, browser, processes. No fixtures of content here."""
