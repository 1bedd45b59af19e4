import { attribute } from '../../private/attribute';
import { companionsOf } from '../../private/companions';
import type { Problem, Rule } from '../../rule';

export const networkAclMixedRules: Rule = {
  id: 'network-acl-mixed-rules',
  severity: 'high',
  title: "a network ACL's rules are inline or resources of their own, not both",
  rationale: 'Terraform takes either for all there is: each apply removes what the other added.',
  reference:
    'https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/network_acl',
  *check(graph): Iterable<Problem> {
    for (const acl of ACLS.flatMap((type) => graph.resources(type))) {
      if (acl.document.kind === 'state') continue;
      const all = companionsOf(graph, acl, 'aws_network_acl_rule', 'network_acl_id');
      for (const [path, isEgress] of DIRECTIONS) {
        if (acl.isConfigured(path) !== true) continue;
        const rules = all.filter(
          ({ companion }) => attribute(companion, 'egress', false) === isEgress,
        );
        if (rules.length === 0) continue;
        yield {
          resource: acl,
          path,
          message: 'has inline rules and others, which remove each other',
          remedy: 'use aws_network_acl_rule only',
          missing: rules.some(({ missing }) => missing.length === 0)
            ? []
            : rules.flatMap(({ missing }) => missing),
        };
      }
    }
  },
};

const DIRECTIONS = [
  ['ingress', false],
  ['egress', true],
] as const;

const ACLS = ['aws_network_acl', 'aws_default_network_acl'];
