"""Everything that changes who offers what where, by the moment of its life: joining, running, leaving, territory."""
