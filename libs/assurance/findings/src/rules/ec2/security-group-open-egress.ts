import { Missing } from '../../private/attribute';
import { groupRules } from '../../private/group-rules';
import type { Problem, Rule } from '../../rule';

export const securityGroupOpenEgress: Rule = {
  id: 'security-group-open-egress',
  severity: 'low',
  title: 'a group says where to its members may connect',
  rationale:
    'With every address and port allowed, an intruder can carry data out and load programs.',
  reference: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  *check(graph): Iterable<Problem> {
    for (const rule of groupRules(graph)) {
      const { resource, path, direction, ports, open } = rule;
      if (direction !== 'egress' || ports !== 'all' || open === false) continue;
      yield {
        resource,
        path,
        message: 'lets its members connect to every address and port',
        remedy: 'name the groups, addresses and ports that are needed',
        missing: open instanceof Missing ? open.facts : [],
      };
    }
  },
};
