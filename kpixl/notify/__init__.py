"""Telling people what a refresh found, by chat or mail; addresses hold secrets, which are never shown."""
