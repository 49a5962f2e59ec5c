"""Tests of po."""
