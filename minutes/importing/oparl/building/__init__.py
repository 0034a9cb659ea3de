"""Room: minutes, importing. What was laid down becomes rows and publications, type by type, some at a time."""
