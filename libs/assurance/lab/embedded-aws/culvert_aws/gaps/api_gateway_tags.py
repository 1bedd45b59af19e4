"""Tags of REST APIs, their stages and their VPC links."""

import json
from urllib.parse import unquote

from moto.apigateway.models import RestAPI, Stage, VpcLink
from moto.apigateway.responses import APIGatewayResponse
from moto.apigateway.urls import url_paths
from moto.core.responses import TYPE_RESPONSE

from .gap import Gap

ROUTE = "{0}/tags/(?P<resource_arn>arn.+)$"


class RestApiTags(Gap, extends=APIGatewayResponse):
    """TagResource, UntagResource and GetTags, of APIs, stages and VPC links.

    moto tags stages alone, and has no route for the others.

    https://docs.aws.amazon.com/apigateway/latest/api/API_TagResource.html
    https://docs.aws.amazon.com/apigateway/latest/api/API_UntagResource.html
    https://docs.aws.amazon.com/apigateway/latest/api/API_GetTags.html
    """

    @classmethod
    def fill(cls) -> None:
        super().fill()
        url_paths[ROUTE] = APIGatewayResponse.dispatch

    def tag_resource(self: APIGatewayResponse) -> TYPE_RESPONSE:
        resource = tagged(self)
        resource.tags = {**(resource.tags or {}), **self._get_param("tags")}
        return 204, {"status": 204}, ""

    def untag_resource(self: APIGatewayResponse) -> TYPE_RESPONSE:
        resource = tagged(self)
        removed = self.querystring["tagKeys"]
        resource.tags = {k: v for k, v in (resource.tags or {}).items() if k not in removed}
        return 204, {"status": 204}, ""

    def get_tags(self: APIGatewayResponse) -> str:
        return json.dumps({"tags": tagged(self).tags or {}})


def tagged(request: APIGatewayResponse) -> RestAPI | Stage | VpcLink:
    """The resource whose ARN, `arn:aws:apigateway:<region>::/<path>`, ends the request's path."""
    path = unquote(request.path).partition("::/")[2].split("/")
    match path:
        case ["restapis", api_id]:
            return request.backend.get_rest_api(api_id)
        case ["restapis", api_id, "stages", stage_name]:
            return request.backend.get_stage(api_id, stage_name)
        case ["vpclinks", vpc_link_id]:
            return request.backend.get_vpc_link(vpc_link_id)
    raise NotImplementedError(f"tags of /{'/'.join(path)}")
