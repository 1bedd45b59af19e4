"""Requests that an SDK sends again because the answer did not reach it."""

from collections import OrderedDict
from collections.abc import Iterable
from threading import Lock
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from werkzeug.test import run_wsgi_app
from werkzeug.wrappers import Response

REMEMBERED = 512
"""Answers that are kept, the latest ones."""


class RepeatedRequests:
    """Gives a repeated request the answer of the first, when that was done: an SDK names its call in
    all its attempts. AWS has client tokens for it, which many actions of moto do not know.

    https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
    """

    def __init__(self, application: WSGIApplication) -> None:
        self.application = application
        self.answers: OrderedDict[str, Response] = OrderedDict()
        self.lock = Lock()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        call = environ.get("HTTP_AMZ_SDK_INVOCATION_ID")
        if call is None or environ["REQUEST_METHOD"] != "POST":
            return self.application(environ, start_response)
        with self.lock:
            answer = self.answers.get(call)
        if answer is None:
            body, status, headers = run_wsgi_app(self.application, environ, buffered=True)
            answer = Response(b"".join(body), status, headers)
            if answer.status_code < 400:
                self.remember(call, answer)
        return answer(environ, start_response)

    def remember(self, call: str, answer: Response) -> None:
        with self.lock:
            self.answers[call] = answer
            if len(self.answers) > REMEMBERED:
                self.answers.popitem(last=False)
