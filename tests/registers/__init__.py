"""Names and texts by which the search for names in registers is measured and tested. All firms are invented."""
