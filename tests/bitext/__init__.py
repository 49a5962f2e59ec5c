"""Tests of what the bilingual checks compare."""
