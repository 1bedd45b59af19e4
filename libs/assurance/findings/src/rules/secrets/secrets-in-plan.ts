import type { Problem, Rule } from '../../rule';
import { findSecrets } from '../../secrets/find-secrets';

export const secretsInPlan: Rule = {
  id: 'secrets-in-plan',
  severity: 'high',
  title: 'plans and states hold no secrets',
  rationale:
    'Terraform writes every value into plan and state in the clear, whether it is marked as sensitive or not; whoever may read the file has the secret.',
  reference:
    'https://docs.aws.amazon.com/prescriptive-guidance/latest/secure-sensitive-data-secrets-manager-terraform/introduction.html',
  *check(graph): Iterable<Problem> {
    for (const document of graph.documents) {
      for (const { address, path, kind } of findSecrets(document)) {
        yield {
          resource: { address, document },
          ...(path === undefined ? {} : { path }),
          message: `holds ${kind}`,
          remedy:
            'replace it: it is known by now; then hand over the ARN of a secret, or a write-only or ephemeral value',
        };
      }
    }
  },
};
