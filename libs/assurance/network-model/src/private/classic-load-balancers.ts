import { FALSE, TRUE } from '@culvert/symbolic';
import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Listener, Target, TargetGroup } from '../load-balancer';
import { once } from './by-id';
import { componentOf } from './component';
import { componentId } from './identity';
import { namedBy } from './named-resource';
import { resourcesOf } from './of-type';
import { blocksOf, factOf, knownText, listOf, nameOf, numberOf, textOrUnknown } from './read';
import { refFrom } from './reference';
import { groupedBy, managedAndRead } from './resources';

/** A Classic Load Balancer, which has its listeners and targets in itself. */
export const CLASSIC = 'aws_elb';

/**
 * Its listeners, as those of an ALB that forwards everything: the instances see its own address.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-listener-config.html
 */
export function classicListeners(graph: ResourceGraph, resource: Resource): readonly Listener[] {
  return listenersOf(graph, resource).map(({ port, protocol, group, name }) => ({
    ...componentOf(graph, resource, `${group} listener`),
    name,
    port,
    protocol,
    rules: [
      {
        name,
        priority: undefined,
        conditions: {},
        targetGroups: [group],
        action: 'forward',
        authentication: [],
      },
    ],
  }));
}

/** A group of targets for each of its listeners. */
export function classicTargetGroups(graph: ResourceGraph): readonly TargetGroup[] {
  return managedAndRead(graph, CLASSIC).flatMap((resource) =>
    listenersOf(graph, resource).map(({ group, targetPort, targetProtocol }) => ({
      ...componentOf(graph, resource, group),
      kind: 'instance' as const,
      port: targetPort,
      protocol: targetProtocol,
      vpc: undefined,
      preservesClientAddress: FALSE,
      targets: targetsOf(graph).get(componentId(graph, resource)) ?? [],
      healthCheck: { enabled: TRUE, port: checkedPort(graph, resource) },
      missing: [],
    })),
  );
}

function listenersOf(graph: ResourceGraph, resource: Resource) {
  const name = `${nameOf(graph, resource)}.listener`;
  return blocksOf(resource.value('listener')).map((block, position) => {
    const fact = (attribute: string) => factOf(graph, resource, ['listener', position, attribute]);
    const number = (attribute: string) =>
      numberOf(block[attribute], fact(attribute)) ?? { unknown: fact(attribute) };
    const protocol = (attribute: string) => {
      const text = textOrUnknown(block[attribute], fact(attribute)) ?? 'TCP';
      return typeof text === 'string'
        ? (PROTOCOLS[text.toUpperCase()] ?? text.toUpperCase())
        : text;
    };
    const port = number('lb_port');
    return {
      name,
      port,
      protocol: protocol('lb_protocol'),
      targetPort: number('instance_port'),
      targetProtocol: protocol('instance_protocol'),
      group: `${componentId(graph, resource)}:${knownText(block['lb_port']) ?? String(block['lb_port'])}`,
    };
  });
}

const PROTOCOLS: Readonly<Record<string, string>> = { SSL: 'TLS' };

/** Such as `HTTP:8080/health`. */
function checkedPort(graph: ResourceGraph, resource: Resource): TargetGroup['healthCheck']['port'] {
  const [block] = blocksOf(resource.value('health_check'));
  const target = knownText(block?.['target']);
  const port = /^\w+:(?<port>\d+)/u.exec(target ?? '')?.groups?.['port'];
  const fact = factOf(graph, resource, 'health_check');
  return port === undefined ? { unknown: fact } : Number(port);
}

/** What is registered with each: by itself, by attachments and by Auto Scaling groups. */
const targetsOf = once((graph: ResourceGraph): ReadonlyMap<string, readonly Target[]> => {
  const target = (by: Resource, id: Target['id']) => ({
    name: nameOf(graph, by),
    id,
    isAddress: false,
    port: undefined,
  });
  const own = managedAndRead(graph, CLASSIC).flatMap((each) =>
    listOf(each.value('instances')).flatMap((value) => {
      const id = refFrom(value);
      return id === undefined ? [] : [{ of: each, target: target(each, id) }];
    }),
  );
  const attached = [
    ...resourcesOf(graph, 'aws_elb_attachment').map((by) => ({
      by,
      of: by.value('elb'),
      id: refFrom(by.value('instance')),
    })),
    ...resourcesOf(graph, 'aws_autoscaling_group').flatMap((by) =>
      listOf(by.value('load_balancers')).map((of) => ({ by, of, id: componentId(graph, by) })),
    ),
    ...resourcesOf(graph, 'aws_autoscaling_attachment').map((by) => {
      const fleet = namedBy(
        graph,
        by.value('autoscaling_group_name'),
        'aws_autoscaling_group',
        'name',
      );
      return { by, of: by.value('elb'), id: fleet && componentId(graph, fleet) };
    }),
  ].flatMap(({ by, of, id }) => {
    const balancer = namedBy(graph, of, CLASSIC, 'name');
    return balancer === undefined || id === undefined
      ? []
      : [{ of: balancer, target: target(by, id) }];
  });
  const found = groupedBy([...own, ...attached], ({ of }) => [componentId(graph, of)]);
  return new Map(
    [...found].map(([id, each]) => [
      id,
      [...new Map(each.map(({ target: one }) => [JSON.stringify(one.id), one])).values()],
    ]),
  );
});
