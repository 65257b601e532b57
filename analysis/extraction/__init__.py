"""Texts of the dossier to tables."""
