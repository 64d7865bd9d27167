"""Who offers which procedure where, from when until when."""
