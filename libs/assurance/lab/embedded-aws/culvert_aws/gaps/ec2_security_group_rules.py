"""Rules of security groups."""

from moto.ec2.models.security_groups import SecurityGroupRule

from .gap import Gap


class SecurityGroupRuleDescriptions(Gap, extends=SecurityGroupRule):
    """A rule has the description it was given, whatever kind of peer it names.

    moto reports the description of a rule that names a range, and none of one that names a group.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRule.html
    """

    @property
    def description(self: SecurityGroupRule) -> str | None:
        return self.ip_range.get("Description") or self.source_group.get("Description")
