"""What an execution environment is made of, is given, and answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Function:
    """A function as it is deployed. One that is equal to it can use its execution environments."""

    arn: str
    name: str
    version: str
    handler: str
    role: str
    region: str
    timeout: int
    memory: int
    code_sha256: str
    variables: Mapping[str, str]
    log_group: str
    code: bytes = field(repr=False, compare=False)
    write_logs: Callable[[str, list[str]], None] = field(repr=False, compare=False)
    """Puts lines into a stream of the function's log group."""


@dataclass(frozen=True)
class Invocation:
    request_id: str
    payload: Any


@dataclass(frozen=True)
class Outcome:
    """What the handler returned; or an error in Lambda's shape, after which the environment may
    not be used again."""

    payload: Any
    failed: bool = False
    ended: bool = False


def failure(error_type: str, message: str) -> Outcome:
    """An execution environment that could not go on."""
    return Outcome({"errorType": error_type, "errorMessage": message}, failed=True, ended=True)
