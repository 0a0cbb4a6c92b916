"""The dashboards' door to the database: what is not the reader's does not come through."""

from data_access.door.opening import Door
from data_access.door.reach import Reach

__all__ = ["Door", "Reach"]
