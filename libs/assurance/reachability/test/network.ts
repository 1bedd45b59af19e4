import type {
  ById,
  Component,
  InternetGateway,
  NatGateway,
  Network,
  NetworkInterface,
  Peering,
  RouteTable,
  SecurityGroup,
  SecurityGroupRule,
  Subnet,
  SubnetAcl,
  TransitGateway,
  TransitGatewayAttachment,
  TransitGatewayRouteTable,
  Vpc,
  VpnGateway,
} from '@culvert/network-model';
import type { NetworkAclEntry, Route } from '@culvert/packet-filter';
import { AddressSet } from '@culvert/packet-set';
import { FALSE, TRUE } from '@culvert/symbolic';
import type { InterfaceParty, OutsideParty } from '../src/index';

/** What tests say of a component; the rest is as it mostly is. */
type Said<T, Key extends keyof T> = Partial<T> & Pick<T, Key>;
type Lists = {
  readonly [Kind in keyof Network]?: Network[Kind] extends ById<infer T> ? readonly T[] : never;
};

/** The network of these components, by their ids. */
export function networkWith(lists: Lists): Network {
  const kinds = [
    'vpcs',
    'subnets',
    'routeTables',
    'networkAcls',
    'securityGroups',
    'interfaces',
    'workloads',
    'appliances',
    'functionUrls',
    'internetGateways',
    'natGateways',
    'vpnGateways',
    'peerings',
    'transitGateways',
    'transitGatewayAttachments',
    'transitGatewayRouteTables',
    'loadBalancers',
    'targetGroups',
    'endpoints',
    'endpointServices',
    'vpcLinks',
    'apis',
    'apiDomains',
    'hostedZones',
    'resolverRules',
  ] as const satisfies readonly (keyof Network)[];
  return Object.fromEntries(
    kinds.map((kind) => [kind, new Map((lists[kind] ?? []).map((each) => [each.id, each]))]),
  ) as unknown as Network;
}

/** Its name is its id. */
export function component(id: string): Component {
  return { id, name: id, account: '111122223333', region: 'eu-central-1', tags: {} };
}

export function vpc(id: string, ...ranges: readonly string[]): Vpc {
  return { ...component(id), ranges: AddressSet.of(...ranges), missing: [] };
}

/** In zone `a`, with the route table `<vpc>-routes` and the network ACL `<vpc>-acl`. */
export function subnet(
  id: string,
  inVpc: string,
  range: string,
  said: Partial<Subnet> = {},
): Subnet {
  return {
    ...component(id),
    vpc: inVpc,
    ranges: AddressSet.of(range),
    zone: 'a',
    routeTable: `${inVpc}-routes`,
    networkAcl: `${inVpc}-acl`,
    missing: [],
    ...said,
  };
}

/** Destinations and where they lead: `{ '10.0.0.0/16': 'local', '192.0.2.0/24': undefined }`. */
export function routes(
  destinations: Readonly<Record<string, string | undefined>>,
): readonly Route[] {
  return Object.entries(destinations).map(([destination, target]) => ({
    name: `to ${destination}`,
    destination,
    target,
  }));
}

/** With the local routes among `destinations`. */
export function routeTable(
  id: string,
  inVpc: string,
  destinations: Readonly<Record<string, string | undefined>>,
): RouteTable {
  return { ...component(id), vpc: inVpc, routes: routes(destinations), missing: [] };
}

export function entry(
  ruleNumber: number,
  action: 'allow' | 'deny',
  range: string,
  said: Partial<NetworkAclEntry> = {},
): NetworkAclEntry {
  return { name: `entry ${ruleNumber}`, ruleNumber, action, range, protocol: '-1', ...said };
}

const OPEN = [entry(100, 'allow', '0.0.0.0/0'), entry(101, 'allow', '::/0')];

/** Lets all through, unless something else is said. */
export function networkAcl(
  id: string,
  inVpc: string,
  { ingress = OPEN, egress = OPEN }: Partial<SubnetAcl['acl']> = {},
): SubnetAcl {
  return { ...component(id), vpc: inVpc, acl: { ingress, egress }, missing: [] };
}

/** A rule for TCP: `allow('https', 443, '10.0.0.0/16', { group: 'clients' })`. */
export function allow(
  name: string,
  port: number | { readonly from: number; readonly to: number },
  ...peers: SecurityGroupRule['peers']
): SecurityGroupRule {
  const { from, to } = typeof port === 'number' ? { from: port, to: port } : port;
  return { name, protocol: 'tcp', fromPort: from, toPort: to, peers };
}

/** Lets everything out. */
export const ALL_OUT: readonly SecurityGroupRule[] = [
  { name: 'all', protocol: '-1', peers: ['0.0.0.0/0', '::/0'] },
];

/** Lets everything out and nothing in, unless something else is said. */
export function securityGroup(
  id: string,
  inVpc: string,
  { ingress = [], egress = ALL_OUT }: Partial<Pick<SecurityGroup, 'ingress' | 'egress'>> = {},
): SecurityGroup {
  return { ...component(id), vpc: inVpc, ingress, egress, missing: [] };
}

/** Of an instance that has the interface's id and just this address. */
export function networkInterface(
  id: string,
  inSubnet: string,
  address: string,
  said: Partial<NetworkInterface> = {},
): NetworkInterface {
  return {
    ...component(id),
    kind: 'instance',
    owner: id,
    subnet: inSubnet,
    groups: [],
    filtered: true,
    addresses: AddressSet.of(address),
    placed: true,
    isPublic: FALSE,
    sourceDestCheck: TRUE,
    missing: [],
    ...said,
  };
}

export function internetGateway(
  id: string,
  inVpc: string,
  said: Partial<InternetGateway> = {},
): InternetGateway {
  return { ...component(id), vpc: inVpc, egressOnly: false, ...said };
}

export function natGateway(
  id: string,
  inSubnet: string,
  said: Partial<NatGateway> = {},
): NatGateway {
  return { ...component(id), subnet: inSubnet, isPublic: TRUE, ...said };
}

export function vpnGateway(id: string, inVpc: string): VpnGateway {
  return { ...component(id), vpc: inVpc };
}

/** Active. */
export function peering(
  id: string,
  requester: string,
  accepter: string,
  said: Partial<Peering> = {},
): Peering {
  return { ...component(id), requester, accepter, active: TRUE, ...said };
}

export function transitGateway(id: string, said: Partial<TransitGateway> = {}): TransitGateway {
  return { ...component(id), securityGroupReferencing: FALSE, missing: [], ...said };
}

/** Accepted. */
export function attachment(
  id: string,
  said: Said<TransitGatewayAttachment, 'kind' | 'transitGateway' | 'association'>,
): TransitGatewayAttachment {
  return { ...component(id), accepted: TRUE, announced: AddressSet.NONE, missing: [], ...said };
}

export function transitGatewayRouteTable(
  id: string,
  ofGateway: string,
  destinations: Readonly<Record<string, string | undefined>>,
): TransitGatewayRouteTable {
  return { ...component(id), transitGateway: ofGateway, routes: routes(destinations), missing: [] };
}

export function party(of: NetworkInterface): InterfaceParty {
  return { kind: 'interface', interface: of };
}

export function outside(zone: OutsideParty['zone'], ...ranges: readonly string[]): OutsideParty {
  return { kind: 'outside', zone, addresses: AddressSet.of(...ranges) };
}
