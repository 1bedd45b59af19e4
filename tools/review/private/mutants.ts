import type { Documents, PlannedResource } from './documents';
import { mutatedPolicies } from './mutated-policies';

/** One change of what is planned, and what it makes of the plan. */
export interface Mutant {
  readonly kind: 'removed' | 'widened';
  /** The resource that is changed, as Terraform calls it. */
  readonly component: string;
  /** What is changed: `removed`, `open to everybody`, a statement's name … */
  readonly change: string;
  readonly documents: Documents;
}

const TABLE = 'transit_gateway_route_table_id';

/** Resources that let something pass, each on its own. */
const ALLOWING: ReadonlySet<string> = new Set([
  'aws_ec2_transit_gateway_route',
  'aws_ec2_transit_gateway_route_table_association',
  'aws_ec2_transit_gateway_route_table_propagation',
  'aws_ec2_transit_gateway_vpc_attachment_accepter',
  'aws_lb_listener',
  'aws_lb_target_group_attachment',
  'aws_network_acl_rule',
  'aws_route',
  'aws_route_table_association',
  'aws_vpc_endpoint_connection_accepter',
  'aws_vpc_endpoint_service_allowed_principal',
  'aws_vpc_security_group_egress_rule',
  'aws_vpc_security_group_ingress_rule',
]);

/** Every plan that differs in one rule, route, statement or acceptance. */
export function mutantsOf(documents: Documents): readonly Mutant[] {
  return documents.resources.flatMap((resource) => [
    ...(ALLOWING.has(resource.type) ? [removed(resource, documents)] : []),
    ...widened(resource, documents),
    ...mutatedPolicies(resource, documents),
  ]);
}

function removed({ address }: PlannedResource, documents: Documents): Mutant {
  return {
    kind: 'removed',
    component: address,
    change: 'removed',
    documents: documents.without(address),
  };
}

function widened(resource: PlannedResource, documents: Documents): readonly Mutant[] {
  const { address: component } = resource;
  const mutant = (change: string, changed: Documents): Mutant => ({
    kind: 'widened',
    component,
    change,
    documents: changed,
  });
  const change = (what: string, values: object) =>
    mutant(what, documents.changed(component, values));
  switch (resource.type) {
    case 'aws_vpc_security_group_ingress_rule':
    case 'aws_vpc_security_group_egress_rule':
      return [
        change('open to everybody on every port', {
          cidr_ipv4: '0.0.0.0/0',
          prefix_list_id: null,
          referenced_security_group_id: null,
          ip_protocol: '-1',
          from_port: null,
          to_port: null,
        }),
      ];
    case 'aws_vpc_endpoint_service':
      return [
        change('lets everybody connect', { allowed_principals: ['*'] }),
        change('accepts everybody', { acceptance_required: false, allowed_principals: ['*'] }),
      ];
    case 'aws_vpc_endpoint_service_allowed_principal':
      return [change('is everybody', { principal_arn: '*' })];
    case 'aws_lb':
      return [change('faces the internet', { internal: false })];
    case 'aws_lambda_permission':
      return [
        change('is for everybody', { principal: '*', source_account: null, source_arn: null }),
      ];
    case 'aws_route':
      return documents
        .ofType('aws_internet_gateway')
        .filter(({ address }) => documents.written(resource, 'gateway_id') !== `\${${address}.id}`)
        .map(({ address }) =>
          mutant(
            'leads to the internet at once',
            documents
              .changed(component, { destination_cidr_block: '0.0.0.0/0' })
              .redirected(resource, 'gateway_id', `${address}.id`, [
                'nat_gateway_id',
                'transit_gateway_id',
                'vpc_endpoint_id',
              ]),
          ),
        );
    case 'aws_ec2_transit_gateway_route_table_propagation':
      return documents
        .ofType('aws_ec2_transit_gateway_route_table')
        .filter(({ address }) => documents.written(resource, TABLE) !== `\${${address}.id}`)
        .map(({ address }) =>
          mutant(
            `propagates to ${address} too`,
            documents
              .repeated(resource, 'another')
              .redirected(
                { ...resource, name: 'another', address: `${resource.type}.another` },
                TABLE,
                `${address}.id`,
              ),
          ),
        );
    default:
      return [];
  }
}
