import type { Statement } from '@culvert/policy-evaluation';
import type { Resource } from '@culvert/terraform-graph';
import { attribute, Missing } from '../../private/attribute';
import { companionsOf } from '../../private/companions';
import { policyIn } from '../../private/policies';
import { isOnEverything, textOf } from '../../private/statements';
import type { Problem, Rule } from '../../rule';

export const endpointPolicyOpen: Rule = {
  id: 'endpoint-policy-open',
  severity: 'medium',
  title: 'an endpoint has a policy that does not allow everything',
  rationale:
    'Without one, whoever reaches the endpoint reaches any resource of the service in any account through it, an attacker with data to carry out too.',
  reference: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  *check(graph): Iterable<Problem> {
    for (const endpoint of graph.resources('aws_vpc_endpoint')) {
      if (!takesPolicy(endpoint)) continue;
      const separate = companionsOf(graph, endpoint, 'aws_vpc_endpoint_policy', 'vpc_endpoint_id');
      const holders = separate.length > 0 ? separate.map(({ companion }) => companion) : [endpoint];
      for (const holder of holders) {
        const policy = policyIn(graph, holder, 'policy');
        if (policy instanceof Missing) continue;
        const open = policy === undefined || policy.statements.some(allowsEverything);
        if (!open) continue;
        yield {
          resource: holder,
          path: 'policy',
          message: `allows every action on every resource${policy === undefined ? ', for it has no policy' : ''}`,
          remedy: 'name the actions and resources that are called through it',
        };
      }
    }
  },
};

/** Endpoint services of others than AWS, and Gateway Load Balancers, take none. */
function takesPolicy(endpoint: Resource): boolean {
  const type = attribute(endpoint, 'vpc_endpoint_type', 'Gateway');
  const service = attribute(endpoint, 'service_name');
  if (typeof service !== 'string' || service.startsWith('com.amazonaws.vpce.')) return false;
  return type === 'Gateway' || type === 'Interface';
}

function allowsEverything(statement: Statement): boolean {
  const { effect, actions, conditions } = statement;
  const anything = actions?.values.some((action) =>
    /^(?:\*|[\w-]+:\*)$/.test(textOf(action) ?? ''),
  );
  return (
    effect === 'Allow' &&
    conditions.length === 0 &&
    (actions?.except === true || anything === true) &&
    isOnEverything(statement)
  );
}
