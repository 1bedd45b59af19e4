"""Definitions of state machines."""

import re
from typing import Any

from moto.stepfunctions.parser.asl.component.eval_component import EvalComponent
from moto.stepfunctions.parser.asl.parse.asl_parser import AmazonStateLanguageParser

from .gap import Gap

WHOLE_PERCENTAGE = re.compile(r'("ToleratedFailurePercentage"\s*:\s*\d+)(?=\s*[,}])')


class WholePercentages(Gap, extends=AmazonStateLanguageParser):
    """`ToleratedFailurePercentage` may be a whole number; moto's grammar wants a decimal point.

    https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
    """

    def parse(definition: str) -> tuple[EvalComponent, Any]:  # type: ignore[misc]
        decimal = WHOLE_PERCENTAGE.sub(r"\1.0", definition)
        return WholePercentages.moto.parse(decimal)
