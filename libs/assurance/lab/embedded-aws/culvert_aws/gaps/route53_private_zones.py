"""Private hosted zones of Route 53."""

from moto.core.responses import ActionResult
from moto.route53.responses import Route53

from .gap import Gap


class PrivateHostedZones(Gap, extends=Route53):
    """A zone that is created for a VPC is private.

    moto has it private only if the caller says so too, which Terraform does not, and otherwise
    ignores the VPC.

    https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateHostedZone.html
    """

    def create_hosted_zone(self: Route53) -> ActionResult:
        if self._get_param("VPC"):
            config = self.params.get("HostedZoneConfig") or {}
            self.params["HostedZoneConfig"] = {**config, "PrivateZone": True}
        return PrivateHostedZones.moto.create_hosted_zone(self)
