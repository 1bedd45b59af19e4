"""Executions of state machines."""

import uuid
from functools import lru_cache
from threading import Lock
from typing import Any

from moto.stepfunctions.parser.asl.component.eval_component import EvalComponent
from moto.stepfunctions.parser.asl.parse.asl_parser import AmazonStateLanguageParser
from moto.stepfunctions.parser.backend.execution import Execution
from moto.stepfunctions.parser.backend.execution_worker import ExecutionWorker
from moto.stepfunctions.parser.models import StepFunctionsParserBackend

from .gap import Gap

PARSING = Lock()


class ExecutionNames(Gap, extends=StepFunctionsParserBackend):
    """Starts an execution, with a name of its own when it is given none; moto calls it `None`, and
    refuses the second.

    https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html
    """

    def start_execution(
        self: StepFunctionsParserBackend,
        state_machine_arn: str,
        name: str | None = None,
        execution_input: str | None = None,
        trace_header: Any = None,
    ) -> Execution:
        return ExecutionNames.moto.start_execution(
            self, state_machine_arn, name or str(uuid.uuid4()), execution_input, trace_header
        )


class ParsedOnce(Gap, extends=ExecutionWorker):
    """Executions of the same definition share what was parsed of it: what they keep is elsewhere.

    moto parses anew for each, which takes much longer than running it.
    """

    def _get_evaluation_entrypoint(self: ExecutionWorker) -> EvalComponent:
        with PARSING:
            return parse(self._evaluation_details.state_machine_details.definition)


@lru_cache(maxsize=64)
def parse(definition: str) -> EvalComponent:
    return AmazonStateLanguageParser.parse(definition)[0]
