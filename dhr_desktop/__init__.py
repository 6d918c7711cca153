"""DHR Desktop: a private workplace for the chair of a Domestic Homicide Review."""

__version__ = "0.1.0"
