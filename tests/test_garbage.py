"""Work without the cyclic collector."""

import gc

import pytest

from termkit.garbage import uncollected


def test_collector_rests_and_comes_back() -> None:
    """It is off while the function runs, also when that fails, and on again afterwards."""

    @uncollected
    def work(fail: bool) -> bool:
        if fail:
            raise ValueError
        return gc.isenabled()

    assert not work(False)
    assert gc.isenabled()
    with pytest.raises(ValueError, match=r"^$"):
        work(True)
    assert gc.isenabled()


def test_collector_that_is_off_stays_off() -> None:
    """A function that is called by another one, or by a program without the collector, leaves it off."""
    work = uncollected(uncollected(gc.isenabled))
    gc.disable()
    try:
        assert not work()
        assert not gc.isenabled()
    finally:
        gc.enable()
