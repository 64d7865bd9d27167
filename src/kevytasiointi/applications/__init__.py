"""Projects, applications, what was sent, history, messages, delivery trail."""
