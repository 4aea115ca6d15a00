"""The suite: through stable interfaces, with real parts."""
