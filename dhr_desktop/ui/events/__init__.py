"""Events: what several agencies recorded of one happening."""
