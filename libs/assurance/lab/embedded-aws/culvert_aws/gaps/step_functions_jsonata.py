"""JSONata in state machines."""

from typing import Any

from moto.stepfunctions.parser.asl.jsonata import jsonata
from moto.stepfunctions.parser.asl.jsonata.jsonata import JSONataException

from ..jsonata import JsonataError, evaluate
from .gap import Gap


class JsonataEvaluation(Gap, extends=jsonata):
    """Evaluates what is between `{%` and `%}`; moto needs a Java library for it that it does not
    bring.

    https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
    """

    def _eval_jsonata(expression: str) -> Any:
        try:
            return evaluate(expression)
        except JsonataError as error:
            raise JSONataException("UNKNOWN", str(error)) from error
