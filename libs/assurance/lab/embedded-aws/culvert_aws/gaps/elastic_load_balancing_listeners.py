"""Listeners of network load balancers, and the certificates of listeners."""

from typing import Any

from moto.acm.models import AWSCertificateManagerBackend
from moto.core.base_backend import BaseBackend
from moto.elbv2.exceptions import ELBClientError
from moto.elbv2.models import ELBv2Backend, FakeListener

from .gap import Gap

NETWORK_PROTOCOLS = ("TCP", "TLS", "UDP", "TCP_UDP")


class CertificatesMadeElsewhere(Gap, extends=AWSCertificateManagerBackend):
    """CreateListener takes any certificate of the caller's own account and Region for one that
    exists: the embedded AWS starts without any.

    moto answers CertificateNotFound, which the AWS provider retries for five minutes.

    https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html
    """

    def set_certificate_in_use_by(
        self: AWSCertificateManagerBackend, arn: str, load_balancer_name: str
    ) -> None:
        if arn in self._certificates or not is_own_certificate(self, arn):
            CertificatesMadeElsewhere.moto.set_certificate_in_use_by(self, arn, load_balancer_name)


class NetworkListenerUpdates(Gap, extends=ELBv2Backend):
    """ModifyListener, of a listener of a network load balancer.

    moto refuses all of their protocols but TCP, and ignores the certificates of TLS.

    https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyListener.html
    """

    def modify_listener(
        self: ELBv2Backend,
        arn: str,
        port: str | None = None,
        protocol: str | None = None,
        ssl_policy: str | None = None,
        certificates: list[dict[str, Any]] | None = None,
        actions: list[dict[str, Any]] | None = None,
    ) -> FakeListener:
        moto = NetworkListenerUpdates.moto
        listener = self.describe_listeners(load_balancer_arn=None, listener_arns=[arn])[0]
        changed_protocol = protocol or listener.protocol
        if changed_protocol not in NETWORK_PROTOCOLS:
            return moto.modify_listener(
                self, arn, port, protocol, ssl_policy, certificates, actions
            )
        arns = [certificate["CertificateArn"] for certificate in certificates or []]
        for certificate_arn in arns:
            known = is_own_certificate(self, certificate_arn)
            if not known and not self._certificate_exists(certificate_arn):
                message = f"Certificate {certificate_arn} not found"
                raise ELBClientError("CertificateNotFound", message)
        moto.modify_listener(self, arn, port, None, ssl_policy, None, actions)
        listener.protocol = changed_protocol
        if arns:
            listener.certificate = arns[0]
            listener.certificates = arns
        return listener


def is_own_certificate(backend: BaseBackend, arn: str) -> bool:
    own = f"arn:{backend.partition}:acm:{backend.region_name}:{backend.account_id}:certificate/"
    return arn.startswith(own)
