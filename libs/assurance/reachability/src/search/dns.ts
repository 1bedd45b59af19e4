import type { DnsRecord, HostedZone } from '@culvert/network-model';
import { AddressSet } from '@culvert/packet-set';
import {
  FALSE,
  isUnknown,
  SymbolicText,
  type Text,
  TRUE,
  type Truth,
  unknownFor,
} from '@culvert/symbolic';
import { keyOf, type Model } from '../relays/model';
import { isWithin, lengthOf, matchesWildcard, same } from './dns-names';

/** Where a name leads, and who says so. */
export interface Lead {
  readonly component: string;
  readonly rule?: string;
  readonly detail: string;
  /** True if it is an answer, false if there is none. */
  readonly answered: Truth;
  /** Ids of components: of load balancers and endpoints. */
  readonly components: readonly string[];
  readonly addresses: AddressSet;
  /** Whether it is a name of AWS's services that leads to the internet. */
  readonly aws: boolean;
}

const NOTHING = { answered: TRUE, components: [], addresses: AddressSet.NONE, aws: false } as const;
const AWS_NAME = /\.(amazonaws\.com|amazonaws\.com\.cn|on\.aws|api\.aws)$/u;
const ADDRESS = /^[\d.]+$|:/u;
const LONGEST_CHAIN = 10;

/**
 * Where a name leads in a VPC, or on the internet.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
 */
export function resolve(model: Model, host: Text, vpc: string | undefined, depth = 0): Lead {
  const name = keyOf(host);
  if (depth > LONGEST_CHAIN) {
    const detail = `${name} leads on and on`;
    return { ...NOTHING, component: name, detail, answered: FALSE };
  }
  return (
    byOwnName(model, host) ??
    (vpc === undefined ? undefined : inVpc(model, host, vpc, depth)) ??
    inZones(model, host, vpc, depth, isPublicZone) ??
    publicly(host)
  );
}

/** Names of load balancers and endpoints mean themselves everywhere. */
function byOwnName({ network }: Model, host: Text): Lead | undefined {
  const balancer = [...network.loadBalancers.values()].find(
    ({ dnsName }) => same(dnsName, host) || same(SymbolicText.of('dualstack.', dnsName), host),
  );
  const found =
    balancer ??
    [...network.endpoints.values()].find(({ dnsNames }) => dnsNames.some((own) => same(own, host)));
  return (
    found && {
      ...NOTHING,
      component: found.name,
      detail: 'is its own name',
      components: [found.id],
    }
  );
}

/** Private DNS of endpoints, forward rules and private zones: the longest name decides. */
function inVpc(model: Model, host: Text, vpc: string, depth: number): Lead | undefined {
  const endpoint = [...model.network.endpoints.values()].find(
    (each) =>
      keyOf(each.vpc) === vpc &&
      each.privateDns.value !== false &&
      isPrivateName(model, each, host),
  );
  const rule = [...model.network.resolverRules.values()]
    .filter(({ vpcs, domain }) => vpcs.some((ref) => keyOf(ref) === vpc) && isWithin(host, domain))
    .sort((one, other) => lengthOf(other.domain) - lengthOf(one.domain))[0];
  const zone = zoneOf(model, host, (each) => isZoneOf(each, vpc));
  const isRule = rule !== undefined && lengthOf(rule.domain) >= lengthOf(zone?.domain ?? '');
  if (isRule && rule.kind === 'FORWARD' && !(endpoint !== undefined && zone !== undefined)) {
    const detail = `asks ${rule.servers.map(keyOf).join(', ') || 'servers that are not known'}`;
    const answered = unknownFor(`answer of ${rule.name} for ${keyOf(host)}`);
    return { ...NOTHING, component: rule.name, detail, answered };
  }
  if (endpoint !== undefined) {
    const lead = { ...NOTHING, component: endpoint.name, components: [endpoint.id] };
    return { ...lead, detail: 'its private DNS', answered: endpoint.privateDns };
  }
  return inZones(model, host, vpc, depth, (each) => isZoneOf(each, vpc));
}

