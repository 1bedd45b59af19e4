"""REST APIs defined by an OpenAPI document."""

import json
from typing import Any

from moto.apigateway.exceptions import InvalidOpenApiModeException
from moto.apigateway.models import APIGatewayBackend, Resource, RestAPI

from .gap import Gap

Document = dict[str, Any]

METHODS = {
    **{verb: verb.upper() for verb in ("get", "put", "post", "delete", "options", "head", "patch")},
    "x-amazon-apigateway-any-method": "ANY",
}
"""The keys of a path item that are methods."""

LOCATIONS = {"path": "path", "query": "querystring", "header": "header"}
"""Where a parameter is, in OpenAPI's words and in API Gateway's."""


class OpenApiImport(Gap, extends=APIGatewayBackend):
    """PutRestApi, in both modes: `overwrite` leaves nothing of the API's former definition but the
    id of its root, `merge` replaces the methods that the document has.

    moto takes `x-amazon-apigateway-any-method` for a method's name, gives the root a new id, adds a
    second resource for a path that is there already, keeps an integration's type in lower case, and
    ignores VPC links, gateway responses and the extensions that concern the whole API.

    https://docs.aws.amazon.com/apigateway/latest/api/API_PutRestApi.html
    https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
    """

    def put_rest_api(
        self: APIGatewayBackend,
        function_id: str,
        api_doc: Document,
        fail_on_warnings: bool,
        mode: str = "merge",
    ) -> RestAPI:
        if mode not in ("merge", "overwrite"):
            raise InvalidOpenApiModeException()
        without_paths = {**api_doc, "paths": {}}
        api = OpenApiImport.moto.put_rest_api(self, function_id, without_paths, fail_on_warnings)
        if mode == "overwrite":
            forget_definition(api)
        import_settings(api, api_doc)
        for path, item in api_doc["paths"].items():
            resource = resource_at(api, path)
            for key, method in METHODS.items():
                if key in item:
                    shared = item.get("parameters", [])
                    import_method(self, api, resource, method, item[key], shared)
        return api


def forget_definition(api: RestAPI) -> None:
    api.default.resource_methods.clear()
    api.resources = {api.default.id: api.default}
    api.gateway_responses.clear()


def import_settings(api: RestAPI, document: Document) -> None:
    """What the document says about the API as a whole."""
    info = document.get("info", {})
    api.name = info.get("title", api.name)
    api.description = info.get("description", api.description)
    if "x-amazon-apigateway-policy" in document:
        api.policy = json.dumps(document["x-amazon-apigateway-policy"])
    if "x-amazon-apigateway-binary-media-types" in document:
        api.binaryMediaTypes = document["x-amazon-apigateway-binary-media-types"]
    if "x-amazon-apigateway-minimum-compression-size" in document:
        api.minimum_compression_size = document["x-amazon-apigateway-minimum-compression-size"]
    for kind, response in document.get("x-amazon-apigateway-gateway-responses", {}).items():
        api.put_gateway_response(
            kind,
            status_code=response.get("statusCode"),
            response_parameters=response.get("responseParameters", {}),
            response_templates=response.get("responseTemplates", {}),
        )


def resource_at(api: RestAPI, path: str) -> Resource:
    """The resource with the path, created together with its ancestors unless it is there."""
    resource: Resource | None = api.get_resource_for_path(path)
    if resource is not None:
        return resource
    parent, _, part = path.rpartition("/")
    return api.add_child(part, resource_at(api, parent or "/").id)


def import_method(
    backend: APIGatewayBackend,
    api: RestAPI,
    resource: Resource,
    method: str,
    operation: Document,
    shared_parameters: list[Document],
) -> None:
    authorization = operation.get("x-amazon-apigateway-auth", {}).get("type", "NONE").upper()
    backend.put_method(
        api.id,
        resource.id,
        method,
        authorization,
        operation_name=operation.get("operationId"),
        request_parameters=request_parameters(
            shared_parameters + operation.get("parameters", [])
        ),
    )
    for status, response in operation.get("responses", {}).items():
        headers = {f"method.response.header.{h}": False for h in response.get("headers", {})}
        backend.put_method_response(api.id, resource.id, method, status, {}, headers)
    if "x-amazon-apigateway-integration" in operation:
        integration = operation["x-amazon-apigateway-integration"]
        import_integration(backend, api, resource, method, integration)


def request_parameters(parameters: list[Document]) -> dict[str, bool]:
    return {
        f"method.request.{LOCATIONS[p['in']]}.{p['name']}": p.get("required", False)
        for p in parameters
        if p["in"] in LOCATIONS
    }


def import_integration(
    backend: APIGatewayBackend, api: RestAPI, resource: Resource, method: str, document: Document
) -> None:
    arguments = backend._build_integration_args(document)
    arguments["integration_type"] = document["type"].upper()
    arguments["passthrough_behavior"] = document.get("passthroughBehavior", "when_no_match").upper()
    integration = backend.put_integration(api.id, resource.id, method, **arguments)
    integration.connection_id = document.get("connectionId")
    integration.integration_target = document.get("integrationTarget")
    for response in backend._build_integration_responses_args(document):
        backend.put_integration_response(api.id, resource.id, method, **response)
