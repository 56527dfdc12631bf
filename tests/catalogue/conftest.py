"""The folder that the tests of this room spoil."""

from pathlib import Path

import pytest

from tests.catalogue.folder import Folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A content folder without a mistake."""
    return Folder(tmp_path / "content")
