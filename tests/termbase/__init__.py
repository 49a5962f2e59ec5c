"""Tests of termbase."""
