"""The written record, and the project itself."""
