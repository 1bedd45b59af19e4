"""REST APIs: the resource policy as AWS returns it, and updates in place."""

import json
from typing import Any

from moto.apigateway.exceptions import BadRequestException
from moto.apigateway.models import RestAPI

from .gap import Gap

PatchOperation = dict[str, str]


class RestApiPolicy(Gap, extends=RestAPI):
    """A REST API's policy is returned as a JSON string's inside, with its quotes escaped.

    moto returns it as it came, which the AWS provider cannot read.

    https://docs.aws.amazon.com/apigateway/latest/api/API_RestApi.html
    """

    def to_dict(self: RestAPI) -> dict[str, Any]:
        description: dict[str, Any] = RestApiPolicy.moto.to_dict(self)
        if self.policy:
            description["policy"] = json.dumps(self.policy)[1:-1]
        return description


class RestApiPatches(Gap, extends=RestAPI):
    """UpdateRestApi changes each property that AWS lets it change, and refuses any other.

    moto ignores the endpoints of a private API, the compression size and the removal of a policy;
    it takes `false` for true, and matches paths by substring.

    https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateRestApi.html
    https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html#UpdateRestApi-Patch
    """

    def apply_patch_operations(self: RestAPI, patch_operations: list[PatchOperation]) -> None:
        for operation in patch_operations:
            property_name, *rest = path_segments(operation["path"])
            if property_name in SCALARS and not rest:
                attribute, convert = SCALARS[property_name]
                value = operation.get("value") if operation["op"] != "remove" else None
                setattr(self, attribute, convert(value))
            elif property_name == "binaryMediaTypes":
                patch_members(self.binaryMediaTypes, operation["op"], rest[0])
            elif property_name == "endpointConfiguration":
                patch_endpoint_configuration(self.endpoint_configuration, operation, rest)
            else:
                raise BadRequestException(f"Invalid patch path '{operation['path']}' specified")


SCALARS = {
    "name": ("name", str),
    "description": ("description", lambda value: value or ""),
    "apiKeySource": ("api_key_source", str),
    "policy": ("policy", lambda value: value or None),
    "disableExecuteApiEndpoint": ("disableExecuteApiEndpoint", lambda value: value == "true"),
    "minimumCompressionSize": (
        "minimum_compression_size",
        lambda value: int(value) if value else None,
    ),
}
"""The API's property to moto's attribute, and the conversion of the patch's string."""


def path_segments(path: str) -> list[str]:
    """The parts of a JSON Pointer."""
    return [s.replace("~1", "/").replace("~0", "~") for s in path.strip("/").split("/")]


def patch_endpoint_configuration(
    configuration: dict[str, Any], operation: PatchOperation, rest: list[str]
) -> None:
    value = operation.get("value", rest[-1])
    if rest[0] == "types":
        configuration["types"] = [value]
    elif rest[0] == "vpcEndpointIds":
        patch_members(configuration.setdefault("vpcEndpointIds", []), operation["op"], value)
    else:
        configuration[rest[0]] = value


def patch_members(members: list[str], op: str, member: str) -> None:
    if op == "add" and member not in members:
        members.append(member)
    elif op == "remove" and member in members:
        members.remove(member)
