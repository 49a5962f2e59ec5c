"""What is measured rather than tested. Run the modules from the root: ``python -m benchmarks.suites``."""
