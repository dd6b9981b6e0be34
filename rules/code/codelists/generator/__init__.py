"""A module for each source or group of lists; build.py runs them."""
