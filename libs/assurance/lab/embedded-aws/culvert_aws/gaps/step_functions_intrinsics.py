"""Intrinsic functions of JSONPath state machines."""

import re

from moto.stepfunctions.parser.asl.component.intrinsic.function.statesfunction.generic import (
    string_format,
)
from moto.stepfunctions.parser.asl.eval.environment import Environment

from .gap import Gap

PART = re.compile(r"\\{1,2}([{}'])|\{\}")
"""A character that is escaped, or the place of an argument. The parser leaves the backslash as JSON
escapes it."""


class Format(Gap, extends=string_format.StringFormat):
    r"""`States.Format` fills `{}` with its arguments; `\{` and `\}` are braces. moto takes those for
    the places of named arguments, which there are none of.

    https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
    """

    def _eval_body(self: string_format.StringFormat, env: Environment) -> None:
        self.argument_list.eval(env=env)
        template, *values = env.stack.pop()
        arguments = map(self._to_str_repr, values)
        env.stack.append(PART.sub(lambda part: part[1] or next(arguments), template))
