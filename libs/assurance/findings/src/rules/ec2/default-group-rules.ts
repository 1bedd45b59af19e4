import { groupRules } from '../../private/group-rules';
import type { Problem, Rule } from '../../rule';

export const defaultGroupRules: Rule = {
  id: 'default-group-rules',
  severity: 'medium',
  title: "a VPC's default security group has no rules",
  rationale: 'What names no group gets the default one, and with it whatever that allows.',
  reference: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-2',
  *check(graph): Iterable<Problem> {
    for (const { resource, path, isDefault } of groupRules(graph)) {
      if (!isDefault) continue;
      yield {
        resource,
        path,
        message: 'gives the default security group a rule',
        remedy: 'leave the default group without rules, and use groups with names',
      };
    }
  },
};
