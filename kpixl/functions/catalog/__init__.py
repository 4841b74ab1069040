"""The declared functions, one module a category."""
