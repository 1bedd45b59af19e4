"""Rule groups and policies of Network Firewall: named documents with a token for their updates."""

import json
import uuid
from dataclasses import dataclass, field
from typing import Any

from moto.core.exceptions import JsonRESTError
from moto.networkfirewall.models import NetworkFirewallBackend
from moto.networkfirewall.responses import NetworkFirewallResponse

from .gap import Gap


@dataclass
class Document:
    """What was asked for, and what AWS adds to it."""

    content: dict[str, Any]
    properties: dict[str, Any]
    update_token: str = field(default_factory=lambda: str(uuid.uuid4()))

    def update(self, request: NetworkFirewallResponse, content: str, names: list[str]) -> None:
        if request._get_param("UpdateToken") != self.update_token:
            raise JsonRESTError("InvalidTokenException", "Update token is invalid.")
        self.content = request._get_param(content) or self.content
        self.properties |= given(request, names)
        self.update_token = str(uuid.uuid4())


class DocumentStore(Gap, extends=NetworkFirewallBackend):
    """Where an account keeps its rule groups and policies; moto has no place for them."""

    def __init__(self: NetworkFirewallBackend, region_name: str, account_id: str) -> None:
        DocumentStore.moto.__init__(self, region_name, account_id)
        self.documents: dict[str, Document] = {}

    def document(self: NetworkFirewallBackend, arn: str) -> Document:
        if arn not in self.documents:
            raise JsonRESTError("ResourceNotFoundException", f"There is no {arn}")
        return self.documents[arn]


class RuleGroups(Gap, extends=NetworkFirewallResponse):
    """Creates, describes, updates and deletes rule groups; moto knows none of the four actions.

    https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_CreateRuleGroup.html
    https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_DescribeRuleGroup.html
    https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_UpdateRuleGroup.html
    https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_DeleteRuleGroup.html
    """

    def create_rule_group(self: NetworkFirewallResponse) -> str:
        name, kind = self._get_param("RuleGroupName"), self._get_param("Type")
        arn = arn_of(self, f"{kind.lower()}-rulegroup/{name}")
        names = ["Type", "Capacity", "Description", "EncryptionConfiguration", "Tags"]
        properties = given(self, names)
        properties |= {
            "RuleGroupArn": arn,
            "RuleGroupName": name,
            "RuleGroupId": str(uuid.uuid4()),
            "RuleGroupStatus": "ACTIVE",
        }
        document = Document(self._get_param("RuleGroup"), properties)
        self.networkfirewall_backend.documents[arn] = document
        return rule_group(document)

    def describe_rule_group(self: NetworkFirewallResponse) -> str:
        document = self.networkfirewall_backend.document(rule_group_arn(self))
        return rule_group(document, RuleGroup=document.content)

    def update_rule_group(self: NetworkFirewallResponse) -> str:
        document = self.networkfirewall_backend.document(rule_group_arn(self))
        document.update(self, "RuleGroup", ["Description", "EncryptionConfiguration"])
        return rule_group(document)

    def delete_rule_group(self: NetworkFirewallResponse) -> str:
        document = self.networkfirewall_backend.document(rule_group_arn(self))
        del self.networkfirewall_backend.documents[document.properties["RuleGroupArn"]]
        document.properties["RuleGroupStatus"] = "DELETING"
        return rule_group(document)


class FirewallPolicies(Gap, extends=NetworkFirewallResponse):
    """Creates, describes, updates and deletes firewall policies; moto knows none of the four
    actions.

    https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_CreateFirewallPolicy.html
    https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_DescribeFirewallPolicy.html
    https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_UpdateFirewallPolicy.html
    https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_DeleteFirewallPolicy.html
    """

    def create_firewall_policy(self: NetworkFirewallResponse) -> str:
        name = self._get_param("FirewallPolicyName")
        arn = arn_of(self, f"firewall-policy/{name}")
        properties = given(self, ["Description", "EncryptionConfiguration", "Tags"])
        properties |= {
            "FirewallPolicyArn": arn,
            "FirewallPolicyName": name,
            "FirewallPolicyId": str(uuid.uuid4()),
            "FirewallPolicyStatus": "ACTIVE",
        }
        document = Document(self._get_param("FirewallPolicy"), properties)
        self.networkfirewall_backend.documents[arn] = document
        return firewall_policy(document)

    def describe_firewall_policy(self: NetworkFirewallResponse) -> str:
        document = self.networkfirewall_backend.document(policy_arn(self))
        return firewall_policy(document, FirewallPolicy=document.content)

    def update_firewall_policy(self: NetworkFirewallResponse) -> str:
        document = self.networkfirewall_backend.document(policy_arn(self))
        document.update(self, "FirewallPolicy", ["Description", "EncryptionConfiguration"])
        return firewall_policy(document)

    def delete_firewall_policy(self: NetworkFirewallResponse) -> str:
        document = self.networkfirewall_backend.document(policy_arn(self))
        del self.networkfirewall_backend.documents[document.properties["FirewallPolicyArn"]]
        document.properties["FirewallPolicyStatus"] = "DELETING"
        return firewall_policy(document)


def rule_group(document: Document, **more: Any) -> str:
    response = {"UpdateToken": document.update_token, "RuleGroupResponse": document.properties}
    return json.dumps(response | more)


def firewall_policy(document: Document, **more: Any) -> str:
    response = {"UpdateToken": document.update_token, "FirewallPolicyResponse": document.properties}
    return json.dumps(response | more)


def rule_group_arn(request: NetworkFirewallResponse) -> str:
    kind = (request._get_param("Type") or "").lower()
    by_name = f"{kind}-rulegroup/{request._get_param('RuleGroupName')}"
    return request._get_param("RuleGroupArn") or arn_of(request, by_name)


def policy_arn(request: NetworkFirewallResponse) -> str:
    by_name = f"firewall-policy/{request._get_param('FirewallPolicyName')}"
    return request._get_param("FirewallPolicyArn") or arn_of(request, by_name)


def arn_of(request: NetworkFirewallResponse, resource: str) -> str:
    backend = request.networkfirewall_backend
    owner = f"{backend.region_name}:{backend.account_id}"
    return f"arn:{backend.partition}:network-firewall:{owner}:{resource}"


def given(request: NetworkFirewallResponse, names: list[str]) -> dict[str, Any]:
    values = {name: request._get_param(name) for name in names}
    return {name: value for name, value in values.items() if value is not None}
