import type { Value } from '@culvert/terraform-graph';
import { listOf, Missing } from '../../private/attribute';
import type { Problem, Rule } from '../../rule';

export const adminAttachment: Rule = {
  id: 'admin-attachment',
  severity: 'high',
  title: 'nobody has the AdministratorAccess policy',
  rationale: 'Who may do everything may undo every other guard.',
  reference:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  *check(graph): Iterable<Problem> {
    for (const [type, path] of ATTACHMENTS) {
      for (const resource of graph.resources(type)) {
        const policies = listOf(resource, path);
        if (policies instanceof Missing || !policies.some(isAdministrator)) continue;
        yield {
          resource,
          path,
          message: 'gives AdministratorAccess',
          remedy: 'attach a policy that names the actions and resources that are needed',
        };
      }
    }
  },
};

const ATTACHMENTS = [
  ['aws_iam_role_policy_attachment', 'policy_arn'],
  ['aws_iam_user_policy_attachment', 'policy_arn'],
  ['aws_iam_group_policy_attachment', 'policy_arn'],
  ['aws_iam_policy_attachment', 'policy_arn'],
  ['aws_iam_role', 'managed_policy_arns'],
  ['aws_iam_role_policy_attachments_exclusive', 'policy_arns'],
  ['aws_ssoadmin_managed_policy_attachment', 'managed_policy_arn'],
] as const;

function isAdministrator(policy: Value): boolean {
  return /^arn:aws[\w-]*:iam::aws:policy\/AdministratorAccess$/.test(String(policy));
}
