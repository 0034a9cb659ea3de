"""Room: minutes. Importing: what other systems published is stored as published, read-only history."""
