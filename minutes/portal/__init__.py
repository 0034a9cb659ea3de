"""Room: minutes, the portal. Published protocols, for everybody; it reads publications only."""