function isPrivateName(
  { network }: Model,
  { service, region }: { readonly service: object; readonly region: Text },
  host: Text,
): boolean {
  if ('aws' in service) {
    const name = SymbolicText.of(`${String(service.aws)}.`, region, '.amazonaws.com');
    return same(name, host) || isWithin(host, name);
  }
  const own = 'endpointService' in service ? (service.endpointService as Text) : undefined;
  const privateName = own && network.endpointServices.get(keyOf(own))?.privateDnsName;
  return (
    privateName !== undefined && (same(privateName, host) || matchesWildcard(privateName, host))
  );
}

function inZones(
  model: Model,
  host: Text,
  vpc: string | undefined,
  depth: number,
  counts: (zone: HostedZone) => boolean,
): Lead | undefined {
  const zone = zoneOf(model, host, counts);
  if (zone === undefined) {
    return undefined;
  }
  const answers = zone.records.filter(
    ({ type }) => typeof type !== 'string' || ['A', 'AAAA', 'CNAME'].includes(type),
  );
  const exact = answers.filter(({ domain }) => same(domain, host));
  const records =
    exact.length > 0 ? exact : answers.filter(({ domain }) => matchesWildcard(domain, host));
  if (records.length === 0) {
    const answered = zone.missing.length > 0 ? unknownFor(...zone.missing) : FALSE;
    const detail = `has no record of ${keyOf(host)}`;
    return { ...NOTHING, component: zone.name, detail, answered };
  }
  const leads = records.flatMap((record) =>
    record.values.map((value) => led(model, record, value, vpc, depth)),
  );
  return together(zone, records, leads);
}

function led(
  model: Model,
  { name }: DnsRecord,
  value: Text,
  vpc: string | undefined,
  depth: number,
): Lead {
  const text = SymbolicText.of(value).known;
  if (text !== undefined && ADDRESS.test(text)) {
    return { ...NOTHING, component: name, detail: text, addresses: AddressSet.of(text) };
  }
  const owner = isUnknown(value) ? ownerOf(model, value.unknown) : undefined;
  return owner === undefined
    ? resolve(model, value, vpc, depth + 1)
    : { ...NOTHING, component: name, detail: model.nameOf(owner), components: [owner] };
}

/** A symbol is named after the resource that it is an attribute of. */
function ownerOf({ network }: Model, symbol: string): string | undefined {
  const components = [...network.endpoints.values(), ...network.loadBalancers.values()];
  const owner = components.find(
    ({ name }) => symbol.startsWith(`${name}.`) || symbol.startsWith(`${name}[`),
  );
  return (
    owner?.id ??
    [...network.interfaces.values()].find(({ name }) => symbol.startsWith(`${name}.`))?.owner
  );
}

function together(zone: HostedZone, records: readonly DnsRecord[], leads: readonly Lead[]): Lead {
  const unanswered = leads.find(({ answered }) => answered.value !== true);
  return {
    component: zone.name,
    rule: records.map(({ name }) => name).join(', '),
    detail: `leads to ${leads.map(({ component, detail }) => (ADDRESS.test(detail) ? detail : component)).join(', ')}`,
    answered: unanswered?.answered ?? TRUE,
    components: leads.flatMap(({ components }) => components),
    addresses: AddressSet.NONE.union(...leads.map(({ addresses }) => addresses)),
    aws: leads.some(({ aws }) => aws),
  };
}

function publicly(host: Text): Lead {
  const name = keyOf(host);
  const aws = AWS_NAME.test(name);
  return {
    ...NOTHING,
    component: 'public DNS',
    detail: aws ? `${name} leads to AWS over the internet` : `answers for ${name}`,
    answered: aws ? TRUE : unknownFor(`public DNS of ${name}`),
    aws,
  };
}

/** The zone with the longest name that the host is in. */
function zoneOf(
  { network }: Model,
  host: Text,
  counts: (zone: HostedZone) => boolean,
): HostedZone | undefined {
  return [...network.hostedZones.values()]
    .filter((zone) => counts(zone) && isWithin(host, zone.domain))
    .sort((one, other) => lengthOf(other.domain) - lengthOf(one.domain))[0];
}

function isZoneOf({ vpcs }: HostedZone, vpc: string): boolean {
  return vpcs?.some((ref) => keyOf(ref) === vpc) === true;
}

function isPublicZone({ vpcs }: HostedZone): boolean {
  return vpcs === undefined;
}
