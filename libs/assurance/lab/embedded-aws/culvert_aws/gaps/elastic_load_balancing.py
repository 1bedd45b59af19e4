"""Load balancers behind AWS PrivateLink."""

from moto.core.responses import ActionResult
from moto.elbv2.models import FakeLoadBalancer
from moto.elbv2.responses import ELBV2Response

from .gap import Gap

FLAG = "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic"


class PrivateLinkEnforcement(Gap, extends=ELBV2Response):
    """Whether a network load balancer's inbound rules apply to traffic that comes over PrivateLink:
    `on` unless said otherwise, for one that has security groups.

    moto ignores the parameter and never reports the setting.

    https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
    https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SetSecurityGroups.html
    """

    def create_load_balancer(self: ELBV2Response) -> ActionResult:
        result = PrivateLinkEnforcement.moto.create_load_balancer(self)
        load_balancer = result.result["LoadBalancers"][0]
        if load_balancer.type == "network" and load_balancer.security_groups:
            enforce(load_balancer, self._get_param(FLAG, "on"))
        return result

    def set_security_groups(self: ELBV2Response) -> ActionResult:
        result = PrivateLinkEnforcement.moto.set_security_groups(self)
        flag = self._get_param(FLAG)
        if flag is not None:
            enforce(self.elbv2_backend.load_balancers[self._get_param("LoadBalancerArn")], flag)
            result.result[FLAG] = flag
        return result


def enforce(load_balancer: FakeLoadBalancer, flag: str) -> None:
    load_balancer.enforce_security_group_inbound_rules_on_private_link_traffic = flag
