"""Deployments of REST APIs, and what AWS demands of them."""

import json
from typing import Any

from moto.apigateway.exceptions import BadRequestException, StageStillActive
from moto.apigateway.models import APIGatewayBackend, Deployment
from moto.apigateway.responses import APIGatewayResponse

from .api_gateway_rest_apis import path_segments
from .gap import Gap


class DeploymentRules(Gap, extends=APIGatewayBackend):
    """A private API cannot be deployed without a resource policy, nor a deployment be deleted that
    a stage still points to.

    moto deploys any API, and knows a deployment's stage only if both were created in one call.

    https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDeployment.html
    https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteDeployment.html
    """

    def create_deployment(
        self: APIGatewayBackend, function_id: str, *args: Any, **kwargs: Any
    ) -> Deployment:
        api = self.get_rest_api(function_id)
        if "PRIVATE" in api.endpoint_configuration["types"] and not api.policy:
            raise BadRequestException(
                "Private REST API doesn't have a resource policy attached to it"
            )
        return DeploymentRules.moto.create_deployment(self, function_id, *args, **kwargs)

    def delete_deployment(
        self: APIGatewayBackend, function_id: str, deployment_id: str
    ) -> Deployment:
        stages = self.get_rest_api(function_id).stages.values()
        if any(stage.deployment_id == deployment_id for stage in stages):
            raise StageStillActive()
        return DeploymentRules.moto.delete_deployment(self, function_id, deployment_id)


class DeploymentUpdates(Gap, extends=APIGatewayResponse):
    """UpdateDeployment, of the description alone. moto does not know the action.

    https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateDeployment.html
    """

    def update_deployment(self: APIGatewayResponse) -> str:
        _, _, api_id, _, deployment_id, *_ = self.path.split("/")
        deployment = self.backend.get_deployment(api_id, deployment_id)
        for operation in self._get_param("patchOperations"):
            if path_segments(operation["path"]) != ["description"]:
                raise NotImplementedError(f"patch of {operation['path']}")
            deployment.description = operation.get("value", "")
        return json.dumps(deployment.to_json())
