"""Pages that belong to no room: signing in, facts about the service, the gallery of components."""
