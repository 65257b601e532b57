"""Who exists: states, bodies, organisations, heads of state and government by date, from data/registry/*.yaml."""

from analysis.registry.load import load_registry
from analysis.registry.registry import Actor, Office, Registry, kind_of

__all__ = ["Actor", "Office", "Registry", "kind_of", "load_registry"]
