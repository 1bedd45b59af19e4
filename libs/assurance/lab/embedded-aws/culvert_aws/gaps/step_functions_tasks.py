"""Tasks of state machines."""

from botocore.exceptions import ClientError
from moto.awslambda.models import lambda_backends
from moto.core.exceptions import JsonRESTError
from moto.stepfunctions.parser.asl.component.state.exec.state_task.credentials import (
    StateCredentials,
)
from moto.stepfunctions.parser.asl.component.state.exec.state_task.lambda_eval_utils import (
    LambdaFunctionErrorException,
)
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.resource import (
    ResourceRuntimePart,
)
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_lambda import (  # noqa: E501
    StateTaskServiceLambda,
)
from moto.stepfunctions.parser.asl.eval.environment import Environment

import json
from typing import Any

from .gap import Gap


class LambdaTasks(Gap, extends=StateTaskServiceLambda):
    """The optimised integration `arn:aws:states:::lambda:invoke`.

    moto makes an HTTP client for each invocation, and invokes as its default account whatever
    account the state machine is in.

    https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html
    """

    def _eval_service_task(
        self: StateTaskServiceLambda,
        env: Environment,
        resource_runtime_part: ResourceRuntimePart,
        normalised_parameters: dict[str, Any],
        state_credentials: StateCredentials,
    ) -> None:
        name: str = normalised_parameters["FunctionName"]
        account_id = name.split(":")[4] if ":" in name else resource_runtime_part.account
        functions = lambda_backends[account_id][resource_runtime_part.region]
        try:
            outcome = functions.get_function(name).run(json.loads(normalised_parameters["Payload"]))
        except JsonRESTError as error:
            raise client_error(error) from None
        if outcome.failed:
            payload = json.dumps(outcome.payload, separators=(",", ":"))
            raise LambdaFunctionErrorException("Unhandled", payload)
        response = {
            "ExecutedVersion": "$LATEST",
            "Payload": outcome.payload,
            "StatusCode": 200,
        }
        env.stack.append(response)


def client_error(error: JsonRESTError) -> ClientError:
    return ClientError(
        {
            "Error": {"Code": error.error_type, "Message": error.message},
            "ResponseMetadata": {"HTTPStatusCode": error.code, "RequestId": "embedded"},
        },
        "Invoke",
    )
