"""Places, services and their phone numbers: the only room from which a number comes, and how it is said."""
