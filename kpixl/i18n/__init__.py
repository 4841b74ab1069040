"""Every sentence a user sees, in Japanese and English, found by its id."""

from kpixl.i18n.text import LANGUAGES, Language, Message, Text, has_text, text

__all__ = ["LANGUAGES", "Language", "Message", "Text", "has_text", "text"]
