"""Room: minutes, the portal. The pages that the law asks of a site, and reports of barriers."""
