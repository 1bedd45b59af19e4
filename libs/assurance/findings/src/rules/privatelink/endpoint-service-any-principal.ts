import { listOf, Missing } from '../../private/attribute';
import type { Problem, Rule } from '../../rule';

export const endpointServiceAnyPrincipal: Rule = {
  id: 'endpoint-service-any-principal',
  severity: 'medium',
  title: 'an endpoint service names who may ask for a connection',
  rationale:
    'With any principal allowed, every AWS account sees the service and may ask; one acceptance by mistake lets a stranger in.',
  reference:
    'https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html#add-remove-permissions',
  *check(graph): Iterable<Problem> {
    for (const [type, path] of PRINCIPALS) {
      for (const resource of graph.resources(type)) {
        const principals = listOf(resource, path);
        if (principals instanceof Missing || !principals.includes('*')) continue;
        yield {
          resource,
          path,
          message: 'lets every AWS account ask for a connection',
          remedy: 'name accounts, roles or users by their ARNs',
        };
      }
    }
  },
};

const PRINCIPALS = [
  ['aws_vpc_endpoint_service', 'allowed_principals'],
  ['aws_vpc_endpoint_service_allowed_principal', 'principal_arn'],
] as const;
