"""New keys for names: what is sealed is sealed anew, and people go on being known again."""

from data_access.rotation.anew import LET_GO, MATCHES
from data_access.rotation.turning import Rotated, as_text, rotate

__all__ = ["LET_GO", "MATCHES", "Rotated", "as_text", "rotate"]
