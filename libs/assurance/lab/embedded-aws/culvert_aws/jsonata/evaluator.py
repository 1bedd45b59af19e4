"""A Node.js process that evaluates expressions."""

import json
import os
import subprocess
from functools import cache
from threading import Lock
from typing import Any

EVALUATING = Lock()


class JsonataError(Exception):
    pass


@cache
def evaluator() -> subprocess.Popen[str]:
    """It ends with its input, that is with this process."""
    return subprocess.Popen(
        [os.environ["CULVERT_NODE"], os.environ["CULVERT_JSONATA"]],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def evaluate(expression: str) -> Any:
    """
    :raises JsonataError: when the expression is none, or cannot be evaluated
    """
    with EVALUATING:
        process = evaluator()
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(json.dumps(expression) + "\n")
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
    if "error" in answer:
        raise JsonataError(answer["error"])
    return answer["value"]
