"""Runs of distributed maps."""

import json
from typing import Any

from moto.stepfunctions.parser.api import HistoryEventType, MapRunFailedEventDetails
from moto.stepfunctions.parser.asl.component.common.error_name.failure_event import (
    FailureEvent,
    FailureEventException,
)
from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name import (
    StatesErrorName,
)
from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name_type import (
    StatesErrorNameType,
)
from moto.stepfunctions.parser.asl.component.state.exec.state_map.iteration import (
    distributed_iteration_component as distributed,
)
from moto.stepfunctions.parser.asl.component.state.exec.state_map.result_writer import (
    result_writer_decl as writer,
)
from moto.stepfunctions.parser.asl.eval.environment import Environment
from moto.stepfunctions.parser.asl.eval.event.event_detail import EventDetails
from moto.stepfunctions.parser.asl.utils.boto_client import boto_client_for

from .gap import Gap

EXCEEDED = StatesErrorNameType.StatesExceedToleratedFailureThreshold


class ToleratedFailures(Gap, extends=distributed.DistributedIterationComponent):
    """A run fails when more of its items failed than are tolerated, once all of them have ended.
    AWS ends it earlier. moto tolerates all failures.

    https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
    """

    def _map_run(
        self: distributed.DistributedIterationComponent,
        env: Environment,
        eval_input: distributed.DistributedIterationComponentEvalInput,
    ) -> None:
        ToleratedFailures.moto._map_run(self, env, eval_input)
        results: list[Any] = env.stack[-1]
        failed = results.count(None)
        percent = 100 * failed / max(1, len(results))
        if failed > eval_input.tolerated_failure_count and (
            percent > eval_input.tolerated_failure_percentage
        ):
            raise failure(env, f"{failed} of {len(results)} items failed")


class WrittenResults(Gap, extends=writer.ResultWriter):
    """Writes what items succeeded with, and how many failed, to the files that the manifest names.

    moto writes the manifest only.

    https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
    """

    def _eval_body(self: writer.ResultWriter, env: Environment) -> None:
        results: list[Any] = env.stack[-1]
        WrittenResults.moto._eval_body(self, env)
        details = env.stack[-1]["ResultWriterDetails"]
        s3 = boto_client_for(region=env.aws_execution_details.region, service="s3")
        folder = details["Key"].removesuffix("manifest.json")
        manifest = json.load(s3.get_object(**details)["Body"])
        succeeded = [
            {"Output": json.dumps(result), "Status": "SUCCEEDED"}
            for result in results
            if result is not None
        ]
        failed = [{"Status": "FAILED"} for result in results if result is None]
        for status, entries in {"SUCCEEDED": succeeded, "FAILED": failed}.items():
            if entries:
                key, body = f"{folder}{status}_0.json", json.dumps(entries).encode()
                s3.put_object(Bucket=details["Bucket"], Key=key, Body=body)
                manifest["ResultFiles"][status] = [{"Key": key, "Size": len(body)}]
        s3.put_object(**details, Body=json.dumps(manifest).encode())


def failure(env: Environment, cause: str) -> FailureEventException:
    return FailureEventException(
        FailureEvent(
            env=env,
            error_name=StatesErrorName(EXCEEDED),
            event_type=HistoryEventType.MapRunFailed,
            event_details=EventDetails(
                mapRunFailedEventDetails=MapRunFailedEventDetails(
                    error=EXCEEDED.to_name(), cause=cause
                )
            ),
        )
    )
