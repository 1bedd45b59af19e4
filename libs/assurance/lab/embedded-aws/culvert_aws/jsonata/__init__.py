"""JSONata, evaluated by its reference implementation."""

from .evaluator import JsonataError, evaluate

__all__ = ["JsonataError", "evaluate"]
