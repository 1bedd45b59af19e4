"""Notifications of what happens to the connections of an endpoint service, or to an endpoint."""

from typing import Any

from moto.core.responses import ActionResult
from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models import EC2Backend
from moto.ec2.models.vpc_service_configuration import VPCServiceConfigurationBackend
from moto.ec2.responses.vpc_service_configuration import VPCEndpointServiceConfiguration
from moto.moto_api._internal import mock_random

from .gap import Gap


class ConnectionNotificationStore(Gap, extends=VPCServiceConfigurationBackend):
    """Where an account keeps its connection notifications; moto has no place for them."""

    def __init__(self: EC2Backend) -> None:
        ConnectionNotificationStore.moto.__init__(self)
        self.connection_notifications: dict[str, dict[str, Any]] = {}


class ConnectionNotifications(Gap, extends=VPCEndpointServiceConfiguration):
    """Creates, describes, modifies and deletes connection notifications; none is ever sent.

    moto knows none of the four actions.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpointConnectionNotification.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcEndpointConnectionNotifications.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcEndpointConnectionNotification.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteVpcEndpointConnectionNotifications.html
    """

    def create_vpc_endpoint_connection_notification(
        self: VPCEndpointServiceConfiguration,
    ) -> ActionResult:
        notification = {
            "ConnectionNotificationId": f"vpce-nfn-{mock_random.get_random_hex(17)}",
            "ServiceId": self._get_param("ServiceId"),
            "VpcEndpointId": self._get_param("VpcEndpointId"),
            "ConnectionNotificationType": "Topic",
            "ConnectionNotificationArn": self._get_param("ConnectionNotificationArn"),
            "ConnectionEvents": self._get_param("ConnectionEvents"),
            "ConnectionNotificationState": "Enabled",
        }
        notifications = self.ec2_backend.connection_notifications
        notifications[notification["ConnectionNotificationId"]] = notification
        return ActionResult({"ConnectionNotification": notification})

    def describe_vpc_endpoint_connection_notifications(
        self: VPCEndpointServiceConfiguration,
    ) -> ActionResult:
        wanted = self._get_param("ConnectionNotificationId")
        if wanted is not None:
            return ActionResult({"ConnectionNotificationSet": [find(self.ec2_backend, wanted)]})
        notifications = list(self.ec2_backend.connection_notifications.values())
        return ActionResult({"ConnectionNotificationSet": notifications})

    def modify_vpc_endpoint_connection_notification(
        self: VPCEndpointServiceConfiguration,
    ) -> ActionResult:
        notification = find(self.ec2_backend, self._get_param("ConnectionNotificationId"))
        for name in ("ConnectionNotificationArn", "ConnectionEvents"):
            notification[name] = self._get_param(name, notification[name])
        return ActionResult({"ReturnValue": True})

    def delete_vpc_endpoint_connection_notifications(
        self: VPCEndpointServiceConfiguration,
    ) -> ActionResult:
        for notification_id in self._get_param("ConnectionNotificationIds", []):
            find(self.ec2_backend, notification_id)
            del self.ec2_backend.connection_notifications[notification_id]
        return ActionResult({"Unsuccessful": []})


def find(backend: EC2Backend, notification_id: str) -> dict[str, Any]:
    notification: dict[str, Any] | None = backend.connection_notifications.get(notification_id)
    if notification is None:
        raise EC2ClientError(
            "InvalidConnectionNotification", f"There is no notification '{notification_id}'"
        )
    return notification
