"""Room: minutes, importing. Texts: a reading becomes a draft, is corrected, and is stored as history.

`draft` is what can be corrected, in the JSON form of the reading; `people` finds the names in the directory, `sessions`
the session; `records` makes what each audience reads; `storing` puts all of it together, for the command and the pages.
"""
