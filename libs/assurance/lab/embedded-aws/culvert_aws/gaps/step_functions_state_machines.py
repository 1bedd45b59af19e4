"""State machines of Step Functions."""

import copy
from typing import Any

from moto.core.responses import ActionResult
from moto.stepfunctions.models import StateMachine
from moto.stepfunctions.parser.asl.parse.asl_parser import AmazonStateLanguageParser
from moto.stepfunctions.responses import StepFunctionResponse

from .gap import Gap


class StateMachineType(Gap, extends=StepFunctionResponse):
    """Creates a state machine of the type that is asked for; moto makes them all STANDARD.

    https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html
    """

    def create_state_machine(self: StepFunctionResponse) -> ActionResult:
        result = StateMachineType.moto.create_state_machine(self)
        arn = result.result["stateMachineArn"]
        machine = self.stepfunction_backend.describe_state_machine(arn)
        machine.type = machine.sm_type = self._get_param("type", "STANDARD")
        return result


class StateMachineVersions(Gap, extends=StepFunctionResponse):
    """Lists the published versions of a state machine, the newest first.

    moto keeps versions, and does not know the action.

    https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListStateMachineVersions.html
    """

    def list_state_machine_versions(self: StepFunctionResponse) -> ActionResult:
        arn = self._get_param("stateMachineArn")
        versions = self.stepfunction_backend.describe_state_machine(arn).versions
        return ActionResult(
            {
                "stateMachineVersions": [
                    {
                        "stateMachineVersionArn": version.arn,
                        "creationDate": version.creation_date,
                    }
                    for _, version in sorted(versions.items(), reverse=True)
                ]
            }
        )


class DefinitionValidation(Gap, extends=StepFunctionResponse):
    """Says whether the engine that will run a definition can parse it; moto does not know the
    action.

    https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html
    """

    def validate_state_machine_definition(self: StepFunctionResponse) -> ActionResult:
        diagnostics = []
        try:
            AmazonStateLanguageParser.parse(self._get_param("definition"))
        except Exception as error:  # The parser lets its listeners' own errors through.
            diagnostics.append(
                {
                    "severity": "ERROR",
                    "code": "SCHEMA_VALIDATION_FAILED",
                    "message": repr(error),
                }
            )
        result = "FAIL" if diagnostics else "OK"
        return ActionResult({"result": result, "diagnostics": diagnostics, "truncated": False})


class StateMachineRevision(Gap, extends=StateMachine):
    """What an execution keeps of its state machine while that may change.

    moto copies all executions that there were, each with its history: the hundredth takes seconds.
    """

    def __deepcopy__(self: StateMachine, memo: dict[int, Any]) -> StateMachine:
        revision = copy.copy(self)
        revision.executions = []
        return revision
