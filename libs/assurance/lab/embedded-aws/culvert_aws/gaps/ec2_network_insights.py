"""Reachability Analyzer: paths and their analyses."""

from typing import Any, TypeVar

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models import EC2Backend
from moto.ec2.models.core import TaggedEC2Resource
from moto.ec2.responses import EC2Response
from moto.moto_api._internal import mock_random

from .gap import Gap


class NetworkInsightsResource(TaggedEC2Resource):
    """What paths and analyses have in common: attributes by their names in the API, and tags."""

    def __init__(
        self, backend: EC2Backend, kind: str, prefix: str, attributes: dict[str, Any]
    ) -> None:
        self.ec2_backend = backend
        self.id = f"{prefix}-{mock_random.get_random_hex(17)}"
        self.arn = resource_arn(backend, kind, self.id)
        self.attributes = attributes

    def describe(self) -> dict[str, Any]:
        return {**self.attributes, "Tags": self.get_tags()}


class NetworkInsightsPath(NetworkInsightsResource):
    def __init__(self, backend: EC2Backend, attributes: dict[str, Any]) -> None:
        super().__init__(backend, "network-insights-path", "nip", attributes)
        ids = {"NetworkInsightsPathId": self.id, "NetworkInsightsPathArn": self.arn}
        self.attributes = {**attributes, **ids, "CreatedDate": utcnow()}


class NetworkInsightsAnalysis(NetworkInsightsResource):
    def __init__(self, backend: EC2Backend, attributes: dict[str, Any]) -> None:
        super().__init__(backend, "network-insights-analysis", "nia", attributes)
        ids = {"NetworkInsightsAnalysisId": self.id, "NetworkInsightsAnalysisArn": self.arn}
        found = {"Status": "succeeded", "NetworkPathFound": True, "StartDate": utcnow()}
        self.attributes = {**attributes, **ids, **found}


def resource_arn(backend: EC2Backend, kind: str, resource_id: str) -> str:
    return f"arn:aws:ec2:{backend.region_name}:{backend.account_id}:{kind}/{resource_id}"


class NetworkInsightsStore(Gap, extends=EC2Backend):
    """Where an account keeps its paths and analyses; moto has no place for them."""

    def __init__(self: EC2Backend, region_name: str, account_id: str) -> None:
        NetworkInsightsStore.moto.__init__(self, region_name, account_id)
        self.network_insights_paths: dict[str, NetworkInsightsPath] = {}
        self.network_insights_analyses: dict[str, NetworkInsightsAnalysis] = {}


class NetworkInsightsPaths(Gap, extends=EC2Response):
    """Creates, describes and deletes paths.

    moto knows none of the three actions.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkInsightsPath.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkInsightsPaths.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteNetworkInsightsPath.html
    """

    def create_network_insights_path(self: EC2Response) -> ActionResult:
        ends = {end: self._get_param(end) for end in ("Source", "Destination")}
        arns = {f"{end}Arn": end_arn(self.ec2_backend, name) for end, name in ends.items()}
        names = (
            "SourceIp",
            "DestinationIp",
            "Protocol",
            "DestinationPort",
            "FilterAtSource",
            "FilterAtDestination",
        )
        asked = {name: self._get_param(name) for name in names}
        path = NetworkInsightsPath(self.ec2_backend, {**ends, **arns, **asked})
        path.add_tags(self._parse_tag_specification().get("network-insights-path", {}))
        self.ec2_backend.network_insights_paths[path.id] = path
        return ActionResult({"NetworkInsightsPath": path.describe()})

    def describe_network_insights_paths(self: EC2Response) -> ActionResult:
        ids = self._get_param("NetworkInsightsPathIds", [])
        found = find("path", self.ec2_backend.network_insights_paths, ids)
        return ActionResult({"NetworkInsightsPaths": [path.describe() for path in found]})

    def delete_network_insights_path(self: EC2Response) -> ActionResult:
        path_id = self._get_param("NetworkInsightsPathId")
        find("path", self.ec2_backend.network_insights_paths, [path_id])
        for analysis in self.ec2_backend.network_insights_analyses.values():
            if analysis.attributes["NetworkInsightsPathId"] == path_id:
                raise EC2ClientError(
                    "AnalysisExistsForNetworkInsightsPath", f"{path_id} has {analysis.id}."
                )
        del self.ec2_backend.network_insights_paths[path_id]
        return ActionResult({"NetworkInsightsPathId": path_id})


def end_arn(backend: EC2Backend, name: str | None) -> str | None:
    """The ARN of an end of a path, which is given by its ARN or by an id such as `eni-…`."""
    kinds = {
        "eni": "network-interface",
        "i": "instance",
        "tgw-attach": "transit-gateway-attachment",
        "tgw": "transit-gateway",
        "vpce": "vpc-endpoint",
    }
    if name is None or name.startswith("arn:"):
        return name
    return resource_arn(backend, kinds[name.rpartition("-")[0]], name)


class NetworkInsightsAnalyses(Gap, extends=EC2Response):
    """Starts, describes and deletes analyses, each of which finds its path: nothing is analysed.

    moto knows none of the three actions.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StartNetworkInsightsAnalysis.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkInsightsAnalyses.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteNetworkInsightsAnalysis.html
    """

    def start_network_insights_analysis(self: EC2Response) -> ActionResult:
        path_id = self._get_param("NetworkInsightsPathId")
        find("path", self.ec2_backend.network_insights_paths, [path_id])
        asked = {"NetworkInsightsPathId": path_id, "FilterInArns": self._get_param("FilterInArns")}
        analysis = NetworkInsightsAnalysis(self.ec2_backend, asked)
        analysis.add_tags(self._parse_tag_specification().get("network-insights-analysis", {}))
        self.ec2_backend.network_insights_analyses[analysis.id] = analysis
        return ActionResult({"NetworkInsightsAnalysis": analysis.describe()})

    def describe_network_insights_analyses(self: EC2Response) -> ActionResult:
        ids = self._get_param("NetworkInsightsAnalysisIds", [])
        found = find("analysis", self.ec2_backend.network_insights_analyses, ids)
        return ActionResult({"NetworkInsightsAnalyses": [a.describe() for a in found]})

    def delete_network_insights_analysis(self: EC2Response) -> ActionResult:
        analysis_id = self._get_param("NetworkInsightsAnalysisId")
        find("analysis", self.ec2_backend.network_insights_analyses, [analysis_id])
        del self.ec2_backend.network_insights_analyses[analysis_id]
        return ActionResult({"NetworkInsightsAnalysisId": analysis_id})


Resource = TypeVar("Resource", bound=NetworkInsightsResource)


def find(kind: str, resources: dict[str, Resource], ids: list[str]) -> list[Resource]:
    """Those with these ids, or all."""
    for resource_id in ids:
        if resource_id not in resources:
            raise EC2ClientError(
                f"InvalidNetworkInsights{kind.title()}Id.NotFound",
                f"The network insights {kind} {resource_id} does not exist",
            )
    return [resources[resource_id] for resource_id in ids] if ids else list(resources.values())
