"""The authority administrator and the service owner: adoptions, people, jobs."""
