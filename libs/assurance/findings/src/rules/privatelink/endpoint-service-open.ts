import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import { attribute, listOf, Missing } from '../../private/attribute';
import { companionsOf } from '../../private/companions';
import type { Problem, Rule } from '../../rule';

export const endpointServiceOpen: Rule = {
  id: 'endpoint-service-open',
  severity: 'critical',
  title: 'an endpoint service does not connect whoever asks',
  rationale:
    'With any principal allowed and no acceptance, every AWS account can connect, and nobody is asked.',
  reference: 'https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html',
  *check(graph): Iterable<Problem> {
    for (const service of graph.resources('aws_vpc_endpoint_service')) {
      const acceptance = attribute(service, 'acceptance_required');
      if (acceptance === true) continue;
      const principals = principalsOf(graph, service);
      if (!principals.includes('*')) continue;
      yield {
        resource: service,
        path: 'acceptance_required',
        message: 'connects every AWS account that asks',
        remedy: 'name the principals, or set acceptance_required = true',
        missing: acceptance instanceof Missing ? acceptance.facts : [],
      };
    }
  },
};

function principalsOf(graph: ResourceGraph, service: Resource): readonly unknown[] {
  const inline = listOf(service, 'allowed_principals');
  const separate = companionsOf(
    graph,
    service,
    'aws_vpc_endpoint_service_allowed_principal',
    'vpc_endpoint_service_id',
  );
  return [
    ...(inline instanceof Missing ? [] : inline),
    ...separate.map(({ companion }) => companion.value('principal_arn')),
  ];
}
