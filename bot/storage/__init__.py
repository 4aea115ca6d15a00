"""The database: engine, units of work, migrations. Nothing here knows what is stored."""
