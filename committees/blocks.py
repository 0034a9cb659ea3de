"""Room: committees. The blocks of minutes, which a house brings into its order: pure."""

MINUTES_BLOCKS = ("head", "attendance", "opening", "agenda", "items", "closing", "signatures", "corrections", "annexes")
"""In the order of the reference."""
