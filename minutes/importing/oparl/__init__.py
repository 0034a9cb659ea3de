"""Room: minutes, importing. Another system's public data, as it serves it by OParl 1.0 or 1.1.

First everything is read and laid down as it came (`fetching`, `folder`, `staging`), then it is stored: bodies, people
and papers as rows, sessions as imported minutes (`building`). Each step is one transaction that also says where to go
on, so whoever is killed and starts again ends in the same state.
"""
