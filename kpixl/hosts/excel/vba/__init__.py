"""Writes VBA projects without Excel."""
