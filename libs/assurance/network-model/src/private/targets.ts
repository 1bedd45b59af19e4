import { isSymbol, type Resource, type ResourceGraph, type Value } from '@culvert/terraform-graph';
import type { Missing } from '../component';
import type { Target } from '../load-balancer';
import type { Network } from '../network';
import { namedBy } from './candidates';
import { componentId, refOfValue } from './identity';
import { namedBy as resourceNamedBy } from './named-resource';
import { resourcesOf } from './of-type';
import { interfacesOf } from './owned-interfaces';
import { isAddress } from './placing';
import { blocksOf, factOf, knownText, listOf, nameOf, numberOf, textOf } from './read';
import { keyOf } from './reference';
import type { Source } from './source';

/** What is registered with a target group, and what may be, by name. */
export interface Registrations {
  readonly targets: readonly Target[];
  readonly missing: Missing;
}

interface Registration {
  readonly group: Value | undefined;
  readonly target: Target | undefined;
  /** What it is that registers it. */
  readonly fact: string;
}

const ATTACHMENTS = ['aws_lb_target_group_attachment', 'aws_alb_target_group_attachment'];

/** What is registered with each target group, by the group's id. */
export function registrationsOf(source: Source): ReadonlyMap<string, Registrations> {
  return byNetwork(source.network, source);
}

function byNetwork(network: Network, source: Source): ReadonlyMap<string, Registrations> {
  const known = registrations.get(network) ?? registered(source);
  registrations.set(network, known);
  return known;
}

const registrations = new WeakMap<Network, ReadonlyMap<string, Registrations>>();

function registered(source: Source): ReadonlyMap<string, Registrations> {
  const { graph } = source;
  const found = new Map<string, { targets: Target[]; missing: string[] }>();
  const at = (id: string) => {
    const known = found.get(id) ?? { targets: [], missing: [] };
    found.set(id, known);
    return known;
  };
  for (const { group, target, fact } of [
    ...resourcesOf(graph, ...ATTACHMENTS).map((each) => attached(source, each)),
    ...services(graph),
    ...fleets(graph),
  ]) {
    const ref = refOfValue(graph, group);
    const { ids, missing } = ref === undefined ? { ids: [] } : namedBy(ref);
    for (const id of ids) {
      if (missing === undefined && target !== undefined) at(id).targets.push(target);
      else at(id).missing.push(missing ?? fact);
    }
  }
  return found;
}

function attached(source: Source, resource: Resource): Registration {
  const { graph } = source;
  const value = resource.value('target_id');
  const port = numberOf(resource.value('port'), factOf(graph, resource, 'port'));
  const fact = factOf(graph, resource, 'target_id');
  const identified = targetOf(source, value, fact);
  return {
    group: resource.value('target_group_arn'),
    target: { name: nameOf(graph, resource), ...identified, port },
    fact,
  };
}

/** An address when it is known; otherwise whose address or id it is. */
function targetOf(
  source: Source,
  value: Value | undefined,
  fact: string,
): Pick<Target, 'id' | 'isAddress' | 'candidates'> {
  const { graph } = source;
  const text = knownText(value);
  if (text !== undefined && isAddress(text)) return { id: text, isAddress: true };
  if (isSymbol(value)) {
    const owner = addressOwner(source, value.candidates.length === 1 ? value.candidates[0] : value);
    if (owner !== undefined) return { id: owner, isAddress: false };
    const candidates = value.candidates.flatMap((each) => ownersOf(source, each));
    if (candidates.length > 0) return { id: value, isAddress: false, candidates };
    if (value.candidates.length > 0 || /ip/u.test(lastStep(value.unknown))) {
      return { id: value, isAddress: !isIdentifier(value.unknown) };
    }
  }
  return { id: refOfValue(graph, value) ?? { unknown: fact }, isAddress: false };
}

