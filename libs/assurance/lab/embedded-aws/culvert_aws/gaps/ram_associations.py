"""What is in a resource share of AWS Resource Access Manager, and who may use it."""

import json
from typing import Any

from moto.core.exceptions import JsonRESTError
from moto.ram.models import ResourceShare
from moto.ram.responses import ResourceAccessManagerResponse

from .gap import Gap
from .ram_resource_shares import add_routes, admits, find_share


class ResourceShareAssociations(Gap, extends=ResourceAccessManagerResponse):
    """The owner adds principals and resources to a share and removes them; a principal may leave.
    The association of an account waits until the account has accepted its invitation.

    moto knows neither of the two actions, and has every principal associated at once.

    https://docs.aws.amazon.com/ram/latest/APIReference/API_AssociateResourceShare.html
    https://docs.aws.amazon.com/ram/latest/APIReference/API_DisassociateResourceShare.html
    https://docs.aws.amazon.com/ram/latest/APIReference/API_GetResourceShareAssociations.html
    """

    @classmethod
    def fill(cls) -> None:
        super().fill()
        add_routes(("AssociateResourceShare", "DisassociateResourceShare"))

    def associate_resource_share(self: ResourceAccessManagerResponse) -> str:
        share = find_share(self._get_param("resourceShareArn"), self.region)
        check_owner(self, share)
        principals, resources = named_entities(self)
        share.add_principals(principals)
        share.add_resources([arn for arn in resources if arn not in share.resource_arns])
        return associations(share, principals, resources)

    def disassociate_resource_share(self: ResourceAccessManagerResponse) -> str:
        share = find_share(self._get_param("resourceShareArn"), self.region)
        principals, resources = named_entities(self)
        if resources or principals != [self.current_account]:
            check_owner(self, share)
        answer = associations(share, principals, resources, "DISASSOCIATED")
        share.principals = [p for p in share.principals if p not in principals]
        share.resource_arns = [arn for arn in share.resource_arns if arn not in resources]
        for account_id in principals:
            share.invitations.pop(account_id, None)
        return answer

    def get_resource_share_associations(self: ResourceAccessManagerResponse) -> str:
        answer = json.loads(ResourceShareAssociations.moto.get_resource_share_associations(self))
        for item in answer["resourceShareAssociations"]:
            share = find_share(item["resourceShareArn"], self.region)
            item.update(association_of(share, item["associatedEntity"]))
        return json.dumps(answer)


def check_owner(request: ResourceAccessManagerResponse, share: ResourceShare) -> None:
    if share.owning_account_id != request.current_account:
        raise JsonRESTError("OperationNotPermittedException", f"You do not own {share.arn}.")


def named_entities(request: ResourceAccessManagerResponse) -> tuple[list[str], list[str]]:
    return request._get_param("principals") or [], request._get_param("resourceArns") or []


def associations(
    share: ResourceShare, principals: list[str], resources: list[str], status: str | None = None
) -> str:
    """The answer about these principals and resources of the share."""
    entities = [("PRINCIPAL", p) for p in principals] + [("RESOURCE", arn) for arn in resources]
    items = [
        {
            "resourceShareArn": share.arn,
            "resourceShareName": share.name,
            "associationType": kind,
            "associatedEntity": entity,
            **association_of(share, entity),
        }
        for kind, entity in entities
    ]
    return json.dumps(
        {"resourceShareAssociations": [i | ({"status": status} if status else {}) for i in items]}
    )


def association_of(share: ResourceShare, entity: str) -> dict[str, Any]:
    waits = entity in share.invitations and not admits(share, entity)
    return {
        "status": "ASSOCIATING" if waits else "ASSOCIATED",
        "external": entity in share.invitations,
    }
