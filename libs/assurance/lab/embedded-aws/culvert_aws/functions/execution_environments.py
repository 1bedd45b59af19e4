"""All execution environments of the embedded AWS."""

import atexit
import io
import tempfile
import uuid
import zipfile
from collections import defaultdict
from pathlib import Path
from threading import Lock
from typing import Any

from .execution_environment import ExecutionEnvironment
from .invocation import Function, Invocation, Outcome


class TooManyRequests(Exception):
    """More events at the same time than the function's reserved concurrency allows."""


class ExecutionEnvironments:
    """Gives each event an idle execution environment of its function, or starts one more.

    https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html
    """

    def __init__(self) -> None:
        self.lock = Lock()
        self.all: list[ExecutionEnvironment] = []
        self.idle: list[ExecutionEnvironment] = []
        self.running: defaultdict[str, int] = defaultdict(int)
        self.folders: dict[str, Path] = {}
        atexit.register(self.end_all)

    def invoke(self, function: Function, concurrency: int | None, payload: Any) -> Outcome:
        """
        :raises TooManyRequests: when `concurrency` events are being handled already
        """
        with self.lock:
            if concurrency is not None and self.running[function.arn] >= concurrency:
                raise TooManyRequests
            self.running[function.arn] += 1
        try:
            environment = self.take(function)
            outcome = environment.invoke(Invocation(str(uuid.uuid4()), payload))
            self.give_back(environment, outcome)
            return outcome
        finally:
            with self.lock:
                self.running[function.arn] -= 1

    def take(self, function: Function) -> ExecutionEnvironment:
        with self.lock:
            outdated = [
                idle
                for idle in self.idle
                if idle.function.arn == function.arn and idle.function != function
            ]
            self.idle = [idle for idle in self.idle if idle not in outdated]
            warm = next((idle for idle in self.idle if idle.function == function), None)
            if warm is not None:
                self.idle.remove(warm)
            folder = self.folder(function)
        for environment in outdated:
            environment.end()
        if warm is not None:
            return warm
        environment = ExecutionEnvironment(function, folder)
        with self.lock:
            self.all.append(environment)
        return environment

    def give_back(self, environment: ExecutionEnvironment, outcome: Outcome) -> None:
        if outcome.ended:
            environment.end()
            return
        with self.lock:
            self.idle.append(environment)

    def folder(self, function: Function) -> Path:
        """Where the code is; it is unpacked once."""
        if function.code_sha256 not in self.folders:
            folder = Path(tempfile.mkdtemp(prefix="function-"))
            zipfile.ZipFile(io.BytesIO(function.code)).extractall(folder)
            self.folders[function.code_sha256] = folder
        return self.folders[function.code_sha256]

    def count_call(self, access_key: str, call: str) -> None:
        """Notes a call to AWS, when it is one of an execution environment."""
        with self.lock:
            for environment in self.all:
                if environment.access_key == access_key:
                    environment.calls[call] += 1

    def describe(self) -> list[dict[str, Any]]:
        with self.lock:
            return [
                {
                    "id": environment.id,
                    "functionName": environment.function.name,
                    "functionArn": environment.function.arn,
                    "logStream": environment.log_stream,
                    "alive": environment.process.poll() is None,
                    "invocations": environment.invocations,
                    "calls": dict(environment.calls),
                }
                for environment in self.all
            ]

    def end_of(self, function_arn: str) -> None:
        """Ends the idle ones of a function that is deleted."""
        with self.lock:
            gone = [idle for idle in self.idle if idle.function.arn == function_arn]
            self.idle = [idle for idle in self.idle if idle not in gone]
        for environment in gone:
            environment.end()

    def end_all(self) -> None:
        for environment in self.all:
            environment.process.kill()
