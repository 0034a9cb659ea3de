"""Who meets, when, and about what."""
