import type { VpcLink } from '../api';
import type { ById } from '../network';
import { byId } from '../private/by-id';
import { componentOf } from '../private/component';
import { componentId, componentRefs } from '../private/identity';
import { managedAndRead } from '../private/resources';
import type { Source } from '../private/source';

/** VPC links of both versions. */
export function vpcLinks({ graph }: Source): ById<VpcLink> {
  const link = (type: string, version: VpcLink['version']) =>
    managedAndRead(graph, type).map((each) => ({
      ...componentOf(graph, each, componentId(graph, each)),
      version,
      loadBalancers: version === 1 ? componentRefs(graph, each, 'target_arns') : [],
    }));
  return byId(link('aws_api_gateway_vpc_link', 1), link('aws_apigatewayv2_vpc_link', 2));
}