function lastStep(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function isIdentifier(name: string): boolean {
  return /(?:^|_)(?:id|arn)$/u.test(lastStep(name));
}

/** The owners that a value may name, all of those that it may be. */
function ownersOf(source: Source, value: Value): readonly string[] {
  if (isSymbol(value) && value.candidates.length > 0) {
    return value.candidates.flatMap((each) => ownersOf(source, each));
  }
  const ref = addressOwner(source, value) ?? refOfValue(source.graph, value);
  return typeof ref === 'string' ? [ref] : [];
}

/** Whose interface has the address that a symbol stands for. */
function addressOwner({ graph, network }: Source, value: Value | undefined): string | undefined {
  if (!isSymbol(value)) return undefined;
  const resource = behindInterface(graph, graph.bySymbol(value.unknown));
  if (resource === undefined) return undefined;
  const id = componentId(graph, resource);
  const own = network.interfaces.get(id)?.owner;
  return own ?? (interfacesOf(network, id).length > 0 ? id : undefined);
}

/** An interface that is only read belongs to what gave its id. */
function behindInterface(
  graph: ResourceGraph,
  resource: Resource | undefined,
): Resource | undefined {
  if (resource?.mode !== 'data' || resource.type !== 'aws_network_interface') return resource;
  const id = resource.value('id');
  const named = isSymbol(id) && id.candidates.length === 1 ? id.candidates[0] : id;
  return isSymbol(named) ? graph.bySymbol(named.unknown) : resource;
}

/** Tasks with interfaces of their own are targets; others are behind instances that nobody names. */
function services(graph: ResourceGraph): readonly Registration[] {
  return resourcesOf(graph, 'aws_ecs_service', 'aws_ecs_task_set').flatMap((resource) => {
    const name = nameOf(graph, resource);
    const hasInterfaces = blocksOf(resource.value('network_configuration')).length > 0;
    return blocksOf(resource.value('load_balancer')).map((block, position): Registration => {
      const fact = factOf(graph, resource, ['load_balancer', position, 'container_port']);
      const target = {
        name: `${name}.load_balancer`,
        id: componentId(graph, resource),
        isAddress: false,
        port: numberOf(block['container_port'], fact),
      };
      return {
        group: block['target_group_arn'],
        target: hasInterfaces ? target : undefined,
        fact: `instances of ${name}`,
      };
    });
  });
}

/** What Auto Scaling groups register: in their own attributes, and by attachments. */
function fleets(graph: ResourceGraph): readonly Registration[] {
  const registration = (
    resource: Resource,
    group: Value | undefined,
    fleet: string | undefined,
  ) => ({
    group,
    target:
      fleet === undefined
        ? undefined
        : { name: nameOf(graph, resource), id: fleet, isAddress: false, port: undefined },
    fact: factOf(graph, resource, 'autoscaling_group_name'),
  });
  const own = resourcesOf(graph, 'aws_autoscaling_group').flatMap((each) => [
    ...listOf(each.value('target_group_arns')).map((group) =>
      registration(each, group, componentId(graph, each)),
    ),
    ...trafficSources(each).map((group) => registration(each, group, componentId(graph, each))),
  ]);
  const attachments = resourcesOf(
    graph,
    'aws_autoscaling_attachment',
    'aws_autoscaling_traffic_source_attachment',
  ).flatMap((each) => {
    const name = each.value('autoscaling_group_name');
    const fleet = resourceNamedBy(graph, name, 'aws_autoscaling_group', 'name');
    const id = fleet === undefined ? undefined : componentId(graph, fleet);
    const groups = [each.value('lb_target_group_arn'), ...trafficSources(each)];
    return groups
      .filter(textOf)
      .map((group) => registration(each, group, id ?? keyOf(refOfValue(graph, name) ?? '')));
  });
  return [...own, ...attachments];
}

function trafficSources(resource: Resource): readonly (Value | undefined)[] {
  return blocksOf(resource.value('traffic_source')).map((block) => block['identifier']);
}
