"""Inbound and outbound endpoints of Route 53 Resolver."""

import json
from typing import Any

from moto.route53resolver.models import ResolverEndpoint
from moto.route53resolver.responses import Route53ResolverResponse

from .gap import Gap


class ResolverEndpointDetails(Gap, extends=ResolverEndpoint):
    """What describing an endpoint says about its protocols and the type of its addresses.

    moto leaves both out.

    https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_ResolverEndpoint.html
    """

    def __init__(self: ResolverEndpoint, *args: Any, **kwargs: Any) -> None:
        ResolverEndpointDetails.moto.__init__(self, *args, **kwargs)
        self.protocols = ["Do53"]
        self.endpoint_type = "IPV4"

    def description(self: ResolverEndpoint) -> dict[str, Any]:
        return {
            **ResolverEndpointDetails.moto.description(self),
            "Protocols": self.protocols,
            "ResolverEndpointType": self.endpoint_type,
        }


class ResolverEndpointProtocols(Gap, extends=Route53ResolverResponse):
    """An endpoint has the protocols and the type of addresses that it was given.

    moto ignores both.

    https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_CreateResolverEndpoint.html
    https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_UpdateResolverEndpoint.html
    """

    def create_resolver_endpoint(self: Route53ResolverResponse) -> str:
        return with_protocols(self, ResolverEndpointProtocols.moto.create_resolver_endpoint(self))

    def update_resolver_endpoint(self: Route53ResolverResponse) -> str:
        return with_protocols(self, ResolverEndpointProtocols.moto.update_resolver_endpoint(self))


def with_protocols(request: Route53ResolverResponse, answer: str) -> str:
    endpoint_id = json.loads(answer)["ResolverEndpoint"]["Id"]
    endpoint = request.route53resolver_backend.get_resolver_endpoint(endpoint_id)
    endpoint.protocols = request._get_param("Protocols") or endpoint.protocols
    endpoint.endpoint_type = request._get_param("ResolverEndpointType") or endpoint.endpoint_type
    return json.dumps({"ResolverEndpoint": endpoint.description()})
