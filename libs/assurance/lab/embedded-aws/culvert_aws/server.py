"""moto's server, made to fail at once and in the open where it does not know what to do."""

import json
import sys
import traceback
from collections.abc import Iterable
from functools import partial
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from flask import Flask, Response, request
from moto.core.exceptions import ServiceException
from moto.core.responses import ActionResult, BaseResponse
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.exceptions import HTTPException
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from .functions import ENVIRONMENTS
from .repeated_requests import RepeatedRequests

EXECUTION_ENVIRONMENTS = "/_culvert/execution-environments"


class NotImplementedByEmbeddedAws(ServiceException):
    """A 400 in the protocol of the service: unlike a 500, no SDK retries it."""

    code = "NotImplementedByEmbeddedAws"


class QuietRequestHandler(WSGIRequestHandler):
    """Leaves standard error to the gaps."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass


def listen(port: int) -> BaseWSGIServer:
    """Binds the port; connections wait from now on, and are served by `serve_forever`."""
    services = DomainDispatcherApplication(create_service)
    application = Introspection(RepeatedRequests(services))
    return make_server(
        "127.0.0.1", port, application, threaded=True, request_handler=QuietRequestHandler
    )


class Introspection:
    """Answers what no API of AWS does: which execution environments there are, and their calls."""

    def __init__(self, application: WSGIApplication) -> None:
        self.application = application

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"] != EXECUTION_ENVIRONMENTS:
            return self.application(environ, start_response)
        body = json.dumps(ENVIRONMENTS.describe())
        return Response(body, content_type="application/json")(environ, start_response)


def create_service(service: str | None) -> Flask:
    """The application of one service, by moto's name for it; None is a service that moto lacks."""
    if service is None:
        application = Flask("unknown")
        application.before_request(refuse_service)
        return application
    application = create_backend_app(service)
    application.before_request(count_call)
    application.register_error_handler(Exception, partial(report_gap, service))
    return application


def refuse_service() -> Response:
    log_gap(named_action(), "moto lacks the service")
    return Response('{"message": "moto lacks the service"}', 400, content_type="application/json")


def report_gap(service: str, error: Exception) -> HTTPException | Response:
    """Turns what moto raised, or a path it has no route for, into an error of the service."""
    if isinstance(error, HTTPException) and error is not request.routing_exception:
        return error
    if not isinstance(error, (HTTPException, NotImplementedError)):
        traceback.print_exception(error)
    action = named_action() or modelled_action(service)
    log_gap(action, repr(error))
    response = BaseResponse(service)
    response.setup_class(request, request.url, request.headers)
    status, headers, body = response.serialized(
        ActionResult(NotImplementedByEmbeddedAws(f"{signing_name()}:{action}: {error!r}"))
    )
    return Response(body, status, headers)


def log_gap(action: str | None, why: str) -> None:
    named = action or f"{request.method} {request.path}"
    print(f"GAP {signing_name()} {named} {why}", file=sys.stderr, flush=True)


def count_call() -> None:
    if action := named_action():
        ENVIRONMENTS.count_call(credential_scope()[0], f"{signing_name()}:{action}")


def signing_name() -> str:
    """The service by AWS's name for it, which the request's signature is made for."""
    scope = credential_scope()
    return scope[3] if len(scope) > 3 else "unsigned"


def credential_scope() -> list[str]:
    """Access key, day, Region, service and a constant; or one empty string."""
    return request.headers.get("Authorization", "").partition("Credential=")[2].split("/")


def named_action() -> str | None:
    """The API action, in the protocols that name it."""
    target = request.headers.get("X-Amz-Target", "").rpartition(".")[2]
    return request.values.get("Action") or target or None


def modelled_action(service: str) -> str | None:
    """The API action, in the protocols where method and path stand for it."""
    model = BaseResponse(service)
    model.region = BaseResponse.default_region
    return model._get_action_from_method_and_request_uri(request.method, request.path)
