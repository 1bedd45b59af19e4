import { attribute } from '../../private/attribute';
import { attributeRule } from '../../private/attribute-rule';
import { companionsOf } from '../../private/companions';

export const endpointWithoutGroups = attributeRule({
  id: 'endpoint-without-groups',
  severity: 'medium',
  title: 'an interface endpoint has security groups of its own',
  rationale:
    "Without any it gets the VPC's default group, which lets in whatever else has that group and changes for other reasons.",
  reference: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  types: ['aws_vpc_endpoint'],
  applies: (endpoint, graph) =>
    attribute(endpoint, 'vpc_endpoint_type') === 'Interface' &&
    companionsOf(graph, endpoint, 'aws_vpc_endpoint_security_group_association', 'vpc_endpoint_id')
      .length === 0,
  path: 'security_group_ids',
  wanted: 'given',
  message: "has the VPC's default security group, for it names none",
  remedy: 'set security_group_ids to a group that lets in its callers only',
});
