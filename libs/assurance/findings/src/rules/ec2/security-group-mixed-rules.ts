import type { Resource } from '@culvert/terraform-graph';
import { listOf, Missing } from '../../private/attribute';
import { type Companion, companionsOf } from '../../private/companions';
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
      for (const direction of DIRECTIONS) {
        const kinds = [
          inlineRules(group, direction),
          companionsOf(graph, group, 'aws_security_group_rule', 'security_group_id').filter(
            ({ companion }) => companion.value('type') === direction,
          ),
          companionsOf(
            graph,
            group,
            `aws_vpc_security_group_${direction}_rule`,
            'security_group_id',
          ),
        ].filter((rules) => rules.length > 0);
        if (kinds.length < 2) continue;
        yield {
          resource: group,
          path: direction,
          message: 'has rules of several kinds, which remove each other',
          remedy: `use aws_vpc_security_group_${direction}_rule only`,
          missing: kinds.flatMap((rules) =>
            rules.every(({ missing }) => missing.length > 0)
              ? rules.flatMap(({ missing }) => missing)
              : [],
          ),
        };
      }
    }
  },
};

const GROUPS = ['aws_security_group', 'aws_default_security_group'];
const DIRECTIONS = ['ingress', 'egress'] as const;

/** Of a state, rules that are resources of their own are in the group's attributes too. */
function inlineRules(group: Resource, path: string): readonly Companion[] {
  if (group.document.kind === 'state' || group.isConfigured(path) !== true) return [];
  const rules = listOf(group, path);
  const isThere = rules instanceof Missing || rules.length > 0;
  return isThere ? [{ companion: group, missing: [] }] : [];
}
