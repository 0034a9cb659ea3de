"""Room: minutes, following. Calendars, feeds and e-mails of what was published; they read publications only."""
