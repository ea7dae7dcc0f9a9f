"""Tests of the kinds of check."""

import pytest

pytest.register_assert_rewrite("tests.checks.marked_drafts")
