import { attribute, isGiven } from '../../private/attribute';
import type { Problem, Rule } from '../../rule';

export const permissionPublic: Rule = {
  id: 'permission-public',
  severity: 'critical',
  title: 'a function is not invoked by everyone',
  rationale: 'A permission for "*" is for every AWS account.',
  reference: 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
  *check(graph): Iterable<Problem> {
    for (const resource of graph.resources('aws_lambda_permission')) {
      if (attribute(resource, 'principal') !== '*') continue;
      const sources = ['principal_org_id', 'source_account', 'source_arn'];
      if (sources.some((path) => isGiven(resource, path))) continue;
      if (attribute(resource, 'function_url_auth_type') === 'AWS_IAM') continue;
      yield {
        resource,
        path: 'principal',
        message: 'lets everyone invoke the function',
        remedy: 'name the account or role, or set principal_org_id',
      };
    }
  },
};
