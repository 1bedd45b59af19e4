"""Invocations of functions."""

import json
import time
from typing import Any

from moto.awslambda.exceptions import LambdaClientError
from moto.awslambda.models import LambdaFunction

from ..functions import ENVIRONMENTS, Function, Outcome, TooManyRequests
from .gap import Gap


class TooManyRequestsException(LambdaClientError):
    code = 429

    def __init__(self) -> None:
        super().__init__("TooManyRequestsException", "Rate Exceeded.")


class Invocations(Gap, extends=LambdaFunction):
    """Invokes a function that runs on Node.js in an execution environment on this machine, and
    waits for what it returns.

    moto needs Docker for it, starts anew for each event, and knows no limit.

    https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
    """

    def run(self: LambdaFunction, payload: Any) -> Outcome:
        """
        :raises TooManyRequestsException: beyond the reserved concurrency
        """
        concurrency = self.reserved_concurrency
        limit = None if concurrency is None else int(concurrency)
        try:
            return ENVIRONMENTS.invoke(deployed(self), limit, payload)
        except TooManyRequests:
            raise TooManyRequestsException from None

    def invoke(
        self: LambdaFunction, body: str, request_headers: Any, response_headers: dict[str, str]
    ) -> bytes:
        outcome = self.run(json.loads(body or "{}"))
        if outcome.failed:
            response_headers["x-amz-function-error"] = "Unhandled"
        return json.dumps(outcome.payload).encode()


def deployed(function: LambdaFunction) -> Function:
    def write_logs(stream: str, lines: list[str]) -> None:
        backend, group = function.logs_backend, function.logs_group_name
        backend.ensure_log_group(group)
        if stream not in backend.groups[group].streams:
            backend.create_log_stream(group, stream)
        now = int(time.time() * 1000)
        backend.put_log_events(
            group, stream, [{"timestamp": now, "message": line} for line in lines]
        )

    return Function(
        arn=function.function_arn,
        name=function.function_name,
        version="$LATEST",
        handler=function.handler,
        role=function.role,
        region=function.region,
        timeout=int(function.timeout),
        memory=int(function.memory_size),
        code_sha256=function.code_sha_256,
        variables=dict(function.environment_vars),
        log_group=function.logs_group_name,
        code=function.code_bytes,
        write_logs=write_logs,
    )
