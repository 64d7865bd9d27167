"""Finding, filling and following: request in, one query or one service call, page out."""
