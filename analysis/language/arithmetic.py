"""Which matrix products spaCy computes with."""

from thinc.api import NumpyOps, set_current_ops


def use_numpy_arithmetic() -> None:
    """Let spaCy multiply matrices with NumPy's BLAS: on current processors about twice as fast as BLIS, its default.

    Call it before a pipeline is loaded or made: the layers keep what they were made with.
    """
    set_current_ops(NumpyOps(use_blis=False))
