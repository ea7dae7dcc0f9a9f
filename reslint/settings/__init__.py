"""Settings: what there is to set, where it is found, read and merged."""
