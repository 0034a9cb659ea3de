"""Room: minutes. The desk, where clerks prepare and record sessions."""
