"""Room: minutes. The own pages of those who sit in committees: sessions, papers, objections, and private notes."""
