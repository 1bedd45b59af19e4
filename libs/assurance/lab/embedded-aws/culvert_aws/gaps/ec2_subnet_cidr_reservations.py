"""Addresses of a subnet that AWS assigns to nobody by itself."""

from moto.core.responses import ActionResult
from moto.ec2.responses.subnets import Subnets

from .gap import Gap


class SubnetCidrReservationDescriptions(Gap, extends=Subnets):
    """A reservation has the description it was given.

    moto ignores it.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnetCidrReservation.html
    """

    def create_subnet_cidr_reservation(self: Subnets) -> ActionResult:
        result = SubnetCidrReservationDescriptions.moto.create_subnet_cidr_reservation(self)
        reservation = result.result["SubnetCidrReservation"]
        reservation.description = self._get_param("Description")
        return result
