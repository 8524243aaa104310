"""Makes `telling` known to the tests of each family of checks."""
