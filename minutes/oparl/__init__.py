"""OParl 1.1, the open data standard of German councils: what the public may read, as objects with addresses."""
