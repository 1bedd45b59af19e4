import { isUnknown, SymbolicText, type Text } from '@culvert/symbolic';
import { isSymbol, type Resource, type ResourceGraph, type Value } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import type { DnsRecord, HostedZone } from '../dns';
import type { ById } from '../network';
import { byId } from '../private/by-id';
import { componentKnownById, componentOf } from '../private/component';
import { componentId } from '../private/identity';
import { dataOf, resourcesOf } from '../private/of-type';
import { blocksOf, factOf, knownText, listOf, nameOf, textOf } from '../private/read';
import { keyOf, refFrom, refOf } from '../private/reference';
import { distinctRefs, groupedBy } from '../private/resources';
import type { Source } from '../private/source';

type ByZone = ReadonlyMap<string, readonly Resource[]>;

/** Hosted zones with their records; those of which only the id is known, too. */
export function hostedZones({ graph }: Source): ById<HostedZone> {
  const ofZone = (type: string): ByZone =>
    groupedBy(resourcesOf(graph, type), (each) => [keyOf(refOf(each, 'zone_id') ?? '')]);
  const records = ofZone('aws_route53_record');
  const associations = ofZone('aws_route53_zone_association');
  const zone = (resource: Resource) => hostedZone(graph, resource, records, associations);
  const ids = new Set([...records.keys(), ...associations.keys()]);
  return byId(
    resourcesOf(graph, 'aws_route53_zone').map(zone),
    dataOf(graph, 'aws_route53_zone').map((each) => {
      const read = zone(each);
      return { ...read, missing: [...read.missing, `records of ${read.name}`] };
    }),
    [...ids]
      .filter((id) => id !== '')
      .map((id): HostedZone => {
        const domain: Text = { unknown: `domain of ${id}` };
        return {
          ...componentKnownById(id),
          domain,
          vpcs: [...associated(associations, id), { unknown: `VPCs of ${id}` }],
          records: (records.get(id) ?? []).map((each) => record(graph, each, domain)),
          missing: [`domain of ${id}`, `records of ${id}`],
        };
      }),
  );
}

function hostedZone(
  graph: ResourceGraph,
  resource: Resource,
  records: ByZone,
  associations: ByZone,
): HostedZone {
  const id = componentId(graph, resource);
  const domain = withoutDot(
    textOf(resource.value('name')) ?? { unknown: factOf(graph, resource, 'name') },
  );
  const own = blocksOf(resource.value('vpc')).flatMap((block) => refFrom(block['vpc_id']) ?? []);
  const vpcs = distinctRefs([...own, ...associated(associations, id)]);
  const isForeign = resource.mode === 'data';
  const isPrivate = vpcs.length > 0 || (isForeign && resource.value('private_zone') === true);
  const others: readonly Ref[] = isForeign
    ? [{ unknown: `VPCs of ${nameOf(graph, resource)}` }]
    : [];
  return {
    ...componentOf(graph, resource, id),
    domain,
    vpcs: isPrivate ? [...vpcs, ...others] : undefined,
    records: (records.get(id) ?? []).map((each) => record(graph, each, domain)),
    missing: [],
  };
}

function associated(associations: ByZone, id: string): readonly Ref[] {
  return (associations.get(id) ?? []).flatMap((each) => refOf(each, 'vpc_id') ?? []);
}

function record(graph: ResourceGraph, resource: Resource, zone: Text): DnsRecord {
  const name = textOf(resource.value('name')) ?? '';
  const alias = blocksOf(resource.value('alias')).map((block) => block['name']);
  return {
    name: nameOf(graph, resource),
    domain: fullName(name, zone),
    type: textOf(resource.value('type')) ?? { unknown: factOf(graph, resource, 'type') },
    values: [...listOf(resource.value('records')), ...alias].flatMap(
      (value) => valueOf(graph, value) ?? [],
    ),
  };
}

/** An endpoint's name is its first, by whatever path it is taken. */
function valueOf(graph: ResourceGraph, value: Value | undefined): Text | undefined {
  const named = isSymbol(value) && value.candidates.length === 1 ? value.candidates[0] : value;
  const owner = isSymbol(named) ? graph.bySymbol(named.unknown) : undefined;
  const first =
    owner?.type === 'aws_vpc_endpoint' ? owner.value('dns_entry[0].dns_name') : undefined;
  const text = textOf(first ?? value);
  return text === undefined ? undefined : withoutDot(text);
}

/** A name of a record, in the zone or with the zone in it. */
function fullName(name: Text, zone: Text): Text {
  const [own, domain] = [withoutDot(name), withoutDot(zone)];
  if (own === '' || own === '@') return domain;
  if (isUnknown(own) || isWithin(String(own), String(domain))) return own;
  const full = SymbolicText.of(own, '.', domain);
  return full.known ?? full;
}

function isWithin(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}

function withoutDot(text: Text): Text {
  const known = knownText(text as Value);
  return known === undefined ? text : known.toLowerCase().replace(/\.$/u, '');
}
