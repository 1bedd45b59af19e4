import { attribute, isGiven } from '../../private/attribute';
import type { Problem, Rule } from '../../rule';

export const permissionServiceSource: Rule = {
  id: 'permission-service-source',
  severity: 'high',
  title: 'a service may invoke a function for a resource or account that is named',
  rationale:
    'Otherwise the service invokes it for any customer: the confused deputy. The ARN of a bucket names no account.',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  *check(graph): Iterable<Problem> {
    for (const resource of graph.resources('aws_lambda_permission')) {
      const principal = attribute(resource, 'principal');
      if (typeof principal !== 'string' || !principal.endsWith('.amazonaws.com')) continue;
      const sources = ['source_account', 'principal_org_id'];
      if (principal !== 's3.amazonaws.com') sources.push('source_arn');
      if (sources.some((path) => isGiven(resource, path))) continue;
      yield {
        resource,
        path: principal === 's3.amazonaws.com' ? 'source_account' : 'source_arn',
        message: `lets ${principal} invoke the function for any account`,
        remedy: 'set source_arn, and source_account for a bucket',
      };
    }
  },
};
