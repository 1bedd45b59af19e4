"""moto's server, made to fail at once and in the open where it does not know what to do."""

import sys
import traceback
from functools import partial

from flask import Flask, Request, Response, request
from moto.core.exceptions import ServiceException
from moto.core.responses import ActionResult, BaseResponse
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.exceptions import HTTPException
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server


class NotImplementedByEmbeddedAws(ServiceException):
    """A 400 in the protocol of the service: unlike a 500, no SDK retries it."""

    code = "NotImplementedByEmbeddedAws"


class QuietRequestHandler(WSGIRequestHandler):
    """Leaves standard error to the gaps."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass


def listen(port: int) -> BaseWSGIServer:
    """Binds the port, so that connections are accepted from now on and served from `serve_forever` on."""
    application = DomainDispatcherApplication(create_service)
    return make_server(
        "127.0.0.1", port, application, threaded=True, request_handler=QuietRequestHandler
    )


def create_service(service: str | None) -> Flask:
    """The application of one AWS service."""
    if service is None:
        return unknown_service()
    application = create_backend_app(service)
    application.register_error_handler(Exception, partial(report_gap, service))
    return application


def unknown_service() -> Flask:
    application = Flask("unknown")

    @application.before_request
    def refuse() -> Response:
        scope = request.headers.get("Authorization", "").partition("Credential=")[2].split("/")
        service = scope[3] if len(scope) > 3 else "unknown"
        log_gap(service, requested_action(None, request), "the service is not part of moto")
        return Response('{"message": "unknown service"}', 400, content_type="application/json")

    return application


def report_gap(service: str, error: Exception) -> HTTPException | Response:
    """Turns what moto raised, or a path it has no route for, into an error of the service."""
    if isinstance(error, HTTPException) and error is not request.routing_exception:
        return error
    if not isinstance(error, (HTTPException, NotImplementedError)):
        traceback.print_exception(error)
    action = requested_action(service, request)
    log_gap(service, action, str(error) or type(error).__name__)
    response = BaseResponse(service)
    response.setup_class(request, request.url, request.headers)
    status, headers, body = response.serialized(
        ActionResult(NotImplementedByEmbeddedAws(f"{service}:{action}: {error}"))
    )
    return Response(body, status, headers)


def log_gap(service: str, action: str, why: str) -> None:
    print(f"GAP {service} {action} {' '.join(why.split())}", file=sys.stderr, flush=True)


def requested_action(service: str | None, request: Request) -> str:
    """The API action by name, or by method and path where the service's model does not know it."""
    target = request.headers.get("X-Amz-Target", "").rpartition(".")[2]
    named = request.values.get("Action") or target
    if not named and service is not None:
        model = BaseResponse(service)
        model.region = BaseResponse.default_region
        named = model._get_action_from_method_and_request_uri(request.method, request.path)
    return named or f"{request.method} {request.path}"
