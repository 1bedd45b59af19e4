"""Integrations that reach their target over a VPC link."""

import json
from typing import Any

from moto.apigateway.models import Integration
from moto.apigateway.responses import APIGatewayResponse
from moto.core.responses import TYPE_RESPONSE

from .gap import Gap


class PrivateIntegrations(Gap, extends=Integration):
    """An integration says which VPC link it uses and, over a link of version 2, which listener's
    load balancer it reaches. moto has no place for either.

    https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html
    """

    def __init__(self: Integration, *args: Any, **kwargs: Any) -> None:
        PrivateIntegrations.moto.__init__(self, *args, **kwargs)
        self.connection_id: str | None = None
        self.integration_target: str | None = None

    def to_json(self: Integration) -> dict[str, Any]:
        description: dict[str, Any] = PrivateIntegrations.moto.to_json(self)
        description["connectionId"] = self.connection_id
        description["integrationTarget"] = self.integration_target
        return description


class PutPrivateIntegration(Gap, extends=APIGatewayResponse):
    """PutIntegration keeps `connectionId` and `integrationTarget`, which moto ignores.

    https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
    """

    def put_integration(self: APIGatewayResponse) -> TYPE_RESPONSE:
        status, headers, _ = PutPrivateIntegration.moto.put_integration(self)
        _, _, api_id, _, resource_id, _, method, *_ = self.path.split("/")
        integration = self.backend.get_integration(api_id, resource_id, method)
        integration.connection_id = self._get_param("connectionId")
        integration.integration_target = self._get_param("integrationTarget")
        return status, headers, json.dumps(integration.to_json())
