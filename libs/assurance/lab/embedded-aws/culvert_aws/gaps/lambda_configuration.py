"""What a function of Lambda is configured with."""

from typing import Any

from moto.awslambda.models import LambdaFunction

from .gap import Gap

KEPT = ("DeadLetterConfig", "FileSystemConfigs", "KMSKeyArn", "LoggingConfig")


class FunctionConfiguration(Gap, extends=LambdaFunction):
    """Keeps the key, dead-letter target, file systems and logging of a function, and reports them;
    moto drops all four.

    https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
    https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html
    """

    def __init__(
        self: LambdaFunction,
        account_id: str,
        spec: dict[str, Any],
        region: str,
        version: str | int = 1,
    ) -> None:
        FunctionConfiguration.moto.__init__(self, account_id, spec, region, version)
        self.kept = {name: spec[name] for name in KEPT if spec.get(name)}
        defaults = {"LogFormat": "Text", "LogGroup": self.logs_group_name}
        self.kept["LoggingConfig"] = defaults | spec.get("LoggingConfig", {})
        self.logs_group_name = self.kept["LoggingConfig"]["LogGroup"]

    def get_configuration(self: LambdaFunction, on_create: bool = False) -> dict[str, Any]:
        return FunctionConfiguration.moto.get_configuration(self, on_create) | self.kept

    def update_configuration(
        self: LambdaFunction, config_updates: dict[str, Any]
    ) -> dict[str, Any]:
        self.kept |= {name: config_updates[name] for name in KEPT if name in config_updates}
        self.logs_group_name = self.kept["LoggingConfig"].get("LogGroup", self.logs_group_name)
        self.tracing_config = config_updates.get("TracingConfig", self.tracing_config)
        return FunctionConfiguration.moto.update_configuration(self, config_updates)
