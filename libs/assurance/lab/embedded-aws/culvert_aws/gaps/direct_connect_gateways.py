"""Direct Connect gateways."""

import json
from collections.abc import Iterator
from typing import Any

from moto.core.exceptions import JsonRESTError
from moto.directconnect.models import DirectConnectBackend, directconnect_backends
from moto.directconnect.responses import DirectConnectResponse
from moto.moto_api._internal import mock_random

from .gap import Gap

Fields = dict[str, Any]


class DirectConnectGatewayStore(Gap, extends=DirectConnectBackend):
    """Where an account keeps its gateways and their associations; moto has no place for them."""

    def __init__(self: DirectConnectBackend, region_name: str, account_id: str) -> None:
        DirectConnectGatewayStore.moto.__init__(self, region_name, account_id)
        self.gateways: dict[str, Fields] = {}
        self.gateway_associations: dict[str, Fields] = {}


class DirectConnectGateways(Gap, extends=DirectConnectResponse):
    """Creates, describes, renames and deletes gateways, which are found in every Region.

    moto knows none of the four actions.

    https://docs.aws.amazon.com/directconnect/latest/APIReference/API_CreateDirectConnectGateway.html
    https://docs.aws.amazon.com/directconnect/latest/APIReference/API_DescribeDirectConnectGateways.html
    https://docs.aws.amazon.com/directconnect/latest/APIReference/API_UpdateDirectConnectGateway.html
    https://docs.aws.amazon.com/directconnect/latest/APIReference/API_DeleteDirectConnectGateway.html
    """

    def create_direct_connect_gateway(self: DirectConnectResponse) -> str:
        asked = json.loads(self.body)
        gateway = {
            "directConnectGatewayId": str(mock_random.uuid4()),
            "directConnectGatewayName": asked["directConnectGatewayName"],
            "amazonSideAsn": asked.get("amazonSideAsn", 64512),
            "ownerAccount": self.current_account,
            "directConnectGatewayState": "available",
            "tags": asked.get("tags", []),
        }
        self.directconnect_backend.gateways[gateway["directConnectGatewayId"]] = gateway
        return json.dumps({"directConnectGateway": gateway})

    def describe_direct_connect_gateways(self: DirectConnectResponse) -> str:
        wanted = json.loads(self.body).get("directConnectGatewayId")
        gateways = [
            gateway
            for backend in backends_of_account(self)
            for gateway_id, gateway in backend.gateways.items()
            if wanted in (None, gateway_id)
        ]
        return json.dumps({"directConnectGateways": gateways})

    def update_direct_connect_gateway(self: DirectConnectResponse) -> str:
        asked = json.loads(self.body)
        _, gateway = find_direct_connect_gateway(self, asked["directConnectGatewayId"])
        gateway["directConnectGatewayName"] = asked["newDirectConnectGatewayName"]
        return json.dumps({"directConnectGateway": gateway})

    def delete_direct_connect_gateway(self: DirectConnectResponse) -> str:
        gateway_id = json.loads(self.body)["directConnectGatewayId"]
        backend, gateway = find_direct_connect_gateway(self, gateway_id)
        for _, association in associations(self):
            if association["directConnectGatewayId"] == gateway_id:
                raise client_exception(f"{gateway_id} has associations")
        del backend.gateways[gateway_id]
        return json.dumps(
            {"directConnectGateway": {**gateway, "directConnectGatewayState": "deleted"}}
        )


def backends_of_account(request: DirectConnectResponse) -> list[DirectConnectBackend]:
    return list(directconnect_backends[request.current_account].values())


def find_direct_connect_gateway(
    request: DirectConnectResponse, gateway_id: str
) -> tuple[DirectConnectBackend, Fields]:
    for backend in backends_of_account(request):
        if gateway_id in backend.gateways:
            return backend, backend.gateways[gateway_id]
    raise client_exception(f"Direct Connect gateway {gateway_id} does not exist")


def associations(request: DirectConnectResponse) -> Iterator[tuple[DirectConnectBackend, Fields]]:
    for backend in backends_of_account(request):
        for association in backend.gateway_associations.values():
            yield backend, association


def client_exception(message: str) -> JsonRESTError:
    return JsonRESTError("DirectConnectClientException", message)
