"""VPC links of version 1, those of REST APIs to network load balancers."""

import json

from moto.apigateway.responses import APIGatewayResponse

from .api_gateway_rest_apis import path_segments
from .gap import Gap


class VpcLinkUpdates(Gap, extends=APIGatewayResponse):
    """UpdateVpcLink changes name and description. moto does not know the action.

    https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateVpcLink.html
    """

    def update_vpc_link(self: APIGatewayResponse) -> str:
        vpc_link = self.backend.get_vpc_link(self.path.split("/")[2])
        for operation in self._get_param("patchOperations"):
            [name] = path_segments(operation["path"])
            if name not in ("name", "description"):
                raise NotImplementedError(f"patch of {operation['path']}")
            setattr(vpc_link, name, operation.get("value", ""))
        return json.dumps(vpc_link.to_json())
