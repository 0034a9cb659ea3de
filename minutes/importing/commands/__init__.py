"""Room: minutes, importing. The kinds of `manage.py import`: each a module with HELP, add_arguments and handle."""
