"""Runs deployed functions: their own zip, in Node.js processes that stay warm as on AWS."""

from .execution_environments import ExecutionEnvironments, TooManyRequests
from .invocation import Function, Outcome

__all__ = ["ENVIRONMENTS", "Function", "Outcome", "TooManyRequests"]

ENVIRONMENTS = ExecutionEnvironments()
