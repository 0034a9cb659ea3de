"""Room: minutes, the desk. The one page that is open during a session, and reading along."""
