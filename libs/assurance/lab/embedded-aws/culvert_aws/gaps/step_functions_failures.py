"""States that fail."""

from moto.stepfunctions.parser.asl.component.common.error_name.custom_error_name import (
    CustomErrorName,
)
from moto.stepfunctions.parser.asl.component.common.error_name.error_name import ErrorName

from .gap import Gap


class ReservedErrorNames(Gap, extends=CustomErrorName):
    """A Fail state that passes on what was caught may name an error of Step Functions' own; moto
    refuses the names while it runs.

    https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html
    """

    def __init__(self: CustomErrorName, error_name: str | None) -> None:
        ErrorName.__init__(self, error_name=error_name)
