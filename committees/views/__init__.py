"""Room: committees. The pages of the directory, a module a subject."""
