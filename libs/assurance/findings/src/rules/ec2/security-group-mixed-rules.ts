import type { Resource } from '@culvert/terraform-graph';
import { listOf, Missing } from '../../private/attribute';
import { companionsOf } from '../../private/companions';
import type { Problem, Rule } from '../../rule';

export const securityGroupMixedRules: Rule = {
  id: 'security-group-mixed-rules',
  severity: 'high',
  title: "a group's rules are inline or resources of their own, not both",
  rationale:
    'Terraform takes either for all there is: each apply removes what the other added, so which rules hold changes from run to run.',
  reference:
    'https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/security_group',
  *check(graph): Iterable<Problem> {
    for (const group of GROUPS.flatMap((type) => graph.resources(type))) {
      const inline = ['ingress', 'egress'].some((path) => hasInline(group, path));
      const old = companionsOf(graph, group, 'aws_security_group_rule', 'security_group_id');
      const standalone = STANDALONE.flatMap((type) =>
        companionsOf(graph, group, type, 'security_group_id'),
      );
      const kinds = [inline, old.length > 0, standalone.length > 0].filter(Boolean);
      if (kinds.length < 2) continue;
      const others = [...old, ...standalone];
      yield {
        resource: group,
        message: 'has rules of several kinds, which remove each other',
        remedy: 'use aws_vpc_security_group_ingress_rule and _egress_rule only',
        missing: others.some(({ missing }) => missing.length === 0)
          ? []
          : others.flatMap(({ missing }) => missing),
      };
    }
  },
};

const GROUPS = ['aws_security_group', 'aws_default_security_group'];

const STANDALONE = ['aws_vpc_security_group_ingress_rule', 'aws_vpc_security_group_egress_rule'];

/** Of a state, rules that are resources of their own are in the group's attributes too. */
function hasInline(group: Resource, path: string): boolean {
  if (group.document.kind === 'state') return false;
  const rules = listOf(group, path);
  return group.isConfigured(path) === true && (rules instanceof Missing || rules.length > 0);
}
