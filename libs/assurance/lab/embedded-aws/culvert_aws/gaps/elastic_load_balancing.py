"""Load balancers behind AWS PrivateLink, and the certificates of their listeners."""

from moto.acm.models import AWSCertificateManagerBackend
from moto.core.base_backend import BaseBackend
from moto.core.responses import ActionResult
from moto.elbv2.models import ELBv2Backend, FakeLoadBalancer
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


class NewListenerCertificates(Gap, extends=AWSCertificateManagerBackend):
    """CreateListener takes any certificate of the caller's own account and Region for one that
    exists: certificates are made elsewhere, and the embedded AWS starts without any.

    moto answers CertificateNotFound, which the AWS provider retries for five minutes.

    https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html
    """

    def set_certificate_in_use_by(
        self: AWSCertificateManagerBackend, arn: str, load_balancer_name: str
    ) -> None:
        if arn in self._certificates or not is_own_certificate(self, arn):
            NewListenerCertificates.moto.set_certificate_in_use_by(self, arn, load_balancer_name)


class ListenerCertificates(Gap, extends=ELBv2Backend):
    """ModifyListener, likewise.

    https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyListener.html
    """

    def _certificate_exists(self: ELBv2Backend, certificate_arn: str) -> bool:
        return is_own_certificate(
            self, certificate_arn
        ) or ListenerCertificates.moto._certificate_exists(self, certificate_arn)


def is_own_certificate(backend: BaseBackend, arn: str) -> bool:
    own = f"arn:{backend.partition}:acm:{backend.region_name}:{backend.account_id}:certificate/"
    return arn.startswith(own)
