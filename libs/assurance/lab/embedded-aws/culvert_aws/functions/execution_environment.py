"""One execution environment of a function."""

import json
import os
import select
import subprocess
import time
import uuid
from collections import Counter
from pathlib import Path
from threading import Thread
from typing import IO

from .credentials import credentials_of
from .invocation import Function, Invocation, Outcome, failure

RUNTIME = Path(__file__).parent / "runtime.cjs"


class ExecutionEnvironment:
    """A Node.js process that handles one event at a time, and stays for the next.

    It is not frozen between events, and its memory is not limited.

    https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
    """

    def __init__(self, function: Function, folder: Path) -> None:
        self.function = function
        self.id = uuid.uuid4().hex
        self.invocations = 0
        self.calls: Counter[str] = Counter()
        """Calls to AWS that were made with its credentials, by `service:Action`."""
        day = time.strftime("%Y/%m/%d", time.gmtime())
        self.log_stream = f"{day}/[{function.version}]{self.id}"
        credentials = credentials_of(function.role, function.name, function.region)
        self.access_key: str = credentials["AWS_ACCESS_KEY_ID"]
        results, write_end = os.pipe()
        self.results: IO[bytes] = os.fdopen(results, "rb")
        self.process = subprocess.Popen(
            [
                os.environ["CULVERT_NODE"],
                RUNTIME,
                str(write_end),
                os.environ["CULVERT_NETWORK"],
            ],
            cwd=folder,
            env={
                **function.variables,
                **self.reserved_variables(folder),
                **credentials,
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            pass_fds=[write_end],
        )
        os.close(write_end)
        self.logger = Thread(target=self.write_logs, daemon=True)
        self.logger.start()

    def reserved_variables(self, folder: Path) -> dict[str, str]:
        """What Lambda defines.

        https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
        """
        function = self.function
        return {
            "AWS_DEFAULT_REGION": function.region,
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{os.environ['MOTO_PORT']}",
            "AWS_EXECUTION_ENV": "AWS_Lambda_nodejs22.x",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(function.memory),
            "AWS_LAMBDA_FUNCTION_NAME": function.name,
            "AWS_LAMBDA_FUNCTION_VERSION": function.version,
            "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
            "AWS_LAMBDA_LOG_GROUP_NAME": function.log_group,
            "AWS_LAMBDA_LOG_STREAM_NAME": self.log_stream,
            "AWS_REGION": function.region,
            "LAMBDA_TASK_ROOT": str(folder),
            "PATH": os.environ.get("PATH", os.defpath),
            "TZ": ":UTC",
            "_HANDLER": function.handler,
        }

    def invoke(self, invocation: Invocation) -> Outcome:
        """Hands over an event; the environment ends when the function's time is over."""
        self.invocations += 1
        timeout = self.function.timeout
        event = {
            "requestId": invocation.request_id,
            "functionArn": self.function.arn,
            "deadline": int((time.time() + timeout) * 1000),
            "event": invocation.payload,
        }
        about = f"RequestId: {invocation.request_id} Error:"
        try:
            assert self.process.stdin is not None
            self.process.stdin.write(json.dumps(event).encode() + b"\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            return failure("Runtime.ExitError", f"{about} Runtime exited")
        if not self.answers_within(timeout):
            self.end()
            message = f"{about} Task timed out after {timeout:.2f} seconds"
            return failure("Sandbox.Timedout", message)
        line = self.results.readline()
        if not line:
            status = self.process.wait()
            message = f"{about} Runtime exited with error: exit status {status}"
            return failure("Runtime.ExitError", message)
        answer = json.loads(line)
        if "error" in answer:
            return Outcome(answer["error"], failed=True, ended=answer["ended"])
        return Outcome(answer["result"])

    def answers_within(self, seconds: float) -> bool:
        poll = select.poll()
        poll.register(self.results, select.POLLIN | select.POLLHUP)
        return bool(poll.poll(seconds * 1000))

    def write_logs(self) -> None:
        """Every line of output goes to a log stream of its own."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            text = line.decode("utf-8", "replace").rstrip("\n")
            if text:
                self.function.write_logs(self.log_stream, [text])

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
