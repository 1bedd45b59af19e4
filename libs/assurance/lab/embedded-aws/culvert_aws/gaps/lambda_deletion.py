"""Deletion of functions."""

from moto.awslambda.models import LambdaBackend

from ..functions import ENVIRONMENTS
from .gap import Gap


class FunctionDeletion(Gap, extends=LambdaBackend):
    """Deletes a function, and with it its execution environments, which moto has none of.

    https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html
    """

    def delete_function(
        self: LambdaBackend, function_name: str, qualifier: str | None = None
    ) -> None:
        arn = self.get_function(function_name).function_arn
        FunctionDeletion.moto.delete_function(self, function_name, qualifier)
        ENVIRONMENTS.end_of(arn)
