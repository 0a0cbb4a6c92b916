"""What the tests need and a machine may lack: a PostgreSQL, a Chromium, a running platform."""
