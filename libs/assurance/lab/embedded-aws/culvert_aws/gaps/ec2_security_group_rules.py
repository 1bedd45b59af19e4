"""Rules of security groups."""

from typing import Any

from moto.ec2.exceptions import InvalidSecurityGroupRuleIdNotFoundError
from moto.ec2.models.security_groups import SecurityGroup, SecurityGroupBackend, SecurityGroupRule

from .gap import Gap


class SecurityGroupRuleDescriptions(Gap, extends=SecurityGroupRule):
    """A rule has the description it was given, whatever kind of peer it names.

    moto reports the description of a rule that names a range, and none of one that names a group.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRule.html
    """

    @property
    def description(self: SecurityGroupRule) -> str | None:
        return self.ip_range.get("Description") or self.source_group.get("Description")


class SecurityGroupRuleRevocation(Gap, extends=SecurityGroupBackend):
    """A rule revoked by an id that is no more is told from one revoked by its properties, so that a
    request that was repeated after a broken connection does no harm.

    moto answers `InvalidPermission.NotFound` to both.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
    """

    def revoke_security_group_ingress(
        self: SecurityGroupBackend, group_name_or_id: str, *rule: Any, **properties: Any
    ) -> None:
        group = self.get_security_group_by_name_or_id(group_name_or_id)
        require_rules(group, properties.get("security_rule_ids"))
        SecurityGroupRuleRevocation.moto.revoke_security_group_ingress(
            self, group_name_or_id, *rule, **properties
        )

    def revoke_security_group_egress(
        self: SecurityGroupBackend, group_name_or_id: str, *rule: Any, **properties: Any
    ) -> None:
        group = self.get_security_group_by_name_or_id(group_name_or_id)
        require_rules(group, properties.get("security_rule_ids"))
        SecurityGroupRuleRevocation.moto.revoke_security_group_egress(
            self, group_name_or_id, *rule, **properties
        )


def require_rules(group: SecurityGroup | None, rule_ids: list[str] | None) -> None:
    known = {rule.id for rule in [*group.ingress_rules, *group.egress_rules]} if group else set()
    for rule_id in rule_ids or []:
        if group and rule_id not in known:
            raise InvalidSecurityGroupRuleIdNotFoundError(rule_id)
