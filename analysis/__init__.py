"""Scacchiere: from Italian news articles to a briefing whose every row leads back to a sentence."""

__version__ = "0.1.0"
