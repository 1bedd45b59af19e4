import { FALSE, TRUE, type Truth } from '@culvert/symbolic';
import type { Resource } from '@culvert/terraform-graph';
import type { TargetGroup, TargetKind } from '../load-balancer';
import type { ById } from '../network';
import { byId } from '../private/by-id';
import { classicTargetGroups } from '../private/classic-load-balancers';
import { componentKnownById, componentOf } from '../private/component';
import { givenValue } from '../private/given-value';
import { componentId } from '../private/identity';
import { dataOf, resourcesOf } from '../private/of-type';
import { factOf, fieldsOf, listOf, numberOf, textOrUnknown } from '../private/read';
import { refOf } from '../private/reference';
import { settledTargets } from '../private/settled-targets';
import type { Source } from '../private/source';
import { registrationsOf } from '../private/targets';
import { truthFrom } from '../private/truth';

const TYPES = ['aws_lb_target_group', 'aws_alb_target_group'];

/** Target groups with what is registered with them, by whichever resource. */
export function targetGroups(source: Source): ById<TargetGroup> {
  const { graph } = source;
  const own = resourcesOf(graph, ...TYPES).map((each) => targetGroup(source, each));
  const read = dataOf(graph, ...TYPES).map((each) => {
    const group = targetGroup(source, each);
    return { ...group, missing: [...group.missing, `targets of ${group.name}`] };
  });
  const foreign = [...registrationsOf(source)].map(([id, { targets, missing }]): TargetGroup => {
    const fact = (what: string) => `${what} of ${id}`;
    return {
      ...componentKnownById(id),
      kind: { unknown: fact('target type') },
      port: { unknown: fact('port') },
      protocol: { unknown: fact('protocol') },
      vpc: { unknown: fact('VPC') },
      preservesClientAddress: { value: 'unknown', missing: [fact('client address preservation')] },
      targets,
      healthCheck: {
        enabled: { value: 'unknown', missing: [fact('health check')] },
        port: { unknown: fact('health check') },
      },
      missing: [...missing, fact('targets')],
    };
  });
  return byId(own, read, classicTargetGroups(graph), foreign);
}

function targetGroup(source: Source, resource: Resource): TargetGroup {
  const { graph } = source;
  const id = componentId(graph, resource);
  const fact = (attribute: string) => factOf(graph, resource, attribute);
  const text = (name: string) => textOrUnknown(givenValue(graph, resource, name), fact(name));
  const kind = (text('target_type') as TargetGroup['kind'] | undefined) ?? 'instance';
  const isFunction = kind === 'lambda';
  const protocol = isFunction ? undefined : (text('protocol') ?? { unknown: fact('protocol') });
  const number = (name: string) => numberOf(givenValue(graph, resource, name), fact(name));
  const { targets, missing } = registrationsOf(source).get(id) ?? { targets: [], missing: [] };
  return {
    ...componentOf(graph, resource, id),
    kind,
    port: isFunction ? undefined : (number('port') ?? { unknown: fact('port') }),
    protocol,
    vpc: refOf(resource, 'vpc_id'),
    preservesClientAddress: preserves(source, resource, kind, protocol),
    targets: settledTargets(source.network, kind, targets),
    healthCheck: healthCheck(source, resource, isFunction),
    missing,
  };
}

/**
 * Whether targets see the client's address: an NLB's do, but for addresses over TCP and TLS.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html#client-ip-preservation
 */
function preserves(
  { graph }: Source,
  resource: Resource,
  kind: TargetGroup['kind'],
  protocol: TargetGroup['protocol'],
): Truth {
  if (kind === 'lambda' || protocol === 'HTTP' || protocol === 'HTTPS') return FALSE;
  const fact = factOf(graph, resource, 'preserve_client_ip');
  const value = givenValue(graph, resource, 'preserve_client_ip');
  if (value !== undefined && value !== '') return truthFrom(value, fact, false);
  if (typeof kind !== 'string' || typeof protocol !== 'string') {
    return { value: 'unknown', missing: [fact] };
  }
  return kind === ('ip' satisfies TargetKind) && STREAMS.has(protocol) ? FALSE : TRUE;
}

const STREAMS = new Set(['TCP', 'TLS']);

function healthCheck(
  { graph }: Source,
  resource: Resource,
  isFunction: boolean,
): TargetGroup['healthCheck'] {
  const block = fieldsOf(listOf(resource.value('health_check'))[0]);
  const at = (name: string) => factOf(graph, resource, ['health_check', 0, name]);
  const port = block['port'];
  return {
    enabled: truthFrom(block['enabled'], at('enabled'), !isFunction),
    port: port === 'traffic-port' ? undefined : numberOf(port, at('port')),
  };
}
