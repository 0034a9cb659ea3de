"""Room: committees. The forms of the directory, a module a subject."""
