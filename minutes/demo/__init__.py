"""Room: minutes. The demo county: tables of invented people and sessions, and what loads them."""
